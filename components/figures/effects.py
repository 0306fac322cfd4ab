"""What several designs say of one change: hollow where it is only described, solid with its 95 % interval else."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from components import text, theme
from components.theme import TEXT, TICK

NARROW, ABOVE = 480, 15  # pixels: a figure is narrow up to, and by how much words stand above their dot


class Said(NamedTuple):
    """A design: its name, estimate, interval (None for a description) and the words at the right."""

    name: str
    estimate: float
    lower: float | None
    upper: float | None
    words: str


def effects_chart(rows: Sequence[Said], *, unit: str) -> dict[str, Any]:
    """One row a design around a line of no change; ``unit`` stands at the numbers of the axis."""
    reach = max((abs(v) for row in rows for v in (row.estimate, row.lower, row.upper) if v is not None), default=1.0)
    reach = reach * 1.1 or 1.0
    traces: list[dict[str, Any]] = []
    for at, row in enumerate(rows):
        y = len(rows) - at
        traces.append(_dot(row, y))
    ticks = [-_round(reach), 0.0, _round(reach)]
    layout = theme.layout(
        margin={"l": 0, "r": 0, "t": 4, "b": 26},
        hovermode=False,
        xaxis={
            "range": [-reach, reach],
            "domain": [0.34, 0.74],
            "tickvals": ticks,
            "ticktext": [text.decimal(t, 0) + unit if t else "no change" for t in ticks],
            "tickfont": {"size": TICK, "color": theme.INK_2},
            "gridcolor": theme.RULE,
            "zeroline": True,
            "zerolinecolor": theme.INK,
            "fixedrange": True,
        },
        yaxis={"range": [0.4, len(rows) + 0.6], "visible": False, "fixedrange": True},
        annotations=[part for at, row in enumerate(rows) for part in _words(row, len(rows) - at)],
    )
    layout["meta"] = {"variants": [{"upto": NARROW, "layout": _narrow(layout, rows)}]}
    return {"data": traces, "layout": layout}


def _narrow(layout: dict[str, Any], rows: Sequence[Said]) -> dict[str, Any]:
    """Where names, drawing and numbers do not fit side by side: name and number above each dot."""
    words = [part for at, row in enumerate(rows) for part in _words(row, len(rows) - at)]
    for place, part in enumerate(words):
        part.update(yshift=ABOVE, bgcolor=theme.PAPER, font={**part["font"], "size": TICK})
        part.update({"x": 1, "xanchor": "right"} if place % 2 else {"text": part["text"].split(",")[0]})
    return {"xaxis": {**layout["xaxis"], "domain": [0, 1]}, "annotations": words}


def _round(reach: float) -> float:
    size = 10.0 ** (len(str(int(max(reach, 1)))) - 1)
    return next((step for step in (5 * size, 2 * size, size) if step <= reach * 0.85), size / 2)


def _dot(row: Said, y: float) -> dict[str, Any]:
    solid = row.lower is not None
    marker = {
        "size": 11,
        "color": theme.MAIN if solid else theme.PAPER,
        "line": {"width": 2, "color": theme.MAIN if solid else theme.CONTEXT},
    }
    dot: dict[str, Any] = {
        "type": "scatter",
        "mode": "markers",
        "x": [row.estimate],
        "y": [y],
        "text": [row.name],
        "marker": marker,
    }
    if row.lower is not None and row.upper is not None:
        ends: dict[str, Any] = {
            "array": [row.upper - row.estimate],
            "arrayminus": [row.estimate - row.lower],
            "symmetric": False,
        }
        dot["error_x"] = {"type": "data", **ends, "color": theme.MAIN, "thickness": 3, "width": 0}
    return {**dot, "hoverinfo": "skip"}


def _words(row: Said, y: float) -> list[dict[str, Any]]:
    base = {"xref": "paper", "y": y, "yanchor": "middle", "showarrow": False, "xanchor": "left"}
    bold = row.lower is not None
    said = f"<b>{row.words}</b>" if bold else row.words
    font = {"size": TEXT, "color": theme.INK}
    return [{**base, "x": 0, "text": row.name, "font": font}, {**base, "x": 0.77, "text": said, "font": font}]
