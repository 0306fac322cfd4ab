"""Reporting periods: a month ``2018-04``, a quarter of a financial year ``2018-19 Q1``, a year ``2018-19``.

Quarters are those of the financial year, as councils report: Q1 is April to June.
"""

import re
from dataclasses import dataclass

from domain import periods
from domain.periods import PeriodError

MONTH, QUARTER, YEAR = "month", "quarter", "year"
LENGTH = {MONTH: 1, QUARTER: 3, YEAR: 12}
_YEAR = re.compile(r"([0-9]{4})-([0-9]{2})")
_QUARTER = re.compile(r"([0-9]{4}-[0-9]{2}) ?Q([1-4])")


@dataclass(frozen=True, order=True)
class Span:
    """A reporting period: its first month and how long it is (``month``, ``quarter`` or ``year``)."""

    start: str
    frequency: str

    @property
    def months(self) -> tuple[str, ...]:
        """Every month of it."""
        return periods.span(self.start, self.end)

    @property
    def end(self) -> str:
        """Its last month."""
        return periods.plus(self.start, LENGTH[self.frequency] - 1)

    @property
    def text(self) -> str:
        """As it is written in a workbook."""
        if self.frequency == MONTH:
            return self.start
        year = periods.financial_year(self.start)
        return year if self.frequency == YEAR else f"{year} Q{periods.gap(f'{year[:4]}-04', self.start) // 3 + 1}"

    @property
    def label(self) -> str:
        """As people read it: ``April 2018``, ``April to June 2018``, ``2018-19``."""
        if self.frequency == MONTH:
            return periods.label(self.start)
        if self.frequency == YEAR:
            return self.text
        first, last = periods.label(self.start).split()[0], periods.label(self.end)
        return f"{first} to {last}"


def parse(text: str, frequency: str = "") -> Span:
    """The period that a text names, of a frequency where one is given; raises PeriodError.

    A text such as ``2011-12`` can be a month or a year: without a frequency it is the month.
    """
    found = _parse(" ".join(text.strip().upper().split()), frequency)
    if found is None or (frequency and found.frequency != frequency):
        raise PeriodError(f"'{text}' is not {_expected(frequency)}")
    return found


def _parse(text: str, frequency: str) -> Span | None:
    if match := _QUARTER.fullmatch(text):
        if _follows(match[1]):
            return Span(periods.plus(f"{match[1][:4]}-04", 3 * (int(match[2]) - 1)), QUARTER)
        return None
    year = Span(f"{text[:4]}-04", YEAR) if _YEAR.fullmatch(text) and _follows(text) else None
    if year and frequency == YEAR:
        return year
    try:
        return Span(periods.month(text), MONTH)
    except PeriodError:
        return year


def _follows(year: str) -> bool:
    return (int(year[:4]) + 1) % 100 == int(year[5:])


def _expected(frequency: str) -> str:
    forms = {
        MONTH: "a month such as 2018-04",
        QUARTER: "a quarter of a financial year such as 2018-19 Q1",
        YEAR: "a financial year such as 2018-19",
    }
    return forms.get(frequency) or f"{forms[MONTH]}, {forms[QUARTER]} or {forms[YEAR]}"
