"""Exposure (METHODS M1): a month with ten weekend days is not worse than one with eight."""

import pytest

from analysis import exposure


@pytest.mark.parametrize(
    ("month", "days"), [("2018-01", 8), ("2017-04", 10), ("2015-02", 8), ("2020-02", 9), ("2020-05", 10)]
)
def test_saturdays_and_sundays_of_a_month(month, days):
    assert exposure.weekend_days(month) == days


def test_equal_discharges_a_weekend_day_are_equal_whatever_the_month():
    rates = exposure.per_weekend_day({"2018-01": 24.8, "2017-04": 31.0})
    assert rates == pytest.approx({"2018-01": 3.1, "2017-04": 3.1})
