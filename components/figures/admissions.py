"""Emergency admissions per day: every month thin, the twelve months to each month thick."""

from collections.abc import Mapping, Sequence
from typing import Any

from components import text, theme
from components.figures import time_axis
from domain import periods
from domain.breaks import WALL, Mark

Monthly = Mapping[str, float]


def admissions_chart(monthly: Monthly, yearly: Monthly, *, start: str, end: str, marks: Sequence[Mark]) -> dict[str, Any]:
    """Two lines from zero with the highest, the lowest and the latest month named; ``marks`` as dotted rules."""
    months = periods.span(start, end)
    shown = {m: monthly[m] for m in months if m in monthly}
    rolling = {m: yearly[m] for m in months if m in yearly}
    top = max(shown.values(), default=1) * 1.2
    traces = [time_axis.line(months, shown, name="Each month", colour=theme.CONTEXT, width=1.25)]
    traces.append(time_axis.line(months, rolling, name="12 months to each month", colour=theme.MAIN, width=2.75))
    points = _points(shown)
    step = time_axis.nice_step(top)
    numbers = time_axis.value_labels(top, step)
    traces += [time_axis.marker(m, shown[m], colour=theme.INK if m == points[-1] else theme.CONTEXT, size=8) for m in points]
    layout = theme.layout(
        xaxis=time_axis.axis(start, end),
        yaxis=time_axis.value_axis(top, step),
        shapes=[_rule(mark) for mark in marks if start < mark.month <= end],
        annotations=[*numbers, *_names(shown, rolling, months), *_point_labels(shown, points, months, long=True)],
    )
    small = {"annotations": [*numbers, *_names({}, rolling, months, short=True), *_point_labels(shown, points, months, long=False)]}
    middle = {**small, "xaxis": time_axis.axis(start, end, every=2)}
    narrow = {**small, "xaxis": time_axis.axis(start, end, every=4)}
    return {"data": traces, "layout": time_axis.with_variants(layout, middle=middle, narrow=narrow)}


def _rule(mark: Mark) -> dict[str, Any]:
    return time_axis.rule(mark.month, colour=theme.INK if mark.kind == WALL else theme.CONTEXT)


def _points(shown: Monthly) -> list[str]:
    """Months worth naming, in time order: highest, lowest (when it is far below) and latest."""
    if not shown:
        return []
    highest, lowest, latest = max(shown, key=lambda m: shown[m]), min(shown, key=lambda m: shown[m]), max(shown)
    named = {highest, latest}
    if shown[lowest] < 0.8 * shown[highest] and lowest not in (min(shown), latest):
        named.add(lowest)
    return sorted(named)


def _names(shown: Monthly, rolling: Monthly, months: Sequence[str], *, short: bool = False) -> list[dict[str, Any]]:
    """What the two lines are: the monthly one named above its start, the yearly one below."""
    found = []
    over = [m for m in months[len(months) // 16 : max(3, len(months) // 7)] if m in shown]
    if over:
        height = max(shown[m] for m in over)
        found.append(time_axis.label(over[0], height, "Each month", colour=theme.INK_2, yshift=4, xshift=4))
    under = [m for m in months[len(months) // 7 : len(months) // 3] if m in rolling]
    if under:
        low = min(rolling[m] for m in under)
        words = "12 months" if short else "12 months to each month"
        found.append(time_axis.label(under[0], low, words, colour=theme.MAIN, yanchor="top", yshift=-6))
    return found


def _point_labels(shown: Monthly, points: Sequence[str], months: Sequence[str], *, long: bool) -> list[dict[str, Any]]:
    found = []
    for month in points:
        number = text.whole(shown[month])
        kind = "highest" if shown[month] == max(shown.values()) else "lowest" if shown[month] == min(shown.values()) else ""
        words = number if month == points[-1] else f"{number} a day in {text.month(month)}, the {kind} month" if long else f"{number} in {periods.short_label(month)}"
        late = periods.gap(months[0], month) > len(months) * 0.45
        low = kind == "lowest"
        last = month == points[-1]
        where = {"yanchor": "top", "yshift": 4, "xanchor": "left", "xshift": 16} if low else {"yanchor": "bottom", "yshift": 6}
        if not low:
            where |= {"xanchor": "right" if late or last else "left", "xshift": 0 if last else -4 if late else 4}
        if long or last or low:
            found.append(time_axis.label(month, shown[month], words, bold=last, **where))
    return found
