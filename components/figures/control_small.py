"""A control chart small enough to stand in a row: its limits, its months, its latest value."""

from typing import Any

from components import text, theme
from components.figures import control_words, time_axis
from components.figures.control import bands, points
from components.figures.control_view import Control

FEW = 30  # months up to which the axis names quarters, of which a small chart has room for half
MARGIN = {"l": 34, "r": 52, "t": 4, "b": 24}


def small_control_chart(what: Control) -> dict[str, Any]:
    """The specification of the chart, from zero up, all of its months with limits."""
    start, end = what.months[0], what.months[-1]
    step = time_axis.nice_step(what.top) if what.top > 4 else _small_step(what.top)
    last = max(what.values)
    value = what.values[last]
    line = time_axis.line(what.months, what.values, name=what.name, colour=theme.MAIN, width=1.5)
    latest = control_words.written(what, value)
    numbers = time_axis.value_labels(what.top * 0.97, step, suffix=f"{text.NBSP}%" if what.unit == "%" else "")
    layout = theme.layout(
        margin=MARGIN,
        xaxis=time_axis.axis(start, end, every=1 if len(what.months) > FEW else 2),
        yaxis=time_axis.value_axis(what.top, step),
        shapes=bands(what),
        annotations=[
            *({**one, "xanchor": "right", "xshift": -4, "yanchor": "middle"} for one in numbers),
            time_axis.label(last, value, latest, colour=theme.MAIN, xshift=8, yanchor="middle"),
        ],
    )
    shown = {**line, "hovertemplate": f"%{{y:,.{what.decimals}f}}"}
    return {"data": [shown, *points(what, size=4)], "layout": layout}


def _small_step(top: float) -> float:
    """A round step for values under 4."""
    return next(step for step in (0.05, 0.1, 0.2, 0.5, 1.0) if top / step <= 4.5)
