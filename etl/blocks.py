"""Council sheets as blocks: lead columns that say who, then one or two groups of value columns.

The header row is found by its words and every column is named by the layout, so a moved row or column is
harmless and an unknown column is refused. Trust workbooks of the same collection have the same shape.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from domain import delays
from etl import layout, table
from etl.problems import FileRefused
from etl.workbook import at

LEAD = ("nhs_code", "name")
TOTAL = delays.ALL


@dataclass(frozen=True)
class Block:
    """One council sheet as it stands: England's row first, then one row a council.

    rows: 0-based row numbers; leads: the text columns of each row; days, beds: our column name to the sheet's
    column number and its values (None where not submitted); ``beds`` is empty before April 2017.
    """

    sheet: str
    kind: str
    rows: list[int]
    leads: list[dict[str, str]]
    days: dict[str, tuple[int, list[int | None]]]
    beds: dict[str, tuple[int, list[float | None]]]


def read_block(rows: Sequence[Sequence[Any]], *, kind: str, sheet: str, lay: layout.Layout) -> Block:
    """One council sheet; raises FileRefused where its header or a cell is not understood."""
    head = table.find_row(rows, lay, "lead", LEAD, sheet)
    leads, days, beds = _columns(rows, head, kind=kind, sheet=sheet, lay=lay)
    numbers = list(_table_rows(rows, head, leads, sheet, [*days.values(), *beds.values()]))
    columns = list(zip(*(rows[n] for n in numbers), strict=True))
    texts = [texts_of(columns[c]) for c in leads.values()]
    return Block(
        sheet,
        kind,
        numbers,
        [dict(zip(leads, row, strict=True)) for row in zip(*texts, strict=True)],
        {name: (c, table.counts(columns[c], sheet=sheet, rows=numbers, column=c)) for name, c in days.items()},
        {name: (c, table.numbers(columns[c], sheet=sheet, rows=numbers, column=c)) for name, c in beds.items()},
    )


def _columns(
    rows: Sequence[Sequence[Any]], head: int, *, kind: str, sheet: str, lay: layout.Layout
) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Column numbers of the lead columns, the days block and the beds block of a sheet."""
    above = table.fill_right(rows[head - 1]) if head else []
    leads: dict[str, int] = {}
    blocks: dict[str, dict[str, int]] = {"days": {}, "beds": {}}
    for column, cell in enumerate(rows[head]):
        if table.blank(cell):
            continue
        if "name" not in leads and (lead := lay.name("lead", cell)):
            leads.setdefault(lead, column)
            continue
        name = lay.name(kind, cell)
        if name is None:
            raise FileRefused(f"the column '{cell}'", f"one of {', '.join(lay.names(kind))}", at(sheet, head, column))
        block = lay.name("block", above[column]) if above else None
        block = block or ("beds" if name in blocks["days"] else "days")
        if name in blocks[block]:
            raise FileRefused(f"the column '{cell}' twice", "each column once", at(sheet, head, column))
        blocks[block][name] = column
    needed = _needed(kind)
    for block, found in blocks.items():
        missing = needed - found.keys()
        if missing and (found or block == "days"):
            raise FileRefused(
                f"no column for {', '.join(sorted(missing))}",
                f"all columns by {kind}",
                f"sheet '{sheet}', row {head + 1}",
            )
    return leads, blocks["days"], blocks["beds"]


def _needed(kind: str) -> set[str]:
    """Columns that a sheet must have; reason O came in April 2017 and is not among them."""
    parts = {"body": delays.BODIES, "care": delays.CARE_TYPES, "reason": delays.REASON_CODES}[kind]
    return {*parts, TOTAL} - {"O"}


def _table_rows(
    rows: Sequence[Sequence[Any]], head: int, leads: dict[str, int], sheet: str, values: list[int]
) -> Iterator[int]:
    """Numbers of England's row and of every council's row; notes and empty rows are passed over."""
    code, name = leads["nhs_code"], leads["name"]
    england = False
    for number in range(head + 1, len(rows)):
        row = rows[number]
        if not england:
            england = text_of(row[name]).casefold() == "england"
            if not england and not all(table.blank(row[c]) for c in (code, *values)):
                raise FileRefused(f"'{row[name]}'", "the row 'England' first", at(sheet, number, name))
            if england:
                yield number
        elif text_of(row[code]):
            yield number
        elif not all(table.blank(row[c]) for c in values):
            raise FileRefused("numbers in a row without a code", "a council's code", at(sheet, number, code))
    if not england:
        raise FileRefused("no row 'England'", "England's row under the header", f"sheet '{sheet}'")


def texts_of(cells: Sequence[Any]) -> list[str]:
    """A column of texts (see ``text_of``); nearly always its cells are plain texts."""
    if set(map(type, cells)) == {str}:
        texts = [*map(str.strip, cells)]
        if table.NOT_SUBMITTED not in texts:
            return texts
    return [text_of(cell) for cell in cells]


def text_of(cell: Any) -> str:
    """A cell as text; a code that was stored as a number keeps its digits."""
    if cell.__class__ is str:
        text = cell.strip()
        return "" if text == table.NOT_SUBMITTED else text
    if isinstance(cell, float) and cell == int(cell):
        cell = int(cell)
    return str(cell)
