"""Straight lines through monthly series."""

import pytest

from analysis import trend
from domain import periods

MONTHS = periods.span("2015-04", "2018-03")


def test_the_slope_a_year_is_twelve_steps_of_the_line():
    rising = {month: 100 + 0.5 * place for place, month in enumerate(MONTHS)}
    assert trend.slope_per_year(rising) == pytest.approx(6)
    assert trend.share_per_year(rising) == pytest.approx(6 / (100 + 0.5 * 17.5))


def test_missing_months_keep_their_place():
    rising = {month: 100 + 0.5 * place for place, month in enumerate(MONTHS) if place not in {0, 7, 8, 20}}
    assert trend.slope_per_year(rising) == pytest.approx(6)


def test_the_order_of_the_months_given_does_not_matter():
    held = {"2018-03": 8.0, "2018-01": 2.0, "2018-02": 5.0}
    assert trend.slope_per_year(held) == pytest.approx(36)


def test_least_squares_by_hand():
    found = trend.line([0, 1, 2, 3], [1.0, 3.0, 2.0, 6.0])
    assert (found.start, found.slope) == (pytest.approx(0.9), pytest.approx(1.4))
    assert found.at(2) == pytest.approx(3.7)


@pytest.mark.parametrize("held", [{}, {"2018-01": 4.0}])
def test_fewer_than_two_months_have_no_slope(held):
    assert trend.slope_per_year(held) is None
    assert trend.share_per_year(held) is None


def test_a_slope_around_zero_is_no_share():
    assert trend.share_per_year({"2018-01": -1.0, "2018-02": 1.0}) is None
