"""Straight lines through a monthly series (METHODS M5: a trend of over 2 % a year rules out level limits)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.change import Monthly
from domain import periods


@dataclass(frozen=True)
class Line:
    """A least-squares line: value at position 0, and slope a position."""

    start: float
    slope: float

    def at(self, position: float) -> float:
        """The line's value at a position."""
        return self.start + self.slope * position


def line(positions: Sequence[float], values: Sequence[float]) -> Line | None:
    """The least-squares line (Legendre 1805); None with fewer than two different positions."""
    if len(set(positions)) < 2:
        return None
    middle, mean = math.fsum(positions) / len(positions), math.fsum(values) / len(values)
    pairs = list(zip(positions, values, strict=True))
    slope = math.fsum((x - middle) * (y - mean) for x, y in pairs) / math.fsum((x - middle) ** 2 for x in positions)
    return Line(mean - slope * middle, slope)


def slope_per_year(values: Monthly) -> float | None:
    """Change a year, in the unit of the values: 12 × the least-squares slope on the months present.

    None with fewer than two months.
    """
    months = sorted(values)
    found = line([periods.gap(months[0], month) for month in months], [values[month] for month in months])
    return None if found is None else found.slope * 12


def share_per_year(values: Monthly) -> float | None:
    """slope_per_year ÷ the mean of the months present: 0.039 is 3.9 % a year; None without a slope or a mean."""
    slope = slope_per_year(values)
    mean = math.fsum(values.values()) / len(values) if values else 0.0
    return None if slope is None or not mean else slope / mean
