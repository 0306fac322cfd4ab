"""Shares of people: whether one may be shown by itself, and what a shown one says of its counts (METHODS M25)."""

import math

from analysis.disclosure.rounding import NEAREST, SMALL, is_small, percentage
from analysis.rates import Refused

MOST = 1 << 30  # no count of people is larger
SLACK = (NEAREST - 1) // 2


def shown(people: int, of: int) -> bool:
    """Whether the percentage may be shown by itself."""
    try:
        percentage(people, of)
    except Refused:
        return False
    return True


def known(people: int, of: int) -> tuple[int, int]:
    """What a reader knows of a count behind a share: shown as a whole percentage of a base to the nearest 5, or not.

    Of a share that is not shown the reader is taken to know on which side the small count lies.
    """
    if not shown(people, of):
        return (1, SMALL) if is_small(people) else (0, MOST)
    share = math.floor(100 * people / of + 0.5)
    if people == 0:
        return 0, 0
    base = NEAREST * round(of / NEAREST)
    low = math.ceil((share - 0.5) / 100 * (base - SLACK))
    high = math.floor((share + 0.5) / 100 * (base + SLACK))
    return max(SMALL + 1, min(low, people)), max(high, people)
