"""Means per day over the months that are held, where a file or a return is missing (METHODS M1 and M3).

Nothing is filled in: a month in which the whole has no number is in neither part of a mean, and a comparison takes
only months that both years hold. Whoever shows such a mean says how many months are in it.
"""

from collections.abc import Sequence

from analysis.change import Change, Monthly, compare
from domain import periods

LEAST = 9  # of twelve months: fewer are not called a year


def total_per_day(counts: Monthly, months: Sequence[str]) -> float | None:
    """Total divided by the calendar days of the months, a month without a count as none; None without months.

    For a part of a whole that is held in all of these months, so that parts add up.
    """
    return sum(counts.get(m, 0.0) for m in months) / sum(map(periods.days_in, months)) if months else None


def year_to_each(counts: Monthly, months: Sequence[str], *, least: int = LEAST, a_day: bool = True) -> dict[str, float]:
    """The mean of the twelve months to each month, where ``least`` of the twelve are held: a day, else a month."""
    found = {}
    for month in months:
        year = [one for one in periods.year_to(month) if one in counts]
        if len(year) >= least:
            found[month] = sum(counts[one] for one in year) / (sum(map(periods.days_in, year)) if a_day else len(year))
    return found


def on_year_before(counts: Monthly, months: Sequence[str]) -> Change | None:
    """Months against the same months of the year before, those held in both; None when there are none."""
    both = [m for m in months if m in counts and periods.plus(m, -12) in counts]
    return compare(counts, both, [periods.plus(m, -12) for m in both])
