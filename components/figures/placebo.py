"""Placebos drawn: other areas without the scheme on a line, and made-up start dates with their intervals."""

from collections.abc import Sequence
from typing import Any

from components import text, theme
from components.figures import time_axis
from components.theme import TICK

Dated = tuple[str, float, float, float]  # made-up start, estimate, lower, upper


def areas_chart(others: Sequence[float], ours: float, name: str) -> dict[str, Any]:
    """Every other area as a dot by its change against the median of all; ours larger, named."""
    reach = max([abs(ours), *(abs(value) for value in others)], default=1.0) * 1.12 or 1.0
    rows = _stacked(others, reach)
    dots = {
        "type": "scatter",
        "mode": "markers",
        "name": "Other councils",
        "x": [value for value, _ in rows],
        "y": [row for _, row in rows],
        "text": ["another council"] * len(rows),
        "marker": {"color": theme.CONTEXT, "size": 7},
        "hoverinfo": "skip",
    }
    mark = {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [ours],
        "y": [0],
        "text": [name],
        "marker": {"color": theme.MAIN, "size": 13},
        "hoverinfo": "skip",
    }
    words = f"<b>{name} {'+' if ours > 0 else ''}{text.decimal(ours, 0)}{text.NBSP}%</b>"
    label = {"x": ours, "y": 0, "text": words, "showarrow": False, "yanchor": "top", "yshift": -10}
    ticks = [step for step in (-75, -50, -25, 0, 25, 50, 75, 100) if abs(step) < reach]
    layout = theme.layout(
        margin={"l": 0, "r": 0, "t": 4, "b": 24},
        hovermode=False,
        xaxis={
            "range": [-reach, reach],
            "tickvals": ticks,
            "ticktext": [f"{'+' if t > 0 else ''}{text.decimal(t, 0)}{text.NBSP}%" if t else "median" for t in ticks],
            "tickfont": {"size": TICK, "color": theme.INK_2},
            "gridcolor": theme.RULE,
            "zeroline": True,
            "zerolinecolor": theme.INK,
            "fixedrange": True,
        },
        yaxis={"range": [-2.2, max((row for _, row in rows), default=0) + 1], "visible": False, "fixedrange": True},
        annotations=[{**label, "font": {"size": theme.TEXT, "color": theme.MAIN}}],
    )
    return {"data": [dots, mark], "layout": layout}


def _stacked(values: Sequence[float], reach: float) -> list[tuple[float, int]]:
    """Dots side by side are stacked, so that none hides another."""
    wide = reach / 45
    last: dict[int, float] = {}
    found = []
    for value in sorted(values):
        row = 0
        while row in last and value - last[row] < wide:
            row += 1
        last[row] = value
        found.append((value, row))
    return found


def dates_chart(dates: Sequence[Dated], *, start: str, unit: str) -> dict[str, Any]:
    """Estimates of made-up starts with their 95 % intervals; the real start as a rule."""
    months = [date[0] for date in dates]
    first, last = min(*months, start), max(*months, start)
    low, high = min(date[2] for date in dates), max(date[3] for date in dates)
    reach = max(abs(low), abs(high)) * 1.1 or 1.0
    dots = {
        "type": "scatter",
        "mode": "markers",
        "name": "Made-up start",
        "x": [time_axis.place(month) for month in months],
        "y": [date[1] for date in dates],
        "error_y": {
            "type": "data",
            "symmetric": False,
            "array": [date[3] - date[1] for date in dates],
            "arrayminus": [date[1] - date[2] for date in dates],
            "color": theme.CONTEXT,
            "thickness": 1.25,
            "width": 0,
        },
        "marker": {"color": theme.MAIN, "size": 7},
        "hoverinfo": "skip",
    }
    step = time_axis.nice_step(reach * 2)
    layout = theme.layout(
        hovermode=False,
        xaxis=time_axis.axis(first, last),
        yaxis=time_axis.value_axis(reach, step, bottom=-reach),
        shapes=[time_axis.rule(start, colour=theme.ACCENT, dash="solid", width=2.5)],
        annotations=time_axis.value_labels(reach, step, bottom=-reach, suffix=unit, sign=True),
    )
    return {"data": [dots], "layout": layout}
