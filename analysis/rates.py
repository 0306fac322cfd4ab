"""Rates of delays per 100,000 adults.

ASCOF 2C: the average number of people delayed per day in a financial year for every 100,000 residents aged 18
and over, with the mid-year estimate of the year in which the financial year starts (METHODS M2, convention
``ascof``; NHS Digital, *Adult Social Care Outcomes Framework: handbook of definitions*, indicator 2C).
"""

from analysis.change import Monthly
from domain import periods


class Refused(ValueError):
    """A figure that a rule forbids; the text is the reason, in words for a reader."""


def per_100k(per_day: float, adults: float) -> float:
    """People delayed per day for every 100,000 adults."""
    if adults <= 0:
        raise Refused("no population")
    return per_day / adults * 100_000


def ascof_2c(days: Monthly, *, year: str, adults: float) -> float:
    """ASCOF 2C of a financial year (``2018-19``) from delayed days by month.

    Raises Refused when a month is missing: a part of a year is never compared with a whole one.
    """
    months = periods.financial_year_months(year)
    missing = [periods.label(month) for month in months if month not in days]
    if missing:
        raise Refused(f"{len(missing)} of 12 months of {year} are not held: {', '.join(missing)}")
    return per_100k(sum(days[m] for m in months) / sum(map(periods.days_in, months)), adults)
