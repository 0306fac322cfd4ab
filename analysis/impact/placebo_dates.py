"""Placebo dates: what the design reads where no scheme started (METHODS M13 and M15).

The windows overlap, so the estimates of one series are drawn and carry no p. Over many areas without a scheme, the
share of made-up dates that look like an effect is the design's rate of false alarms, which is measured and printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.change import Monthly
from analysis.impact.effect import Effect
from analysis.impact.its import LOG, its
from analysis.impact.window import HISTORY, Window
from analysis.rates import Refused
from domain import periods

PRE, POST = 24, 12


@dataclass(frozen=True)
class MadeUp:
    """A made-up start and what M13 reads for it."""

    start: str
    effect: Effect


def placebo_dates(values: Monthly, before: str, *, scale: str = LOG, every: int = 1) -> tuple[MadeUp, ...]:
    """The reading for made-up starts, ``every`` so many months, that have 24 months before them and 12 after.

    The 12 months end before ``before``, the real start; at most 36 months are read before each. Dates for which M13
    refuses are left out, and a series of under 36 months has none.
    """
    if not values:
        return ()
    first, found = min(values), []
    for made_up in periods.span(periods.plus(first, PRE), periods.plus(before, -POST))[::every]:
        pre = periods.span(max(first, periods.plus(made_up, -HISTORY)), periods.plus(made_up, -1))
        post = periods.span(made_up, periods.plus(made_up, POST - 1))
        try:
            found.append(MadeUp(made_up, its(values, Window(made_up, pre, (), post, post), scale=scale).effect))
        except Refused:
            continue
    return tuple(found)


@dataclass(frozen=True)
class FalseAlarms:
    """Made-up starts over many areas: how many there were, and for how many the 95 % interval excludes 0."""

    areas: int
    starts: int
    alarms: int

    @property
    def share(self) -> float:
        """Alarms ÷ starts; 5 % is what the interval promises."""
        return self.alarms / self.starts


def false_alarms(areas: Mapping[str, Monthly], before: str, *, every: int = 3) -> FalseAlarms:
    """The rate of false alarms of M13 over areas without a scheme before a month.

    Raises:
        Refused: where no area has a made-up start.
    """
    readings = [found for values in areas.values() if (found := placebo_dates(values, before, every=every))]
    effects = [one.effect for found in readings for one in found]
    if not effects:
        raise Refused("no area has 36 months without a scheme: false alarms cannot be counted")
    return FalseAlarms(len(readings), len(effects), sum(one.low > 0 or one.high < 0 for one in effects))
