"""Control charts of individual values (XmR): limits, phases and every rule a point meets (METHODS M4).

The default profile ``interface`` is this product's choice, not an official specification; ``nhsr`` repeats
NHSRplotthedots 0.2.2. Whether a series is fit for a chart is for analysis.fitness to say.
"""

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

from analysis import runs
from analysis.limits import Limits, Values, limits, moving_ranges, slack
from analysis.points import FULL, INTERFACE, NHSR, NONE, PROFILES, RULES, TRIAL, Chart, Options, Phase, Point
from analysis.targets import assurance, on_the_limit

__all__ = [
    "FULL",
    "INTERFACE",
    "NHSR",
    "NONE",
    "PROFILES",
    "RULES",
    "TRIAL",
    "Chart",
    "Options",
    "Phase",
    "Point",
    "assurance",
    "chart",
    "differing",
    "on_the_limit",
    "xmr",
]

_LINES = ("mean", "lower", "upper", "near_lower", "near_upper", "moving_range")


def chart(
    values: Sequence[float | None], options: Options = PROFILES[INTERFACE], *, phases: Sequence[int] | None = None
) -> Chart:
    """Limits and signals of a series in time order; None (or NaN) is a missing point.

    Args:
        values: one a month; a month without a number is None, never left out.
        options: a profile or one's own rules.
        phases: the phase of every point; a new number starts new limits, and no moving range and no run
            crosses from one to the next.

    Raises:
        ValueError: for an infinite value, for phases of another length, and for a phase that comes back.
    """
    numbers = [_number(value, index) for index, value in enumerate(values)]
    points: list[Point] = []
    found: list[Phase] = []
    for number, first, last in _spans(len(numbers), phases):
        part = numbers[first : last + 1]
        lines = limits(part, options)
        gaps = sum(value is None for value in part)
        found.append(
            Phase(
                number,
                first,
                last,
                len(part) - gaps,
                gaps,
                lines.mean,
                lines.mean_moving_range,
                lines.lower,
                lines.upper,
                lines.kind,
                lines.notes,
            )
        )
        points += _points(part, number, lines, options)
    return Chart(tuple(points), tuple(found), options)


def _number(value: float | None, index: int) -> float | None:
    number = None if value is None else float(value)
    if number is not None and math.isinf(number):
        raise ValueError(f"the value at index {index} is infinite")
    return None if number is None or math.isnan(number) else number


def _spans(length: int, phases: Sequence[int] | None) -> Iterator[tuple[int, int, int]]:
    """Number, first and last index of each phase."""
    labels = [0] * length if phases is None else list(phases)
    if len(labels) != length:
        raise ValueError(f"{len(labels)} phases for {length} values: name the phase of every point")
    seen: set[int] = set()
    for label, group in itertools.groupby(range(length), key=labels.__getitem__):
        indices = list(group)
        if label in seen:
            raise ValueError(f"phase {label} comes back at index {indices[0]}: a phase is one stretch")
        seen.add(label)
        yield label, indices[0], indices[-1]


Mark = tuple[int, tuple[str, ...], str, int]  # of a point: side, rules, the first of them and its direction
UNMARKED: Mark = (0, (), "", 0)


def _points(values: Values, number: int, lines: Limits, options: Options) -> list[Point]:
    """The points of one phase."""
    near = lines.near(lines.lower), lines.near(lines.upper)
    drawn = (lines.mean if lines.lower is not None else None, lines.lower, lines.upper, *near)
    marks = _marks(values, lines, options) if lines.meaningful else [UNMARKED] * len(values)
    return [
        Point(value, number, *drawn, moved, *mark)
        for value, moved, mark in zip(values, moving_ranges(values), marks, strict=True)
    ]


def _marks(values: Values, lines: Limits, options: Options) -> list[Mark]:
    """Sides and rules of every point; a missing point has none and no run crosses it."""
    tiny = slack(values)
    marks: list[Mark] = []
    for missing, group in itertools.groupby(values, key=lambda value: value is None):
        stretch = [value or 0.0 for value in group]
        marks += [UNMARKED] * len(stretch) if missing else _judged(stretch, lines, options, tiny)
    return marks


def _judged(values: list[float], lines: Limits, options: Options, tiny: float) -> list[Mark]:
    """The points of an unbroken stretch with their sides and rules."""
    sides = [runs.sign(value - (lines.mean or 0.0), tiny) for value in values]
    outside = _beyond(values, lines.lower or 0.0, lines.upper or 0.0, tiny)
    near = _beyond(values, lines.near(lines.lower) or 0.0, lines.near(lines.upper) or 0.0, tiny)
    if not options.count_beyond:
        near = [0 if beyond else close for close, beyond in zip(near, outside, strict=True)]
    met = {
        "outside": outside,
        "trend": runs.trend(values, options.trend, tiny),
        "two_in_three": runs.two_in_three(sides, near, third_same_side=options.third_same_side),
        "shift": runs.shift(sides, options.shift),
    }
    judged: list[Mark] = []
    for index, side in enumerate(sides):
        rules = tuple(rule for rule in options.precedence if met[rule][index])
        judged.append((side, rules, rules[0], met[rules[0]][index]) if rules else (side, (), "", 0))
    return judged


def _beyond(values: Sequence[float], lower: float, upper: float, tiny: float) -> list[int]:
    """1 strictly above the upper line, -1 strictly below the lower one, else 0."""
    return [int(value - upper > tiny) - int(lower - value > tiny) for value in values]


def differing(one: Chart, other: Chart) -> tuple[int, ...]:
    """Indices of the points whose class (the rule that names them) differs between two charts of one series."""
    pairs = zip(one.points, other.points, strict=True)
    return tuple(index for index, (a, b) in enumerate(pairs) if a.rule != b.rule)


def xmr(frame: Any, options: Options = PROFILES[INTERFACE], *, value: str = "value", phase: str = "phase") -> Any:
    """A pandas frame in time order with limits, phase and every rule added; same rows, order and index.

    Reads the column ``value`` (missing is a missing point) and, where there is one, ``phase``. Adds mean, lower,
    upper, near_lower, near_upper, moving_range (missing where there is none); outside, trend, two_in_three and
    shift (bool); rule, direction and phase. pandas is not imported here: the frame brings what is used.
    """
    column = frame[value]
    values = [None if gone else one for one, gone in zip(column.tolist(), column.isna().tolist(), strict=True)]
    phases = [int(number) for number in frame[phase].tolist()] if phase in frame.columns else None
    points = chart(values, options, phases=phases).points
    lines = {name: [_or_nan(getattr(point, name)) for point in points] for name in _LINES}
    rules = {name: [name in point.rules for point in points] for name in RULES}
    return frame.assign(
        **lines,
        **rules,
        rule=[point.rule for point in points],
        direction=[point.direction for point in points],
        phase=[point.phase for point in points],
    )


def _or_nan(number: float | None) -> float:
    return math.nan if number is None else number
