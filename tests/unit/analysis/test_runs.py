"""Run rules on unbroken stretches (SPC), on made-up marks."""

import pytest

from analysis import runs


@pytest.mark.parametrize(
    ("sides", "marks"),
    [
        ([1] * 3, [0] * 3),
        ([1] * 4, [1] * 4),
        ([1] * 5, [1] * 5),
        ([-1] * 4 + [1] * 4, [-1] * 4 + [1] * 4),
        ([1, 1, 0, 1, 1], [0] * 5),
        ([0] * 6, [0] * 6),
        ([1, -1] * 4, [0] * 8),
        ([], []),
    ],
)
def test_a_shift_of_four(sides, marks):
    assert runs.shift(sides, 4) == marks


@pytest.mark.parametrize(
    ("values", "marks"),
    [
        ([1, 2, 3], [0, 0, 0]),
        ([1, 2, 3, 4], [1, 1, 1, 1]),
        ([4, 3, 2, 1], [-1, -1, -1, -1]),
        ([1, 2, 3, 3, 4], [0] * 5),
        ([3, 3, 3, 3], [0] * 4),
        ([9, 1, 2, 3, 4, 0], [0, 1, 1, 1, 1, 0]),
        ([1, 2, 3, 4, 3, 2, 1], [1, 1, 1, -1, -1, -1, -1]),
        ([], []),
        ([1], [0]),
    ],
)
def test_a_trend_of_four_points_is_three_steps(values, marks):
    assert runs.trend(values, 4) == marks


@pytest.mark.parametrize(
    ("near", "marks"),
    [
        ([1, 1, 0], [1, 1, 0]),
        ([1, 0, 1], [1, 0, 1]),
        ([0, 1, 1], [0, 1, 1]),
        ([1, 0, 0], [0, 0, 0]),
        ([1, 0, 0, 1], [0, 0, 0, 0]),
        ([1, 0, 1, 0, 1], [1, 0, 1, 0, 1]),
        ([1, 1], [0, 0]),
        ([], []),
    ],
)
def test_two_in_three_marks_near_points_only(near, marks):
    assert runs.two_in_three([1] * len(near), near) == marks
    assert runs.two_in_three([-1] * len(near), [-one for one in near]) == [-mark for mark in marks]


@pytest.mark.parametrize("third", [-1, 0])
def test_the_third_of_three_lies_strictly_on_the_same_side_unless_that_is_not_asked(third):
    assert runs.two_in_three([1, third, 1], [1, 0, 1]) == [0, 0, 0]
    assert runs.two_in_three([1, third, 1], [1, 0, 1], third_same_side=False) == [1, 0, 1]


def test_two_near_points_on_either_side_are_not_two():
    assert runs.two_in_three([1, -1, 1], [1, -1, 0], third_same_side=False) == [0, 0, 0]
