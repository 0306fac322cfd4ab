"""The pressure watch over time: two changes of twelve months on twelve, and when both point apart."""

from collections.abc import Sequence
from typing import Any

from analysis.watch import Pressure, stretches
from components import text, theme
from components.figures import time_axis
from domain import periods


def pressure_chart(states: Sequence[Pressure]) -> dict[str, Any]:
    """Lines of both changes in per cent around no change; months in which the watch was on are shaded."""
    months = periods.span(states[0].month, states[-1].month)
    delays = {s.month: s.delays * 100 for s in states}
    admissions = {s.month: s.admissions * 100 for s in states}
    reach = max(abs(v) for v in (*delays.values(), *admissions.values())) * 1.25
    style = {"hovertemplate": "%{y:+.1f} %"}
    traces = [
        time_axis.line(months, delays, name="Delays", colour=theme.MAIN, width=2.5, **style),
        time_axis.line(months, admissions, name="Emergency admissions", colour=theme.INK_2, width=2, **style),
    ]
    traces[1]["line"]["dash"] = "dash"
    ends = [
        time_axis.marker(months[-1], series[months[-1]], colour=colour, size=7)
        for series, colour in ((delays, theme.MAIN), (admissions, theme.INK_2))
    ]
    step = 20 if reach >= 25 else 10 if reach >= 12 else time_axis.nice_step(reach)
    vertical = time_axis.value_axis(reach, step, bottom=-reach)
    vertical |= {"zeroline": True, "zerolinecolor": theme.INK, "zerolinewidth": 1}
    numbers = time_axis.value_labels(reach, step, bottom=-reach, suffix=f"{text.NBSP}%", sign=True)
    layout = theme.layout(
        margin={"l": 0, "r": 160, "t": 8, "b": 28},
        xaxis=time_axis.axis(months[0], months[-1]),
        yaxis=vertical,
        shapes=[_shade(first, last) for first, last in stretches(tuple(states))],
        annotations=[*numbers, *_ends(delays, admissions, months[-1]), *_watch_label(states, reach)],
    )
    inside = {
        "margin": {"l": 0, "r": 8, "t": 8, "b": 28},
        "annotations": [*numbers, *_inside(delays, admissions, months), *_watch_label(states, reach)],
    }
    narrow = {**inside, "xaxis": time_axis.axis(months[0], months[-1], every=2)}
    return {"data": [*traces, *ends], "layout": time_axis.with_variants(layout, middle=inside, narrow=narrow)}


def _shade(first: str, last: str) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": f"{first}-01",
        "x1": f"{periods.plus(last, 1)}-01",
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "fillcolor": theme.WATCH,
        "line": {"width": 0},
        "layer": "below",
    }


def _ends(delays: dict[str, float], admissions: dict[str, float], last: str) -> list[dict[str, Any]]:
    """Both names with their latest change to the right of the lines, apart from one another."""
    high, low = sorted(
        ((delays[last], "Delays", theme.MAIN), (admissions[last], "Emergency<br>admissions", theme.INK_2)),
        reverse=True,
        key=lambda end: end[0],
    )
    near = abs(high[0] - low[0]) < 8
    shifts = (14, -14) if near else (0, 0)
    return [
        time_axis.label(
            last,
            value,
            f"{name} {text.signed_percent(value / 100)}",
            colour=colour,
            xshift=10,
            yshift=shift,
            yanchor="bottom" if near and shift > 0 else "top" if near else "middle",
        )
        for (value, name, colour), shift in zip((high, low), shifts, strict=True)
    ]


def _inside(delays: dict[str, float], admissions: dict[str, float], months: Sequence[str]) -> list[dict[str, Any]]:
    """Both names inside a narrow drawing, where each line is farthest from the other."""
    early = months[: max(2, len(months) * 2 // 3)]
    apart = max(early, key=lambda m: abs(delays[m] - admissions[m]))
    above = delays[apart] > admissions[apart]
    high: dict[str, Any] = {"yanchor": "bottom", "yshift": 4}
    low: dict[str, Any] = {"yanchor": "top", "yshift": -4}
    return [
        time_axis.label(
            apart, delays[apart], "Delays", colour=theme.MAIN, xanchor="center", **(high if above else low)
        ),
        time_axis.label(
            apart,
            admissions[apart],
            "Admissions (dashed)",
            colour=theme.INK_2,
            xanchor="center",
            **(low if above else high),
        ),
    ]


def _watch_label(states: Sequence[Pressure], reach: float) -> list[dict[str, Any]]:
    """The longest stretch of the watch, named in its shade."""
    found = stretches(tuple(states))
    if not found:
        return []
    first, last = max(found, key=lambda one: periods.gap(*one))
    count = periods.gap(first, last) + 1
    if count < 4:
        return []
    return [time_axis.label(first, reach, f"Watch on:<br>{count} months", xshift=4, yshift=-4, yanchor="top")]
