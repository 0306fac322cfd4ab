"""Why then? Whether a scheme started after an unusual run, so that some return was to be expected (METHODS M17)."""

import math
from dataclasses import dataclass

from analysis.change import Monthly
from analysis.impact.window import Window
from analysis.limits import mean
from domain import periods

RUN, BASE, LEAST_BASE = 3, 12, 9
LIMIT = 1.5


@dataclass(frozen=True)
class Selection:
    """The check. distance: of the run's mean from the mean of the year before it, in its sd, above 0 is bad.

    months: the three months, which leave the months before the start where ``fired``. why: the reason for
    which nothing could be checked, else empty.
    """

    months: tuple[str, ...]
    run: float | None
    base: float | None
    distance: float | None
    fired: bool
    why: str = ""

    @property
    def checked(self) -> bool:
        """Whether there was enough to check; without, a verdict cannot be *working*."""
        return not self.why

    def applied(self, window: Window) -> Window:
        """The window for the second result, which is the one that the verdict uses."""
        return window.without(self.months) if self.fired else window


def selection(values: Monthly, start: str, good: str) -> Selection:
    """Whether the mean of the 3 months before the start lies more than 1.5 sd from the mean of the 12 before those.

    Only a run on the bad side counts; ``good`` is ``up`` or ``down``. The sd is that of the 12 months, n − 1. All
    three months and at least 9 of the 12 have to be held. Regression to the mean after such a run: Barnett,
    van der Pols and Dobson 2005, International Journal of Epidemiology 34:215.
    """
    months = periods.span(periods.plus(start, -RUN), periods.plus(start, -1))
    earlier = periods.span(periods.plus(start, -RUN - BASE), periods.plus(start, -RUN - 1))
    run = [values[month] for month in months if month in values]
    base = [values[month] for month in earlier if month in values]
    if len(run) < RUN or len(base) < LEAST_BASE:
        why = f"{len(run)} of the 3 months before the start and {len(base)} of the 12 before those are held"
        return Selection(months, None, None, None, fired=False, why=why)
    middle, average = mean(run), mean(base)
    spread = math.sqrt(math.fsum((one - average) ** 2 for one in base) / (len(base) - 1))
    away = (middle - average) * (1 if good == "down" else -1)
    distance = away / spread if spread else math.copysign(math.inf, away) if away else 0.0
    return Selection(months, middle, average, distance, fired=distance > LIMIT)
