"""Reason by responsible body: an html table with shaded cells that all print their number."""

from typing import Any

from dash import html

from components import text
from components.tables import Table

DARKEST = 44  # per cent of the data colour in the largest cell; ink stays readable on it


def draw(table: Table) -> html.Div:
    """The table: code and name of a reason, a cell for each body and all; the last row is the sum.

    A cell holds words where the body cannot own the reason.
    """
    cells = [value for row in table.rows[:-1] for value in row[2:-1] if not isinstance(value, str)]
    largest = max(cells, default=0.0) or 1.0
    heads = [
        html.Th("Reason", scope="col"),
        *(html.Th(c.heading, scope="col", className="r") for c in table.columns[2:]),
    ]
    *rows, total = table.rows
    body = [_row(row, largest) for row in rows]
    foot = html.Tr([html.Th(total[1], scope="row"), *(html.Td(text.whole(v), className="r") for v in total[2:])])
    inner = html.Table(
        [
            html.Caption(html.Span(table.caption), className="vh"),
            html.Thead(html.Tr(heads)),
            html.Tbody([*body, foot]),
        ],
        className="crossed",
    )
    return html.Div(inner, className="scroll", role="region", tabIndex=0, **{"aria-label": table.caption})


def _row(row: tuple[Any, ...], largest: float) -> html.Tr:
    letter, name, *cells, every = row
    head = html.Th(html.Div([html.B(letter), html.Span(name)], className="reason"), scope="row")
    return html.Tr(
        [head, *(_cell(value, largest) for value in cells), html.Td(html.B(text.whole(every)), className="r")]
    )


def _cell(value: float | str, largest: float) -> html.Td:
    if isinstance(value, str):
        return html.Td(html.Span(value), className="r cannot")
    shade = {"--shade": f"{value / largest * DARKEST:.1f}%"}
    return html.Td(text.whole(value), className="r shaded", style=shade)
