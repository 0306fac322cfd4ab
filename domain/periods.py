"""Months and financial years as ISO text.

A month is the text ``YYYY-MM``; text of that form sorts in time order, so comparisons need no dates.
A financial year is ``YYYY-YY`` and runs from April to March.
"""

import calendar
import functools
import re
from collections.abc import Iterable
from datetime import date

MONTH_NAMES = tuple(calendar.month_name)[1:]
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


class PeriodError(ValueError):
    """A text is not a month of the form YYYY-MM."""


def month(text: str) -> str:
    """The month itself when ``text`` is a valid ``YYYY-MM``; raises PeriodError otherwise."""
    if not _MONTH.fullmatch(text):
        raise PeriodError(f"'{text}' is not a month: write it as YYYY-MM, for example 2018-01")
    return text


def month_of(day: date) -> str:
    """The month that holds a day."""
    return f"{day.year:04d}-{day.month:02d}"


@functools.lru_cache(maxsize=4096)
def split(of: str) -> tuple[int, int]:
    """Year and month number of a month."""
    return int(of[:4]), int(of[5:7])


def first_day(of: str) -> date:
    """First day of a month."""
    year, number = split(of)
    return date(year, number, 1)


@functools.lru_cache(maxsize=2048)
def days_in(of: str) -> int:
    """Calendar days in a month (28 to 31)."""
    return calendar.monthrange(*split(of))[1]


def plus(of: str, months: int) -> str:
    """The month ``months`` later (earlier when negative)."""
    year, number = split(of)
    index = year * 12 + number - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def gap(start: str, end: str) -> int:
    """Number of months from ``start`` to ``end``; 0 when equal, negative when ``end`` is earlier."""
    (y0, m0), (y1, m1) = split(start), split(end)
    return (y1 - y0) * 12 + m1 - m0


@functools.lru_cache(maxsize=256)
def span(start: str, end: str) -> tuple[str, ...]:
    """Every month from ``start`` to ``end``, both included."""
    return tuple(plus(start, step) for step in range(gap(start, end) + 1))


@functools.lru_cache(maxsize=512)
def stretches(months: Iterable[str]) -> list[tuple[str, str]]:
    """First and last month of each run of months without a gap, in time order."""
    found: list[tuple[str, str]] = []
    for one in sorted(set(months)):
        if found and plus(found[-1][1], 1) == one:
            found[-1] = (found[-1][0], one)
        else:
            found.append((one, one))
    return found


def year_to(of: str) -> tuple[str, ...]:
    """The twelve months that end with a month."""
    return span(plus(of, -11), of)


def label(of: str) -> str:
    """``2018-01`` as ``January 2018``."""
    year, number = split(of)
    return f"{MONTH_NAMES[number - 1]} {year}"


def short_label(of: str) -> str:
    """``2018-01`` as ``Jan 2018``."""
    year, number = split(of)
    return f"{MONTH_NAMES[number - 1][:3]} {year}"


def day_label(day: date) -> str:
    """A date as ``1 March 2024``."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def financial_year(of: str) -> str:
    """The financial year (April to March) that holds a month: ``2018-01`` is in ``2017-18``."""
    year, number = split(of)
    start = year if number >= 4 else year - 1
    return f"{start}-{(start + 1) % 100:02d}"


def financial_year_months(year: str) -> tuple[str, ...]:
    """The twelve months of a financial year such as ``2017-18``."""
    return span(f"{year[:4]}-04", f"{int(year[:4]) + 1}-03")


def from_financial_year(year: str, month_name: str) -> str:
    """``2010-11`` and ``January`` as ``2011-01``; raises PeriodError for unknown wording."""
    match = re.fullmatch(r"\s*(\d{4})\s*[-/\u2013]\s*(\d{2}|\d{4})\s*", year)
    number = month_number(month_name)
    if not match or number is None:
        raise PeriodError(f"'{year}' and '{month_name}' do not name a month of a financial year")
    start = int(match[1])
    if (start + 1) % 100 != int(match[2]) % 100:
        raise PeriodError(f"'{year}' is not a financial year: the second year must follow the first")
    return f"{start if number >= 4 else start + 1:04d}-{number:02d}"


def month_number(name: str) -> int | None:
    """1 to 12 for a month's English name or its first three letters, in any case; None otherwise."""
    word = name.strip().lower()
    for number, full in enumerate(MONTH_NAMES, 1):
        if word == full.lower() or word.rstrip(".") == full[:3].lower() or (number == 9 and word == "sept"):
            return number
    return None


def from_words(text: str) -> str | None:
    """The month named by text such as ``January 2018``, ``JAN-2018`` or ``2018 January``; None if none or two."""
    names = [n for n in (month_number(w) for w in re.findall(r"[A-Za-z]+", text)) if n]
    years = re.findall(r"(?<!\d)(20\d{2}|19\d{2})(?!\d)", text)
    if len(names) != 1 or len(years) != 1:
        return None
    return f"{years[0]}-{names[0]:02d}"
