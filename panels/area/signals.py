"""Each reason as a control chart: limits from its latest months, the rules met, and what it may say (METHODS M4, M7).

Limits are those of the trends page for the same reason and last month: default profile, latest 36 months.
"""

from typing import NamedTuple

from analysis import fitness, spc
from analysis.change import Change
from analysis.fitness import Fitness
from analysis.trend import share_per_year
from components.area.choice import Choice
from domain import delays, periods
from domain.indicators import INDICATOR_BY_ID
from panels.area import words
from panels.area.figures import AreaFigures, Monthly, area_figures
from panels.area.months_drawn import drawn
from panels.area.shown import Shown, shown
from panels.cache import FEW, keeping
from warehouse.reader import View

WINDOW = 36  # months from which limits are computed
GOOD = INDICATOR_BY_ID["dtoc_beds"].good


class Signal(NamedTuple):
    """One reason. values: of the months drawn; limited: the months of the chart's points.

    slope: share by which the latest phase rises a year, None where that cannot be said; icon: what an icon may say of
    the latest point, empty where none is allowed; year: the latest twelve months against the twelve before.
    """

    code: str
    values: Monthly
    limited: tuple[str, ...]
    chart: spc.Chart
    fitness: Fitness
    slope: float | None
    icon: str
    year: Change | None

    @property
    def phase(self) -> spc.Phase | None:
        """The latest phase; None where no month is held."""
        return self.chart.phases[-1] if self.chart.phases else None

    @property
    def counted(self) -> bool:
        """Whether the chart may carry an icon."""
        return self.fitness.kind == fitness.ICON

    @property
    def stands_out(self) -> bool:
        """Whether the icon speaks of a change."""
        return self.icon not in ("", "common")

    def rules(self, month: str) -> tuple[str, ...] | None:
        """Every rule that a month meets; None for a month without limits."""
        if not self.limited or not self.limited[0] <= month <= self.limited[-1]:
            return None
        return self.chart.points[periods.gap(self.limited[0], month)].rules


@keeping(FEW)
def signals(view: View, choice: Choice) -> tuple[Signal, ...]:
    """Reasons in the order of the ranked list."""
    found = area_figures(view, choice.scope)
    if found is None:
        return ()
    how = shown(view, choice.form, found.area.code)
    return tuple(_signal(found, how, code) for code, _ in words.ranked(found))


def in_use(found: AreaFigures, code: str) -> Monthly:
    """Delayed days of a reason in the months in which it was in use."""
    days = found.reasons[code]
    return {m: value for m, value in days.items() if m >= delays.O_FIRST_USED} if code == "O" else days


def _signal(found: AreaFigures, how: Shown, code: str) -> Signal:
    days = in_use(found, code)
    values = how.each(days, drawn(found))
    limited = periods.span(min(values), max(values))[-WINDOW:] if values else ()
    chart = spc.chart([values.get(month) for month in limited])
    slope = share_per_year({month: values[month] for month in limited if month in values})
    fit = fitness.on_a_level(fitness.fitness(chart), slope)
    icon = fitness.icon(chart, GOOD) if fit.kind == fitness.ICON else ""
    year = how.year(days, max(values)) if values else None
    return Signal(code, values, limited, chart, fit, slope, icon, year)


def by_chance(every: tuple[Signal, ...]) -> tuple[int, float, int]:
    """Reasons that may carry an icon, how many icons of a change chance would show on them, and how many are shown."""
    counted = [one for one in every if one.counted]
    expected = fitness.by_chance(one.fitness.r1 for one in counted)
    return len(counted), expected, sum(one.stands_out for one in counted)
