"""Bank holidays in England: the dates that were kept, computed from the rules and the proclaimed changes."""

from datetime import date

import pytest

from domain.bank_holidays import ADDED, MOVED, bank_holidays, easter_sunday

# as listed by the government for each year
KEPT = {
    2010: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27",
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
}
YEARS = range(2010, 2031)


@pytest.mark.parametrize(("year", "days"), KEPT.items())
def test_the_holidays_of_a_year_are_those_that_were_kept(year, days):
    assert [f"{day:%m-%d}" for day in sorted(bank_holidays(year))] == days.split()


@pytest.mark.parametrize(
    ("year", "day"),
    [(2008, (3, 23)), (2011, (4, 24)), (2016, (3, 27)), (2019, (4, 21)), (2030, (4, 21)), (2038, (4, 25))],
)
def test_easter_is_where_the_church_has_it(year, day):
    assert easter_sunday(year) == date(year, *day)


@pytest.mark.parametrize("year", YEARS)
def test_every_year_has_eight_holidays_and_those_that_were_added_on_working_days(year):
    found = bank_holidays(year)
    assert len(found) == 8 + sum(day.year == year for day in ADDED)
    assert all(day.year == year and day.weekday() < 5 for day in found)


def test_a_moved_holiday_is_kept_once_and_in_its_new_place():
    for ruled, kept in MOVED.items():
        assert ruled not in bank_holidays(ruled.year)
        assert kept in bank_holidays(ruled.year)
