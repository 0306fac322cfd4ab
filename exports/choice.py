"""Which packs are asked for: areas by code or name, and a month that is held for them."""

from collections.abc import Sequence

from components import text
from domain import areas, periods
from warehouse.queries import areas as area_queries
from warehouse.queries import used
from warehouse.queries.areas import Area
from warehouse.reader import View

ALL = "all"
NEAR = 4


class MonthNotHeld(LookupError):
    """No file of this month is held for what was asked; the text names the nearest months that are."""


def choose(view: View, names: Sequence[str], month: str) -> tuple[Area, ...]:
    """The areas to make packs for, each once; raises UnknownArea or MonthNotHeld.

    ``all`` is England, every region and every council with figures for the month.
    """
    held = used.months(view)
    if any(name.strip().casefold() == ALL for name in names):
        known = area_queries.every(view, areas.COUNTRY, areas.REGION, areas.COUNCIL)
        wanted = tuple(area for area in known if month in held.get(area.code, ()))
        if not wanted:
            raise MonthNotHeld(_not_held(f"any area{_version(view)}", month, frozenset().union(*held.values())))
        return wanted
    found = tuple(dict.fromkeys(_one(view, name, month, held) for name in names))
    for area in found:
        if month not in held.get(area.code, ()):
            raise MonthNotHeld(
                _not_held(f"{area.name} ({area.code}){_version(view)}", month, held.get(area.code, frozenset()))
            )
    return found


def _one(view: View, name: str, month: str, held: dict[str, frozenset[str]]) -> Area:
    """An area by code or name; of two councils that bore a name after one another, the one of the month."""
    latest = area_queries.find(view, name)
    same = [one for one in area_queries.every(view) if one.name == latest.name and one.code != latest.code]
    named = name.strip().casefold() == latest.name.casefold()
    if named and month not in held.get(latest.code, ()):
        return next((one for one in same if month in held.get(one.code, ())), latest)
    return latest


def _version(view: View) -> str:
    return "" if view.vintage.is_final else f" {view.vintage.words}"


def _not_held(what: str, month: str, months: frozenset[str]) -> str:
    if not months:
        return f"{periods.label(month)} is not held for {what}: nothing is"
    near = sorted(sorted(months, key=lambda one: (abs(periods.gap(one, month)), one))[:NEAR])
    first, last = periods.label(min(months)), periods.label(max(months))
    nearest = text.join([f"{periods.label(one)} ({one})" for one in near])
    return f"{periods.label(month)} is not held for {what}; held: {first} to {last}; nearest: {nearest}"
