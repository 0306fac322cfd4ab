"""Small charts side by side, each named by its heading and what it may say, on one scale."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dash import dcc, html

from components import icons, kept
from components.kept import part
from components.theme import CONFIG


class Small(NamedTuple):
    """A small chart: key for its ids, heading, figure, address of the full chart, and a verdict with its sign."""

    key: str
    heading: str
    figure: dict[str, Any]
    full: str
    sign: str = ""
    said: str = ""


MARKS = (
    ("line", "each month"),
    ("diamond", "month that meets a rule"),
    ("band", "between the limits, mean inside"),
    ("thin", "before the limits"),
    ("event", "change of definition"),
)


def draw(charts: Sequence[Small], *, prefix: str) -> html.Div:
    """A grid of charts; ids are made of the prefix and the key. Charts with a verdict have a key of their marks."""
    grid = html.Div([_one(f"{prefix}-{one.key}", one) for one in charts], className="multiples")
    return html.Div([KEY, grid]) if any(one.said for one in charts) else grid


def _one(name: str, one: Small) -> dict[str, Any]:
    said = [part("P", [SIGNS[one.sign], part("Span", one.said)], className="reading")] if one.said else []
    graph = dcc.Graph(id=f"{name}-figure", figure=one.figure, config=CONFIG, responsive=True, className="graph")
    hidden = part("Div", graph, className="hidden-drawing", **{"aria-hidden": "true"})
    full = ["Open as a full chart", part("Span", f": {one.heading}", className="vh")]
    inside = [
        part("Div", [part("H3", one.heading), *said], id=name),
        part("Div", hidden, className="fig fig-small", role="img", **{"aria-labelledby": name}),
        part("A", full, href=one.full, className="full"),
    ]
    return part("Div", inside, className="multiple")


SIGNS = {name: kept.plain(icons.sign(name)) for name in ("common", "improving", "worsening", "direction", "none")}
KEY = kept.plain(
    html.Ul(
        [html.Li([html.Span(className=f"key key-{kind}", **{"aria-hidden": "true"}), words]) for kind, words in MARKS],
        className="keys",
    )
)
