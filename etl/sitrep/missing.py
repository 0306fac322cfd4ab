"""The table of how many organisations sent nothing, day by day, and how many there are in all."""

import re
from collections.abc import Sequence
from typing import Any

from domain import areas, discharge
from domain.discharge import DAY, MONTH, MONTHLY_FILES, TOTAL
from etl import table
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.sitrep import cells
from etl.sitrep.facts import Facts, Slot
from etl.workbook import at

_SCOPE = re.compile(r"in scope ?= ?(\d+)", re.IGNORECASE)
ENGLAND = (areas.COUNTRY, areas.ENGLAND)


def pour(rows: Sequence[Sequence[Any]], lay: Layout, sheet: str, month: str, facts: Facts) -> None:
    """Add the organisations missing on each day and those in scope; raises FileRefused with sheet and cell."""
    head, when = _heading(rows, lay, sheet)
    for number in range(head + 1, len(rows)):
        row = rows[number]
        if table.blank(row[when]) and table.blank(row[when + 1]):
            continue
        day = cells.day(row[when])
        if day is None and table.blank(row[when + 1]):
            continue  # a note
        if day is None or not day.isoformat().startswith(month):
            raise FileRefused(f"'{str(row[when])[:40]}'", "a day of the month", at(sheet, number, when))
        values, marks = cells.read([row[when + 1]], sheet=sheet, row=number, columns=[when + 1])
        cells.refuse_negative(values, sheet=sheet, row=number, columns=[when + 1])
        slot = Slot(MONTHLY_FILES, day.isoformat(), DAY, discharge.MISSING)
        facts.add([ENGLAND], facts.number([slot]), [values], [marks])
    for row in rows[:head]:
        if match := _SCOPE.search(plain(" ".join(str(cell) for cell in row))):
            slot = Slot(MONTHLY_FILES, f"{month}-01", MONTH, discharge.IN_SCOPE, basis=TOTAL)
            facts.add([ENGLAND], facts.number([slot]), [[float(match[1])]], [[0]])


def _heading(rows: Sequence[Sequence[Any]], lay: Layout, sheet: str) -> tuple[int, int]:
    for number, row in enumerate(rows[:20]):
        for column, cell in enumerate(row[:-1]):
            if isinstance(cell, str) and cell and lay.matches("series_lead", cell):
                return number, column
    raise FileRefused("no heading 'Date'", "a column of days", f"sheet '{sheet}'")
