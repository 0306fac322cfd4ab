"""What a scheme delivered, month by month, beside its plan."""

from collections.abc import Mapping, Sequence
from typing import Any

from components import theme
from components.figures import time_axis

MARGIN = {"l": 0, "r": 52, "t": 18, "b": 24}


def outputs_chart(
    months: Sequence[str], planned: Mapping[str, float], actual: Mapping[str, float], *, start: str
) -> dict[str, Any]:
    """Bars of what was delivered and a line of what was planned, on the time axis of the chain."""
    top = max([*planned.values(), *actual.values()], default=1.0) * 1.15 or 1.0
    step = time_axis.nice_step(top)
    held = [month for month in months if month in actual]
    bars = {
        "type": "bar",
        "name": "Delivered",
        "x": [time_axis.place(month) for month in held],
        "y": [actual[month] for month in held],
        "marker": {"color": theme.MAIN},
        "hovertemplate": "%{y:,.0f}",
    }
    plan = time_axis.line(months, planned, name="Planned", colour=theme.ACCENT_TEXT, width=2, hovertemplate="%{y:,.0f}")
    shapes = []
    if start in months:
        line = {"color": theme.ACCENT, "width": 2.5}
        shapes.append(
            {
                "type": "line",
                "xref": "x",
                "yref": "paper",
                "x0": f"{start}-01",
                "x1": f"{start}-01",
                "y0": 0,
                "y1": 1,
                "line": line,
            }
        )
    layout = theme.layout(
        margin=MARGIN,
        bargap=0.15,
        xaxis=time_axis.axis(months[0], months[-1], every=max(1, len(months) // 48)),
        yaxis=time_axis.value_axis(top, step),
        shapes=shapes,
        annotations=[*time_axis.value_labels(top * 0.97, step), *_plan_label(planned)],
    )
    return {"data": [bars, plan], "layout": layout}


def _plan_label(planned: Mapping[str, float]) -> list[dict[str, Any]]:
    last = max(planned, default="")
    where: dict[str, Any] = {"xanchor": "left", "yanchor": "middle", "xshift": 6}
    return [time_axis.label(last, planned[last], "plan", colour=theme.ACCENT_TEXT, **where)] if last else []
