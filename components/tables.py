"""Tables: the rows behind a figure, drawn as a real table and written as CSV.

A table is data first: columns with a key, a heading, a unit and decimals, and rows of plain values. A value of
None is drawn as "not held"; a row of nothing else is drawn as what its column ``status`` says, if there is one.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dash import html

from components import text

NAMESPACE = "interfaceMonitor"  # where assets/tables.js keeps what it draws


@dataclass(frozen=True)
class Column:
    """A column: key in exports, heading on the page, decimals for numbers (None for text)."""

    key: str
    heading: str
    decimals: int | None = None
    kind: str = "number"  # number, text, month, change, share


@dataclass(frozen=True)
class Table:
    """Rows behind a figure. ``caption`` says what, where and in which unit; ``notes`` stand under it."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    notes: tuple[str, ...] = ()

    def column(self, key: str) -> list[Any]:
        """Values of one column, as figures use them."""
        place = [column.key for column in self.columns].index(key)
        return [row[place] for row in self.rows]


def draw(table: Table, *, label: str) -> html.Div:
    """The table with caption and scopes inside a labelled region that scrolls and takes focus."""
    notes = [html.P(note, className="note") for note in table.notes]
    inner = html.Table([html.Caption(html.Span(table.caption)), _rows(table)])
    return html.Div([html.Div(inner, className="scroll", role="region", tabIndex=0, **{"aria-label": label}), *notes])


def _rows(table: Table) -> dict[str, Any]:
    """Head and body as one part that assets/tables.js draws: a component for every cell would slow every page."""
    heads = [[column.heading, _align(column)] for column in table.columns]
    rows = [_row(table.columns, row) for row in table.rows]
    return {"namespace": NAMESPACE, "type": "Rows", "props": {"heads": heads, "rows": rows}}


def _row(columns: tuple[Column, ...], row: tuple[Any, ...]) -> list[Any]:
    """The words of every cell; where a run of cells says why there is nothing, those words and how many cells."""
    pairs = list(zip(columns, row, strict=True))
    first, *rest = pairs
    said = next((value for column, value in rest if column.key == "status"), "")
    why = said if said and all(value is None for column, value in rest if column.key != "status") else ""
    if not why:
        return [words(column, value) for column, value in pairs]
    cells: list[Any] = [words(*first)]
    for empty, run in itertools.groupby(rest, key=lambda cell: cell[1] is None):
        found = list(run)
        cells += [[why, len(found)]] if empty else [words(column, value) for column, value in found]
    return cells


def _align(column: Column) -> str:
    return "r" if column.kind in ("number", "change", "share") else ""


WORDS: dict[str, Callable[[Any], str]] = {
    "month": text.month,
    "change": text.signed_percent,
    "share": text.share,
    "text": str,
}


def words(column: Column, value: Any) -> str:
    """A value as it reads in the table; words in place of a number, such as "not submitted", stay as they are."""
    if value is None:
        return "not held"
    if isinstance(value, str) and column.kind != "month":
        return value
    if column.kind in WORDS:
        return WORDS[column.kind](value)
    return text.whole(value) if not column.decimals else text.decimal(value, column.decimals)
