"""Sheets of a national series: one row a day or a week, England only, as long as the collection has lasted.

The publisher writes 0 where nothing was collected: a place of discharge before May 2021, the bed days of stays of
7 days before they were asked for. Such zeros are no numbers and are told apart by what stands beside them.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from domain import areas, discharge, periods
from domain.discharge import DAY, TIME_SERIES, WEEK
from etl import table
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.sitrep import cells, headings
from etl.sitrep.facts import ABSENT, INAPPLICABLE, NOT_SUBMITTED, NUMBER, Facts, Slot
from etl.workbook import at

LEAD = "series_lead"
LONGEST_WEEK = 14  # days from one week to the next, since their first day was moved and one may be left out
Named = dict[int, tuple[str, str, str]]  # column to measure, pathway and detail


@dataclass
class Series:
    """A sheet as read: one row of values and marks for each day or week, in time order."""

    sheet: str
    step: int  # days from row to row
    named: Named
    days: list[date]
    rows: list[int]
    values: list[list[float]]
    marks: list[list[int]]

    def where(self, row: int, column: int) -> str:
        """Sheet and cell of a figure."""
        return at(self.sheet, self.rows[row], list(self.named)[column])

    def pour(self, facts: Facts) -> None:
        """Add every figure to the facts of the file."""
        kind = DAY if self.step == 1 else WEEK
        for when, values, marks in zip(self.days, self.values, self.marks, strict=True):
            slots = [Slot(TIME_SERIES, when.isoformat(), kind, *name) for name in self.named.values()]
            facts.add([(areas.COUNTRY, areas.ENGLAND)], facts.number(slots), [values], [marks])

    @property
    def months(self) -> tuple[str, str]:
        """First and last month covered."""
        return periods.month_of(self.days[0]), periods.month_of(self.days[-1])


def read(rows: Sequence[Sequence[Any]], lay: Layout, sheet: str, *, part: str) -> Series:
    """A sheet by its words, ``part`` being daily or weekly; raises FileRefused with sheet and cell."""
    head, when = _heading(rows, lay, sheet, part)
    named = _columns(rows[head], when + 1, lay, part, lambda column: at(sheet, head, column))
    found = Series(sheet, 1 if part == "daily" else 7, named, [], [], [], [])
    for number in range(head + 1, len(rows)):
        row = rows[number]
        if all(table.blank(row[column]) for column in (when, *named)):
            continue
        if (of := cells.day(row[when])) is None:
            if all(table.blank(row[column]) for column in named):
                continue  # a note
            raise FileRefused(f"'{str(row[when])[:40]}'", "a date", at(sheet, number, when))
        values, marks = cells.read([row[c] for c in named], kind=cells.WHOLE, sheet=sheet, row=number, columns=[*named])
        cells.refuse_negative(values, sheet=sheet, row=number, columns=[*named])
        found.days.append(of)
        found.rows.append(number)
        found.values.append(values)
        found.marks.append(marks)
    _in_time(found, when)
    (_drop_days if part == "daily" else _drop_weeks)(found)
    return found


def _heading(rows: Sequence[Sequence[Any]], lay: Layout, sheet: str, part: str) -> tuple[int, int]:
    """Row and column of the heading above the dates."""
    for number, row in enumerate(rows[:40]):
        for column, cell in enumerate(row[:4]):
            beside = [other for other in row[column + 1 :] if isinstance(other, str) and other]
            dated = isinstance(cell, str) and lay.matches(LEAD, cell)
            if dated and any(lay.name(part, other) for other in beside):
                return number, column
    raise FileRefused("no row of headings", "a heading 'Date' beside the measures", f"sheet '{sheet}'")


def _columns(row: Sequence[Any], start: int, lay: Layout, part: str, where: headings.Where) -> Named:
    """Measures first, then pathways on a daily sheet and reasons on a weekly one."""
    found: Named = {}
    column = start
    while column < len(row) and (name := lay.name(part, row[column])):
        found[column] = (name, discharge.ALL, "")
        column += 1
    if part == "daily":
        if missing := {*discharge.DAILY} - {name for name, _, _ in found.values()}:
            raise FileRefused(f"no column {', '.join(sorted(missing))}", "all three", where(start))
        more = headings.locations(row, column, lay, where)
        return found | {c: (discharge.DISCHARGED, of, place) for c, of, place in more}
    reasons = headings.named_reasons(row, column, lay, where)
    return found | {c: (discharge.DELAYED_14PLUS, discharge.ALL, reason) for c, reason in reasons}


def _in_time(found: Series, when: int) -> None:
    """Every day or week once and in order; weeks may be shorter where their first day was moved."""
    if not found.days:
        raise FileRefused("no rows", "a row for each day or week", f"sheet '{found.sheet}'")
    for number in range(1, len(found.days)):
        step = found.days[number] - found.days[number - 1]
        if not timedelta(0) < step <= timedelta(1 if found.step == 1 else LONGEST_WEEK):
            what = f"{periods.day_label(found.days[number])} after {periods.day_label(found.days[number - 1])}"
            raise FileRefused(what, "every date once, in order", at(found.sheet, found.rows[number], when))


def _drop_days(found: Series) -> None:
    """Days that were not sent at all, and places of discharge that were not asked for."""
    names = [*found.named.values()]
    whole = [c for c, name in enumerate(names) if name[1] == discharge.ALL]
    places = [c for c, name in enumerate(names) if name[1] != discharge.ALL]
    discharged = names.index((discharge.DISCHARGED, discharge.ALL, ""))
    for values, marks in zip(found.values, found.marks, strict=True):
        if not any(values[c] for c in whole if marks[c] == NUMBER):
            _clear(values, marks, range(len(names)), NOT_SUBMITTED)
        elif places and values[discharged] and not any(values[c] for c in places if marks[c] == NUMBER):
            _clear(values, marks, places, INAPPLICABLE)


def _drop_weeks(found: Series) -> None:
    """Bed days of stays of 7 days or over cannot be fewer than those of 14: 0 was not asked for then."""
    columns = {name: c for c, (name, _, _) in enumerate(found.named.values()) if name in discharge.BED_DAYS}
    longer = [columns[name] for name in discharge.BED_DAYS if name in columns]
    for values, marks in zip(found.values, found.marks, strict=True):
        for shorter, other in itertools.pairwise(longer):
            if marks[shorter] == marks[other] == NUMBER and values[shorter] == 0 < values[other]:
                _clear(values, marks, [shorter], INAPPLICABLE)


def _clear(values: list[float], marks: list[int], columns: Sequence[int], mark: int) -> None:
    for column in columns:
        values[column], marks[column] = ABSENT, mark


def title(rows: Sequence[Sequence[Any]]) -> str:
    """The first text of a sheet: its title."""
    texts = (plain(str(cell)) for row in rows[:6] for cell in row[:4] if str(cell).strip())
    return next(texts, "")
