"""Reason by responsible body: an html table with shaded cells that all print their number."""

from typing import Any

from dash import html

from components import text
from components.kept import part
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
    foot = part(
        "Tr", [part("Th", total[1], scope="row"), *(part("Td", text.whole(v), className="r") for v in total[2:])]
    )
    inner = html.Table(
        [
            html.Caption(html.Span(table.caption), className="vh"),
            html.Thead(html.Tr(heads)),
            html.Tbody([*body, foot]),
        ],
        className="crossed",
    )
    return html.Div(inner, className="scroll", role="region", tabIndex=0, **{"aria-label": table.caption})


def _row(row: tuple[Any, ...], largest: float) -> dict[str, Any]:
    letter, name, *cells, every = row
    head = part("Th", part("Div", [part("B", letter), part("Span", name)], className="reason"), scope="row")
    whole = part("Td", part("B", text.whole(every)), className="r")
    return part("Tr", [head, *(_cell(value, largest) for value in cells), whole])


def _cell(value: float | str, largest: float) -> dict[str, Any]:
    if isinstance(value, str):
        return part("Td", part("Span", value), className="r cannot")
    shade = {"--shade": f"{value / largest * DARKEST:.1f}%"}
    return part("Td", text.whole(value), className="r shaded", style=shade)
