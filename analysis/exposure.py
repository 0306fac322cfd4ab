"""What a monthly count is divided by before it is charted or compared (METHODS M1)."""

import calendar
from collections.abc import Callable

from analysis.change import Monthly
from domain import bank_holidays, periods


def weekend_days(month: str) -> int:
    """Saturdays and Sundays of a month: 8 in January 2018, 10 in April 2017."""
    year, number = periods.split(month)
    return sum(bool(day) for week in calendar.monthcalendar(year, number) for day in week[calendar.SATURDAY :])


def working_days(month: str) -> int:
    """Mondays to Fridays of a month less the bank holidays of England: 22 in January 2018, 18 in April 2017."""
    year, number = periods.split(month)
    holidays = sum(day.month == number for day in bank_holidays.bank_holidays(year))
    return periods.days_in(month) - weekend_days(month) - holidays


def per_weekend_day(counts: Monthly) -> dict[str, float]:
    """Each month's count divided by its Saturdays and Sundays (M1), so that a fifth weekend is no change."""
    return _per(counts, weekend_days)


def per_working_day(counts: Monthly) -> dict[str, float]:
    """Each month's count divided by its working days (M1), so that Easter and Christmas are no change."""
    return _per(counts, working_days)


def _per(counts: Monthly, days: Callable[[str], int]) -> dict[str, float]:
    return {month: count / days(month) for month, count in counts.items()}
