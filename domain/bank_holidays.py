"""Bank holidays in England (METHODS M1): the rules of the law, and the days that proclamations moved or added.

Rules: Banking and Financial Dealings Act 1971, schedule 1, with New Year's Day and the early May holiday as
proclaimed every year; a holiday on a Saturday or Sunday is kept on the next working day. Easter: Gregorian rule
(Meeus 1991). Proclaimed changes are listed from 2010 and known up to 2026; a later year follows the rules alone
until its changes are proclaimed.
"""

import functools
from datetime import date, timedelta

# Days that were moved: what the rules give, and what was kept in its place.
MOVED = {
    date(2012, 5, 28): date(2012, 6, 4),  # diamond jubilee
    date(2020, 5, 4): date(2020, 5, 8),  # 75 years of VE Day
    date(2022, 5, 30): date(2022, 6, 2),  # platinum jubilee
}
ADDED = (
    date(2011, 4, 29),  # royal wedding
    date(2012, 6, 5),  # diamond jubilee
    date(2022, 6, 3),  # platinum jubilee
    date(2022, 9, 19),  # funeral of Queen Elizabeth II
    date(2023, 5, 8),  # coronation of King Charles III
)
DAY, SATURDAY = timedelta(days=1), 5


@functools.lru_cache(maxsize=64)
def bank_holidays(year: int) -> frozenset[date]:
    """Every bank holiday of a year in England; none falls on a Saturday or Sunday."""
    easter = easter_sunday(year)
    ruled = {
        easter - 2 * DAY,
        easter + DAY,
        _monday_from(date(year, 5, 1)),
        _monday_from(date(year, 5, 25)),
        _monday_from(date(year, 8, 25)),
    }
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        ruled.add(_kept_on(fixed, ruled))
    moved = {MOVED.get(day, day) for day in ruled}
    return frozenset(moved | {day for day in ADDED if day.year == year})


def easter_sunday(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    golden, century = year % 19, year // 100
    correction = century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15
    epact = correction % 30
    epact -= (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    place = epact - weekday
    month = 3 + (place + 40) // 44
    return date(year, month, place + 28 - 31 * (month // 4))


def _monday_from(day: date) -> date:
    """The first Monday from a day on."""
    return day + (-day.weekday() % 7) * DAY


def _kept_on(day: date, taken: set[date]) -> date:
    """The day itself, or the next that is neither at the weekend nor a holiday already."""
    while day.weekday() >= SATURDAY or day in taken:
        day += DAY
    return day
