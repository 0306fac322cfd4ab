"""What became of every link on the publishers' pages: one disclosure a source, with a CSV of all."""

from collections.abc import Sequence
from typing import Any

from dash import html

from components import tables

ABOUT = (
    "Publishers’ pages list more than is read here: other publications, documents, and links to files that are gone. "
    "Each link has one outcome. A page that several sources read is counted where its links were asked for."
)
NONE = "No account of links is kept yet; the next refresh makes one."


def section(found: Sequence[Any], everything: str) -> html.Section:
    """``found`` holds name, summary, words, table of the links not loaded and address of the CSV of every source."""
    head = html.H2("Links on the publishers’ pages")
    if not found:
        return html.Section([head, html.P(NONE)], className="sec")
    csv = html.P(html.A("CSV of every link", href=everything, download=""))
    return html.Section([head, html.P(ABOUT), *(_one(one) for one in found), csv], className="sec")


def _one(one: Any) -> html.Details:
    rest: list[Any] = (
        [html.Div(tables.draw(one.left, label=one.left.caption), className="small-table")] if one.left.rows else []
    )
    csv = html.P(html.A(["CSV", html.Span(f": links of {one.name}", className="vh")], href=one.csv, download=""))
    return html.Details([html.Summary(one.summary), html.P(one.words, className="note"), *rest, csv])
