"""Means over the months that are held: nothing is filled in, and only months of both years are compared."""

import pytest

from analysis import held
from domain import periods

YEAR = periods.span("2017-02", "2018-01")


def test_a_mean_is_over_the_days_of_the_months_given():
    assert held.total_per_day({"2018-01": 310, "2018-02": 999, "2018-03": 620}, ("2018-01", "2018-03")) == 15


def test_a_month_in_which_a_part_has_none_counts_with_none():
    assert held.total_per_day({"2018-03": 620}, ("2018-01", "2018-03")) == 10
    assert held.total_per_day({}, ("2018-01",)) == 0


def test_without_a_month_there_is_no_mean():
    assert held.total_per_day({"2017-01": 31}, ()) is None


def test_a_year_needs_nine_months_and_is_the_mean_of_those_held():
    days = {month: 2.0 * periods.days_in(month) for month in YEAR}
    assert held.year_to_each(days, YEAR) == {m: pytest.approx(2) for m in YEAR[8:]}
    del days["2017-06"], days["2018-01"]
    assert held.year_to_each(days, YEAR[-2:]) == {"2017-12": pytest.approx(2), "2018-01": pytest.approx(2)}
    del days["2017-07"], days["2017-08"]
    assert held.year_to_each(days, YEAR[-1:]) == {}


def test_a_year_of_totals_is_a_mean_month():
    days = {month: 2.0 * periods.days_in(month) for month in YEAR}
    assert held.year_to_each(days, YEAR[-1:], a_day=False) == {YEAR[-1]: pytest.approx(730 / 12)}


def test_only_months_of_both_years_are_compared():
    counts = {"2017-01": 31, "2017-02": 28, "2018-01": 62, "2018-03": 310}
    moved = held.on_year_before(counts, ("2018-01", "2018-02", "2018-03"))
    assert (moved.now_months, moved.then_months, moved.ratio) == (("2018-01",), ("2017-01",), 1)
    assert held.on_year_before(counts, ("2018-03",)) is None
