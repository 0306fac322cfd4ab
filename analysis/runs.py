"""The run rules of a control chart, on an unbroken stretch of points (SPC; Western Electric 1956).

A stretch has no gap and lies in one phase. Every rule gives a mark a point: 1 up, -1 down, 0 not part of it.
"""

import itertools
from collections.abc import Sequence

Marks = list[int]


def sign(difference: float, slack: float = 0.0) -> int:
    """1, -1 or 0 of a difference; within ``slack`` it is 0."""
    if abs(difference) <= slack:
        return 0
    return 1 if difference > 0 else -1


def shift(sides: Sequence[int], length: int) -> Marks:
    """Runs of at least ``length`` points strictly on one side; a point on the mean (side 0) breaks a run."""
    marks: Marks = []
    for side, run in itertools.groupby(sides):
        points = len(list(run))
        marks += [side if points >= length else 0] * points
    return marks


def trend(values: Sequence[float], length: int, slack: float = 0.0) -> Marks:
    """Runs of at least ``length`` points that rise (or fall) at every step; a tie breaks a trend.

    A point that ends one trend and starts the next takes the direction of the later one.
    """
    marks: Marks = [0] * len(values)
    steps = [sign(later - earlier, slack) for earlier, later in itertools.pairwise(values)]
    start = 0
    for direction, run in itertools.groupby(steps):
        points = len(list(run)) + 1
        if direction and points >= length:
            marks[start : start + points] = [direction] * points
        start += points - 1
    return marks


def two_in_three(sides: Sequence[int], near: Sequence[int], *, third_same_side: bool = True) -> Marks:
    """Points near a limit of which two stand among three consecutive ones.

    near: 1 beyond two thirds of the way to the upper limit, -1 to the lower, 0 otherwise. Only near points are
    marked. With ``third_same_side`` the third point has to lie strictly on the same side of the mean.
    """
    marks: Marks = [0] * len(sides)
    for start in range(len(sides) - 2):
        window = range(start, start + 3)
        for direction in (1, -1):
            close = [index for index in window if near[index] == direction]
            together = all(sides[index] == direction for index in window) or not third_same_side
            if len(close) >= 2 and together:
                for index in close:
                    marks[index] = direction
    return marks
