"""A small chart of one indicator around the start of a scheme: values, means before and after, the roll-in shaded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from components import text, theme
from components.figures import time_axis
from domain import periods

MARGIN = {"l": 0, "r": 52, "t": 18, "b": 24}


@dataclass(frozen=True)
class Around:
    """What is drawn. values by month (a quarter at its middle month); every month of the axis in ``months``.

    start: the month in which the scheme started, or empty; planned: as planned; roll_in: months left out.
    before, after: means with the months that they are of, or None. line: joined values, else points. margins: ± of
    points, drawn as bars.
    """

    months: Sequence[str]
    values: Mapping[str, float]
    start: str = ""
    planned: str = ""
    roll_in: Sequence[str] = ()
    before: tuple[Sequence[str], float] | None = None
    after: tuple[Sequence[str], float] | None = None
    expected: Mapping[str, float] | None = None
    suffix: str = ""
    decimals: int = 0
    line: bool = True
    ceiling: float | None = None
    margins: Mapping[str, float] = field(default_factory=dict)


def around_chart(what: Around) -> dict[str, Any]:
    """The specification: one time axis for every chart of a chain."""
    start, end = what.months[0], what.months[-1]
    seen = [*what.values.values(), *(part[1] for part in (what.before, what.after) if part)]
    seen += [what.values[at] + sign * what.margins[at] for at in what.margins if at in what.values for sign in (-1, 1)]
    top, bottom = _reach(seen, what.ceiling)
    step = time_axis.nice_step(top - bottom)
    layout = theme.layout(
        margin=MARGIN,
        xaxis=time_axis.axis(start, end, every=max(1, len(what.months) // 48)),
        yaxis=time_axis.value_axis(top, step, bottom=bottom),
        shapes=_shapes(what),
        annotations=[*time_axis.value_labels(top * 0.97, step, bottom=bottom, suffix=what.suffix), *_means(what)],
    )
    return {"data": [_values(what), *_lines(what)], "layout": layout}


def _reach(seen: Sequence[float], ceiling: float | None) -> tuple[float, float]:
    """Top and bottom of the axis: from 0, but for shares that move high up."""
    highest, lowest = max(seen, default=1.0), min(seen, default=0.0)
    top = min(ceiling, highest * 1.15) if ceiling else highest * 1.15
    if ceiling and lowest > ceiling * 0.4:
        return min(ceiling, highest + (highest - lowest) * 0.4 + 2), max(0.0, lowest - (highest - lowest) * 0.6 - 5)
    return top or 1.0, 0.0


def _values(what: Around) -> dict[str, Any]:
    hover = f"%{{y:,.{what.decimals}f}}{what.suffix}"
    if what.line:
        return time_axis.line(
            what.months, what.values, name="Value", colour=theme.CONTEXT, width=1.25, hovertemplate=hover
        )
    points = [month for month in what.months if month in what.values]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "Value",
        "x": [time_axis.place(month) for month in points],
        "y": [round(what.values[month], 2) for month in points],
        "marker": {"color": theme.CONTEXT, "size": 7},
        "hovertemplate": hover,
        "cliponaxis": False,
        **(_bars([what.margins.get(month) for month in points]) if what.margins else {}),
    }


def _bars(margins: Sequence[float | None]) -> dict[str, Any]:
    """Margins of error as vertical bars."""
    look = {"color": theme.CONTEXT, "thickness": 1.5, "width": 4}
    return {"error_y": {"type": "data", "array": [margin or 0 for margin in margins], **look}}


def _lines(what: Around) -> list[dict[str, Any]]:
    """Means over the months that they are of; the mean before, dotted, through the months after."""
    found = []
    for part, width in ((what.before, 2), (what.after, 3)):
        if part:
            level = dict.fromkeys(part[0], part[1])
            found.append(
                time_axis.line(
                    tuple(part[0]),
                    level,
                    name=f"Mean {round(part[1], 2):g}",
                    colour=theme.MAIN,
                    width=width,
                    hoverinfo="skip",
                )
            )
    if what.before and what.after:
        on = dict.fromkeys(what.after[0], what.before[1])
        drawn = time_axis.line(
            tuple(what.after[0]),
            on,
            name=f"As before, {round(what.before[1], 2):g}",
            colour=theme.MAIN,
            width=1.5,
            hoverinfo="skip",
        )
        found.append({**drawn, "line": {**drawn["line"], "dash": "dot"}})
    if what.expected:
        drawn = time_axis.line(
            what.months, what.expected, name="Expected", colour=theme.INK, width=1.25, hoverinfo="skip"
        )
        found.append({**drawn, "line": {**drawn["line"], "dash": "dash"}})
    return found


def _means(what: Around) -> list[dict[str, Any]]:
    found = []
    for part, anchor in ((what.before, "right"), (what.after, "left")):
        if part:
            words = f"{text.decimal(part[1], what.decimals) if what.decimals else text.whole(part[1])}{what.suffix}"
            last = part[0][-1]
            right = anchor == "right"
            where: dict[str, Any] = {"xanchor": anchor, "yanchor": "bottom" if right else "middle"}
            where |= {"xshift": -2 if right else 6, "bgcolor": theme.PALE}
            found.append(time_axis.label(last, part[1], words, colour=theme.MAIN, **where))
    return found


def _shapes(what: Around) -> list[dict[str, Any]]:
    """The roll-in shaded, the planned start dotted, the actual start as a full line."""
    shapes = []
    if what.start and what.start in what.months:
        last = what.roll_in[-1] if what.roll_in else what.start
        shapes.append(
            {
                "type": "rect",
                "layer": "below",
                "xref": "x",
                "yref": "paper",
                "x0": f"{what.start}-01",
                "x1": f"{periods.plus(last, 1)}-01",
                "y0": 0,
                "y1": 1,
                "fillcolor": theme.WATCH,
                "line": {"width": 0},
            }
        )
        shapes.append(_rule(what.start, "solid", 2.5))
    if what.planned and what.planned != what.start and what.planned in what.months:
        shapes.append(_rule(what.planned, "dot", 1.25))
    return shapes


def _rule(month: str, dash: str, width: float) -> dict[str, Any]:
    line = {"color": theme.ACCENT, "width": width, "dash": dash}
    ends = {"x0": f"{month}-01", "x1": f"{month}-01", "y0": 0, "y1": 1}
    return {"type": "line", "xref": "x", "yref": "paper", **ends, "line": line}
