"""Placebo dates: what the design reads where no scheme started (METHODS M15).

The windows overlap, so the estimates are drawn and carry no p.
"""

from dataclasses import dataclass

from analysis.change import Monthly
from analysis.impact.effect import Effect
from analysis.impact.its import LOG, its
from analysis.impact.window import Window
from analysis.rates import Refused
from domain import periods

PRE, POST = 24, 12


@dataclass(frozen=True)
class MadeUp:
    """A made-up start and what M13 reads for it."""

    start: str
    effect: Effect


def placebo_dates(values: Monthly, start: str, *, scale: str = LOG) -> tuple[MadeUp, ...]:
    """The reading for every made-up start whose 24 months before and 12 after end before the real start.

    None where the series is shorter than 36 months; dates for which M13 refuses are left out.
    """
    if not values:
        return ()
    found = []
    first = periods.plus(min(values), PRE)
    for made_up in periods.span(first, periods.plus(start, -POST)):
        pre = periods.span(periods.plus(made_up, -PRE), periods.plus(made_up, -1))
        post = periods.span(made_up, periods.plus(made_up, POST - 1))
        try:
            found.append(MadeUp(made_up, its(values, Window(made_up, pre, (), post, post), scale=scale).effect))
        except Refused:
            continue
    return tuple(found)
