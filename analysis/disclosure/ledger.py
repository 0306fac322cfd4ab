"""What all that is told of one series of people gives away together (METHODS M25).

Every number that is released of a series speaks of a stretch of it: a cell of one period, a quarter, a year to date,
the months before a start. With P(t) as the sum of everything up to a period, each says between what a difference of
two P lies; the bounds that follow from all of them are shortest paths (Bellman 1958), and they are exact in whole
numbers. So a number is told only where every small count keeps 4 possible values, given all that was told before.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from analysis.disclosure.attack import bounds, width
from analysis.disclosure.protect import LEAST_VALUES
from analysis.disclosure.rounding import Cell, is_small, release

MOST = 1 << 30  # no sum of people is larger
Stretch = tuple[int, int]  # first and last place in the series


class Ledger:
    """One series and what is told of it.

    counts: true counts in the order of time. known: the least and the most that each can be, as it is shown by itself.
    """

    def __init__(self, counts: Sequence[int], known: Sequence[tuple[int, int]]) -> None:
        self.counts = tuple(counts)
        self._sums = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        size = len(counts) + 1
        self._most = np.full((size, size), MOST, np.int64)  # [a, b]: what P(b) less P(a) can be at most
        np.fill_diagonal(self._most, 0)
        self._guarded = [(place, place) for place, count in enumerate(counts) if is_small(count)]
        for place, ends in enumerate(known):
            self._most = _with(self._most, (place, place), *ends)

    def total(self, stretch: Stretch) -> int:
        """The true sum of a stretch."""
        return int(self._sums[stretch[1] + 1] - self._sums[stretch[0]])

    def tell(self, first: int, last: int) -> Cell | None:
        """The sum of a stretch as it may be shown, rounded from the true sum; None where it may not be shown.

        What was told while the stretch was shorter is remembered by its readers: every sum from the same first
        period is told or kept back in the order in which it came to be known.
        """
        found = None
        for end in range(first, last + 1):
            cell = release(self.total((first, end)))
            safe = self._take([((first, end), bounds(cell))])
            found = cell if safe else None
        return found

    def note(self, stretch: Stretch) -> None:
        """Count a sum as told that is shown by a rule of its own, as the quarters of a series of small numbers are."""
        self._most = _with(self._most, stretch, *bounds(release(self.total(stretch))))

    def rest(self, stretches: Iterable[Stretch]) -> bool:
        """Whether statistics may rest on the exact sums of these stretches; they count as told where they may."""
        return self._take([(one, (self.total(one), self.total(one))) for one in stretches])

    def feasible(self, stretch: Stretch) -> tuple[int, int]:
        """The smallest and the largest that the sum of a stretch can be, given all that was told."""
        first, after = stretch[0], stretch[1] + 1
        return int(-self._most[after, first]), int(self._most[first, after])

    def _take(self, facts: Sequence[tuple[Stretch, tuple[int, int]]]) -> bool:
        found = self._most
        for stretch, (low, high) in facts:
            found = _with(found, stretch, low, high)
        guarded = [*self._guarded, *(one for one, _ in facts if is_small(self.total(one)))]
        before, self._most = self._most, found
        if all(self._hidden(one) for one in guarded):
            self._guarded = list(dict.fromkeys(guarded))
            return True
        self._most = before
        return False

    def _hidden(self, stretch: Stretch) -> bool:
        return width(self.feasible(stretch)) >= LEAST_VALUES


def _with(most: np.ndarray, stretch: Stretch, low: int, high: int) -> np.ndarray:
    """All bounds with those of one more stretch."""
    first, after = stretch[0], stretch[1] + 1
    found = np.minimum(most, most[:, [first]] + high + most[[after], :])
    return np.asarray(np.minimum(found, found[:, [after]] - low + found[[first], :]))
