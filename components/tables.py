"""Tables: the rows behind a figure, drawn as a real table and written as CSV.

A table is data first: columns with a key, a heading, a unit and decimals, and rows of plain values. A value of
None is drawn as "not held"; a row of nothing else is drawn as what its column ``status`` says, if there is one.
"""

import functools
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from components import kept, text


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
    head = html.Thead(html.Tr([_heading(c.heading, _align(c)) for c in table.columns]))
    body = html.Tbody(_rows(table))
    notes = [html.P(note, className="note") for note in table.notes]
    inner = html.Table([html.Caption(html.Span(table.caption)), head, body])
    return html.Div([html.Div(inner, className="scroll", role="region", tabIndex=0, **{"aria-label": label}), *notes])


def _rows(table: Table) -> list[Any]:
    first, *rest = table.columns
    aligned = [(column, _align(column)) for column in rest]
    place = next((place for place, column in enumerate(table.columns) if column.key == "status"), 0)
    return [kept.part("Tr", [_head_cell(words(first, row[0])), *_cells(aligned, row, place)]) for row in table.rows]


def _cells(aligned: Sequence[tuple[Column, str]], row: tuple[Any, ...], status: int) -> list[Any]:
    """The cells after the first; a row with nothing but a status says it once, over all of them."""
    values = row[1:]
    why = row[status] if status and all(v is None for at, v in enumerate(row) if at not in (0, status)) else ""
    if not why:
        return [_cell(words(column, value), name) for (column, name), value in zip(aligned, values, strict=True)]
    cells = []
    for empty, run in itertools.groupby(zip(aligned, values, strict=True), key=lambda cell: cell[1] is None):
        found = list(run)
        if empty:
            cells.append(_cell(why, "away", len(found)))
        else:
            cells += [_cell(words(column, value), name) for (column, name), value in found]
    return cells


@functools.lru_cache(maxsize=512)
def _heading(said: str, name: str) -> Any:
    return kept.part("Th", said, scope="col", className=name)


@functools.lru_cache(maxsize=512)
def _head_cell(said: str) -> Any:
    return kept.part("Th", said, scope="row")


@functools.lru_cache(maxsize=2048)  # tables of many months and areas are made of the same few thousand cells
def _cell(said: str, name: str, span: int = 1) -> Any:
    return kept.part("Td", said, className=name, **({"colSpan": span} if span > 1 else {}))


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
