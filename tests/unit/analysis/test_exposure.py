"""Exposure (METHODS M1): a month with ten weekend days is not worse than one with eight."""

import pytest

from analysis import exposure
from domain import periods
from domain.bank_holidays import bank_holidays


@pytest.mark.parametrize(
    ("month", "days"), [("2018-01", 8), ("2017-04", 10), ("2015-02", 8), ("2020-02", 9), ("2020-05", 10)]
)
def test_saturdays_and_sundays_of_a_month(month, days):
    assert exposure.weekend_days(month) == days


def test_equal_discharges_a_weekend_day_are_equal_whatever_the_month():
    rates = exposure.per_weekend_day({"2018-01": 24.8, "2017-04": 31.0})
    assert rates == pytest.approx({"2018-01": 3.1, "2017-04": 3.1})


@pytest.mark.parametrize(
    ("month", "days"),
    [
        ("2018-01", 22),  # New Year's Day
        ("2017-04", 18),  # Good Friday and Easter Monday
        ("2018-03", 21),  # Good Friday alone
        ("2018-04", 20),  # Easter Monday alone
        ("2020-05", 19),  # VE Day kept on a Friday, and the spring holiday
        ("2022-06", 20),  # two days of the jubilee
        ("2022-05", 21),  # the spring holiday was moved out of it
        ("2022-09", 21),  # the state funeral
        ("2016-12", 20),  # Christmas on a Sunday
        ("2015-02", 20),
    ],
)
def test_working_days_of_a_month_are_without_bank_holidays(month, days):
    assert exposure.working_days(month) == days


@pytest.mark.parametrize("year", range(2010, 2031))
def test_every_day_is_at_the_weekend_a_working_day_or_a_bank_holiday(year):
    for month in (f"{year}-{number:02d}" for number in range(1, 13)):
        rest = periods.days_in(month) - exposure.weekend_days(month) - exposure.working_days(month)
        assert rest == sum(periods.month_of(day) == month for day in bank_holidays(year))


def test_equal_activity_a_working_day_is_equal_whatever_the_month():
    assert exposure.per_working_day({"2018-01": 220.0, "2017-04": 180.0}) == {"2018-01": 10.0, "2017-04": 10.0}


def test_the_count_alone_would_have_called_two_more_weekend_days_a_rise_of_a_quarter():
    assert 31.0 / 24.8 - 1 == pytest.approx(0.25)
    rates = exposure.per_weekend_day({"2018-01": 24.8, "2017-04": 31.0})
    assert rates["2017-04"] / rates["2018-01"] - 1 == pytest.approx(0.0)
