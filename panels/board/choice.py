"""Which board an address asks for: that of a place, or where nobody uploaded of an area beside England."""

from collections.abc import Mapping
from typing import Any

from domain.areas import COUNTRY
from panels.board import watches
from panels.board.watches import Watches
from panels.schemes.scope import Where, one, where
from warehouse.queries import areas
from warehouse.queries.areas import Area
from warehouse.queries.local import plan
from warehouse.reader import View

Query = Mapping[str, Any]


def area(view: View, query: Query) -> Area | None:
    """The area that an address names by code or name; None where there is none of it, or it is England."""
    asked = one(query, "area")
    try:
        found = areas.find(view, asked) if asked else None
    except areas.UnknownArea:
        return None
    return found if found and found.type != COUNTRY else None


def place(view: View, query: Query) -> Where | None:
    """The place named, else that of the council named, else the first; None for an area that uploaded nothing."""
    named = area(view, query)
    if named is None or one(query, "place"):
        return where(view, query)
    found = next((one for one in plan.places(view) if named.code in one.area_codes.split()), None)
    return where(view, {"place": found.place_id}) if found else None


def ignored(view: View, query: Query, found: Where | None) -> tuple[str, ...]:
    """Keys of an address that could not be used."""
    asked = one(query, "area")
    unknown = bool(asked) and area(view, query) is None and asked.casefold() not in ("england", "e92000001")
    return (*(found.ignored if found else ()), *(("area",) if unknown else ()))


def of(view: View, query: Query) -> Watches | None:
    """The watches that an address asks for; None where no month has what they need."""
    found = place(view, query)
    held = watches.of_place(view, found) if found else None
    return held or watches.of_england(view, area(view, query))
