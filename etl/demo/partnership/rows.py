"""Rows of a sheet as an upload holds them: every field by name, None where a cell is empty."""

from collections.abc import Iterable, Sequence
from typing import Any

from domain.local.field import MONEY, NUMBER
from domain.local.sheets import SHEET_BY_NAME
from etl.local.upload import Row


def row(sheet: str, **cells: Any) -> Row:
    """One row; a field that is not named holds its default. Raises KeyError for a field that is not declared."""
    fields = SHEET_BY_NAME[sheet].by_name
    given = {name: None if cell == "" else cell for name, cell in cells.items() if fields[name]}
    filled = {name: given.get(name) if given.get(name) is not None else one.default for name, one in fields.items()}
    return {name: _as(fields[name].kind, cell) for name, cell in filled.items()}


def table(sheet: str, names: str, lines: Iterable[Sequence[Any]]) -> tuple[Row, ...]:
    """Rows from lines of cells; ``names`` are the fields, separated by spaces."""
    return tuple(row(sheet, **dict(zip(names.split(), line, strict=True))) for line in lines)


def _as(kind: str, cell: Any) -> Any:
    return float(cell) if kind in (NUMBER, MONEY) and cell is not None else cell
