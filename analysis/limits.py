"""Limits of individual values from their moving ranges (XmR; Shewhart 1931, Wheeler 1993; METHODS M4).

mean ± 2.66 × mean moving range, where 2.66 = 3 ÷ 1.128 turns a mean moving range into three standard
deviations. The optional screen drops moving ranges of 3.267 × their mean and more, once (Nelson 1982).
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.points import FULL, NONE, TRIAL, Options

SCREEN = 3.267
NO_VARIATION = "no variation: limits not meaningful"
NO_PAIRS = "no two points in a row: no limits"
UNSCREENED = "screening would leave no variation: limits are drawn without it"

Values = Sequence[float | None]


@dataclass(frozen=True)
class Limits:
    """The lines of a phase; lower and upper are None where there are none, equal to the mean without variation."""

    mean: float | None
    mean_moving_range: float | None = None
    lower: float | None = None
    upper: float | None = None
    kind: str = NONE
    notes: tuple[str, ...] = ()

    @property
    def meaningful(self) -> bool:
        """Whether a point can be judged by them."""
        return self.lower is not None and NO_VARIATION not in self.notes

    def near(self, limit: float | None) -> float | None:
        """Two thirds of the way from the mean to a limit."""
        if self.mean is None or limit is None:
            return None
        return self.mean + (limit - self.mean) * 2 / 3


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean, summed without loss."""
    return math.fsum(values) / len(values)


def held(values: Values) -> list[float]:
    """The values that are not missing."""
    return [value for value in values if value is not None]


def slack(values: Values) -> float:
    """Differences of this size are rounding of the machine, not of the data."""
    return 1e-12 * max((abs(value) for value in held(values)), default=0.0)


def moving_ranges(values: Values) -> list[float | None]:
    """Distance of each value from the one before it; None at the start and wherever one of the two is missing."""
    found: list[float | None] = [None] if values else []
    for earlier, later in itertools.pairwise(values):
        found.append(None if earlier is None or later is None else abs(later - earlier))
    return found


def _screened(ranges: list[float], smallest: float) -> tuple[float, tuple[str, ...]]:
    """Mean moving range after one screen, or before it, with a note, where nothing would be left."""
    plain = mean(ranges)
    kept = [one for one in ranges if one < SCREEN * plain]
    if plain > smallest and (not kept or mean(kept) <= smallest):
        return plain, (UNSCREENED,)
    return mean(kept) if kept else plain, ()


def limits(values: Values, options: Options) -> Limits:
    """Limits of one phase: mean ± multiplier × mean moving range of its baseline, or of all of it.

    Without enough points, or without two in a row, there are no limits; without variation they equal the
    mean and are not meaningful. The notes say so.
    """
    base = values if options.baseline is None else values[: options.baseline]
    points, ranges = held(base), held(moving_ranges(base))
    if not points:
        return Limits(None, notes=(_too_few(options),))
    middle = mean(points)
    if len(points) < options.least or not ranges:
        why = _too_few(options) if len(points) < options.least else NO_PAIRS
        return Limits(middle, mean(ranges) if ranges else None, notes=(why,))
    kind = FULL if len(points) >= options.full else TRIAL
    smallest = slack(base)
    average, notes = _screened(ranges, smallest) if options.screen else (mean(ranges), ())
    if average <= smallest:
        return Limits(middle, 0.0, middle, middle, kind, (NO_VARIATION,))
    reach = options.multiplier * average
    return Limits(middle, average, middle - reach, middle + reach, kind, notes)


def _too_few(options: Options) -> str:
    where = "" if options.baseline is None else " in the baseline"
    return f"fewer than {options.least} points{where}: no limits"
