"""A control chart: history without limits, then the months that the limits come from, and a lane of the rules met.

Every point that meets a rule is marked in the chart and named in the lane beneath it, on the same time axis.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.spc import RULES
from components import text, theme
from components.figures import control_words, time_axis
from components.figures.control_view import LANE, Control
from domain import periods

PUBLISHED = "As published"
WIDE = 760  # pixels from which the limits and the rules are named at the side
SIDE = {"l": 0, "r": 120, "t": 18, "b": 4}


def control_chart(what: Control) -> dict[str, Any]:
    """The specification of the chart and its lane."""
    start, end = what.months[0], what.months[-1]
    step = time_axis.nice_step(what.top)
    numbers = time_axis.value_labels(what.top, step, suffix=f"{text.NBSP}%" if what.unit == "%" else "")
    xaxis = {**time_axis.axis(start, end), "anchor": "y"}
    layout = theme.layout(
        xaxis=xaxis,
        yaxis={**time_axis.value_axis(what.top, step), "domain": [what.foot, 1.0]},
        yaxis2={"domain": list(LANE), "range": [-0.6, len(RULES) - 0.4], "visible": False, "fixedrange": True},
        shapes=[*bands(what), *_rules(what), *([] if what.silent else _lane_lines(what))],
        annotations=[
            *numbers,
            *control_words.latest(what, what.name if what.beside else ""),
            *control_words.names(what),
            *control_words.side_names(what),
        ],
        margin=SIDE,
    )
    lane = [] if what.silent else control_words.lane_names()
    small = [*numbers, *control_words.latest(what), *control_words.names(what), *lane]
    slim = {"l": 0, "r": 8, "t": 18, "b": 4}
    middle = {"annotations": small, "xaxis": {**time_axis.axis(start, end, every=2), "anchor": "y"}, "margin": slim}
    narrow = {"annotations": small, "xaxis": {**time_axis.axis(start, end, every=3), "anchor": "y"}, "margin": slim}
    traces = [*_lines(what), *points(what), *_lane(what)]
    return {"data": traces, "layout": time_axis.with_variants(layout, middle=middle, narrow=narrow, upto=WIDE)}


def _lines(what: Control) -> list[dict[str, Any]]:
    """History thin and grey up to where limits begin, then the months with limits; comparators in ink.

    Where the season is removed, the values as published stay: a dotted line over all months.
    """
    before = [m for m in what.months if m <= what.limited[0]]
    shown = {m: v for m, v in what.values.items() if m <= what.limited[0]}
    lines = [
        time_axis.line(before, shown, name="History, no limits", colour=theme.CONTEXT, width=1.25, hoverinfo="skip")
    ]
    if what.published:
        line = time_axis.line(what.months, what.published, name=PUBLISHED, colour=theme.CONTEXT, width=1.25)
        lines.append({**line, "line": {**line["line"], "dash": "dot"}, "hovertemplate": _hover(what)})
    for name, values in what.beside.items():
        held = {m: values[m] for m in what.months if m in values}
        line = time_axis.line(what.months, held, name=name, colour=theme.INK, width=1.25)
        lines.append({**line, "hovertemplate": _hover(what)})
    for target in what.targets:
        months = [m for m in what.months if target.start <= m <= target.end]
        level = dict.fromkeys(months, target.level)
        line = time_axis.line(months, level, name=target.label, colour=theme.ACCENT_TEXT, width=1.5)
        lines.append({**line, "line": {**line["line"], "dash": "dot"}, "hoverinfo": "skip"})
    values = {m: what.values[m] for m in what.limited if m in what.values}
    lines.append(
        {**time_axis.line(what.limited, values, name=what.name, colour=theme.MAIN), "hovertemplate": _hover(what)}
    )
    return lines


def _hover(what: Control) -> str:
    return f"%{{y:,.{what.decimals}f}}"


def points(what: Control, *, size: int = 6) -> list[dict[str, Any]]:
    """Months with limits as dots, those that meet a rule as diamonds."""
    flagged = what.flagged
    plain = [m for m in what.limited if m in what.values and m not in flagged]
    marked = [m for m in what.limited if m in flagged]
    return [
        {**_dots(plain, what.values, "month with no rule met"), "marker": _mark(theme.MAIN, "circle", size)},
        {**_dots(marked, what.values, "month that meets a rule"), "marker": _mark(theme.ACCENT, "diamond", size + 4)},
    ]


def _mark(colour: str, symbol: str, size: int) -> dict[str, Any]:
    return {"color": colour, "size": size, "symbol": symbol, "line": {"color": theme.PAPER, "width": 1}}


def _dots(months: Sequence[str], values: Mapping[str, float], name: str) -> dict[str, Any]:
    x, y = [time_axis.place(m) for m in months], [round(values[m], 4) for m in months]
    dots = {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": y}
    return {**dots, "hoverinfo": "skip", "cliponaxis": False}


def bands(what: Control) -> list[dict[str, Any]]:
    """The band between the limits and the mean of every phase; drawn inside what can be, computed unclipped."""
    shapes = []
    for phase in what.chart.phases:
        if phase.mean is None or phase.lower is None or phase.upper is None:
            continue
        x0, x1 = f"{what.limited[phase.first]}-01", f"{periods.plus(what.limited[phase.last], 1)}-01"
        lower, upper = what.widened if what.widened and phase is what.phase else (phase.lower, phase.upper)
        band = {"type": "rect", "x0": x0, "x1": x1, "y0": max(0.0, lower), "y1": min(upper, what.ceiling or upper)}
        shapes.append({**band, "fillcolor": theme.LIMITS, "line": {"width": 0}, "layer": "below"})
        middle = {"type": "line", "x0": x0, "x1": x1, "y0": phase.mean, "y1": phase.mean, "layer": "below"}
        shapes.append({**middle, "line": {"color": theme.CONTEXT, "width": 1}})
    return shapes


def _rules(what: Control) -> list[dict[str, Any]]:
    shown = [mark for mark in what.marks if what.months[0] < mark.month <= what.months[-1]]
    return [{**time_axis.rule(mark.month, colour=theme.CONTEXT), "y0": what.foot} for mark in shown]


def _lane(what: Control) -> list[dict[str, Any]]:
    """A square for every month and rule met."""
    if what.silent:
        return []
    met = [
        (month, len(RULES) - 1 - place)
        for place, rule in enumerate(RULES)
        for month, point in zip(what.limited, what.chart.points, strict=True)
        if rule in point.rules
    ]
    squares = {"color": theme.ACCENT, "size": 8, "symbol": "square"}
    x, y = [time_axis.place(month) for month, _ in met], [level for _, level in met]
    lane = {"type": "scatter", "mode": "markers", "name": "rule met", "x": x, "y": y, "yaxis": "y2"}
    return [{**lane, "marker": squares, "hoverinfo": "skip"}]


def _lane_lines(what: Control) -> list[dict[str, Any]]:
    x0, x1 = f"{what.limited[0]}-01", f"{periods.plus(what.limited[-1], 1)}-01"
    line = {
        "type": "line",
        "x0": x0,
        "x1": x1,
        "yref": "y2",
        "layer": "below",
        "line": {"color": theme.RULE, "width": 1},
    }
    return [{**line, "y0": level, "y1": level} for level in range(len(RULES))]
