"""Changes of a monthly count, per day (METHODS M1 and M3).

Per day means total divided by the calendar days of the months; a change within 1 % either way is "similar".
Incomplete years are never compared with whole ones: where a month is missing there is no change.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain import periods

SIMILAR = 0.01
Monthly = Mapping[str, float]


@dataclass(frozen=True)
class Change:
    """A later stretch of months against an earlier one.

    now, then: totals per calendar day; now_total, then_total: the raw totals.
    """

    now_months: tuple[str, ...]
    then_months: tuple[str, ...]
    now: float
    then: float
    now_total: float
    then_total: float

    @property
    def ratio(self) -> float:
        """Relative change per day: 0.05 is 5 % more; 0 when both are 0, infinite for a rise from 0."""
        return _relative(self.now, self.then)

    @property
    def raw_ratio(self) -> float:
        """Relative change of the totals, without regard to the days of the months."""
        return _relative(self.now_total, self.then_total)

    @property
    def direction(self) -> str:
        """``up``, ``down`` or ``similar`` (within 1 % either way)."""
        if abs(round(self.ratio, 9)) <= SIMILAR:
            return "similar"
        return "up" if self.ratio > 0 else "down"


def _relative(now: float, then: float) -> float:
    if then:
        return now / then - 1
    return 0.0 if not now else float("inf")


def per_day(counts: Monthly) -> dict[str, float]:
    """Each month's count divided by its calendar days (M1): 186,490 days in February 2017 are 6,660.36 a day."""
    return {month: count / periods.days_in(month) for month, count in counts.items()}


def compare(counts: Monthly, now: Sequence[str], then: Sequence[str]) -> Change | None:
    """Totals of two stretches of months, per day; None when a month of either is missing."""
    if not now or not then or any(month not in counts for month in (*now, *then)):
        return None
    now_total, then_total = sum(counts[m] for m in now), sum(counts[m] for m in then)
    now_days, then_days = sum(map(periods.days_in, now)), sum(map(periods.days_in, then))
    return Change(tuple(now), tuple(then), now_total / now_days, then_total / then_days, now_total, then_total)


def month_before(counts: Monthly, at: str) -> Change | None:
    """A month against the month before it (M3 a)."""
    return compare(counts, [at], [periods.plus(at, -1)])


def year_before(counts: Monthly, at: str) -> Change | None:
    """A month against the same month of the year before (M3 a)."""
    return compare(counts, [at], [periods.plus(at, -12)])


def twelve_months(counts: Monthly, at: str) -> Change | None:
    """The twelve months to a month against the twelve before them (M3 b)."""
    start = periods.plus(at, -11)
    return compare(counts, periods.span(start, at), periods.span(periods.plus(start, -12), periods.plus(start, -1)))


def matched_years(counts: Monthly, at: str, *, least: int = 6) -> Change | None:
    """The twelve months to a month against the twelve before, over the months that both hold (M3).

    For series with gaps: an incomplete year is never compared with a whole one, so a month that is missing in one
    year is left out of the other. None where fewer than ``least`` pairs are held.
    """
    now = [month for month in _year_to(at) if month in counts and periods.plus(month, -12) in counts]
    return compare(counts, now, [periods.plus(month, -12) for month in now]) if len(now) >= least else None


@functools.lru_cache(maxsize=512)
def _year_to(month: str) -> tuple[str, ...]:
    return periods.span(periods.plus(month, -11), month)


def rolling_year(counts: Monthly) -> dict[str, float]:
    """The mean per day of the twelve months to each month that has twelve."""
    found = {}
    for month in counts:
        months = _year_to(month)
        if all(one in counts for one in months):
            found[month] = sum(counts[one] for one in months) / sum(map(periods.days_in, months))
    return found
