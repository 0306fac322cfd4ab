"""What a monthly count is divided by before it is charted or compared (METHODS M1)."""

import calendar

from analysis.change import Monthly
from domain import periods


def weekend_days(month: str) -> int:
    """Saturdays and Sundays of a month: 8 in January 2018, 10 in April 2017."""
    year, number = periods.split(month)
    return sum(bool(day) for week in calendar.monthcalendar(year, number) for day in week[calendar.SATURDAY :])


def per_weekend_day(counts: Monthly) -> dict[str, float]:
    """Each month's count divided by its Saturdays and Sundays (M1), so that a fifth weekend is no change."""
    return {month: count / weekend_days(month) for month, count in counts.items()}
