"""Areas: by code, by name, by type."""

import difflib
from typing import NamedTuple

from domain import areas
from warehouse.reader import View


class Area(NamedTuple):
    """An area as pages need it; ``region_code`` is empty for all but councils."""

    code: str
    name: str
    type: str
    region_code: str
    first_period: str
    last_period: str


class UnknownArea(LookupError):
    """No area has this code or name; the text names the nearest ones."""


_SELECT = """
SELECT area_code, area_name, area_type, COALESCE(region_code, ''), COALESCE(first_period, ''), COALESCE(last_period, '')
FROM national.areas
"""


def every(view: View, *types: str) -> tuple[Area, ...]:
    """All areas with figures, of the given types (all types when none is given), England and regions first."""
    wanted = types or areas.AREA_TYPES
    found = [area for area in _all(view) if area.type in wanted and (area.first_period or area.type == areas.COUNTRY)]
    return tuple(sorted(found, key=lambda area: (areas.AREA_TYPES.index(area.type), area.name)))


def by_code(view: View, code: str) -> Area | None:
    """The area with this code, or None."""
    return next((area for area in _all(view) if area.code == code), None)


def _all(view: View) -> list[Area]:
    return [Area(*row) for row in view.fixed(_SELECT)]


def find(view: View, text: str) -> Area:
    """The area with this code or exact name (any case); raises UnknownArea with the nearest ones."""
    known = every(view)
    wanted = text.strip().casefold()
    exact = [area for area in known if wanted in (area.code.casefold(), area.name.casefold())]
    if exact:
        return max(exact, key=lambda area: area.last_period)  # a council and its successor may share a name
    raise UnknownArea(f"unknown area '{text}'; nearest: {', '.join(nearest(text, known)) or 'none'}")


def matching(view: View, text: str) -> tuple[Area, ...]:
    """The area with this code or exact name; else every area whose name holds the text or whose code begins so."""
    try:
        return (find(view, text),)
    except UnknownArea:
        wanted = text.strip().casefold()
        return tuple(a for a in every(view) if wanted in a.name.casefold() or a.code.casefold().startswith(wanted))


def like(view: View, text: str) -> tuple[Area, ...]:
    """The areas whose name or code is nearest to a text."""
    known = {f"{area.name} ({area.code})": area for area in every(view)}
    return tuple(known[label] for label in nearest(text, tuple(known.values())))


def nearest(text: str, known: tuple[Area, ...], count: int = 5) -> list[str]:
    """Names with codes that look like a text."""
    labels = {f"{area.name} ({area.code})": (area.name.casefold(), area.code.casefold()) for area in known}
    wanted = text.strip().casefold()

    def likeness(label: str) -> float:
        name, code = labels[label]
        starts = 1.0 if wanted and name.startswith(wanted) else 0.0
        return max(
            starts,
            difflib.SequenceMatcher(None, wanted, name).ratio(),
            difflib.SequenceMatcher(None, wanted, code).ratio(),
        )

    ranked = sorted(labels, key=lambda label: (-likeness(label), label))
    return [label for label in ranked[:count] if likeness(label) > 0.3]
