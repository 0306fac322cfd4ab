"""People remaining in hospital after the wall: one line from zero, with its highest and its latest month named."""

from collections.abc import Mapping
from typing import Any

from components import text, theme
from components.figures import time_axis
from domain import periods

NAME = "People remaining"


def remaining_chart(monthly: Mapping[str, float], *, start: str, end: str) -> dict[str, Any]:
    """The line on an axis from ``start`` to ``end``; months without a value are gaps."""
    top = max(monthly.values()) * 1.2
    step = time_axis.nice_step(top)
    latest, highest = max(monthly), max(monthly, key=lambda month: (monthly[month], month))
    points = list(dict.fromkeys((highest, latest)))
    marks = [
        time_axis.marker(month, monthly[month], colour=theme.INK if month == latest else theme.CONTEXT, size=8)
        for month in points
    ]
    numbers = time_axis.value_labels(top, step)
    layout = theme.layout(
        xaxis=time_axis.axis(start, end),
        yaxis=time_axis.value_axis(top, step),
        annotations=[*numbers, *(_label(month, monthly, latest) for month in points)],
    )
    middle = {"annotations": layout["annotations"], "xaxis": layout["xaxis"]}
    few = [*numbers, _label(latest, monthly, latest)]
    narrow = {"annotations": few, "xaxis": time_axis.axis(start, end, every=2)}
    line = time_axis.line(periods.span(min(monthly), latest), monthly, name=NAME, colour=theme.MAIN)
    return {"data": [line, *marks], "layout": time_axis.with_variants(layout, middle=middle, narrow=narrow)}


def _label(month: str, monthly: Mapping[str, float], latest: str) -> dict[str, Any]:
    """The number of a point; of the highest month with its name, clear of the words of the latest."""
    number = text.whole(monthly[month])
    if month == latest:
        return time_axis.label(month, monthly[month], number, xanchor="right", yshift=8, bgcolor=theme.PALE)
    before, after = periods.gap(min(monthly), month), periods.gap(month, latest)
    near = "left" if before < after else "right"  # away from the end of the axis that is close, and its words
    side = near if min(before, after) < 30 else "center"
    return time_axis.label(month, monthly[month], f"{number} in {periods.short_label(month)}", xanchor=side, yshift=6)
