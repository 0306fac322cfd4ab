"""How much an indicator varies by itself before a scheme starts (METHODS M19)."""

import math
from dataclasses import dataclass

import numpy as np

from analysis import fitness
from analysis.change import Monthly
from analysis.impact.its import LOG
from analysis.rates import Refused
from domain import periods

MONTHS, LEAST = 24, 18
COEFFICIENTS = 4


@dataclass(frozen=True)
class Variation:
    """s (a share for ``log``, else the unit of the values) and r1 of a history of so many months."""

    s: float
    r1: float
    months: int


def variation(values: Monthly, start: str, *, scale: str = LOG) -> Variation:
    """s and r1 of the 24 months before a start, after trend and season (a line, sin and cos by least squares).

    s = √(RSS ÷ (n − 4)). A negative r1 counts as 0: nothing is promised for it.

    Raises:
        Refused: with fewer than 18 of the 24 months, or a value of 0 on the log scale.
    """
    months = [m for m in periods.span(periods.plus(start, -MONTHS), periods.plus(start, -1)) if m in values]
    if len(months) < LEAST:
        raise Refused(f"{len(months)} of the 24 months before the start are held and {LEAST} are needed")
    if scale == LOG and any(values[month] <= 0 for month in months):
        raise Refused("a value of 0 has no share: read this series by quarter or by year")
    y = np.array([math.log(values[month]) if scale == LOG else values[month] for month in months])
    times = np.array([periods.gap(start, month) for month in months], dtype=float)
    angle = 2 * math.pi * times / 12
    x = np.column_stack([np.ones_like(times), times / 12, np.sin(angle), np.cos(angle)])
    residuals = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    s = math.sqrt(float(residuals @ residuals) / (len(months) - COEFFICIENTS))
    held: list[float | None] = [None] * MONTHS
    for at, residual in zip(times.tolist(), residuals.tolist(), strict=True):
        held[int(at) + MONTHS] = residual
    return Variation(s, max(0.0, fitness.r1(held) or 0.0), len(months))
