"""Councils as dots along one scale, with one of them lifted out and its month-to-month variation as a bar."""

from collections.abc import Sequence
from typing import Any

from analysis.compare import Interval
from components import text, theme
from components.figures import time_axis

PLACES = 100  # dots that fit side by side on a middle screen; nearer ones are stacked


def rank_strip(
    rates: Sequence[tuple[str, str, float]], *, own: str, interval: Interval | None, median: float
) -> dict[str, Any]:
    """A strip of dots. rates: code, name and rate, lowest first; own: the code that is lifted out, or empty."""
    values = [rate for _, _, rate in rates]
    low, high = 0.0, max([*values, *([interval.high] if interval else [])]) * 1.04
    others = [one for one in rates if one[0] != own]
    levels = stacked([rate for _, _, rate in others], (high - low) / PLACES)
    above_dots = max(levels, default=0) + 1.0
    top = above_dots + 2.4
    dots = {"color": theme.CONTEXT, "size": 8, "line": {"color": theme.PAPER, "width": 1}}
    traces = [_dots(others, levels, dots)]
    lifted = next((one for one in rates if one[0] == own), None)
    if lifted:
        traces.append(_dots([lifted], [top], {"color": theme.MAIN, "size": 13}))
    shapes = [_median_line(median, above_dots)]
    shapes += _bar(lifted[2], interval, top) if lifted and interval else []
    axis = _axis(low, high)
    over = [_over(lifted, interval, top, high)] if lifted and interval else []
    corner = [_corner(lifted, interval, high)] if lifted and interval else []
    middle = _median_label(median, len(rates), above_dots, high)
    layout = theme.layout(
        margin={"l": 8, "r": 8, "t": 8, "b": 48},
        hovermode="closest",
        xaxis=axis,
        yaxis=_levels(top + 4.4),
        shapes=shapes,
        annotations=[*middle, *over],
    )
    short = {**axis, "title": {**axis["title"], "text": "people a day per 100,000 adults"}}
    small = {"xaxis": short, "yaxis": _levels((top + 4.4) * 1.3), "annotations": [*middle, *corner]}
    return {"data": traces, "layout": time_axis.with_variants(layout, middle=small, narrow=small)}


def _levels(top: float) -> dict[str, Any]:
    return {"range": [-0.8, top], "visible": False, "fixedrange": True}


def stacked(values: Sequence[float], gap: float) -> list[int]:
    """A level for each value, lowest value first, so that dots of one level are at least ``gap`` apart."""
    last: list[float] = []
    levels = []
    for value in values:
        level = next((number for number, at in enumerate(last) if value - at >= gap), len(last))
        last[level : level + 1] = [value]
        levels.append(level)
    return levels


def _dots(ones: Sequence[tuple[str, str, float]], levels: Sequence[float], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [round(rate, 2) for _, _, rate in ones],
        "y": list(levels),
        "text": [name for _, name, _ in ones],
        "marker": marker,
        "hovertemplate": "%{text}: %{x:.1f}<extra></extra>",
        "cliponaxis": False,
    }


def _axis(low: float, high: float) -> dict[str, Any]:
    return {
        "range": [low, high],
        "dtick": time_axis.nice_step(high / 2),
        "tick0": 0,
        "tickfont": {"size": theme.TICK, "color": theme.INK_2},
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": theme.INK,
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": theme.INK,
        "fixedrange": True,
        "title": {
            "text": "people delayed on an average day for every 100,000 adults",
            "font": {"size": theme.TEXT, "color": theme.INK_2},
            "standoff": 8,
        },
    }


def _bar(rate: float, interval: Interval, level: float) -> list[dict[str, Any]]:
    """The variation as a capped bar, and a leader from the dot down to the scale."""
    thick = {"color": theme.MAIN, "width": 2.5}
    ends = [(interval.low, interval.low), (interval.high, interval.high)]
    caps = [{"type": "line", "x0": x, "x1": x1, "y0": level - 0.5, "y1": level + 0.5, "line": thick} for x, x1 in ends]
    leader = {"type": "line", "x0": rate, "x1": rate, "y0": -0.8, "y1": level, "layer": "below"}
    return [
        {"type": "line", "x0": interval.low, "x1": interval.high, "y0": level, "y1": level, "line": thick},
        *caps,
        {**leader, "line": {"color": theme.MAIN, "width": 1}},
    ]


def _median_line(median: float, top: float) -> dict[str, Any]:
    line = {"color": theme.CONTEXT, "width": 1, "dash": "dot"}
    return {"type": "line", "x0": median, "x1": median, "y0": -0.8, "y1": top, "line": line, "layer": "below"}


def _median_label(median: float, count: int, top: float, high: float) -> list[dict[str, Any]]:
    anchor = {"xanchor": "left", "xshift": 4} if median < high / 2 else {"xanchor": "right", "xshift": -4}
    words = f"median of {count} councils {text.decimal(median, 1)}"
    font = {"size": theme.TEXT, "color": theme.INK_2}
    where = {"x": median, "y": top, "yanchor": "bottom", "yshift": -6}
    return [{"text": words, "showarrow": False, "font": font, "bgcolor": theme.PALE, **where, **anchor}]


def _said(lifted: tuple[str, str, float], interval: Interval) -> str:
    """Name, rate and variation in two lines."""
    numbers = f"{text.decimal(interval.low, 1)} to {text.decimal(interval.high, 1)} from month to month"
    return f"<b>{lifted[1]} {text.decimal(lifted[2], 1)}</b><br>{numbers}"


def _over(lifted: tuple[str, str, float], interval: Interval, level: float, high: float) -> dict[str, Any]:
    """The words above the bar, kept inside the drawing at its ends."""
    edge = high * 0.1
    side = "left" if lifted[2] < edge else "right" if lifted[2] > high - edge else "center"
    where = {"x": lifted[2], "xanchor": side, "y": level, "yanchor": "bottom", "yshift": 8}
    return {"text": _said(lifted, interval), **_look(side), **where}


def _corner(lifted: tuple[str, str, float], interval: Interval, high: float) -> dict[str, Any]:
    """The words in the corner of a narrow drawing that is nearer to the dot."""
    side = "left" if lifted[2] < high / 2 else "right"
    where = {"xref": "paper", "x": 0 if side == "left" else 1, "yref": "paper", "y": 1, "yanchor": "top"}
    return {"text": _said(lifted, interval), **_look(side), **where, "xanchor": side}


def _look(align: str) -> dict[str, Any]:
    font = {"size": theme.TEXT, "color": theme.MAIN}
    return {"font": font, "align": align, "bgcolor": theme.PALE, "showarrow": False}
