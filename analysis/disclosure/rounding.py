"""Suppression and rounding of counts of people (METHODS M25): 1 to 7 suppressed, 0 shown, others to the nearest 5."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.rates import Refused

SMALL, NEAREST = 7, 5
LEAST_PART, LEAST_BASE = 8, 30
SHOWN, SUPPRESSED, WITHHELD, UNSAID = "shown", "suppressed", "withheld", "unsaid"
LABELS = {
    SUPPRESSED: "suppressed (1 to 7)",
    WITHHELD: "withheld to protect another number",
    UNSAID: "not shown",
}


@dataclass(frozen=True)
class Cell:
    """What is released of a count: a value where it is shown, else why there is none."""

    kind: str
    value: int | None = None

    @property
    def shown(self) -> bool:
        """Whether it has a value."""
        return self.kind == SHOWN


def is_small(people: int) -> bool:
    """Whether a count is 1 to 7; a value linked to such a count (days, money) is not shown either."""
    return 1 <= people <= SMALL


def release(people: int) -> Cell:
    """A count of people by itself: 0 is 0, 1 to 7 suppressed, others to the nearest 5.

    Totals come from the true total, never from released cells. Raises Refused for what is no count.
    """
    if people != int(people) or people < 0:
        raise Refused(f"{people:g} is no count of people")
    if is_small(int(people)):
        return Cell(SUPPRESSED)
    return Cell(SHOWN, NEAREST * round(people / NEAREST))


def percentage(people: int, of: int) -> int:
    """A whole percentage from exact counts.

    Raises:
        Refused: unless people and the rest are each 0 or at least 8, and the base is at least 30.
    """
    if of < LEAST_BASE:
        raise Refused(f"fewer than {LEAST_BASE} people were counted: no percentage")
    if any(0 < part < LEAST_PART for part in (people, of - people)) or not 0 <= people <= of:
        raise Refused(f"fewer than {LEAST_PART} people are on one side: no percentage")
    return math.floor(100 * people / of + 0.5)


def three_figures(statistic: float) -> float:
    """A statistic to 3 significant figures, as it is stored: 0.78215 is 0.782, 5,563.09 is 5,560."""
    return float(f"{statistic:.3g}")


def too_many_suppressed(counts: Sequence[int]) -> bool:
    """Whether more than 20 % of months are suppressed: then statistics are withheld and quarters are shown."""
    return 5 * sum(is_small(count) for count in counts) > len(counts)
