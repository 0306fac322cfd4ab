"""One reason as a small control chart: history thin, then the months with limits, those that meet a rule marked.

Many stand side by side on one scale; the names of limits and rules are in the table and in the key above them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.points import Chart
from components import theme
from components.figures import time_axis
from components.figures.reason import beginning, latest, margin
from domain import periods

ROOM = 1.08  # above the highest value or limit


@dataclass(frozen=True)
class SmallControl:
    """What is drawn. ``limited`` are the months of ``chart``'s points; ``last`` is the latest value in words.

    marked: whether months that meet a rule are marked; begins: the first month of a reason that came into use
    inside the chart; breaks: months with a dotted rule.
    """

    values: Mapping[str, float]
    start: str
    end: str
    limited: Sequence[str]
    chart: Chart
    marked: bool
    last: str
    decimals: int = 1
    begins: str = ""
    breaks: Sequence[str] = ()

    @property
    def highest(self) -> float:
        """The highest value or limit."""
        return max([*self.values.values(), *(p.upper for p in self.chart.phases if p.upper is not None)], default=0.0)


def small_control(what: SmallControl, *, top: float, room: int = 0) -> dict[str, Any]:
    """The chart from zero up to ``top``, which all charts share; ``room``: characters of the longest latest value."""
    reach = max(top, 1.0) * ROOM
    step = time_axis.nice_step(reach) if reach > 4 else 1.0
    months = periods.span(what.start, what.end)
    layout = theme.layout(
        margin=margin(room),
        xaxis=time_axis.axis(what.start, what.end, every=max(1, len(months) // 48)),
        yaxis=time_axis.value_axis(reach, step),
        annotations=[
            *time_axis.value_labels(reach * 0.92, step),
            *latest(what.values, what.last),
            *beginning(what.begins, what.start, what.end, reach),
        ],
        shapes=[*_bands(what), *(time_axis.rule(month, colour=theme.CONTEXT) for month in what.breaks)],
    )
    return {"data": [*_lines(what), *_marks(what)], "layout": layout}


def _lines(what: SmallControl) -> list[dict[str, Any]]:
    """Months before the limits thin and grey, then the months with limits as a line of dots."""
    if not what.limited:
        return []
    hover = f"%{{y:,.{what.decimals}f}}"
    before = periods.span(what.start, what.limited[0])
    history = {m: what.values[m] for m in before if m in what.values}
    lines = []
    if len(history) > 1:
        thin = time_axis.line(before, history, name="History, no limits", colour=theme.CONTEXT, width=1)
        lines.append({**thin, "hoverinfo": "skip"})
    main = time_axis.line(what.limited, what.values, name="Each month", colour=theme.MAIN, width=1.5)
    dots = {"mode": "lines+markers", "marker": {"color": theme.MAIN, "size": 4}, "hovertemplate": hover}
    return [*lines, {**main, **dots}]


def _marks(what: SmallControl) -> list[dict[str, Any]]:
    """Months that meet a rule as diamonds; none where a chart in which most would be says nothing by it."""
    if not what.marked:
        return []
    met = [m for m, p in zip(what.limited, what.chart.points, strict=True) if p.rules and m in what.values]
    if not met:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "name": "meets a rule",
            "x": [time_axis.place(m) for m in met],
            "y": [round(what.values[m], 2) for m in met],
            "marker": {
                "color": theme.ACCENT,
                "size": 8,
                "symbol": "diamond",
                "line": {"color": theme.PAPER, "width": 1},
            },
            "hoverinfo": "skip",
            "cliponaxis": False,
        }
    ]


def _bands(what: SmallControl) -> list[dict[str, Any]]:
    """The band between the limits and the mean, drawn inside what can be."""
    shapes: list[dict[str, Any]] = []
    for phase in what.chart.phases:
        if phase.mean is None or phase.lower is None or phase.upper is None:
            continue
        x0, x1 = f"{what.limited[phase.first]}-01", f"{periods.plus(what.limited[phase.last], 1)}-01"
        where = {"x0": x0, "x1": x1, "layer": "below"}
        band = {"type": "rect", "y0": max(0.0, phase.lower), "y1": phase.upper, "fillcolor": theme.LIMITS}
        shapes.append({**where, **band, "line": {"width": 0}})
        mean = {"type": "line", "y0": phase.mean, "y1": phase.mean, "line": {"color": theme.CONTEXT, "width": 1}}
        shapes.append({**where, **mean})
    return shapes
