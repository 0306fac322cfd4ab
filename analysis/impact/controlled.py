"""A scheme's area against similar areas that do not run it (METHODS M14).

Comparators are not untreated: national money and the winter reached all at once. Word it "over and above what
similar areas did". No p-value comes of one treated area (Conley and Taber 2011, Review of Economics and Statistics
93:113): placebo areas (M15) stand for it.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from analysis.change import Monthly
from analysis.impact import gls
from analysis.impact.effect import Effect, as_share
from analysis.impact.gls import Ordinary
from analysis.impact.its import Interruption, interruption
from analysis.impact.student import Array
from analysis.impact.window import Window
from analysis.rates import Refused

TREND, LEVEL = 1, 2
BASELINE = 24
MOST = 0.5  # of the estimate that a trend from before may explain


@dataclass(frozen=True)
class Comparator:
    """The sum over other areas: values by month, the areas in it, and those left out for a missing month."""

    values: dict[str, float]
    areas: tuple[str, ...]
    incomplete: tuple[str, ...]


def comparator(areas: Mapping[str, Monthly], window: Window, *, without: Collection[str]) -> Comparator:
    """The sum over areas that hold every month of the window.

    without: our own area, and partners that run the scheme. An area with a missing month leaves it altogether,
    so that the sum is always of the same areas; a month that most areas lack (an absent file) is left out instead.

    Raises:
        Refused: when no area is left.
    """
    others = [area for area in areas if area not in without]
    months = [m for m in (*window.pre, *window.judged) if 2 * sum(m in areas[area] for area in others) > len(others)]
    kept = tuple(area for area in others if months and all(month in areas[area] for month in months))
    if not kept:
        raise Refused("no comparison exists for this indicator")
    sums = {month: math.fsum(areas[area][month] for area in kept) for month in months}
    return Comparator(sums, kept, tuple(area for area in others if area not in kept))


@dataclass(frozen=True)
class Controlled:
    """What the design found.

    effect: as a share, over and above the comparator; None where the trend from before explains too much of it.
    slope: of ours ÷ comparator over the 24 months before, as a share a year, with its interval. explained: what
    that slope alone would make between the middles of both periods, as a share of the estimate. why: in words.
    """

    effect: Effect | None
    slope: Effect
    explained: float
    ordinary: Ordinary
    pre: int
    post: int
    why: str = ""

    @property
    def passed(self) -> bool:
        """Whether the pre-trend allows an estimate; that it does is no proof of parallel trends (Roth 2022)."""
        return not self.why


def controlled(ours: Monthly, theirs: Monthly, window: Window) -> Controlled:
    """The effect on ln(ours ÷ comparator): X = 1, t/12, D, errors and interval as in M13, no season.

    Refused where |slope| × (months from the middle of the months before to the middle of those after) ÷ 12
    exceeds half of the estimate (Roth 2022, American Economic Review: Insights 4:305).

    Raises:
        TooShort: as in M13.
        Refused: for a value of 0, and for a ratio without variation.
    """
    months = [month for month in (*window.pre, *window.judged) if month in ours and month in theirs]
    ratio = {month: _log_ratio(ours[month], theirs[month]) for month in months}
    data = interruption(ratio, window)
    x = np.column_stack([np.ones_like(data.times), data.times / 12, (data.times >= 0).astype(float)])
    fit = gls.mixture(x, data.y, data.times, LEVEL)
    slope = _slope(data)
    explained = _explained(slope.value, fit.effect.value, data.times)
    why = ""
    if explained > MOST:
        why = (
            "before the start our area was already moving away from similar areas: that alone would explain more "
            "than half of the difference, so no number is given"
        )
    return Controlled(
        None if why else fit.effect.moved(as_share),
        slope.moved(as_share),
        explained,
        gls.ordinary(x, data.y, data.times, LEVEL),
        data.pre,
        data.post,
        why,
    )


def _log_ratio(ours: float, theirs: float) -> float:
    if ours <= 0 or theirs <= 0:
        raise Refused("a value of 0 has no ratio: read this series by quarter or by year")
    return math.log(ours / theirs)


def _slope(data: Interruption) -> Effect:
    """The slope a year of the latest 24 months before."""
    kept = (data.times < 0) & (data.times >= _latest(data.times) - BASELINE + 1)
    times = data.times[kept]
    return gls.mixture(np.column_stack([np.ones_like(times), times / 12]), data.y[kept], times, TREND).effect


def _latest(times: Array) -> float:
    """The last month before."""
    return float(times[times < 0].max())


def _explained(slope: float, estimate: float, times: Array) -> float:
    distance = float(times[times >= 0].mean() - times[times < 0].mean())
    return abs(slope) * distance / 12 / abs(estimate) if estimate else math.inf
