"""The rows of a provider table: England's total, and one row for each provider, its numbers column by column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain import organisations
from etl import layout, table
from etl.ae_providers import cells
from etl.ae_providers.header import ID, Head, cell_at
from etl.listing import plain
from etl.problems import FileRefused

Values = Sequence[float | None]


@dataclass(frozen=True)
class Table:
    """A table as read. ``numbers`` holds England first, then the providers in the order of ``codes``.

    columns: where each number stands, for saying where something is wrong. rows: index of each row.
    """

    sheet: str
    codes: list[str]
    names: list[str]
    regions: list[str]
    boards: list[str]
    periods: list[str]
    numbers: dict[str, Values]
    columns: dict[str, int]
    rows: list[int]

    def at(self, place: int, name: str) -> str:
        """Where the number of a row (0 is England) and column stands."""
        return cell_at(self.sheet, self.rows[place], self.columns[name])


def read(rows: Sequence[Sequence[Any]], head: Head, sheet: str) -> Table:
    """The table under a header; raises FileRefused where a row or cell cannot be what it should."""
    england, providers = _kinds(rows, head, sheet)
    order = [england, *providers]
    boards = _boards(rows, head, providers)
    return Table(
        sheet,
        [plain(str(rows[row][head.words["code"]])).upper() for row in providers],
        _texts(rows, head, "name", providers),
        _texts(rows, head, "region", providers),
        boards,
        _texts(rows, head, "period", order),
        {name: _numbers(rows, order, column, name, sheet) for name, column in head.numbers.items()},
        head.numbers,
        order,
    )


def _kinds(rows: Sequence[Sequence[Any]], head: Head, sheet: str) -> tuple[int, list[int]]:
    """Index of England's row, and of every provider's; empty rows and notes are passed over."""
    lay, code_column = layout.load(ID), head.words["code"]
    lead = [head.words[name] for name in ("code", "region", "name") if name in head.words]
    width, last = len(rows[head.row]), max(head.numbers.values())
    totals, providers = [], []
    for number in range(head.row + 1, len(rows)):
        row = rows[number]
        if not any(row) or all(table.blank(cell) for cell in row):
            continue
        if len(row) <= last or any(row[width:]):
            found = f"{len(row)} cells"
            raise FileRefused(found, f"{width}, as in the header: the file may be cut off", f"line {number + 1}")
        code = plain(str(row[code_column]))
        if any(lay.name("total", row[column]) for column in lead if str(row[column]).strip() not in ("", "-")):
            totals.append(number)
        elif organisations.is_code(code.upper()):
            providers.append(number)
        elif any(not table.blank(row[column]) for column in head.numbers.values()):
            where = cell_at(sheet, number, code_column)
            raise FileRefused(f"'{code}'", "the code of an organisation, or England's total", where)
    if len(totals) != 1:
        where = f"sheet '{sheet}'" if sheet else "the whole file"
        raise FileRefused(f"{len(totals)} rows with a total for England", "one: the file may be cut off", where)
    if len(providers) < 2:
        raise FileRefused(f"{len(providers)} providers", "a row for each provider", f"sheet '{sheet}'")
    return totals[0], providers


def _texts(rows: Sequence[Sequence[Any]], head: Head, name: str, which: Sequence[int]) -> list[str]:
    """A column of words; empty where the table has no such column."""
    if name not in head.words:
        return [""] * len(which)
    column = head.words[name]
    return [plain(str(rows[row][column])) for row in which]


def _boards(rows: Sequence[Sequence[Any]], head: Head, providers: Sequence[int]) -> list[str]:
    """Names of the boards: a column of that name, or the column without a name that holds them (it is hidden)."""
    if "icb" in head.words:
        return _texts(rows, head, "icb", providers)
    lay = layout.load(ID)
    for column in head.unnamed:
        found = [plain(str(rows[row][column])) if column < len(rows[row]) else "" for row in providers]
        if sum(lay.matches("icb", text) for text in found) * 2 > len(found):
            return [text if lay.matches("icb", text) else "" for text in found]
    return [""] * len(providers)


def _numbers(rows: Sequence[Sequence[Any]], order: Sequence[int], column: int, name: str, sheet: str) -> Values:
    if name.startswith("pct"):
        return [cells.share(rows[row][column], cell_at(sheet, row, column)) for row in order]
    found = [rows[row][column] for row in order]
    if all(cell.__class__ is str for cell in found) and _digits(found):
        return [int(cell) for cell in found]
    return [
        int(cell)
        if cell.__class__ is float and 0 <= cell < 1e9 and cell.is_integer()
        else cells.count(cell, cell_at(sheet, row, column))
        for cell, row in zip(found, order, strict=True)
    ]


def _digits(found: Sequence[str]) -> bool:
    """Whether every cell is a short run of digits: a column of a CSV file nearly always is."""
    joined = "".join(found)
    return joined.isascii() and joined.isdigit() and min(map(len, found)) > 0 and max(map(len, found)) < 10


def board_key(name: str) -> str:
    """A board's name in a form that compares equal across sheets."""
    return re.sub(r"[^a-z]", "", name.lower().replace("&", "and"))
