"""Small control charts in a row, and beneath them a list of every indicator with what its chart may say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html

from components import icons
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
    mean: str
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


def every(lines: Sequence[Listed], *, caption: str) -> html.Details:
    """All indicators as a table, each with a link to its chart."""
    heads = ["Series", "Latest month", "Mean", "r1", "What the chart may say", "Over the year"]
    numbers = (1, 2, 3)
    head = [html.Th(words, scope="col", className="r" if at in numbers else "") for at, words in enumerate(heads)]
    inner = html.Table(
        [html.Caption(html.Span(caption)), html.Thead(html.Tr(head)), html.Tbody([_line(line) for line in lines])],
        className="small-table",
    )
    region = html.Div(inner, className="scroll", role="region", tabIndex=0, **{"aria-label": caption})
    return html.Details([html.Summary(f"Show all {len(lines)} series"), region], className="every")


def _line(line: Listed) -> html.Tr:
    name = html.A(line.name, href=line.href) if line.href else f"{line.name} (shown above)"
    said = [icons.sign(line.sign), html.Span(f"{line.heading}{f': {line.why}' if line.why else ''}")]
    cells = [html.Td(words, className="r") for words in (line.latest, line.mean, line.r1)]
    return html.Tr(
        [html.Th(name, scope="row"), *cells, html.Td(html.Span(said, className="may-say")), html.Td(line.finding)]
    )
