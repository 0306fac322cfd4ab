"""Dates of issue: monthly figures on the second Thursday, whole years revised together."""

from datetime import date, timedelta

from domain import periods


def second_thursday(month: str) -> date:
    """The second Thursday of a month."""
    first = periods.first_day(month)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 7)


def published(month: str) -> date:
    """Delays of a month are published on the second Thursday of the month after next."""
    return second_thursday(periods.plus(month, 2))


def revised(month: str, last: str) -> date | None:
    """Whole financial years are revised in May a year after their end, once that day has come."""
    year = int(periods.financial_year(month)[:4])
    day = second_thursday(f"{year + 2}-05")
    return day if day < second_thursday(periods.plus(last, 2)) else None


def words(day: date | None) -> str:
    """A date as the workbooks print it: ``8th March 2018``; empty for none."""
    if day is None:
        return ""
    suffix = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{suffix} {periods.MONTH_NAMES[day.month - 1]} {day.year}"
