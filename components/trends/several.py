"""Small control charts in a row, and beneath them a list of every indicator with what its chart may say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html

from components import icons
from components.ids import Ids
from components.theme import CONFIG


@dataclass(frozen=True)
class Small:
    """A small chart: its sign with heading and sentence, finding, what is drawn, and the address of the whole chart."""

    sign: str
    heading: str
    said: str
    finding: str
    about: str
    figure: dict[str, Any]
    limits: str
    href: str


@dataclass(frozen=True)
class Listed:
    """An indicator in the list, all in words; ``href`` is empty for the one that the page shows."""

    name: str
    href: str
    latest: str
    r1: str
    sign: str
    heading: str
    why: str
    finding: str


def row(charts: Sequence[Small], *, prefix: str) -> html.Div:
    """The charts side by side; ids are made of the prefix and the place."""
    return html.Div([_one(f"{prefix}-{place}", chart) for place, chart in enumerate(charts, 1)], className="thirds")


def _one(name: str, chart: Small) -> html.Div:
    graph = dcc.Graph(id=f"{name}-figure", figure=chart.figure, config=CONFIG, responsive=True, className="graph")
    hidden = html.Div(graph, className="hidden-drawing", **{"aria-hidden": "true"})
    parts = [
        html.P([icons.sign(chart.sign), html.B(chart.heading)], className="verdict"),
        html.P(chart.said, className="sub"),
        html.H3(chart.finding, id=name),
        html.P(chart.about, className="sub"),
        html.Div(hidden, className="fig fig-third", role="img", **{"aria-labelledby": name}),
        html.P([chart.limits, " ", html.A(["Show this chart", _of(chart.finding)], href=chart.href)], className="note"),
    ]
    return html.Div(parts, className="third")


def _of(finding: str) -> html.Span:
    return html.Span(f": {finding}", className="vh")


def door(ids: Ids, series: int, query: str) -> html.Details:
    """Opens the tables: all indicators, and the months of the small charts. They are fetched when it is opened first.

    Every part of a page costs the browser time whenever a control changes, and these are hundreds that few open.
    query: the view whose tables they are.
    """
    tables = html.Div(html.P("The tables are on their way."), id=ids.of("tables"), **{"data-query": query})
    summary = html.Summary(f"Show all {series} series as tables", id=ids.of("every"))
    return html.Details([summary, tables], className="every")


def every(lines: Sequence[Listed], *, caption: str) -> html.Div:
    """All indicators as a table, each with a link to its chart."""
    heads = ["Series", "Latest month", "r1", "What the chart may say", "Over the year"]
    numbers = (1, 2)
    head = [html.Th(words, scope="col", className="r" if at in numbers else "") for at, words in enumerate(heads)]
    inner = html.Table(
        [html.Caption(html.Span(caption)), html.Thead(html.Tr(head)), html.Tbody([_line(line) for line in lines])],
        className="small-table",
    )
    return html.Div(inner, className="scroll", role="region", tabIndex=0, **{"aria-label": caption})


def _line(line: Listed) -> html.Tr:
    name = html.A(line.name, href=line.href) if line.href else f"{line.name} (shown above)"
    said = f"{line.heading}{f': {line.why}' if line.why else ''}"
    sign = [icons.sign(line.sign), f" {said}"] if line.sign not in ("none", "direction") else said
    numbers = [html.Td(words, className="r") for words in (line.latest, line.r1)]
    return html.Tr([html.Th(name, scope="row"), *numbers, html.Td(sign), html.Td(line.finding)])
