"""One reason over time as a small chart: every month thin, the twelve months to each month thick."""

from collections.abc import Mapping, Sequence
from typing import Any

from components import theme
from components.figures import time_axis
from domain import periods

Monthly = Mapping[str, float]
EDGE, LETTER, LEAST = 10, 9, 44  # pixels at the right edge for the latest value: its distance, a character, and all


def reason_chart(
    monthly: Monthly,
    yearly: Monthly,
    *,
    start: str,
    end: str,
    top: float,
    last: str = "",
    room: int = 0,
    decimals: int = 1,
    begins: str = "",
    marks: Sequence[str] = (),
) -> dict[str, Any]:
    """Two lines from zero up to ``top``, which all charts of a row share.

    last: the value at the end of the thick line, in words; room: characters of the longest such value of a row;
    begins: the first month of a reason that came into use inside the chart; marks: months with a dotted rule.
    """
    months = periods.span(start, end)
    reach = max(top, 1.0) * 1.12
    step = time_axis.nice_step(reach) if reach > 4 else 1.0
    thin = time_axis.line(months, monthly, name="Each month", colour=theme.CONTEXT, width=1)
    thick = time_axis.line(months, yearly, name="12 months to each month", colour=theme.MAIN, width=2.5)
    traces = [{**line, "hovertemplate": f"%{{y:,.{decimals}f}}"} for line in (thin, thick)]
    named = yearly or monthly
    month = max(named, default="")
    ends = [time_axis.marker(month, named[month], colour=theme.MAIN, size=6)] if month else []
    layout = theme.layout(
        margin=margin(room),
        xaxis=time_axis.axis(start, end, every=max(1, len(months) // 48)),
        yaxis=time_axis.value_axis(reach, step),
        annotations=[
            *time_axis.value_labels(reach * 0.92, step),
            *latest(named, last),
            *beginning(begins, start, end, reach),
        ],
        shapes=[time_axis.rule(month, colour=theme.CONTEXT) for month in marks],
    )
    return {"data": [*traces, *ends], "layout": layout}


def margin(room: int) -> dict[str, int]:
    """Margins with room for a value of so many characters at the right."""
    return {"l": 0, "r": max(LEAST, EDGE + LETTER * room), "t": 4, "b": 24}


def latest(values: Monthly, words: str) -> list[dict[str, Any]]:
    """The latest value in words, to the right of its point."""
    if not values:
        return []
    month = max(values)
    return [time_axis.label(month, values[month], words, colour=theme.MAIN, xshift=6, yanchor="middle")]


def beginning(begins: str, start: str, end: str, reach: float) -> list[dict[str, Any]]:
    """When the reason came into use, where that lies inside the chart."""
    if not start < begins <= end:
        return []
    words = f"from {periods.short_label(begins)}"
    late = periods.gap(start, begins) > periods.gap(start, end) / 2
    anchor = {"xanchor": "right" if late else "left"}
    return [time_axis.label(begins, reach * 0.45, words, colour=theme.INK_2, bold=False, **anchor)]
