"""One indicator of one area over time with its control chart: what every panel of the trends page is made of."""

from dataclasses import dataclass

from analysis import change, fitness, rebase, spc
from analysis.change import Change
from analysis.fitness import Fitness
from analysis.rates import Refused
from analysis.trend import share_per_year
from components.trends.choice import COUNT, KEPT, RATE, REMOVED, SHARE, Choice
from domain import areas, breaks, delays, periods
from domain.breaks import Mark
from domain.indicators import DELAYS
from domain.targets import Target, targets
from panels.area.figures import held
from panels.cache import by_build
from panels.trends.asked import Asked, asked
from panels.trends.seasonal import Season, season_of, without
from warehouse.queries import areas as area_queries
from warehouse.queries import versions
from warehouse.queries.areas import Area
from warehouse.queries.freshness import Held
from warehouse.queries.series import Ask, Observation, series
from warehouse.reader import View

WINDOW, HISTORY = 36, 60  # months from which limits are computed (METHODS M4), and months before them that are drawn


@dataclass(frozen=True)
class Trend:
    """What is shown. ``months`` are consecutive; ``values`` holds those that have a value, as charted.

    area, body: what is shown, which is not what the link asked for where ``instead`` says why.
    published: the values as published, the same as ``values`` unless the season is removed.
    season: what was removed; refused: why it was not, where that was asked for.
    unheld: months that were out on the day of the version, in a version that is not held.
    limited: the months from which limits are computed; chart: their control chart; other: by the other profile.
    slope: share by which the latest phase rises a year, None where that cannot be said.
    beside: name to values of England or the region, for rates and shares only.
    year: the latest twelve months against the twelve before, as published.
    """

    build: str
    demonstration: bool
    choice: Choice
    area: Area
    body: str
    instead: tuple[str, ...]
    months: tuple[str, ...]
    values: dict[str, float]
    published: dict[str, float]
    season: Season | None
    refused: str
    observations: dict[str, Observation]
    limited: tuple[str, ...]
    chart: spc.Chart
    other: spc.Chart
    fitness: Fitness
    slope: float | None
    beside: dict[str, dict[str, float]]
    targets: tuple[Target, ...]
    marks: tuple[Mark, ...]
    year: Change | None
    held: dict[str, Held]
    unheld: tuple[str, ...] = ()

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
    view = view.at(choice.vintage)
    what = asked(view, choice)
    found = _held(view, choice, what.area.code, what.body)
    every = {m: one.value for m, one in found.items() if one.value is not None and (not choice.end or m <= choice.end)}
    if not every:
        return None
    months = periods.span(min(every), max(every))
    months = months if choice.limits == "all" else months[-(WINDOW + HISTORY) :]
    limited = months if choice.limits == "all" else months[-WINDOW:]
    season, refused = _season(every, choice, limited)
    published = {month: value for month, value in every.items() if month >= months[0]}
    values = without(published, season) if season else published
    chart = _chart(values, limited, choice, choice.profile)
    slope = _slope(values, limited, chart)
    return Trend(
        build=view.id,
        demonstration=view.mode == "demo",
        choice=choice.but(area=what.asked.code, ignored=(*choice.ignored, *what.ignored)),
        area=what.area,
        body=what.body,
        instead=what.instead,
        months=months,
        values=values,
        published=published,
        season=season,
        refused=refused,
        observations=found,
        limited=limited,
        chart=chart,
        other=_chart(values, limited, choice, "nhsr" if choice.profile == "interface" else "interface"),
        fitness=fitness.on_a_level(fitness.fitness(chart), slope),
        slope=slope,
        beside=_beside(view, choice if season else choice.but(season=KEPT), what, limited),
        targets=targets(choice.indicator, what.body) if choice.reason == delays.ALL else (),
        marks=_marks(choice, months),
        year=year(published, choice),
        held=held(view),
        unheld=versions.not_held(view, _ask(choice, what.body), [what.area.code], found),
    )


def _held(view: View, choice: Choice, code: str, body: str) -> dict[str, Observation]:
    """Observations by month; none of the reason that came late before it was in use, which files hold as 0."""
    return {one.period: one for one in series(view, _ask(choice, body), [code])}


def _ask(choice: Choice, body: str) -> Ask:
    start = delays.O_FIRST_USED if choice.reason == "O" else ""
    return Ask(choice.indicator, start=start, body=body, reason=choice.reason)


def _chart(values: dict[str, float], limited: tuple[str, ...], choice: Choice, profile: str) -> spc.Chart:
    phases = rebase.phases(limited, [choice.rebase.start] if choice.rebase else [])
    return spc.chart([values.get(month) for month in limited], spc.PROFILES[profile], phases=phases)


def _season(every: dict[str, float], choice: Choice, limited: tuple[str, ...]) -> tuple[Season | None, str]:
    """The season to remove, or why it is not; neither where nobody asked."""
    if choice.season != REMOVED:
        return None, ""
    start = choice.rebase.start if choice.rebase else ""
    try:
        return season_of(every, form=choice.form, limited=limited, rebase=start), ""
    except Refused as problem:
        return None, str(problem)


def _slope(values: dict[str, float], limited: tuple[str, ...], chart: spc.Chart) -> float | None:
    """The slope of the latest phase, whose limits an icon would be read from (METHODS M5)."""
    phase = chart.phases[-1]
    return share_per_year({m: values[m] for m in limited[phase.first : phase.last + 1] if m in values})


def _beside(view: View, choice: Choice, what: Asked, limited: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """England's or the region's values; counts of areas of different size are not put beside one another.

    Where the season is removed it is removed from the comparator too, by its own factors, or nothing is compared.
    """
    if choice.form not in (RATE, SHARE) or what.area.type == areas.COUNTRY:
        return {}
    region = what.area.region_code
    code = areas.ENGLAND if choice.compare == "england" else region if choice.compare == "region" else ""
    other = area_queries.by_code(view, code) if code else None
    if other is None:
        return {}
    observed = _held(view, choice, other.code, what.body)
    found = {month: one.value for month, one in observed.items() if one.value is not None}
    season, refused = _season(found, choice, limited)
    if refused:
        return {}
    return {other.name: without(found, season) if season else found}


def _marks(choice: Choice, months: tuple[str, ...]) -> tuple[Mark, ...]:
    other = breaks.ADMISSIONS if choice.defined.family == DELAYS else breaks.DELAYS
    return tuple(mark for mark in breaks.between(months[0], months[-1]) if mark.series != other)


def year(values: dict[str, float], choice: Choice) -> Change | None:
    """The latest twelve months against the twelve before; rates and shares are weighted by the days of their months."""
    totals = values
    if choice.form != COUNT:
        totals = {month: value * periods.days_in(month) for month, value in values.items()}
    return change.matched_years(totals, max(values))
