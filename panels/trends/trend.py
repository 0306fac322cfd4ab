"""One indicator of one area over time with its control chart: what every panel of the trends page is made of."""

from dataclasses import dataclass

from analysis import change, fitness, rebase, spc
from analysis.change import Change
from analysis.fitness import Fitness
from components.trends.choice import COUNT, RATE, SHARE, Choice
from domain import areas, breaks, periods
from domain.breaks import Mark
from domain.indicators import DELAYS
from domain.targets import Target, targets
from panels.cache import by_build
from warehouse.queries import areas as area_queries
from warehouse.queries import freshness
from warehouse.queries.areas import Area, UnknownArea
from warehouse.queries.freshness import Held
from warehouse.queries.series import Ask, Observation, series
from warehouse.reader import View

WINDOW, HISTORY = 36, 60  # months from which limits are computed (METHODS M4), and months before them that are drawn


@dataclass(frozen=True)
class Trend:
    """What is shown. ``months`` are consecutive; ``values`` holds those that have a value.

    asked: the area in the link, where another is shown instead (``instead`` says why).
    limited: the months from which limits are computed; chart: their control chart; other: by the other profile.
    beside: name to values of England or the region, for rates and shares only.
    year: the latest twelve months against the twelve before.
    """

    build: str
    demonstration: bool
    choice: Choice
    area: Area
    instead: str
    months: tuple[str, ...]
    values: dict[str, float]
    observations: dict[str, Observation]
    limited: tuple[str, ...]
    chart: spc.Chart
    other: spc.Chart
    fitness: Fitness
    beside: dict[str, dict[str, float]]
    targets: tuple[Target, ...]
    marks: tuple[Mark, ...]
    year: Change | None
    held: dict[str, Held]

    @property
    def latest(self) -> str:
        """The last month that has a value."""
        return max(self.values)

    @property
    def sources(self) -> tuple[str, ...]:
        """Publications that the values came from."""
        found = tuple(dict.fromkeys(one.source for one in self.observations.values()))
        return (*found, "population") if self.choice.form == RATE else found

    @property
    def differing(self) -> tuple[str, ...]:
        """Months whose class differs between the two profiles."""
        return tuple(self.limited[place] for place in spc.differing(self.chart, self.other))


@by_build
def trend(view: View, choice: Choice) -> Trend | None:
    """The view of a choice; None where nothing is held of it at all."""
    asked, ignored = _asked(view, choice)
    area, instead = _shown(asked, choice)
    found = _held(view, choice, area.code)
    values = {month: one.value for month, one in found.items() if one.value is not None}
    if choice.end:
        values = {month: value for month, value in values.items() if month <= choice.end}
    if not values:
        return None
    months = periods.span(min(values), max(values))
    if choice.limits != "all":
        months = months[-(WINDOW + HISTORY) :]
        values = {month: value for month, value in values.items() if month >= months[0]}
    limited = months if choice.limits == "all" else months[-WINDOW:]
    chart = _chart(values, limited, choice, choice.profile)
    return Trend(
        build=view.id,
        demonstration=view.mode == "demo",
        choice=choice.but(area=asked.code, ignored=(*choice.ignored, *ignored)),
        area=area,
        instead=instead,
        months=months,
        values=values,
        observations=found,
        limited=limited,
        chart=chart,
        other=_chart(values, limited, choice, "nhsr" if choice.profile == "interface" else "interface"),
        fitness=fitness.fitness(chart),
        beside=_beside(view, choice, area),
        targets=targets(choice.indicator, choice.body),
        marks=_marks(choice, months),
        year=year(values, choice),
        held=freshness.held(view),
    )


def _asked(view: View, choice: Choice) -> tuple[Area, tuple[str, ...]]:
    """The area in the link, England where it names none or one that is not known."""
    try:
        return area_queries.find(view, choice.area or areas.ENGLAND), ()
    except UnknownArea:
        return area_queries.find(view, areas.ENGLAND), ("area",)


def _shown(asked: Area, choice: Choice) -> tuple[Area, str]:
    """The area that is shown: England for what no national file has below it."""
    if choice.defined.family == DELAYS or asked.type == areas.COUNTRY:
        return asked, ""
    england = Area(areas.ENGLAND, "England", areas.COUNTRY, "", "", "")
    what = choice.defined.label
    what = what if what.startswith("A&E") else what[0].lower() + what[1:]
    return england, f"No national file has {what} by council or region."


def _held(view: View, choice: Choice, code: str) -> dict[str, Observation]:
    ask = Ask(choice.indicator, body=choice.body)
    return {one.period: one for one in series(view, ask, [code])}


def _chart(values: dict[str, float], limited: tuple[str, ...], choice: Choice, profile: str) -> spc.Chart:
    phases = rebase.phases(limited, [choice.rebase.month] if choice.rebase.month else [])
    return spc.chart([values.get(month) for month in limited], spc.PROFILES[profile], phases=phases)


def _beside(view: View, choice: Choice, area: Area) -> dict[str, dict[str, float]]:
    """England's or the region's values; counts of areas of different size are not put beside one another."""
    if choice.form not in (RATE, SHARE) or area.type == areas.COUNTRY:
        return {}
    code = areas.ENGLAND if choice.compare == "england" else area.region_code if choice.compare == "region" else ""
    other = area_queries.by_code(view, code) if code else None
    if other is None:
        return {}
    found = _held(view, choice, other.code)
    return {other.name: {month: one.value for month, one in found.items() if one.value is not None}}


def _marks(choice: Choice, months: tuple[str, ...]) -> tuple[Mark, ...]:
    other = breaks.ADMISSIONS if choice.defined.family == DELAYS else breaks.DELAYS
    return tuple(mark for mark in breaks.between(months[0], months[-1]) if mark.series != other)


def year(values: dict[str, float], choice: Choice) -> Change | None:
    """The latest twelve months against the twelve before; rates and shares are weighted by the days of their months."""
    totals = values
    if choice.form != COUNT:
        totals = {month: value * periods.days_in(month) for month, value in values.items()}
    return change.matched_years(totals, max(values))
