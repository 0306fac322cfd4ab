"""Whether a survey changed (METHODS M20)."""

import math
from dataclasses import dataclass

from analysis import compare
from analysis.compare import Interval
from analysis.rates import Refused

LEAST_ANSWERS = 100


@dataclass(frozen=True)
class Margin:
    """A published result with the publisher's own margin of error, in one unit."""

    value: float
    margin: float


@dataclass(frozen=True)
class Move:
    """A change between two surveys: how much it is, how much it needs, its interval, and whether it counts."""

    change: float
    needs: float
    low: float
    high: float

    @property
    def counts(self) -> bool:
        """Whether the change is larger than both margins allow; a lone change is still only "possible"."""
        return abs(self.change) > self.needs


def change(then: Margin, now: Margin, *, broken: str = "") -> Move:
    """Δ counts if |Δ| > √(m₁² + m₂²), the 95 % margin of a difference of independent estimates.

    The margin is the publisher's, never made from numerator and base: surveys are weighted and populations
    finite. broken: why the two cannot be compared (a missing, voluntary or renumbered year between them).

    Raises:
        Refused: with ``broken`` as the reason, or without a margin.
    """
    if broken:
        raise Refused(broken)
    if then.margin <= 0 or now.margin <= 0:
        raise Refused("the publisher gives no margin of error, so a change cannot be told from chance")
    difference, needs = now.value - then.value, math.hypot(then.margin, now.margin)
    return Move(difference, needs, difference - needs, difference + needs)


def published(then: Margin, now: Margin, *, decimals: int, broken: str = "") -> Move:
    """The same of two figures printed with some decimals.

    A margin printed as 0 is less than half of the last digit, so half is taken; and what rounding alone can make,
    one of the last digit, never counts.

    Raises:
        Refused: as ``change``.
    """
    digit = 10.0**-decimals
    found = change(*(Margin(one.value, one.margin or digit / 2) for one in (then, now)), broken=broken)
    difference, needs = round(found.change, decimals + 3), round(max(found.needs, digit), decimals + 3)
    return Move(difference, needs, difference - needs, difference + needs)


@dataclass(frozen=True)
class Answers:
    """Answers to a question of a local survey: how many said yes, of how many."""

    yes: int
    of: int


def pooled(*parts: Answers) -> Answers:
    """Answers of several rounds together."""
    return Answers(sum(part.yes for part in parts), sum(part.of for part in parts))


def local_change(then: Answers, now: Answers) -> Interval:
    """Now less then of pooled answers, as a share, with Newcombe's 95 % interval (M10).

    Raises:
        Refused: with fewer than 100 answers a side.
    """
    least = min(then.of, now.of)
    if least < LEAST_ANSWERS:
        raise Refused(f"{least} answers on one side and {LEAST_ANSWERS} are needed: cannot tell")
    return compare.newcombe(now.yes, now.of, then.yes, then.of)
