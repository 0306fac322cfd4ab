"""The block of labels above every NHS England table: ``Title:``, ``Period:``, ``Published:``, ``Revised:``."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from domain import periods
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused

_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+),? (\d{4})")
_DIGITS = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})")
LABELS_WITHIN = 25  # rows of a sheet in which the labels stand


def read(rows: Sequence[Sequence[Any]], layout: Layout) -> dict[str, Any]:
    """Our name of each label to the first filled cell to its right (empty text when there is none)."""
    found: dict[str, Any] = {}
    for row in rows[:LABELS_WITHIN]:
        for column, cell in enumerate(row[:4]):
            name = layout.name("meta", cell) if isinstance(cell, str) and cell.strip() else None
            if name and name not in found:
                found[name] = next((value for value in row[column + 1 : column + 4] if value not in ("", None)), "")
    return found


def day(value: Any) -> date | None:
    """A date from a cell: a real date, ``8th March 2018`` or ``08.03.18`` (day first); None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = plain(str(value or ""))
    if match := _DAY.fullmatch(text):
        number = periods.month_number(match[2])
        return _valid(int(match[3]), number or 0, int(match[1]))
    if match := _DIGITS.fullmatch(text):
        year = int(match[3])
        return _valid(year + 2000 if year < 100 else year, int(match[2]), int(match[1]))
    return None


def _valid(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None


def month(value: Any, where: str) -> str:
    """The month of a ``Period:`` cell, text or date; raises FileRefused when it names none or two."""
    if isinstance(value, datetime | date):
        return periods.month_of(value)
    found = periods.from_words(plain(str(value or "")))
    if found is None:
        raise FileRefused(f"'{value}'", "one month such as January 2018", where)
    return found


def dated_notes(found: dict[str, Any]) -> tuple[str, ...]:
    """A note for each issue date that is printed but cannot be read."""
    printed = ((name, plain(str(found.get(name) or ""))) for name in ("published", "revised"))
    return tuple(
        f"{name} date '{text}' could not be read"
        for name, text in printed
        if text not in ("", "-") and not day(found.get(name))
    )
