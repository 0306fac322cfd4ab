"""Finding a table in a sheet by its words, and reading its cells as counts."""

import math
import re
from collections.abc import Sequence
from typing import Any

from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.workbook import at

NOT_SUBMITTED = "-"
MOST = 1e12  # nothing that is counted comes near
_COUNT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")


def find_row(rows: Sequence[Sequence[Any]], layout: Layout, part: str, wanted: Sequence[str], sheet: str) -> int:
    """Index of the first row that holds all ``wanted`` names of a layout part; raises FileRefused if none does."""
    for index, row in enumerate(rows[:60]):
        names = {layout.name(part, cell) for cell in row if isinstance(cell, str) and cell.strip()}
        if names.issuperset(wanted):
            return index
    words = " and ".join(f"'{name}'" for name in wanted)
    raise FileRefused("no header row", f"a row with columns for {words}", f"sheet '{sheet}'")


def fill_right(row: Sequence[Any]) -> list[str]:
    """Each cell's text, or the text of the last filled cell to its left (for labels over a block of columns)."""
    filled, last = [], ""
    for cell in row:
        last = plain(str(cell)) or last
        filled.append(last)
    return filled


def blank(cell: Any) -> bool:
    """Whether a cell is empty or holds only spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def count(cell: Any, *, sheet: str, row: int, column: int) -> int | None:
    """A whole number of at least 0, or None for the not-submitted mark; raises FileRefused for anything else."""
    if isinstance(cell, float) and math.isfinite(cell) and 0 <= cell < MOST and cell == int(cell):
        return int(cell)
    if isinstance(cell, int) and not isinstance(cell, bool) and 0 <= cell < MOST:
        return cell
    if isinstance(cell, str):
        text = plain(cell)
        if text == NOT_SUBMITTED:
            return None
        if _COUNT.fullmatch(text) and len(text) < len(f"{MOST:,.0f}"):
            return int(text.replace(",", ""))
    raise FileRefused(f"'{cell}'", "a whole number of at least 0, or '-' for not submitted", at(sheet, row, column))


def number(cell: Any, *, sheet: str, row: int, column: int) -> float | None:
    """A finite number of at least 0, or None for the not-submitted mark; raises FileRefused for anything else."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 0 <= cell < MOST:
        return float(cell)
    if isinstance(cell, str) and plain(cell) == NOT_SUBMITTED:
        return None
    raise FileRefused(f"'{cell}'", "a number of at least 0, or '-'", at(sheet, row, column))


def counts(cells: Sequence[Any], *, sheet: str, rows: Sequence[int], column: int) -> list[int | None]:
    """A column of counts (see ``count``); nearly always its cells are whole numbers stored as floats, or the mark."""
    return [
        int(cell)
        if cell.__class__ is float and 0 <= cell < MOST and cell.is_integer()
        else None
        if cell == NOT_SUBMITTED
        else count(cell, sheet=sheet, row=row, column=column)
        for cell, row in zip(cells, rows, strict=True)
    ]


def numbers(cells: Sequence[Any], *, sheet: str, rows: Sequence[int], column: int) -> list[float | None]:
    """A column of numbers (see ``number``)."""
    return [number(cell, sheet=sheet, row=row, column=column) for cell, row in zip(cells, rows, strict=True)]
