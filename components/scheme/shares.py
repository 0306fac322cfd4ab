"""Amounts of several versions side by side: a table whose cells hold a bar, pounds and a share with its base named."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html

from components import text
from components.scheme.money import pounds


class Amount(NamedTuple):
    """Pounds of a version and the share of that version's base; None where it is not known."""

    pounds: float | None
    share: float | None


Line = tuple[str, tuple[Amount, ...]]


def draw(heads: Sequence[str], rows: Sequence[Line], *, caption: str, first: str) -> html.Div:
    """The table in a labelled region; bars of one column share a scale over all columns."""
    most = max((one.pounds or 0.0 for _, amounts in rows for one in amounts), default=0.0) or 1.0
    head = html.Tr([html.Th(first, scope="col"), *(html.Th(name, scope="col") for name in heads)])
    body = [
        html.Tr([html.Th(name, scope="row"), *(html.Td(_cell(one, most)) for one in amounts)]) for name, amounts in rows
    ]
    table = html.Table([html.Caption(html.Span(caption), className="vh"), html.Thead(head), html.Tbody(body)])
    return html.Div(table, className="scroll shares", role="region", tabIndex=0, **{"aria-label": caption})


def _cell(one: Amount, most: float) -> list[html.Span]:
    if one.pounds is None:
        return [html.Span("not known", className="why")]
    bar = html.Span(
        html.Span(className="fill", style={"width": f"{100 * one.pounds / most:.1f}%"}),
        className="share-bar",
        **{"aria-hidden": "true"},
    )
    share = [html.Span(percent(one.share), className="share")] if one.share is not None else []
    return [bar, html.Span([html.B(pounds(one.pounds)), *share], className="share-words")]


def percent(share: float) -> str:
    """A share with one decimal, as spend is quoted: ``8.5 %``."""
    return f"{text.decimal(100 * share, 1)}{text.NBSP}%"
