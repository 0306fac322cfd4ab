"""Interrupted time series of one indicator (METHODS M13).

Estimand: the mean gap over the months after the roll-in between what happened and the projection of the months
before. Wagner et al. 2002 (Journal of Clinical Pharmacy and Therapeutics 27:299) for the design; the errors and
the interval are those of analysis.impact.gls.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.change import Monthly
from analysis.impact import gls
from analysis.impact.effect import Effect, as_share
from analysis.impact.gls import Ordinary
from analysis.impact.student import Array
from analysis.impact.window import Window
from analysis.rates import Refused
from domain import periods

LOG, POINTS = "log", "points"
PRE, POST, WORKING, GAP = 24, 6, 12, 3
MONTHLY, QUARTERLY = 1, 3
D = 2  # the column of the level change


class TooShort(Refused):
    """A series that is too short, or has too long a gap, for the design; the text is the reason."""


@dataclass(frozen=True)
class Estimate:
    """What the design found.

    scale: ``log`` (counts and rates: the effect is a share) or ``points`` (proportions: in the unit of the
    values). effect: median, 95 % and 80 %. ordinary: least squares, in logarithms for ``log``, as a diagnostic.
    rho: the autocorrelation of most weight. pre, post: months held (an observation of a quarter is three).
    projection: month and value expected without the scheme, before and after, in the unit of the values.
    """

    scale: str
    effect: Effect
    ordinary: Ordinary
    rho: float
    pre: int
    post: int
    projection: tuple[tuple[str, float], ...]


def its(values: Monthly, window: Window, *, scale: str = LOG, step: int = MONTHLY) -> Estimate:
    """The effect of a scheme on a series, by the mixture over ρ.

    Args:
        values: per day for counts (M1); percentages for ``points``. A quarter is named by its first month.
        window: which months are before and after; by quarter for quarterly series.
        step: months that one value stands for, 1 or 3. Time stays in months, so that ρ is always of a month, and
            the least (24 months before, 6 after) is counted in months. Months that M17 leaves out count as held.

    Raises:
        TooShort: with fewer than 24 months before or 6 after, or a gap of over 3 months.
        Refused: for a value of 0 on the log scale, and for a series without variation.
    """
    read = {month: values[month] for month in (*window.pre, *window.judged) if month in values}
    if scale == LOG:
        read = {month: _logarithm(value) for month, value in read.items()}
    data = interruption(read, window, step=step)
    fit = interrupted(data.y, data.times, m=data.m, step=step)
    expected = np.exp(fit.expected) if scale == LOG else fit.expected
    return Estimate(
        scale,
        fit.effect.moved(as_share) if scale == LOG else fit.effect,
        fit.ordinary,
        fit.rho,
        data.pre,
        data.post,
        tuple(zip(data.months, expected.tolist(), strict=True)),
    )


@dataclass(frozen=True, eq=False)
class Interruption:
    """A series laid out for a model.

    y at months; times: months from the first after the roll-in; m: months from there to the last value; pre, post:
    months held before and after.
    """

    months: tuple[str, ...]
    y: Array
    times: Array
    m: int
    pre: int
    post: int


def interruption(values: Monthly, window: Window, *, step: int = MONTHLY) -> Interruption:
    """The months of the window that are held, where they are enough.

    Raises:
        TooShort: with fewer than 24 months before or 6 after, or a gap of over 3 months.
    """
    pre, post = _held(values, window.before), _held(values, window.judged)
    months_pre, months_post = len(_held(values, window.pre)) * step, len(post) * step
    _enough(months_pre, months_post)
    first, last = window.before.index(pre[0]), window.judged.index(post[-1])
    _no_long_gap(values, window.before[first:], step, "before the start")
    _no_long_gap(values, window.judged[: last + 1], step, "after the roll-in")
    months, origin = (*pre, *post), window.judged[0]
    times = np.array([periods.gap(origin, month) for month in months], dtype=float)
    y = np.array([values[month] for month in months])
    return Interruption(months, y, times, periods.gap(origin, post[-1]) + step, months_pre, months_post)


@dataclass(frozen=True, eq=False)
class Fit:
    """The model in the unit in which it was fitted."""

    effect: Effect
    ordinary: Ordinary
    rho: float
    expected: Array


def interrupted(y: Array, times: Array, *, m: int, step: int = MONTHLY, season: bool = True) -> Fit:
    """The model without any refusal for length.

    X = 1, t/12, D, D·(t − (m−step)/2)/12, and sin and cos of 2πt/12 where ``season``; t is in months from the
    first month after the roll-in, D is 1 from there on and m are the months from there to the last value. So the
    coefficient of D is the gap in the middle of the months after, which is the mean gap over them.
    """
    x = _design(times, m - step, season=season)
    fit = gls.mixture(x, y, times, D)
    without = x.copy()
    without[:, D : D + 2] = 0.0
    return Fit(fit.effect, gls.ordinary(x, y, times, D), fit.rho, without @ fit.coefficients)


def _design(times: Array, width: float, *, season: bool) -> Array:
    after = (times >= 0).astype(float)
    columns = [np.ones_like(times), times / 12, after, after * (times - width / 2) / 12]
    if season:
        angle = 2 * math.pi * times / 12
        columns += [np.sin(angle), np.cos(angle)]
    return np.column_stack(columns)


def _logarithm(value: float) -> float:
    if value <= 0:
        raise Refused("a value of 0 has no share: read this series by quarter or by year")
    return math.log(value)


def _held(values: Mapping[str, float], months: Sequence[str]) -> tuple[str, ...]:
    return tuple(month for month in months if month in values)


def _enough(pre: int, post: int) -> None:
    for found, least, where in ((pre, PRE, "before the start"), (post, POST, "after the roll-in")):
        if found < least:
            raise TooShort(f"{found} months are held {where} and {least} are needed: no estimate")


def _no_long_gap(values: Monthly, months: Sequence[str], step: int, where: str) -> None:
    missing = 0
    for month in months:
        missing = 0 if month in values else missing + step
        if missing > GAP:
            raise TooShort(f"over {GAP} months in a row are missing {where}, to {periods.label(month)}: no estimate")
