"""Before and after, and the same months of last year (METHODS M16)."""

import pytest

from analysis.impact.descriptive import before_after, same_months_last_year
from analysis.rates import Refused
from domain import periods


def test_the_fall_of_a_winter_after_a_bad_autumn():
    months = periods.span("2017-10", "2018-03")
    values = {month: 14 * (1 + shock) for month, shock in zip(months, [0.25, 0.45, 0.5, 0.15, 0, -0.03], strict=True)}
    found = before_after(values, months[:3], months[3:])
    assert (round(found.then, 1), round(found.now, 1)) == (19.6, 14.6)
    assert round(100 * found.ratio, 1) == -25.7
    assert found.then_range == (17.5, 21.0)
    two_years = {**dict.fromkeys(periods.span("2015-10", "2017-09"), 14.0), **values}
    assert round(100 * before_after(two_years, periods.span("2015-10", "2017-09"), months[3:]).ratio) == 4


def test_the_same_months_of_last_year_lie_before_the_start():
    values = {month: float(at) for at, month in enumerate(periods.span("2016-01", "2018-12"))}
    found = same_months_last_year(values, "2017-10", periods.span("2018-01", "2018-12"))
    assert found.then_months == periods.span("2017-01", "2017-09")
    assert found.now_months == periods.span("2018-01", "2018-09")
    assert found.difference == 12


def test_missing_months_are_in_no_mean():
    found = before_after(
        {"2017-01": 2.0, "2017-03": 4.0, "2018-01": 9.0}, ["2017-01", "2017-02", "2017-03"], ["2018-01"]
    )
    assert (found.then, found.then_months) == (3, ("2017-01", "2017-03"))
    assert found.ratio == 2


def test_from_nothing_there_is_no_ratio():
    assert before_after({"2017-01": 0.0, "2018-01": 9.0}, ["2017-01"], ["2018-01"]).ratio is None


def test_without_months_there_is_nothing_to_compare():
    with pytest.raises(Refused, match="nothing to compare"):
        before_after({"2018-01": 9.0}, ["2017-01"], ["2018-01"])
    with pytest.raises(Refused):
        same_months_last_year({"2018-01": 9.0}, "2017-10", ["2018-01"])
