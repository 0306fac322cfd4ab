"""Intervals (METHODS M8 and M10), on the numbers printed there and made-up series."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import compare, fitness
from analysis.rates import Refused
from tests.unit.domain.test_periods import quick


def _rounded(interval, scale: float = 100) -> tuple[float, float]:
    return round(interval.low * scale, 2), round(interval.high * scale, 2)


@pytest.mark.parametrize(("count", "of", "ends"), [(228, 300, (70.86, 80.48)), (9, 11, (52.30, 94.86))])
def test_wilson(count, of, ends):
    found = compare.wilson(count, of)
    assert _rounded(found) == ends
    assert found.value == count / of


def test_wilson_at_nobody_and_everybody_stays_within_0_and_1():
    assert compare.wilson(0, 20).low == 0
    assert compare.wilson(20, 20).high == 1
    assert compare.wilson(0, 20).high == pytest.approx(1 - compare.wilson(20, 20).low)


@pytest.mark.parametrize(("count", "of"), [(0, 0), (1, 0), (-1, 5), (6, 5)])
def test_what_is_no_proportion_is_refused(count, of):
    with pytest.raises(Refused, match="no proportion"):
        compare.wilson(count, of)


def test_byar():
    found = compare.byar(62)
    assert _rounded(found, 1) == (47.53, 79.48)
    assert found.value == 62


def test_byar_of_nobody_starts_at_0_and_less_is_refused():
    assert compare.byar(0).low == 0
    assert compare.byar(0).high == pytest.approx(3.67, abs=0.02)  # exact Poisson: 3.69
    assert compare.byar(1).low >= 0
    with pytest.raises(Refused, match="no count"):
        compare.byar(-1)


def test_newcombe():
    found = compare.newcombe(410, 525, 447, 630)
    assert round(found.value * 100, 2) == 7.14
    assert _rounded(found) == (2.09, 12.09)


@given(counts=st.tuples(*[st.integers(0, 50)] * 2), more=st.tuples(*[st.integers(1, 50)] * 2))
@quick
def test_newcombe_turns_round_and_holds_the_difference(counts, more):
    (a, b), (c, d) = counts, more
    one = compare.newcombe(a, a + c, b, b + d)
    other = compare.newcombe(b, b + d, a, a + c)
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low))
    assert -1 - 1e-12 <= one.low <= one.value <= one.high <= 1 + 1e-12


def _around(residuals, *, slope: float, start: float = 50.0) -> list[float]:
    return [start + slope * place + residual for place, residual in enumerate(residuals)]


def test_the_interval_of_variation_by_hand():
    # A pattern without trend or mean over 36 months; what a line finds in it is nothing.
    residuals = [2.0, -1.0, -1.0, -1.0, -1.0, 2.0] * 6
    r1, size = fitness.r1(residuals), math.sqrt(sum(e * e for e in residuals) / 34)
    assert r1 == pytest.approx((6 * (-2 + 1 + 1 + 1 - 2) + 5 * 4) / 72)
    reach = 1.96 * size * math.sqrt((1 + r1) / ((1 - r1) * 12))
    found = compare.variation_interval(_around(residuals, slope=0.0))
    assert found.value == 50
    assert (found.low, found.high) == (pytest.approx(50 - reach), pytest.approx(50 + reach))


def test_a_linear_trend_adds_nothing_to_the_interval():
    residuals = [2.0, -1.0, -1.0, -1.0, -1.0, 2.0] * 6
    flat, steep = (compare.variation_interval(_around(residuals, slope=slope)) for slope in (0.0, 3.0))
    assert steep.high - steep.low == pytest.approx(flat.high - flat.low)
    assert steep.value == pytest.approx(50 + 3.0 * 29.5)


def test_months_that_resemble_their_neighbours_widen_the_interval():
    alternating, slow = [1.0, -1.0, -1.0, 1.0] * 9, [1.0] * 9 + [-1.0] * 18 + [1.0] * 9
    narrow, wide = (compare.variation_interval(_around(one, slope=0.0)) for one in (alternating, slow))
    assert wide.high - wide.low > 3 * (narrow.high - narrow.low)


def test_only_the_latest_36_months_count():
    residuals = [2.0, -1.0, -1.0, -1.0, -1.0, 2.0] * 6
    held = _around(residuals, slope=0.0)
    assert compare.variation_interval([999.0, None, *held]) == compare.variation_interval(held)


def test_a_missing_month_is_in_no_mean_and_no_pair_and_keeps_its_place():
    full = _around([2.0, -1.0, -1.0, -1.0, -1.0, 2.0] * 6, slope=3.0)
    gappy = [None if place in {3, 20, 30} else value for place, value in enumerate(full)]
    found, whole = compare.variation_interval(gappy), compare.variation_interval(full)
    assert found.value == pytest.approx((sum(full[24:]) - full[30]) / 11)
    assert found.high - found.low == pytest.approx(whole.high - whole.low, rel=0.25)


def test_fewer_months_in_the_latest_year_widen_its_interval():
    months = [1.0, -1.0] * 18
    r1, size = fitness.r1([*months[:-1], None]), math.sqrt(35 / 33)
    found = compare.variation_interval([*months[:-1], None])
    by_hand = 1.96 * size * math.sqrt((1 + r1) / ((1 - r1) * 11))
    assert (found.high - found.low) / 2 == pytest.approx(by_hand, rel=0.01)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([], "0 of the latest 36 months are held and 24 are needed: no interval"),
        ([5.0] * 23, "23 of the latest 36"),
        ([5.0] * 11 + [None] * 13 + [5.0] * 12, "23 of the latest 36"),
        ([5.0] * 32 + [None] * 4, "8 of the latest 12 months are held and 9 are needed: no interval"),
    ],
)
def test_too_few_months_are_refused(values, message):
    with pytest.raises(Refused, match=message):
        compare.variation_interval(values)


def test_the_fewest_months_are_enough():
    assert compare.variation_interval([5.0] * 24).value == 5
    assert compare.variation_interval([5.0] * 33 + [None] * 3).value == 5


def test_a_series_without_variation_has_an_interval_without_width():
    assert compare.variation_interval([5.0] * 36) == compare.Interval(5.0, 5.0, 5.0)
