"""An effect with its intervals, as every design of evidence reports it (METHODS M13, M14 and M20)."""

import math
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Effect:
    """Median with its 95 % interval and, where there is one, its 80 % interval.

    Shares (−0.12 is 12 % less) for counts and rates, the unit of the values (percentage points) for proportions.
    """

    value: float
    low: float
    high: float
    low80: float | None = None
    high80: float | None = None

    def moved(self, by: Callable[[float], float]) -> "Effect":
        """Every number through a rising function, such as from logarithms to shares."""
        ends = (None if end is None else by(end) for end in (self.low80, self.high80))
        return Effect(by(self.value), by(self.low), by(self.high), *ends)

    def towards(self, good: str) -> "Effect":
        """The effect counted in the good direction (``up`` or ``down``), so that above 0 is good."""
        if good == "up":
            return self
        low80, high80 = self.low80, self.high80
        return Effect(
            -self.value,
            -self.high,
            -self.low,
            None if high80 is None else -high80,
            None if low80 is None else -low80,
        )


def as_share(log_ratio: float) -> float:
    """exp(b) − 1: a difference of logarithms as a share, −0.105 as 10 % less."""
    return math.expm1(log_ratio)
