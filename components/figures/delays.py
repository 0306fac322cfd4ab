"""Delayed transfers of care over time, by responsible body, with the highest and the lowest month marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components import text, theme
from components.figures import time_axis
from domain import periods
from domain.breaks import Mark
from domain.delays import BODIES

Monthly = Mapping[str, float]
LABELS = {"all": "All delays", "nhs": "NHS responsible", "social_care": "Social care responsible", "both": "Both"}
SHORT = {"all": "All", "nhs": "NHS", "social_care": "Social care", "both": "Both"}


@dataclass(frozen=True)
class Turn:
    """A month worth marking: ``short`` is what a narrow drawing says."""

    month: str
    value: float
    words: str
    short: str


def delays_chart(
    lines: Mapping[str, Monthly], *, start: str, end: str, turns: Sequence[Turn], marks: Sequence[Mark]
) -> dict[str, Any]:
    """Lines of people delayed on an average day, ``all`` above the bodies; y from zero.

    lines: body to month to value; turns: points to name; marks: definition changes to draw as dotted rules.
    """
    months = periods.span(start, end)
    total = lines["all"]
    top = max(total.values(), default=1) * 1.16
    traces = [_line(months, lines[body], body) for body in ("all", *BODIES)]
    traces += [time_axis.marker(t.month, t.value, colour=theme.ACCENT, size=11) for t in turns[:-1]]
    traces += [time_axis.marker(t.month, t.value, colour=theme.INK) for t in turns[-1:]]
    step = time_axis.nice_step(top)
    numbers = time_axis.value_labels(top, step)
    wide = [*numbers, *_line_labels(lines, months, LABELS), *_turn_labels(turns, months, long=True)]
    small = [*numbers, *_line_labels(lines, months, SHORT), *_turn_labels(turns, months, long=False)]
    layout = theme.layout(
        xaxis=time_axis.axis(start, end),
        yaxis=time_axis.value_axis(top, step),
        shapes=[time_axis.rule(mark.month, colour=theme.CONTEXT) for mark in marks if start < mark.month <= end],
        annotations=wide,
    )
    middle = {"annotations": small, "xaxis": time_axis.axis(start, end, every=2)}
    narrow = {"annotations": small, "xaxis": time_axis.axis(start, end, every=3)}
    return {"data": traces, "layout": time_axis.with_variants(layout, middle=middle, narrow=narrow)}


def _line(months: Sequence[str], values: Monthly, body: str) -> dict[str, Any]:
    width = 2.5 if body == "all" else 2
    return time_axis.line(months, values, name=SHORT[body], colour=theme.BODY_COLOURS[body], width=width)


def _line_labels(lines: Mapping[str, Monthly], months: Sequence[str], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """A name above each line, near a quarter of the way, clear of the line over the length of the words."""
    start = max(1, len(months) // 6)
    over = months[start : start + max(3, len(months) // 5)]
    found = []
    for body, name in names.items():
        heights = [lines[body][m] for m in over if m in lines[body]]
        if heights:
            colour = theme.BODY_TEXT_COLOURS[body]
            found.append(time_axis.label(over[0], max(heights), name, colour=colour, yshift=2, bgcolor=theme.PALE))
    return found


def _turn_labels(turns: Sequence[Turn], months: Sequence[str], *, long: bool) -> list[dict[str, Any]]:
    """Names of the marked months: the highest beside its point, the lowest above with a leader, the last its number."""
    found = []
    for place, turn in enumerate(turns):
        late = periods.gap(months[0], turn.month) > len(months) * 0.55
        anchor: dict[str, Any] = {"xanchor": "right", "xshift": -6} if late else {"xanchor": "left", "xshift": 6}
        if place == len(turns) - 1:
            found.append(time_axis.label(turn.month, turn.value, turn.short, xanchor="right", yshift=8))
        elif place == 0:
            found.append(
                time_axis.label(turn.month, turn.value, turn.words if long else turn.short, yshift=6, **anchor)
            )
        elif long:
            found.append(_led(turn, turns[0].value))
        else:
            found.append(
                time_axis.label(
                    turn.month, turn.value, turn.short, xanchor="center", yanchor="top", yshift=-8, bgcolor=theme.PALE
                )
            )
    return found


def _led(turn: Turn, level: float) -> dict[str, Any]:
    """Words at the height of ``level`` with a thin leader down to the point."""
    line = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": theme.CONTEXT, "standoff": 6}
    where = {
        "ax": time_axis.place(turn.month),
        "ay": level,
        "axref": "x",
        "ayref": "y",
        "xanchor": "center",
        "yanchor": "bottom",
    }
    return {**time_axis.label(turn.month, turn.value, turn.words, bgcolor=theme.PALE), **line, **where}


def turn(month: str, value: float, more: str = "") -> Turn:
    """A turn named by its value and month: ``6,660 in February 2017``."""
    number = text.whole(value)
    name = text.month(month) if not more else f"{text.month(month).replace(text.NBSP, '<br>')}"
    return Turn(month, value, f"{number} in {name}{more}", number)
