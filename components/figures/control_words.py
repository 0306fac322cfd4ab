"""The words on a control chart: its latest value, names of lines, and at the side its limits and rules."""

from typing import Any

from analysis.spc import RULES
from components import text, theme
from components.figures import time_axis
from components.figures.control_view import Control
from components.rule_names import RULE_NAMES

AROUND = 10  # months before the latest whose level decides on which side of it there is room


def latest(what: Control, name: str = "") -> list[dict[str, Any]]:
    """The last value at its point, on the side away from the line, with its name where there are others."""
    *before, last = sorted(what.values)
    near = [what.values[month] for month in before[-AROUND:]]
    below = bool(near) and what.values[last] < sum(near) / len(near)
    side: dict[str, Any] = {"yanchor": "top", "yshift": -8} if below else {"yanchor": "bottom", "yshift": 8}
    words = f"{name} {written(what, what.values[last])}".strip()
    look: dict[str, Any] = {"colour": theme.MAIN, "xanchor": "right", "bgcolor": theme.PALE}
    return [time_axis.label(last, what.values[last], words, **look, **side)]


def written(what: Control, value: float) -> str:
    """A value as the indicator is written."""
    number = text.decimal(value, what.decimals) if what.decimals else text.whole(value)
    return f"{number}{text.NBSP}%" if what.unit == "%" else number


def names(what: Control) -> list[dict[str, Any]]:
    """Names of the history, the comparators and the targets, on the drawing itself."""
    found = []
    side: dict[str, Any]
    if len(what.months) - len(what.limited) > 10:
        month = what.months[len(what.months) // 16]
        first = [what.values[m] for m in what.months[: len(what.months) // 4] if m in what.values]
        low, high = min(first, default=what.top), max(first, default=what.top)
        under = low > what.top * 0.15  # else there is no room above the axis
        side = {"yanchor": "top", "yshift": -6} if under else {"yanchor": "bottom", "yshift": 6}
        height = low if under else high
        found.append(time_axis.label(month, height, "history, no limits", colour=theme.INK_2, bold=False, **side))
    if what.published:
        month = max(what.published, key=lambda m: abs(what.published[m] - what.values[m]))
        up = what.published[month] > what.values[month]
        side = {"yanchor": "bottom", "yshift": 4} if up else {"yanchor": "top", "yshift": -4}
        look: dict[str, Any] = {"colour": theme.INK_2, "bold": False, "xanchor": "center", "bgcolor": theme.PALE}
        found.append(time_axis.label(month, what.published[month], "as published", **look, **side))
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
                    months[0],
                    target.level,
                    target.label,
                    colour=theme.ACCENT_TEXT,
                    yanchor="top",
                    yshift=-2,
                    bgcolor=theme.PALE,
                )
            )
    return found


def side_names(what: Control) -> list[dict[str, Any]]:
    """At the right edge: the limits and the mean of the latest phase, and every rule with the months it was met."""
    found = []
    phase = what.phase
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


def lane_names() -> list[dict[str, Any]]:
    """Names of the rules inside the lane, where there is no room at its side."""
    return [
        {**_at_side(len(RULES) - 1 - place, RULE_NAMES[rule]), "yref": "y2", "x": 0, "xshift": 0, "bgcolor": theme.PALE}
        for place, rule in enumerate(RULES)
    ]
