"""One indicator of one area over time with its control chart: what every panel of the trends page is made of."""

from dataclasses import dataclass

from analysis import change, fitness, rebase, spc
from analysis.change import Change
from analysis.fitness import Fitness
from analysis.rates import Refused
from analysis.trend import share_per_year
from components import text
from components.trends.choice import KEPT, REMOVED, Choice
from components.trends.measures import COUNT, RATE
from domain import areas, periods
from domain.breaks import Mark
from domain.documented_indicators import BED_SHARE, READY
from domain.successors import DISCHARGE
from domain.targets import Target
from panels.area.figures import held
from panels.cache import by_build
from panels.trends.asked import Asked, asked
from panels.trends.marks import expected, marks
from panels.trends.observed import observed, unheld
from panels.trends.seasonal import Season, season_of, without
from warehouse.queries import places
from warehouse.queries.areas import Area
from warehouse.queries.freshness import Held
from warehouse.queries.series import Observation
from warehouse.reader import View

LATER = "Nothing of this measure is held before {}, so the latest months are shown."
WINDOW, HISTORY = 36, 60  # months from which limits are computed (METHODS M4), and months before them that are drawn


@dataclass(frozen=True)
class Trend:
    """What is shown. ``months`` are consecutive; ``values`` holds those that have a value, as charted.

    area, body, setting: what is shown, which is not what the link asked for where ``instead`` says why.
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
    setting: str
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
        base = ("beds",) if self.choice.defined.family == BED_SHARE else ()
        return (*found, "population") if self.choice.form == RATE else (*found, *base)

    @property
    def differing(self) -> tuple[str, ...]:
        """Months whose class differs between the two profiles."""
        return tuple(self.limited[place] for place in spc.differing(self.chart, self.other))


@by_build
def trend(view: View, choice: Choice) -> Trend | None:
    """The view of a choice; None where nothing is held of it at all."""
    view = view.at(choice.vintage)
    what = asked(view, choice)
    choice = choice.but(setting=what.setting)
    found = observed(view, choice, what.area.code, what.body)
    every = {month: one.value for month, one in found.items() if one.value is not None}
    if not every:
        return None
    late = _late(choice, min(every))
    choice = choice.but(end="") if late else choice
    every = {month: value for month, value in every.items() if not choice.end or month <= choice.end}
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
        setting=what.setting,
        instead=(*what.instead, *late),
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
        targets=expected(choice, what.area, what.body),
        marks=marks(choice, months),
        year=year(published, choice),
        held=held(view),
        unheld=unheld(view, choice, what.area.code, what.body, found),
    )


def _late(choice: Choice, first: str) -> tuple[str, ...]:
    """That the months asked for lie before a series which began after delays had ended; nothing where they do not."""
    later = choice.defined.family in (DISCHARGE, READY) and "" < choice.end < first
    return (LATER.format(text.month(first)),) if later else ()


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
    if not choice.comparable or what.area.type == areas.COUNTRY:
        return {}
    region = what.area.region_code
    code = areas.ENGLAND if choice.compare == "england" else region if choice.compare == "region" else ""
    other = places.by_code(view, code) if code else None
    if other is None:
        return {}
    every = observed(view, choice, other.code, what.body)
    found = {month: one.value for month, one in every.items() if one.value is not None}
    season, refused = _season(found, choice, limited)
    if refused:
        return {}
    return {other.name: without(found, season) if season else found}


def year(values: dict[str, float], choice: Choice) -> Change | None:
    """The latest twelve months against the twelve before; rates and shares are weighted by the days of their months."""
    totals = values
    if choice.form != COUNT:
        totals = {month: value * periods.days_in(month) for month, value in values.items()}
    return change.matched_years(totals, max(values))
