"""Emergency admissions per day: every month thin, the twelve months to each month thick."""

from collections.abc import Mapping, Sequence
from typing import Any

from components import text, theme
from components.figures import time_axis
from domain import periods
from domain.breaks import WALL, Mark

Monthly = Mapping[str, float]
WIDE = 900  # pixels from which there is room for whole sentences at the points


def admissions_chart(
    monthly: Monthly, yearly: Monthly, *, start: str, end: str, marks: Sequence[Mark]
) -> dict[str, Any]:
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
    traces += [
        time_axis.marker(m, shown[m], colour=theme.INK if m == points[-1] else theme.CONTEXT, size=8) for m in points
    ]
    layout = theme.layout(
        xaxis=time_axis.axis(start, end),
        yaxis=time_axis.value_axis(top, step),
        shapes=[_rule(mark) for mark in marks if start < mark.month <= end],
        annotations=[*numbers, *_names(shown, rolling, months), *_point_labels(shown, points, months, long=True)],
    )
    names = _names({}, rolling, months, short=True)
    middle = {
        "annotations": [*numbers, *names, *_point_labels(shown, points, months)],
        "xaxis": time_axis.axis(start, end, every=2),
    }
    narrow = {
        "annotations": [*numbers, *names, *_point_labels(shown, points, months, bare=True)],
        "xaxis": time_axis.axis(start, end, every=4),
    }
    return {"data": traces, "layout": time_axis.with_variants(layout, middle=middle, narrow=narrow, upto=WIDE)}


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
    drawn = sorted(rolling)
    if drawn:
        under = drawn[len(drawn) // 12 : max(1, len(drawn) // 3)] or drawn
        low = min(rolling[m] for m in under)
        words = "12 months" if short else "12 months to each month"
        found.append(time_axis.label(under[0], low, words, colour=theme.MAIN, yanchor="top", yshift=-6))
    return found


def _point_labels(
    shown: Monthly, points: Sequence[str], months: Sequence[str], *, long: bool = False, bare: bool = False
) -> list[dict[str, Any]]:
    """Names of the points: whole sentences, or number and month, or (``bare``) the number alone."""
    found = []
    for month in points:
        kind = _kind(shown, month, points)
        if long or kind != "highest":
            late = periods.gap(months[0], month) > len(months) * 0.45
            words = _words(shown[month], month, kind, long=long, bare=bare)
            near = periods.gap(month, points[-1]) < len(months) / 8
            where = _beside(kind, late=late, near=near)
            found.append(
                time_axis.label(month, shown[month], words, bold=kind == "latest", bgcolor=theme.PALE, **where)
            )
    return found


def _kind(shown: Monthly, month: str, points: Sequence[str]) -> str:
    if month == points[-1]:
        return "latest"
    return "lowest" if shown[month] == min(shown.values()) else "highest"


def _words(value: float, month: str, kind: str, *, long: bool, bare: bool) -> str:
    number = text.whole(value)
    if bare or kind == "latest":
        return number
    return (
        f"{number} a day in {text.month(month)}, the {kind} month"
        if long
        else f"{number} in {periods.short_label(month)}"
    )


def _beside(kind: str, *, late: bool, near: bool) -> dict[str, Any]:
    """Where the words of a point stand: under the lowest, above the others, away from the edge.

    near: whether the latest month is so close that the words of both need a line each.
    """
    if kind == "lowest":
        return {"yanchor": "top", "yshift": 4, "xanchor": "left", "xshift": 16}
    if kind == "latest":
        return {"yanchor": "bottom", "yshift": 6, "xanchor": "right", "xshift": 0}
    height = 22 if near else 6
    return {"yanchor": "bottom", "yshift": height, "xanchor": "right" if late else "left", "xshift": -4 if late else 4}
