"""Month-to-month variation of a mean (METHODS M8)."""

import pytest

from analysis.compare import variation_interval

UNEVEN = [10.0, 12, 9, 13, 11, 8, 12, 10, 9, 13, 12, 10] * 3


def test_the_mean_is_that_of_the_latest_twelve():
    found = variation_interval([99.0] * 24 + [5.0] * 6 + [7.0] * 6)
    assert found.value == pytest.approx(6)


def test_the_interval_is_as_wide_to_both_sides():
    found = variation_interval(UNEVEN)
    assert found.high - found.value == pytest.approx(found.value - found.low)
    assert found.low < found.value < found.high


def test_a_steady_level_has_no_variation():
    found = variation_interval([4.0] * 36)
    assert (found.low, found.value, found.high) == pytest.approx((4, 4, 4))


def test_a_straight_trend_is_no_variation():
    found = variation_interval([place * 0.5 for place in range(36)])
    assert found.high - found.low == pytest.approx(0, abs=1e-6)


def test_twice_the_swing_is_twice_the_width():
    once, twice = variation_interval(UNEVEN), variation_interval([2 * value for value in UNEVEN])
    assert twice.high - twice.low == pytest.approx(2 * (once.high - once.low))


def test_months_before_the_latest_36_do_not_count():
    assert variation_interval([1000.0, 0, 500, *UNEVEN]) == variation_interval(UNEVEN)
