"""Comparisons between areas (METHODS M8).

Delayed days are not independent events, so no Poisson or binomial limit applies: the interval is the month-to-month
variation of the area's own mean, not sampling error.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

YEAR, HISTORY = 12, 36
Z = 1.96


@dataclass(frozen=True)
class Interval:
    """A mean with its month-to-month variation, in the unit of the values."""

    mean: float
    low: float
    high: float


def variation_interval(values: Sequence[float]) -> Interval:
    """Mean of the latest 12 values ± 1.96·s·√((1+r1)/((1-r1)·12)) (METHODS M8).

    values: one a month, oldest first; s and r1 are those of the latest 36 after removing a linear trend. Raises
    ValueError for fewer than 12 values.
    """
    if len(values) < YEAR:
        raise ValueError(f"{len(values)} values: the mean of a year needs {YEAR}")
    mean = sum(values[-YEAR:]) / YEAR
    left = _without_trend(values[-HISTORY:])
    spread = sum(one * one for one in left)
    if not spread:
        return Interval(mean, mean, mean)
    pairs = sum(one * other for one, other in itertools.pairwise(left))
    r1 = min(pairs / spread, 0.99)
    reach = Z * math.sqrt(spread / (len(left) - 1)) * math.sqrt((1 + r1) / ((1 - r1) * YEAR))
    return Interval(mean, mean - reach, mean + reach)


def _without_trend(values: Sequence[float]) -> list[float]:
    """Values less their least-squares line."""
    count = len(values)
    middle, mean = (count - 1) / 2, sum(values) / count
    across = sum((place - middle) ** 2 for place in range(count))
    slope = sum((place - middle) * (value - mean) for place, value in enumerate(values)) / across
    return [value - mean - slope * (place - middle) for place, value in enumerate(values)]
