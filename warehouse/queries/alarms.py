"""The rate of false alarms that was measured on the published councils (``etl.alarms``)."""

from typing import NamedTuple

from warehouse.builds import Builds
from warehouse.reader import View

NOTE = "false_alarms.json"


class Alarms(NamedTuple):
    """Made-up starts over councils without a scheme, and how many of them read as an effect; build: measured on."""

    build: str
    first: str
    last: str
    every: int
    areas: int
    starts: int
    alarms: int


def alarms(view: View) -> Alarms | None:
    """What was measured; None where it was not."""
    said = Builds(view.build.folder.parent.parent).read_note(NOTE)
    texts = [said.get(name) for name in ("build", "first", "last")]
    numbers = [said.get(name) for name in ("every", "areas", "starts", "alarms")]
    if not all(isinstance(one, str) for one in texts) or not all(type(one) is int for one in numbers):
        return None
    found = Alarms(*texts, *numbers)  # type: ignore[arg-type]
    return found if found.starts > 0 else None
