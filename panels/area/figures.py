"""Delays of one area in a window of months, in every split published for it: what its panels are made of."""

import functools
from dataclasses import dataclass, replace

from analysis import held as over_held
from components.url_state import Scope, Window
from domain import areas, delays, periods
from panels.cache import FEW, by_build, keeping
from panels.sources import delays_source
from warehouse.queries import areas as area_queries
from warehouse.queries import freshness, splits
from warehouse.queries.areas import Area, UnknownArea
from warehouse.queries.freshness import Held
from warehouse.queries.splits import Cell
from warehouse.reader import View

Monthly = dict[str, float]
SHOWN = (areas.COUNTRY, areas.REGION, areas.COUNCIL)


@dataclass(frozen=True)
class AreaFigures:
    """One area's delayed days by month; a month without a return or a file is in none of them.

    bodies, reasons, care: by body (and ``all``), reason and type of care. status: how each month with a row was
    published. partial: councils of a region without a return, and all of them, in months where some are missing.
    nearest: names like the one asked for, where that is no area of ours.
    """

    build: str
    demonstration: bool
    area: Area
    window: Window
    bodies: dict[str, Monthly]
    reasons: dict[str, Monthly]
    care: dict[str, Monthly]
    status: dict[str, str]
    partial: dict[str, tuple[int, int]]
    held: dict[str, Held]
    unknown: bool = False
    nearest: tuple[Area, ...] = ()

    @property
    def asked(self) -> tuple[str, ...]:
        """Every month of the window."""
        return periods.span(self.window.start, self.window.end)

    @functools.cached_property
    def months(self) -> tuple[str, ...]:
        """Months of the window that are held."""
        return tuple(month for month in self.asked if month in self.bodies[delays.ALL])

    @property
    def england(self) -> bool:
        """Whether the area is England, for which more is published."""
        return self.area.type == areas.COUNTRY

    @property
    def source(self) -> str:
        """The publication that the figures come from."""
        return delays_source(self) if self.england else "dtoc_councils"

    @property
    def shown(self) -> Scope:
        """The area and the window that are shown, which may differ from those asked for."""
        return Scope(self.area.code, self.window)

    def people(self, days: Monthly) -> float:
        """People delayed on an average day over the months of the window that are held; 0 when none is.

        A month in which a reason was not in use yet counts with none, so that reasons add up to all delays.
        """
        return over_held.total_per_day(days, self.months) or 0.0

    @property
    def total(self) -> float:
        """People delayed on an average day, all reasons."""
        return self.people(self.bodies[delays.ALL])


@by_build
def known(view: View) -> tuple[Area, ...]:
    """England, regions and councils that can be chosen."""
    with_delays = splits.held(view)
    return tuple(area for area in area_queries.every(view, *SHOWN) if area.code in with_delays)


@by_build
def held(view: View) -> dict[str, Held]:
    """What is held of every source."""
    return freshness.held(view)


@by_build
def months_of_all(view: View) -> tuple[str, ...]:
    """Every month in which some area is held."""
    shown = {area.code for area in known(view)}
    ends = [both for code, both in splits.held(view).items() if code in shown]
    return periods.span(min(first for first, _ in ends), max(last for _, last in ends)) if ends else ()


@keeping(FEW)
def area_figures(view: View, scope: Scope) -> AreaFigures | None:
    """Figures of the area asked for, of the first council by name where it is none; None where no delays are held."""
    every = known(view)
    if not every:
        return None
    first = next((one for one in every if one.type == areas.COUNCIL), every[0])
    area, nearest = _find(view, scope.area) if scope.area else (first, ())
    whole = _whole(view, area or first)
    window = latest_year(scope.window, *whole.status)
    return replace(whole, window=window, unknown=area is None, nearest=nearest)


@by_build
def _find(view: View, text: str) -> tuple[Area | None, tuple[Area, ...]]:
    """The area of this code or name; where there is none of ours, those most like it."""
    try:
        area: Area | None = area_queries.find(view, text)
    except UnknownArea:
        area = None
    if area and area in known(view):
        return area, ()
    by_label = {f"{one.name} ({one.code})": one for one in known(view)}
    return None, tuple(by_label[label] for label in area_queries.nearest(text, known(view)))


def latest_year(window: Window, *months: str) -> Window:
    """The window inside what is held: by itself, or where nothing would be left, the twelve months to the last one."""
    first, last = months[0], months[-1]
    if not (window.start or window.end):
        return replace(window, start=max(first, periods.plus(last, -11)), end=last)
    clipped = window.clip(first, last)
    return (
        clipped
        if clipped.ignored == window.ignored
        else replace(latest_year(Window(), *months), ignored=clipped.ignored)
    )


@keeping(FEW)
def _whole(view: View, area: Area) -> AreaFigures:
    """All months of an area."""
    bodies: dict[str, Monthly] = {body: {} for body in (*delays.BODIES, delays.ALL)}
    reasons: dict[str, Monthly] = {reason: {} for reason in delays.REASON_CODES}
    care: dict[str, Monthly] = {kind: {} for kind in delays.CARE_TYPES}
    status: dict[str, str] = {}
    partial: dict[str, tuple[int, int]] = {}
    for cell in splits.single(view, area.code):
        if cell.body == cell.reason == cell.care == delays.ALL:
            status[cell.period] = cell.status
            if cell.missing and cell.parts > 1:
                partial[cell.period] = (cell.missing, cell.parts)
        if cell.days is not None:
            _place(cell, bodies, reasons, care)[cell.period] = cell.days
    window = Window(min(status), max(status))
    return AreaFigures(view.id, view.mode == "demo", area, window, bodies, reasons, care, status, partial, held(view))


def _place(cell: Cell, bodies: dict[str, Monthly], reasons: dict[str, Monthly], care: dict[str, Monthly]) -> Monthly:
    if cell.reason != delays.ALL:
        return reasons[cell.reason]
    return care[cell.care] if cell.care != delays.ALL else bodies[cell.body]
