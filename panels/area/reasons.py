"""Why people are delayed: reasons ranked by size, each with the bodies that the rules let own it.

The reason by body is published for England only; for councils and regions a reason is one number.
"""

from components import text
from components.area import reasons as names
from components.chart_panel import Panel
from components.tables import Column, Table
from components.url_state import Scope, href
from domain import delays
from panels import sources
from panels.area import words
from panels.area.figures import AreaFigures, area_figures
from warehouse.queries import splits
from warehouse.reader import View

ID = "area-reasons"
COUNTS = {1: "One reason holds", 2: "Two reasons hold", 3: "Three reasons hold"}


def panel(view: View, scope: Scope) -> Panel | None:
    """The ranked reasons; None where no delay is held in the window."""
    found = area_figures(view, scope)
    if found is None or not found.total:
        return None
    cross = by_body(view, found) if found.england else {}
    return Panel(
        ID,
        finding=finding(found),
        subtitle=subtitle(found, bool(cross)),
        figure=None,
        table=table(found, cross),
        source=sources.line(found, found.source),
        csv=href("/export/area-reasons.csv", found.query),
        note=note(found),
    )


def finding(found: AreaFigures) -> str:
    """What share the three largest reasons hold."""
    codes, share = words.top(found, 3)
    return f"{COUNTS[len(codes)]} {text.share(share)} of all delays: {words.reasons_in_words(codes)}"


def subtitle(found: AreaFigures, crossed: bool) -> str:
    """What the bars show, and why a council's are of one colour."""
    what = f"People delayed on an average day {words.over(found)}, by reason"
    rules = "The national rules set which bodies can own a reason."
    if crossed:
        return f"{what} and responsible body: NHS, social care, both, always in this order. {rules}"
    return f"{what}. No file held here splits one reason by body below England, so a bar is the whole reason. {rules}"


def note(found: AreaFigures) -> str:
    """The caution about the reason that came late, where the window reaches before it."""
    late = found.window.start < delays.O_FIRST_USED
    return "Reason O, other, was first used in April 2017, for non-acute delays only." if late else ""


def by_body(view: View, found: AreaFigures) -> dict[tuple[str, str], float]:
    """England's people a day by reason and body over the months of the window that are held."""
    days: dict[tuple[str, str], dict[str, float]] = {}
    for one in splits.owned(view, found.area.code, found.window.start, found.window.end):
        days.setdefault((one.reason, one.body), {})[one.period] = one.days
    return {key: found.people(months) for key, months in days.items()}


def table(found: AreaFigures, cross: dict[tuple[str, str], float]) -> Table:
    """Reasons by size: people a day, by body where that is published, share, and who can own them."""
    columns = (
        Column("reason", "Reason", kind="text"),
        Column("reason_name", "Waiting for", kind="text"),
        *((Column(f"dtoc_beds_{body}", delays.BODY_LABELS[body], 1) for body in delays.BODIES) if cross else ()),
        Column("dtoc_beds", "All", 1),
        Column("share", "Share of all delays", kind="share"),
        Column("can_be_owned_by", "Can be owned by", kind="text"),
    )
    rows = tuple(
        (
            names.letter(code),
            delays.REASON_BY_CODE[code].label,
            *((_cell(cross, code, body) for body in delays.BODIES) if cross else ()),
            size,
            size / found.total,
            text.join([delays.BODY_LABELS[body] for body in delays.REASON_BY_CODE[code].bodies]),
        )
        for code, size in words.ranked(found)
    )
    caption = f"Reasons for delay ranked, people delayed on an average day, {found.area.name}, {words.window(found)}"
    return Table("reasons ranked", caption, columns, rows)


def _cell(cross: dict[tuple[str, str], float], code: str, body: str) -> float | str:
    return cross.get((code, body), 0.0) if delays.can_own(body, code) else delays.CANNOT_OWN
