"""Rates for every 100,000 adults (METHODS M2), on made-up years."""

import pytest

from analysis import rates
from domain import periods

YEAR = "2018-19"
MONTHS = periods.financial_year_months(YEAR)
DAYS = {month: 100.0 + place for place, month in enumerate(MONTHS)}


def test_people_a_day_for_every_100_000_adults():
    assert round(rates.per_100k(40.0, 254_000), 2) == 15.75  # METHODS M11


@pytest.mark.parametrize("adults", [0, -1])
def test_a_rate_without_people_is_refused(adults):
    with pytest.raises(rates.Refused, match="no population"):
        rates.per_100k(1.0, adults)


def test_2c_of_a_complete_year_is_days_by_days_of_the_year_by_adults():
    assert rates.ascof_2c(DAYS, year=YEAR, adults=250_000) == pytest.approx(sum(DAYS.values()) / 365 / 250_000 * 1e5)


def test_2c_of_a_leap_year_divides_by_366_days():
    days = dict.fromkeys(periods.financial_year_months("2015-16"), 366.0)
    assert rates.ascof_2c(days, year="2015-16", adults=100_000) == pytest.approx(12.0)


def test_2c_takes_no_month_of_another_year():
    more = {**DAYS, "2018-03": 1e9, "2019-04": 1e9}
    assert rates.ascof_2c(more, year=YEAR, adults=1) == rates.ascof_2c(DAYS, year=YEAR, adults=1)


@pytest.mark.parametrize("missing", MONTHS)
def test_2c_of_an_incomplete_year_is_refused_with_the_month_that_is_missing(missing):
    days = {month: value for month, value in DAYS.items() if month != missing}
    with pytest.raises(rates.Refused) as refused:
        rates.ascof_2c(days, year=YEAR, adults=250_000)
    assert str(refused.value) == f"1 of 12 months of 2018-19 are not held: {periods.label(missing)}"


def test_2c_names_every_month_that_is_missing():
    with pytest.raises(rates.Refused, match="11 of 12 months of 2018-19 .* May 2018, .* March 2019"):
        rates.ascof_2c({"2018-04": 1.0}, year=YEAR, adults=1)
