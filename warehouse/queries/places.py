"""A place by code or name, whatever it is: an area of local government or an NHS organisation."""

from domain import organisations as known
from domain.indicators import DELAYS
from warehouse.queries import areas, organisations
from warehouse.queries.areas import Area, UnknownArea
from warehouse.queries.organisations import Organisation, UnknownOrganisation
from warehouse.reader import View


def find(view: View, text: str, family: str = "") -> Area:
    """The area or organisation with this code or name; raises UnknownArea with the nearest of both.

    A region of England and an NHS region may share a name: the family of the indicator says which is meant.
    """
    if family not in ("", DELAYS) and (found := _organisation(view, text)):
        return found
    try:
        return areas.find(view, text)
    except UnknownArea:
        if found := _organisation(view, text):
            return found
    close = [*areas.nearest(text, areas.every(view), 3), *organisations.nearest(view, text, 3)]
    raise UnknownArea(f"unknown area '{text}'; nearest: {', '.join(close) or 'none'}")


def by_code(view: View, code: str) -> Area | None:
    """The area or organisation with this code, or None."""
    found = areas.by_code(view, code)
    one = None if found else organisations.by_code(view, code)
    return _area(one) if one else found


def matching(view: View, text: str) -> tuple[Area, ...]:
    """The area or organisation of exactly this code or name; else all whose name holds the text or code begins so."""
    found = areas.matching(view, text)
    if len(found) == 1 and text.strip().casefold() in (found[0].code.casefold(), found[0].name.casefold()):
        return found
    if one := _organisation(view, text):
        return (one,)
    wanted = text.strip().casefold()
    held = (a for a in every(view) if wanted in a.name.casefold() or a.code.casefold().startswith(wanted))
    return (*found, *held)


def like(view: View, text: str) -> tuple[Area, ...]:
    """The areas and organisations whose name or code is nearest to a text."""
    known = {f"{one.name} ({one.code})": one for one in every(view)}
    return (*areas.like(view, text), *(known[label] for label in organisations.nearest(view, text) if label in known))


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
