"""The measured rate of false alarms in words, for the methods page."""

from components import text
from warehouse.queries.alarms import alarms
from warehouse.reader import View

NOT_MEASURED = "It has not been measured on the figures held here yet."
INVENTED = "These councils are invented: the rate says nothing about real ones."


def lines(view: View) -> tuple[str, ...]:
    """What was measured, on which councils and months, and in which build."""
    found = alarms(view)
    if found is None:
        return (NOT_MEASURED,)
    said = (
        f"{text.whole(found.alarms)} of {text.whole(found.starts)} made-up starts read as an effect: "
        f"{text.share(found.alarms / found.starts)}, where 5{text.NBSP}% are promised.",
        f"People delayed on an average day in {text.whole(found.areas)} councils, "
        f"{text.stretch(found.first, found.last)}, a made-up start every {found.every} months; build {found.build}.",
    )
    return (*said, INVENTED) if view.mode == "demo" else said
