"""What a view shows where no file holds what was asked for: another area, or all responsible bodies; always said."""

from dataclasses import dataclass

from components.trends.choice import Choice
from domain import areas, delays
from domain.indicators import DELAYS
from panels.area.figures import held
from panels.cache import by_build
from warehouse.queries import areas as area_queries
from warehouse.queries.areas import Area, UnknownArea
from warehouse.reader import View

CROSSED = "No file held here has reasons by responsible body {where}. All bodies are shown."


@dataclass(frozen=True)
class Asked:
    """asked: the area in the link; area, body: what is shown; instead: why that is something else, in sentences.

    ignored: parts of the address that name nothing.
    """

    asked: Area
    area: Area
    body: str
    instead: tuple[str, ...]
    ignored: tuple[str, ...]


def asked(view: View, choice: Choice) -> Asked:
    """The area and the body of a choice, and what is shown in their place where no file holds them."""
    wanted, ignored = _area(view, choice.area)
    area, elsewhere = _shown(wanted, choice)
    body, all_bodies = _body(view, area, choice)
    return Asked(wanted, area, body, tuple(said for said in (elsewhere, all_bodies) if said), ignored)


@by_build
def _area(view: View, name: str) -> tuple[Area, tuple[str, ...]]:
    """The area in the link, England where it names none or one that is not known."""
    try:
        return area_queries.find(view, name or areas.ENGLAND), ()
    except UnknownArea:
        return area_queries.find(view, areas.ENGLAND), ("area",)


def _shown(wanted: Area, choice: Choice) -> tuple[Area, str]:
    """The area that is shown: England for what no national file has below it."""
    if choice.defined.family == DELAYS or wanted.type == areas.COUNTRY:
        return wanted, ""
    england = Area(areas.ENGLAND, "England", areas.COUNTRY, "", "", "")
    what = choice.defined.label
    what = what if what.startswith("A&E") else what[0].lower() + what[1:]
    return england, f"No national file has {what} by council or region. England is shown."


def _body(view: View, area: Area, choice: Choice) -> tuple[str, str]:
    """The body that is shown: all, where no file has the reason by body, or the rules do not let it own the reason."""
    if delays.ALL in (choice.body, choice.reason):
        return choice.body, ""
    if area.type != areas.COUNTRY:
        return delays.ALL, CROSSED.format(where="below England")
    if "dtoc_england" not in held(view):
        return delays.ALL, CROSSED.format(where="without England’s national series")
    if not delays.can_own(choice.body, choice.reason):
        who = {delays.NHS: "the NHS", delays.SOCIAL_CARE: "social care", delays.BOTH: "both together"}[choice.body]
        return delays.ALL, f"The rules of the count do not let {who} own this reason. All bodies are shown."
    return choice.body, ""
