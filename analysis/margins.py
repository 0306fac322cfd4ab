"""Margins of twelve-month means for the watches (METHODS M22): half the width of a 95 % interval, by last month.

Delays: month-to-month variation (M8). Counts of people: Byar's interval of the total, divided by the days (M10).
Shares of people: Wilson's interval over the people of the twelve months (M10). A month that cannot have one has none.
"""

from analysis import compare
from analysis.change import Monthly
from analysis.rates import Refused
from domain import periods


def of_delays(days: Monthly, *ends: str) -> dict[str, float]:
    """M8 of delayed days: half the interval of the mean per day of the twelve months to each end."""
    found = {}
    for end in ends:
        months = periods.span(periods.plus(end, 1 - compare.MONTHS), end)
        values = [days[month] / periods.days_in(month) if month in days else None for month in months]
        try:
            interval = compare.variation_interval(values)
        except Refused:
            continue
        found[end] = interval.high - interval.value
    return found


def of_counts(counts: Monthly, *ends: str) -> dict[str, float]:
    """M10 of a count of people: half the interval of the twelve months' total, per day."""
    found = {}
    for end in ends:
        months = periods.year_to(end)
        if all(month in counts for month in months):
            interval = compare.byar(sum(counts[month] for month in months))
            found[end] = (interval.high - interval.low) / 2 / sum(map(periods.days_in, months))
    return found


def of_shares(percents: Monthly, people: Monthly, *ends: str) -> dict[str, float]:
    """M10 of a share of people, in percentage points: half the interval over the people of the twelve months."""
    found = {}
    for end in ends:
        months = periods.year_to(end)
        of = sum(people.get(month, 0.0) for month in months)
        if of and all(month in percents and month in people for month in months):
            count = sum(percents[month] * people[month] for month in months) / 100
            interval = compare.wilson(min(count, of), of)
            found[end] = 100 * (interval.high - interval.low) / 2
    return found
