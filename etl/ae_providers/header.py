"""The header of a provider table: which column holds what, in files that name several columns alike.

Two wordings. Flat (CSV): every column has a name of its own. Blocks (workbook): three types and a total, several
times with the same words; the total that ends a block says what the block counts, and so does the row above.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from etl import layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.workbook import a1, at

ID = "ae_providers"
WITHIN_ROWS = 40  # of the top of a sheet in which the header stands
TYPES = ("1", "2", "3")
PASSED_OVER = "passed_over"


@dataclass(frozen=True)
class Head:
    """Where the header stands, the columns of words (code, name, region …), of numbers, and those nobody named.

    unknown: columns that hold a name of no line of the layout, as (column, name).
    """

    row: int
    words: dict[str, int]
    numbers: dict[str, int]
    unknown: tuple[tuple[int, str], ...] = ()
    unnamed: tuple[int, ...] = ()


def cell_at(sheet: str, row: int, column: int) -> str:
    """Where a cell stands, in words; a CSV file has no sheets."""
    return at(sheet, row, column) if sheet else f"line {row + 1}, column {a1(0, column)[:-1]}"


def find(rows: Sequence[Sequence[Any]]) -> int | None:
    """Index of the header row: the first with a column for the code and one for the name; None without one."""
    lay = layout.load(ID)
    for number, row in enumerate(rows[:WITHIN_ROWS]):
        names = {lay.name("lead", cell) for cell in row if isinstance(cell, str) and cell.strip()}
        if {"code", "name"} <= names:
            return number
    return None


def read(rows: Sequence[Sequence[Any]], row: int, sheet: str) -> Head:
    """The columns under a header row; raises FileRefused for the same column twice."""
    reading = _Reading(rows, row, sheet)
    for column, cell in enumerate(rows[row]):
        reading.take(column, plain(str(cell)))
    return reading.head()


class _Reading:
    """A header being read from left to right; ``types`` are the columns of the block that is not ended yet."""

    def __init__(self, rows: Sequence[Sequence[Any]], row: int, sheet: str) -> None:
        self._rows, self._row, self._sheet, self._layout = rows, row, sheet, layout.load(ID)
        self._words: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._types: dict[str, int] = {}
        self._unknown: list[tuple[int, str]] = []
        self._unnamed: list[int] = []

    def take(self, column: int, text: str) -> None:
        """The next cell of the header."""
        lay = self._layout
        if not text:
            self._unnamed.append(column)
        elif lead := lay.name("lead", text):
            self._words.setdefault(lead, column)
        elif kind := lay.name("type", text):
            if kind in self._types:
                raise self._refused(f"'{text}' twice in one block", "a total after the three types", column)
            self._types[kind] = column
        elif block := lay.name("block", text):
            self._end_block(block, column)
        elif name := lay.name("flat", text):
            self._once(name, column)
        else:
            self._unknown.append((column, text))

    def head(self) -> Head:
        """What was read."""
        if self._types:
            raise self._refused("a block of types without a total", "a total after it", max(self._types.values()))
        return Head(self._row, self._words, self._numbers, tuple(self._unknown), tuple(self._unnamed))

    def _end_block(self, block: str, column: int) -> None:
        """Take in a block: its three types and its total; the row above, where there is one, must say the same."""
        if tuple(sorted(self._types)) != TYPES:
            found = f"the types {', '.join(sorted(self._types)) or 'none'} before a total"
            raise self._refused(found, "types 1, 2 and 3", column)
        above = self._rows[self._row - 1] if self._row else ()
        first = self._types["1"]
        says = self._layout.name("group", above[first]) if first < len(above) else None
        if says and says != block:
            raise self._refused(f"a block headed '{above[first]}' with a total of another kind", "one of them", column)
        for kind, place in self._types.items():
            self._once(f"{block}_{kind}", place)
        self._once(block, column)
        self._types = {}

    def _once(self, name: str, column: int) -> None:
        if name == PASSED_OVER:
            return
        if name in self._numbers:
            raise self._refused(f"a second column '{self._rows[self._row][column]}'", "each column once", column)
        self._numbers[name] = column

    def _refused(self, found: str, expected: str, column: int) -> FileRefused:
        return FileRefused(found, expected, cell_at(self._sheet, self._row, column))
