"""A place by code or name, whatever it is: an area of local government or an NHS organisation."""

from domain import organisations as known
from domain.indicators import EMERGENCY
from warehouse.queries import areas, organisations
from warehouse.queries.areas import Area, UnknownArea
from warehouse.queries.organisations import Organisation, UnknownOrganisation
from warehouse.reader import View


def find(view: View, text: str, family: str = "") -> Area:
    """The area or organisation with this code or name; raises UnknownArea with the nearest of both.

    A region of England and an NHS region may share a name: the family of the indicator says which is meant.
    """
    if family == EMERGENCY and (found := _organisation(view, text)):
        return found
    try:
        return areas.find(view, text)
    except UnknownArea:
        if found := _organisation(view, text):
            return found
    close = [*areas.nearest(text, areas.every(view), 3), *organisations.nearest(view, text, 3)]
    raise UnknownArea(f"unknown area '{text}'; nearest: {', '.join(close) or 'none'}")


def every(view: View) -> tuple[Area, ...]:
    """Every NHS organisation as an area."""
    return tuple(_area(one) for one in organisations.every(view))


def _organisation(view: View, text: str) -> Area | None:
    try:
        return _area(organisations.find(view, text))
    except UnknownOrganisation:
        return None


def _area(one: Organisation) -> Area:
    region = one.region_code if one.kind != known.NHS_REGION else ""
    return Area(one.code, one.name, one.kind, region, one.first_period, one.last_period)
