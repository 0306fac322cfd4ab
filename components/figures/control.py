"""A control chart: history without limits, then the months that the limits come from, and a lane of the rules met.

Every point that meets a rule is marked in the chart and named in the lane beneath it, on the same time axis.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from analysis.spc import RULES, Chart, Phase
from components import text, theme
from components.figures import time_axis
from domain import periods
from domain.breaks import Mark
from domain.targets import Target

RULE_NAMES = {"outside": "outside a limit", "trend": "trend", "two_in_three": "two in three", "shift": "shift"}
LANE, FOOT = (0.0, 0.17), 0.27  # shares of the height: the lane of rules, and where the chart above it begins
WIDE = 760  # pixels from which the limits and the rules are named at the side
SIDE = {"l": 0, "r": 120, "t": 18, "b": 4}


@dataclass(frozen=True)
class Control:
    """What is drawn. ``limited`` are the months of ``chart``'s points; ``beside`` are comparators by name.

    decimals: of the values; ceiling: the largest value there can be (100 for a share), None for no such.
    marked: whether months that meet a rule are marked (a chart in which most would be says nothing by it).
    widened: lower and upper limit widened for memory; the rules are then off.
    """

    name: str
    months: Sequence[str]
    values: Mapping[str, float]
    limited: Sequence[str]
    chart: Chart
    decimals: int = 0
    ceiling: float | None = None
    unit: str = ""
    marks: Sequence[Mark] = ()
    targets: Sequence[Target] = ()
    beside: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    marked: bool = True
    widened: tuple[float, float] | None = None

    @property
    def silent(self) -> bool:
        """Whether no month is marked."""
        return bool(self.widened) or not self.marked

    @property
    def foot(self) -> float:
        """Where the chart begins, as a share of the height: above the lane, or above the names of the years."""
        return 0.07 if self.silent else FOOT

    @property
    def flagged(self) -> dict[str, str]:
        """Month to the rule that names its class."""
        if self.silent:
            return {}
        return {m: p.rule for m, p in zip(self.limited, self.chart.points, strict=True) if p.rule and m in self.values}

    @property
    def top(self) -> float:
        """Top of the axis: above every value, limit, comparator and target."""
        seen = [*self.values.values(), *(v for line in self.beside.values() for v in line.values())]
        seen += [phase.upper for phase in self.chart.phases if phase.upper is not None]
        seen += [target.level for target in self.targets] + ([self.widened[1]] if self.widened else [])
        highest = max(seen) * 1.14 or 1.0
        return min(highest, self.ceiling) if self.ceiling else highest


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
        shapes=[*_bands(what), *_rules(what), *([] if what.silent else _lane_lines(what))],
        annotations=[*numbers, *_latest(what, what.name), *_names(what), *_side_names(what)],
        margin=SIDE,
    )
    small = [*numbers, *_latest(what), *_names(what), *([] if what.silent else _lane_names())]
    slim = {"l": 0, "r": 8, "t": 18, "b": 4}
    middle = {"annotations": small, "xaxis": {**time_axis.axis(start, end, every=2), "anchor": "y"}, "margin": slim}
    narrow = {"annotations": small, "xaxis": {**time_axis.axis(start, end, every=3), "anchor": "y"}, "margin": slim}
    traces = [*_lines(what), *_points(what), *_lane(what)]
    return {"data": traces, "layout": time_axis.with_variants(layout, middle=middle, narrow=narrow, upto=WIDE)}


def _lines(what: Control) -> list[dict[str, Any]]:
    """History thin and grey up to where limits begin, then the months with limits; comparators in ink."""
    before = [m for m in what.months if m <= what.limited[0]]
    shown = {m: v for m, v in what.values.items() if m <= what.limited[0]}
    lines = [
        time_axis.line(before, shown, name="History, no limits", colour=theme.CONTEXT, width=1.25, hoverinfo="skip")
    ]
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


def _points(what: Control) -> list[dict[str, Any]]:
    """Months with limits as dots, those that meet a rule as diamonds."""
    flagged = what.flagged
    plain = [m for m in what.limited if m in what.values and m not in flagged]
    marked = [m for m in what.limited if m in flagged]
    return [
        {**_dots(plain, what.values, "month with no rule met"), "marker": _mark(theme.MAIN, "circle", 6)},
        {**_dots(marked, what.values, "month that meets a rule"), "marker": _mark(theme.ACCENT, "diamond", 10)},
    ]


def _mark(colour: str, symbol: str, size: int) -> dict[str, Any]:
    return {"color": colour, "size": size, "symbol": symbol, "line": {"color": theme.PAPER, "width": 1}}


def _dots(months: Sequence[str], values: Mapping[str, float], name: str) -> dict[str, Any]:
    x, y = [time_axis.place(m) for m in months], [round(values[m], 4) for m in months]
    dots = {"type": "scatter", "mode": "markers", "name": name, "x": x, "y": y}
    return {**dots, "hoverinfo": "skip", "cliponaxis": False}


def _bands(what: Control) -> list[dict[str, Any]]:
    """The band between the limits and the mean of every phase; drawn inside what can be, computed unclipped."""
    shapes = []
    for phase in what.chart.phases:
        if phase.mean is None or phase.lower is None or phase.upper is None:
            continue
        x0, x1 = f"{what.limited[phase.first]}-01", f"{periods.plus(what.limited[phase.last], 1)}-01"
        lower, upper = what.widened or (phase.lower, phase.upper)
        band = {"type": "rect", "x0": x0, "x1": x1, "y0": max(0.0, lower), "y1": min(upper, what.ceiling or upper)}
        shapes.append({**band, "fillcolor": theme.LIMITS, "line": {"width": 0}, "layer": "below"})
        middle = {"type": "line", "x0": x0, "x1": x1, "y0": phase.mean, "y1": phase.mean, "layer": "below"}
        shapes.append({**middle, "line": {"color": theme.CONTEXT, "width": 1}})
    return shapes


def _rules(what: Control) -> list[dict[str, Any]]:
    shown = [mark for mark in what.marks if what.months[0] < mark.month <= what.months[-1]]
    return [{**time_axis.rule(mark.month, colour=theme.CONTEXT), "y0": what.foot} for mark in shown]


def _latest(what: Control, name: str = "") -> list[dict[str, Any]]:
    """The last value at its point, with the name of the line where there is room."""
    last = max(what.values)
    number = text.decimal(what.values[last], what.decimals) if what.decimals else text.whole(what.values[last])
    words = f"{name} {number}{text.NBSP}%" if what.unit == "%" else f"{name} {number}"
    return [
        time_axis.label(
            last, what.values[last], words.strip(), colour=theme.MAIN, xanchor="right", yshift=8, bgcolor=theme.PALE
        )
    ]


def _names(what: Control) -> list[dict[str, Any]]:
    """Names of the history, the comparators and the targets, on the drawing itself."""
    found = []
    if len(what.months) - len(what.limited) > 10:
        month = what.months[len(what.months) // 16]
        height = min(what.values[m] for m in what.months[: len(what.months) // 4] if m in what.values)
        found.append(
            time_axis.label(
                month, height, "history, no limits", colour=theme.INK_2, bold=False, yanchor="top", yshift=-6
            )
        )
    for name, values in what.beside.items():
        held = [m for m in what.months if m in values]
        if held:
            found.append(
                time_axis.label(
                    held[len(held) // 3],
                    values[held[len(held) // 3]],
                    name,
                    colour=theme.INK_2,
                    yshift=4,
                    bgcolor=theme.PALE,
                )
            )
    for target in what.targets:
        months = [m for m in what.months if target.start <= m <= target.end]
        if months:
            found.append(
                time_axis.label(
                    months[0], target.level, target.label, colour=theme.ACCENT_TEXT, yanchor="top", yshift=-2
                )
            )
    return found


def _side_names(what: Control) -> list[dict[str, Any]]:
    """At the right edge: the limits and the mean of the latest phase, and every rule with the months it was met."""
    found = []
    phase = _latest_phase(what)
    if phase and phase.mean is not None and phase.lower is not None and phase.upper is not None:
        lower, upper = what.widened or (phase.lower, phase.upper)
        levels = [("upper", upper), ("mean", phase.mean), ("lower", lower)]
        apart = what.top * 0.055
        if upper - phase.mean >= apart and phase.mean - lower >= apart:
            found = [
                _at_side(max(0.0, level), f"{word} {text.decimal(level, what.decimals)}") for word, level in levels
            ]
    if what.silent:
        return found
    counts = {rule: sum(rule in p.rules for p in what.chart.points) for rule in RULES}
    for place, rule in enumerate(RULES):
        words = f"{RULE_NAMES[rule]}: {counts[rule]}"
        found.append({**_at_side(len(RULES) - 1 - place, words), "yref": "y2"})
    return found


def _at_side(level: float, words: str) -> dict[str, Any]:
    where = {"xref": "paper", "x": 1, "xanchor": "left", "xshift": 6, "y": level, "yanchor": "middle"}
    return {**where, "text": words, "showarrow": False, "font": {"size": theme.TICK, "color": theme.INK_2}}


def _lane_names() -> list[dict[str, Any]]:
    """Names of the rules inside the lane, where there is no room at its side."""
    return [
        {**_at_side(len(RULES) - 1 - place, RULE_NAMES[rule]), "yref": "y2", "x": 0, "xshift": 0, "bgcolor": theme.PALE}
        for place, rule in enumerate(RULES)
    ]


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


def _latest_phase(what: Control) -> Phase | None:
    return what.chart.phases[-1] if what.chart.phases else None
