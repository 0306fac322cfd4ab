"""Several indicators of one area, each with its control chart: total, responsible bodies, reasons, emergency care."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis import fitness, spc
from analysis.change import Change
from analysis.fitness import Fitness
from analysis.trend import share_per_year
from components.trends import choice as choices
from components.trends import measures
from components.trends.choice import BY_PATHWAY, Choice
from components.trends.measures import COUNT, DAY, RATE
from domain import areas, delays, discharge, organisations, periods
from domain.catalogue import EVERY
from domain.documented_indicators import READY
from domain.indicators import DELAYS, INDICATORS
from domain.indicators import EMERGENCY as EMERGENCY_CARE
from domain.successors import DISCHARGE
from panels.area.figures import held
from panels.cache import FEW, by_build, keeping
from panels.trends.levels import published
from panels.trends.observed import observed
from panels.trends.trend import WINDOW, Trend, year
from warehouse.queries import splits
from warehouse.queries.series import Ask, Observation, emergencies, singles
from warehouse.reader import View

BODIES = {
    delays.ALL: "All delays",
    delays.NHS: "NHS responsible",
    delays.SOCIAL_CARE: "Social care responsible",
    delays.BOTH: "Both responsible",
}
EMERGENCY = tuple(one for one in INDICATORS if one.family != DELAYS and (one.per_day or one.unit == "%"))
BACK = WINDOW + 11  # months before the last one that are asked for: the window, and the year before its last year


@dataclass(frozen=True)
class Line:
    """One of several indicators. ``choice`` shows it on its own; ``months`` are those of its limits.

    published: values by month, which reach back a year before the months; the other fields as in ``Trend``.
    """

    name: str
    choice: Choice
    months: tuple[str, ...]
    published: dict[str, float]
    observations: dict[str, Observation]
    chart: spc.Chart
    fitness: Fitness
    slope: float | None
    year: Change | None

    @property
    def values(self) -> dict[str, float]:
        """Values of the months of the limits."""
        return {month: self.published[month] for month in self.months if month in self.published}


def lines(view: View, found: Trend) -> tuple[Line, ...]:
    """The indicators that are held of the area of a view: all delays and each body, each reason, emergency care.

    Of an organisation, and of what came after the delays, those of its own publication: never delays with successors.
    """
    if found.choice.defined.family in (DISCHARGE, READY) or found.area.type in organisations.KINDS:
        return _own(view.at(found.choice.vintage), _base(found))
    form = found.choice.form if found.choice.defined.family == DELAYS else RATE
    indicator = measures.forms("delayed_days")[DAY if form == COUNT else form].id
    return _lines(view.at(found.choice.vintage), _base(found).but(indicator=indicator))


def _base(found: Trend) -> Choice:
    """The area, months, rules and version of a view."""
    asked = found.choice
    return Choice(
        found.area.code,
        asked.indicator,
        setting=found.setting,
        end=asked.end,
        profile=asked.profile,
        vintage=asked.vintage,
    )


@keeping(FEW)
def _own(view: View, base: Choice) -> tuple[Line, ...]:
    """The indicators of the publication that a view is of."""
    found = []
    if base.defined.family == EMERGENCY_CARE:
        every = emergencies(view, [one.id for one in EMERGENCY], base.area, "", base.end)
        found = [_line(one.label, base.but(indicator=one.id), every[one.id]) for one in EMERGENCY]
    for choice in _others(base) if not found else ():
        if base.area in published(view, choice.indicator, base.setting):
            each = observed(view, choice, base.area, delays.ALL).values()
            found.append(_line(choice.label, choice, (one for one in each if not base.end or one.period <= base.end)))
    return tuple(line for line in found if line)


@keeping(FEW)
def _lines(view: View, base: Choice) -> tuple[Line, ...]:
    cuts = singles(view, Ask(base.indicator, start=_start(base.end, _last(view, base.area)), end=base.end), base.area)
    found = [_line(BODIES[body], base.but(body=body), cuts.get((body, delays.ALL), ())) for body in BODIES]
    for code in delays.REASON_CODES:
        late = delays.O_FIRST_USED if code == "O" else ""
        used = (one for one in cuts.get((delays.ALL, code), ()) if one.period >= late)
        found.append(_line(choices.REASONS[code], base.but(reason=code), used))
    if base.area == areas.ENGLAND:
        end = held(view)["ae_england"].end if "ae_england" in held(view) else ""
        every = emergencies(view, [one.id for one in EMERGENCY], base.area, _start(base.end, end), base.end)
        found += [_line(one.label, base.but(indicator=one.id), every[one.id]) for one in EMERGENCY]
    return tuple(line for line in found if line)


def _others(base: Choice) -> Iterator[Choice]:
    """Every indicator of a family, a share by pathway once for each."""
    for one in EVERY:
        if one.family == base.defined.family:
            for pathway in discharge.PATHWAYS if one.id == BY_PATHWAY else (Choice.pathway,):
                yield base.but(indicator=one.id, pathway=pathway)


def _start(end: str, last: str) -> str:
    """The first month to ask for, where the series is known to end with ``last``."""
    return periods.plus(min(end or last, last), -BACK) if last else ""


@by_build
def _ends(view: View) -> dict[str, str]:
    return {code: last for code, (_, last) in splits.held(view).items()}


def _last(view: View, code: str) -> str:
    return _ends(view).get(code, "")


def _line(name: str, choice: Choice, observed: Iterable[Observation]) -> Line | None:
    """One indicator; None where it has no value."""
    observations = {one.period: one for one in observed}
    values = {month: one.value for month, one in observations.items() if one.value is not None}
    if not values:
        return None
    months = periods.span(min(values), max(values))[-WINDOW:]
    chart = spc.chart([values.get(month) for month in months], spc.PROFILES[choice.profile])
    slope = share_per_year({month: values[month] for month in months if month in values})
    fit = fitness.on_a_level(fitness.fitness(chart), slope)
    return Line(name, choice, months, values, observations, chart, fit, slope, year(values, choice))
