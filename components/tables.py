"""Tables: the rows behind a figure, drawn as a real table and written as CSV.

A table is data first: columns with a key, a heading, a unit and decimals, and rows of plain values. A value of
None is drawn as "not held"; a row of nothing else is drawn as what its column ``status`` says, if there is one.
"""

import functools
import itertools
from collections.abc import Callable
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
    head = html.Thead(html.Tr([html.Th(c.heading, scope="col", className=_align(c)) for c in table.columns]))
    body = html.Tbody([_row(table.columns, row) for row in table.rows])
    notes = [html.P(note, className="note") for note in table.notes]
    inner = html.Table([html.Caption(html.Span(table.caption)), head, body])
    return html.Div([html.Div(inner, className="scroll", role="region", tabIndex=0, **{"aria-label": label}), *notes])


@functools.lru_cache(maxsize=2048)  # windows of months share their rows
def _row(columns: tuple[Column, ...], row: tuple[Any, ...]) -> Any:
    first, *rest = zip(columns, row, strict=True)
    said = next((value for column, value in rest if column.key == "status"), "")
    why = said if all(value is None for column, value in rest if column.key != "status") else ""
    cells = [_head_cell(words(*first))]
    for empty, run in itertools.groupby(rest, key=lambda cell: bool(why) and cell[1] is None):
        found = list(run)
        if empty:
            cells.append(_cell(why, "away", len(found)))
        else:
            cells += [_cell(words(column, value), _align(column)) for column, value in found]
    return {**_ROW, "props": {"children": cells}}


_ROW = kept.plain(html.Tr([]))


@functools.lru_cache(maxsize=1024)
def _head_cell(said: str) -> Any:
    return kept.plain(html.Th(said, scope="row"))


@functools.lru_cache(maxsize=4096)  # tables of many months and areas are made of the same few thousand cells
def _cell(said: str, name: str, span: int = 1) -> Any:
    return kept.plain(html.Td(said, className=name, **({"colSpan": span} if span > 1 else {})))


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
