"""Intervals for comparing areas and answers (METHODS M8 and M10)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analysis import fitness, trend
from analysis.limits import held, mean
from analysis.rates import Refused

Z = 1.959963984540054
MONTHS, LEAST = 36, 24
LATEST, LEAST_LATEST = 12, 9


@dataclass(frozen=True)
class Interval:
    """A value with the ends of its 95 % interval."""

    low: float
    value: float
    high: float


def variation_interval(values: Sequence[float | None]) -> Interval:
    """Mean of the latest 12 months ± 1.96·s·√((1+r1) ÷ ((1−r1)·12)) (METHODS M8).

    s (n − 2 degrees of freedom) and r1 are those of the latest 36 months after removing a linear trend. A
    missing month is None and keeps its place: it is in no mean and no pair, and 12 falls to the months held.
    Say "month-to-month variation, not sampling error": delayed days are no independent events, so no Poisson
    or binomial limit holds.

    Raises:
        Refused: with fewer than 24 of the latest 36 months, or 9 of the latest 12.
    """
    places = [place for place, value in enumerate(values[-MONTHS:]) if value is not None]
    months, year = held(values[-MONTHS:]), held(values[-LATEST:])
    for found, least, of in ((months, LEAST, MONTHS), (year, LEAST_LATEST, LATEST)):
        if len(found) < least:
            raise Refused(f"{len(found)} of the latest {of} months are held and {least} are needed: no interval")
    fitted = trend.line(places, months) or trend.Line(0.0, 0.0)
    residuals = [None if value is None else value - fitted.at(at) for at, value in enumerate(values[-MONTHS:])]
    size = math.sqrt(math.fsum(e * e for e in held(residuals)) / (len(months) - 2))
    r1 = fitness.r1(residuals) or 0.0
    reach = 1.96 * size * math.sqrt((1 + r1) / ((1 - r1) * len(year)))
    average = mean(year)
    return Interval(average - reach, average, average + reach)


def wilson(count: float, of: float) -> Interval:
    """A proportion of people with its 95 % score interval (METHODS M10; Wilson 1927).

    (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n). Raises Refused without people or beyond 0 to ``of``.
    """
    if of <= 0 or not 0 <= count <= of:
        raise Refused(f"{count:g} of {of:g} is no proportion")
    share, square = count / of, Z * Z / of
    middle = (share + square / 2) / (1 + square)
    reach = Z * math.sqrt(share * (1 - share) / of + square / (4 * of)) / (1 + square)
    low = 0.0 if count == 0 else middle - reach
    return Interval(low, share, 1.0 if count == of else middle + reach)


def byar(count: float) -> Interval:
    """A count of people with Byar's 95 % interval (METHODS M10; Breslow and Day 1987).

    O(1 − 1/9O − z/3√O)³ to O′(1 − 1/9O′ + z/3√O′)³ with O′ = O + 1. For a rate divide all three by the
    population. Raises Refused for a count below 0.
    """
    if count < 0:
        raise Refused(f"{count:g} is no count")
    more = count + 1
    high = more * (1 - 1 / (9 * more) + Z / (3 * math.sqrt(more))) ** 3
    low = count * (1 - 1 / (9 * count) - Z / (3 * math.sqrt(count))) ** 3 if count else 0.0
    return Interval(max(0.0, low), count, high)


def newcombe(count: float, of: float, than_count: float, than_of: float) -> Interval:
    """Difference of two independent proportions, first less second, with its 95 % interval.

    METHODS M10; Newcombe 1998, method 10: the Wilson ends l, u of both give
    d − √((p₁−l₁)² + (u₂−p₂)²) to d + √((u₁−p₁)² + (p₂−l₂)²).
    """
    one, two = wilson(count, of), wilson(than_count, than_of)
    difference = one.value - two.value
    low = difference - math.hypot(one.value - one.low, two.high - two.value)
    high = difference + math.hypot(one.high - one.value, two.value - two.low)
    return Interval(low, difference, high)
