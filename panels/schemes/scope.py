"""Which place a page of schemes shows, from its address: ``place`` names one, else the first that uploaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from panels.cache import by_build
from warehouse.queries import areas
from warehouse.queries.areas import Area
from warehouse.queries.local import plan
from warehouse.queries.local.plan import Place
from warehouse.reader import View

LONGEST = 80


@dataclass(frozen=True)
class Where:
    """A place with its councils in the order it named them. ignored: parts of the address that could not be used."""

    place: Place
    councils: tuple[Area, ...]
    ignored: tuple[str, ...] = ()

    def council(self, code: str) -> str:
        """Name of one of its councils."""
        return next((one.name for one in self.councils if one.code == code), code)


def one(query: Mapping[str, Any], key: str) -> str:
    """The first value of a key of any content, as text."""
    value = query.get(key)
    first = value[0] if isinstance(value, list | tuple) and value else value
    return first.strip()[:LONGEST] if isinstance(first, str) else ""


def where(view: View, query: Mapping[str, Any]) -> Where | None:
    """The place that is asked for; None where nobody has uploaded."""
    return _where(view, one(query, "place"))


@by_build
def _where(view: View, asked: str) -> Where | None:
    every = plan.places(view)
    if not every:
        return None
    found = next((place for place in every if place.place_id == asked), None)
    place = found or every[0]
    known = {area.code: area for area in areas.every(view)}
    councils = tuple(known[code] for code in place.area_codes.split() if code in known)
    return Where(place, councils, ("place",) if asked and not found else ())
