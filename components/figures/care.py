"""Delays in acute and in non-acute beds over time."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from components import text, theme
from components.figures import time_axis
from domain import periods
from domain.delays import ACUTE, CARE_LABELS, CARE_TYPES

COLOURS = {ACUTE: theme.INK}
WIDTHS = {ACUTE: 2.5}


def care_chart(
    lines: Mapping[str, Mapping[str, float]],
    *,
    start: str,
    end: str,
    marks: Sequence[str] = (),
    said: Callable[[float], str] = text.people,
) -> dict[str, Any]:
    """Two lines from zero, each named at its end with its value as ``said``; ``marks`` (months) as dotted rules."""
    months = periods.span(start, end)
    top = max((value for line in lines.values() for value in line.values()), default=1.0) * 1.15
    step = time_axis.nice_step(top) if top > 4 else 1.0
    traces = []
    for kind in CARE_TYPES:
        colour = COLOURS.get(kind, theme.CONTEXT)
        style: dict[str, Any] = {"width": WIDTHS.get(kind, 1.75), "hovertemplate": "%{y:,.1f}"}
        traces.append(time_axis.line(months, lines[kind], name=CARE_LABELS[kind], colour=colour, **style))
    numbers = time_axis.value_labels(top, step)
    layout = theme.layout(
        margin={"l": 0, "r": 84, "t": 8, "b": 28},
        xaxis=time_axis.axis(start, end, every=max(1, len(months) // 40)),
        yaxis=time_axis.value_axis(top, step),
        shapes=[time_axis.rule(month, colour=theme.CONTEXT) for month in marks],
        annotations=[*numbers, *_ends(lines, top, said)],
    )
    small = {"xaxis": time_axis.axis(start, end, every=max(1, len(months) // 30))}
    return {"data": traces, "layout": time_axis.with_variants(layout, middle=small, narrow=small)}


def _ends(lines: Mapping[str, Mapping[str, float]], top: float, said: Callable[[float], str]) -> list[dict[str, Any]]:
    """Each line's name and latest value at its end, kept apart where the lines meet."""
    ends = [(values[max(values)], max(values), kind) for kind, values in lines.items() if values]
    ends.sort(reverse=True)
    near = len(ends) == 2 and ends[0][0] - ends[1][0] < top * 0.2
    places = ("bottom", "top") if near else ("middle", "middle")
    return [
        time_axis.label(
            month,
            value,
            f"{CARE_LABELS[kind]}<br>{said(value)}",
            colour=COLOURS.get(kind, theme.INK_2),
            xshift=6,
            yanchor=place,
        )
        for (value, month, kind), place in zip(ends, places, strict=False)
    ]
