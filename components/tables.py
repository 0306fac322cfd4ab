"""Tables: the rows behind a figure, drawn as a real table and written as CSV.

A table is data first: columns with a key, a heading, a unit and decimals, and rows of plain values. A value of
None is drawn as the words of its row's note, or as "not held".
"""

import functools
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
    kind: str = "number"  # number, text, month, change


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
    head = html.Thead(html.Tr([html.Th(c.heading, scope="col", className=_align(c)) for c in table.columns]))
    body = html.Tbody([_row(table.columns, row) for row in table.rows])
    notes = [html.P(note, className="note") for note in table.notes]
    inner = html.Table([html.Caption(html.Span(table.caption)), head, body])
    return html.Div([html.Div(inner, className="scroll", role="region", tabIndex=0, **{"aria-label": label}), *notes])


@functools.lru_cache(maxsize=2048)  # windows of months share their rows
def _row(columns: tuple[Column, ...], row: tuple[Any, ...]) -> html.Tr:
    first, *rest = zip(columns, row, strict=True)
    cells = [html.Th(words(*first), scope="row")]
    cells += [html.Td(words(column, value), className=_align(column)) for column, value in rest]
    return kept.ready(html.Tr(cells))


def _align(column: Column) -> str:
    return "r" if column.kind in ("number", "change") else ""


def words(column: Column, value: Any) -> str:
    """A value as it reads in the table."""
    if value is None:
        return "not held"
    if column.kind == "month":
        return text.month(value)
    if column.kind == "change":
        return text.signed_percent(value)
    if column.kind == "text" or isinstance(value, str):  # text among numbers is already in words
        return str(value)
    return text.whole(value) if not column.decimals else text.decimal(value, column.decimals)
