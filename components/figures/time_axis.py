"""The time axis that panels share: a month is drawn at its middle, and an axis runs from the first day of its
first month to the last day of its last, so that axes of neighbouring charts meet exactly.

``variants`` of a layout are what changes on narrower charts; ``assets/responsive_figures.js`` chooses one by the
width of the drawing, so that a chart is drawn again for a narrow screen and not shrunk.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from components.theme import INK, INK_2, PALE, RULE, TEXT, TICK
from domain import periods

MIDDLE, NARROW = 640, 420  # widths in pixels up to which the middle and the narrow drawing are used


def place(month: str) -> str:
    """Where a month is drawn: its 15th day."""
    return f"{month}-15"


def days_between(start: str, end: str) -> int:
    """Days from the first day of ``start`` to the last day of ``end``: the width of an axis."""
    return (periods.first_day(periods.plus(end, 1)) - periods.first_day(start)).days


def axis(start: str, end: str, *, every: int = 1) -> dict[str, Any]:
    """The x axis from ``start`` to ``end``: a tick each January, named by year, every ``every`` years."""
    months = periods.span(start, end)
    if len(months) > 30:
        named = [m for m in months if m.endswith("-01") and int(m[:4]) % every == 0]
        labels = [m[:4] for m in named]
    else:
        named = [m for m in months if m[5:] in ("01", "04", "07", "10")][::every]
        labels = [periods.short_label(m) for m in named]
    room = len(months) * 0.025 * every  # a label needs this much room on either side
    kept = [place for place, m in enumerate(named) if min(periods.gap(start, m), periods.gap(m, end)) + 0.5 >= room]
    named, labels = [named[place] for place in kept], [labels[place] for place in kept]
    return {
        "type": "date",
        "range": [f"{start}-01", f"{periods.plus(end, 1)}-01"],
        "tickvals": [place(m) for m in named],
        "ticktext": labels,
        "tickangle": 0,
        "tickfont": {"size": TICK, "color": INK_2},
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": INK,
        "hoverformat": "%B %Y",
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": INK,
        "fixedrange": True,
    }


def value_axis(top: float, step: float, *, bottom: float = 0) -> dict[str, Any]:
    """A y axis with light gridlines; its numbers are ``value_labels``, which stay readable over lines."""
    grid = {"range": [bottom, top], "dtick": step, "tick0": 0, "gridcolor": RULE}
    return {**grid, "showticklabels": False, "zeroline": False, "fixedrange": True, "showline": False}


def value_labels(
    top: float, step: float, *, bottom: float = 0, suffix: str = "", sign: bool = False
) -> list[dict[str, Any]]:
    """The numbers of the gridlines, at the left edge above each line, on a pale ground (0 is the axis itself)."""
    labels = []
    places = next((p for p in (0, 1, 2) if round(step, p) == step), 3)
    for number in range(math.ceil(bottom / step), math.floor(top / step) + 1):
        if number:
            level = round(number * step, 6)
            mark = ("+" if level > 0 else "\u2212") if sign else ""
            labels.append(_value_label(level, f"{mark}{abs(level):,.{places}f}{suffix}"))
    return labels


def _value_label(level: float, words: str) -> dict[str, Any]:
    where = {"xref": "paper", "x": 0, "xanchor": "left", "y": level, "yanchor": "bottom"}
    return {**where, "text": words, "showarrow": False, "font": {"size": TICK, "color": INK_2}, "bgcolor": PALE}


def nice_step(top: float) -> float:
    """A round step that gives two to four gridlines up to ``top``."""
    size = 10.0 ** (len(str(int(max(top, 1)))) - 1)
    steps = (size / 5, size / 4, size / 2, size, size * 2, size * 2.5, size * 5)
    return next(step for step in steps if top / step <= 4.5)


def line(
    months: Sequence[str], values: Mapping[str, float], *, name: str, colour: str, width: float = 2, **extra: Any
) -> dict[str, Any]:
    """A line over consecutive months; a month without a value is a gap."""
    base = {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [place(m) for m in months],
        "y": [round(values[m], 2) if m in values else None for m in months],
        "line": {"color": colour, "width": width},
        "connectgaps": False,
        "hovertemplate": "%{y:,.0f}",
    }
    if len(months) == 1:
        base |= {"mode": "lines+markers", "marker": {"color": colour, "size": 9}}  # a line through one point is nothing
    return {**base, **extra}


def marker(month: str, value: float, *, colour: str, size: int = 9) -> dict[str, Any]:
    """A single marked point."""
    spot = {"color": colour, "size": size}
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [place(month)],
        "y": [round(value, 2)],
        "marker": spot,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def label(
    month: str, value: float, words: str, *, colour: str = INK, bold: bool = True, **extra: Any
) -> dict[str, Any]:
    """Words at a point of the chart (no arrow); ``extra`` moves them: xanchor, yanchor, xshift, yshift."""
    shown = f"<b>{words}</b>" if bold else words
    base = {
        "x": place(month),
        "y": value,
        "text": shown,
        "showarrow": False,
        "font": {"size": TEXT, "color": colour},
        "align": "left",
    }
    return {**base, "xanchor": "left", "yanchor": "bottom", **extra}


def rule(month: str, *, colour: str, dash: str = "dot", width: float = 1) -> dict[str, Any]:
    """A vertical line at the start of a month, over the height of the chart."""
    x = f"{month}-01"
    return {
        "type": "line",
        "x0": x,
        "x1": x,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": colour, "width": width, "dash": dash},
        "layer": "below",
    }


def with_variants(
    layout: dict[str, Any], *, middle: dict[str, Any], narrow: dict[str, Any], upto: int = MIDDLE
) -> dict[str, Any]:
    """A layout that also says what changes on drawings of middle width (``upto`` pixels) and of narrow width."""
    return {**layout, "meta": {"variants": [{"upto": NARROW, "layout": narrow}, {"upto": upto, "layout": middle}]}}
