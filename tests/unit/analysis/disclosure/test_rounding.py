"""Suppression, rounding, percentages and statistics of small numbers (METHODS M25)."""

import math

import pytest

from analysis.disclosure import rounding
from analysis.disclosure.rounding import SHOWN, SUPPRESSED, Cell, release
from analysis.rates import Refused

MONTHS = (6, 4, 9, 12, 7, 3, 11, 8, 5, 10, 2, 14)


@pytest.mark.parametrize(
    ("people", "cell"),
    [
        (0, Cell(SHOWN, 0)),
        (1, Cell(SUPPRESSED)),
        (7, Cell(SUPPRESSED)),
        (8, Cell(SHOWN, 10)),
        (12, Cell(SHOWN, 10)),
        (13, Cell(SHOWN, 15)),
        (91, Cell(SHOWN, 90)),
    ],
)
def test_a_count_is_suppressed_or_rounded(people, cell):
    assert release(people) == cell


def test_a_total_comes_from_the_true_total():
    cells = [release(count) for count in MONTHS]
    assert release(sum(MONTHS)).value == 90
    assert sum(cell.value or 0 for cell in cells) == 65


@pytest.mark.parametrize("people", [-1, 2.5])
def test_what_is_no_count_is_refused(people):
    with pytest.raises(Refused, match="no count"):
        release(people)


def test_a_percentage_is_whole_and_from_exact_counts():
    assert rounding.percentage(22, 30) == 73
    assert rounding.percentage(0, 30) == 0
    assert rounding.percentage(30, 30) == 100
    assert rounding.percentage(29, 58) == 50


@pytest.mark.parametrize(("people", "of"), [(9, 11), (15, 29), (7, 40), (33, 40), (1, 100), (99, 100), (41, 40)])
def test_percentages_of_few_people_are_refused(people, of):
    with pytest.raises(Refused, match="no percentage"):
        rounding.percentage(people, of)


def test_nine_of_eleven_from_rounded_counts_would_read_everybody():
    assert 100 * release(9).value / release(11).value == 100
    assert math.floor(100 * 9 / 11 + 0.5) == 82


@pytest.mark.parametrize(
    ("value", "stored"), [(0.78215, 0.782), (5563.09, 5560), (-10.971, -11.0), (0.0048796, 0.00488), (0, 0)]
)
def test_statistics_are_stored_to_three_figures(value, stored):
    assert rounding.three_figures(value) == stored


def test_over_a_fifth_of_months_suppressed_is_shown_by_quarter():
    assert rounding.too_many_suppressed([3] * 5 + [20] * 19)
    assert not rounding.too_many_suppressed([3] * 4 + [20] * 16)
    assert not rounding.too_many_suppressed([0] * 24)


@pytest.mark.parametrize(("mean", "share"), [(6, 74), (8, 45), (12, 9), (20, 0)])
def test_how_many_months_are_suppressed_at_a_mean(mean, share):
    chance = sum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(60) if rounding.is_small(k))
    assert round(100 * chance) == share
