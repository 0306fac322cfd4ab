"""Small charts side by side, each named by its heading, on one scale."""

from collections.abc import Sequence
from typing import Any

from dash import dcc, html

from components.theme import CONFIG


def draw(charts: Sequence[tuple[str, str, dict[str, Any]]], *, prefix: str) -> html.Div:
    """A grid of charts from (key, heading, figure); ids are made of the prefix and the key."""
    return html.Div(
        [_one(f"{prefix}-{key.lower()}", heading, figure) for key, heading, figure in charts], className="multiples"
    )


def _one(name: str, heading: str, figure: dict[str, Any]) -> html.Div:
    graph = dcc.Graph(id=f"{name}-figure", figure=figure, config=CONFIG, responsive=True, className="graph")
    hidden = html.Div(graph, className="hidden-drawing", **{"aria-hidden": "true"})
    drawing = html.Div(hidden, className="fig fig-small", role="img", **{"aria-labelledby": name})
    return html.Div([html.H3(heading, id=name), drawing], className="multiple")
