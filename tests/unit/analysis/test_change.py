"""Counts per day and changes between stretches of months (METHODS M1 and M3), on the numbers printed there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import change
from domain import periods
from tests.unit.domain.test_periods import quick

FEBRUARY_2017, JANUARY_2018 = 186_490, 151_383
YEARS = periods.span("2016-01", "2017-12")


def test_days_of_a_month_are_divided_by_its_calendar_days():
    per_day = change.per_day({"2017-02": FEBRUARY_2017, "2018-01": JANUARY_2018})
    assert {month: round(value, 2) for month, value in per_day.items()} == {"2017-02": 6660.36, "2018-01": 4883.32}


def test_the_change_per_day_and_the_raw_change_are_both_told():
    moved = change.compare({"2017-02": FEBRUARY_2017, "2018-01": JANUARY_2018}, ["2018-01"], ["2017-02"])
    assert round(moved.ratio * 100, 2) == -26.68
    assert round(moved.raw_ratio * 100, 2) == -18.83
    assert (moved.now_months, moved.then_months) == (("2018-01",), ("2017-02",))


def test_a_leap_year_shows_in_twelve_months_per_day_and_not_raw():
    steady = {month: 100.0 * periods.days_in(month) for month in YEARS}
    moved = change.twelve_months(steady, "2017-12")
    assert moved.ratio == pytest.approx(0, abs=1e-12)
    assert moved.raw_ratio == pytest.approx(365 / 366 - 1)
    assert moved.direction == "similar"


@pytest.mark.parametrize(
    ("compare", "now", "then"),
    [
        (change.month_before, "2017-03", ("2017-02",)),
        (change.year_before, "2017-03", ("2016-03",)),
        (change.twelve_months, "2017-12", periods.span("2016-01", "2016-12")),
    ],
)
def test_each_comparison_names_both_stretches_of_months(compare, now, then):
    moved = compare(dict.fromkeys(YEARS, 1.0), now)
    assert moved.now_months[-1] == now
    assert moved.then_months == then
    assert len(moved.now_months) == len(moved.then_months)


@pytest.mark.parametrize("missing", ["2016-01", "2016-07", "2016-12", "2017-01", "2017-12"])
def test_an_incomplete_year_is_never_compared(missing):
    counts = {month: 10.0 for month in YEARS if month != missing}
    assert change.twelve_months(counts, "2017-12") is None


@pytest.mark.parametrize(("compare", "missing"), [(change.month_before, "2017-02"), (change.year_before, "2016-03")])
@pytest.mark.parametrize("which", ["now", "then"])
def test_a_month_without_its_partner_is_never_compared(compare, missing, which):
    counts = {month: 10.0 for month in YEARS if month != (missing if which == "then" else "2017-03")}
    assert compare(counts, "2017-03") is None


def test_no_months_are_no_comparison():
    assert change.compare({"2017-01": 1.0}, [], ["2017-01"]) is None
    assert change.compare({"2017-01": 1.0}, ["2017-01"], []) is None


@pytest.mark.parametrize(
    ("now", "direction"),
    [(1009, "similar"), (991, "similar"), (1000, "similar"), (1011, "up"), (989, "down"), (0, "down")],
)
def test_a_change_within_one_per_cent_is_similar(now, direction):
    assert change.year_before({"2017-01": now, "2016-01": 1000}, "2017-01").direction == direction


@pytest.mark.parametrize(("now", "then"), [(101, 100), (99, 100), (2020, 2000)])
def test_a_change_of_exactly_one_per_cent_is_similar(now, then):
    assert change.year_before({"2017-01": now, "2016-01": then}, "2017-01").direction == "similar"


def test_nothing_against_nothing_is_no_change():
    moved = change.year_before({"2017-01": 0, "2016-01": 0}, "2017-01")
    assert (moved.ratio, moved.direction) == (0, "similar")


@given(count=st.integers(1, 10**7), month=st.sampled_from(YEARS[1:]))
@quick
def test_equal_people_a_day_are_similar_whatever_the_days_of_the_months(count, month):
    before = periods.plus(month, -1)
    counts = {m: count * periods.days_in(m) for m in (before, month)}
    assert change.month_before(counts, month).direction == "similar"


def test_the_rolling_year_is_the_total_by_the_days_of_twelve_months():
    counts = {month: float(place) for place, month in enumerate(YEARS)}
    rolling = change.rolling_year(counts)
    assert rolling["2016-12"] == pytest.approx(sum(range(12)) / 366)
    assert rolling["2017-12"] == pytest.approx(sum(range(12, 24)) / 365)


def test_the_rolling_year_starts_with_the_twelfth_month_and_stops_at_a_gap():
    counts = {month: 5.0 for month in YEARS if month != "2017-03"}
    assert sorted(change.rolling_year(counts)) == list(periods.span("2016-12", "2017-02"))
