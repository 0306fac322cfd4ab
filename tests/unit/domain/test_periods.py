"""Months and financial years: labels, spans, arithmetic."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import periods

months = st.builds("{:04d}-{:02d}".format, st.integers(1900, 2099), st.integers(1, 12))
steps = st.integers(-600, 600)
quick = settings(max_examples=100, deadline=None, derandomize=True, database=None)


@pytest.mark.parametrize("text", ["2018-01", "1999-12", "0001-10"])
def test_a_month_written_as_year_and_month_is_taken(text):
    assert periods.month(text) == text


@pytest.mark.parametrize(
    "text", ["", "2018", "2018-1", "2018-00", "2018-13", "18-01", "2018-01-01", " 2018-01", "2018-01\n", "2018/01", "x"]
)
def test_any_other_text_is_refused_with_an_example(text):
    with pytest.raises(periods.PeriodError, match="write it as YYYY-MM, for example 2018-01"):
        periods.month(text)


@pytest.mark.parametrize("text", ["\uff12\uff10\uff11\uff18-01", "\u0662\u0660\u0661\u0668-01"])
def test_digits_of_other_scripts_are_no_month(text):
    with pytest.raises(periods.PeriodError):
        periods.month(text)


@pytest.mark.parametrize(
    ("month", "label", "short", "days"),
    [
        ("2018-01", "January 2018", "Jan 2018", 31),
        ("2017-02", "February 2017", "Feb 2017", 28),
        ("2016-02", "February 2016", "Feb 2016", 29),
        ("2100-02", "February 2100", "Feb 2100", 28),
        ("2018-09", "September 2018", "Sep 2018", 30),
    ],
)
def test_a_month_has_its_names_and_its_days(month, label, short, days):
    assert (periods.label(month), periods.short_label(month), periods.days_in(month)) == (label, short, days)


def test_a_day_is_written_without_leading_zero():
    assert periods.day_label(date(2024, 3, 1)) == "1 March 2024"


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)))
@quick
def test_a_day_lies_in_its_month(day):
    first = periods.first_day(periods.month_of(day))
    assert (first.year, first.month, first.day) == (day.year, day.month, 1)


@given(month=months, step=steps)
@quick
def test_a_step_forward_and_back_is_no_step(month, step):
    there = periods.plus(month, step)
    assert periods.plus(there, -step) == month
    assert periods.gap(month, there) == step


@given(month=months, step=st.integers(0, 200))
@quick
def test_a_span_holds_every_month_once_in_time_order(month, step):
    found = periods.span(month, periods.plus(month, step))
    assert len(found) == step + 1
    assert list(found) == sorted(set(found))
    assert (found[0], found[-1]) == (month, periods.plus(month, step))


def test_a_span_that_ends_before_it_starts_is_empty():
    assert periods.span("2018-01", "2017-12") == ()


@given(first=months, second=months)
@quick
def test_months_sort_as_text_in_time_order(first, second):
    assert (first < second) == (periods.first_day(first) < periods.first_day(second))


@pytest.mark.parametrize(
    ("month", "year"),
    [("2018-03", "2017-18"), ("2018-04", "2018-19"), ("2018-01", "2017-18"), ("1999-12", "1999-00")],
)
def test_a_financial_year_runs_from_april_to_march(month, year):
    assert periods.financial_year(month) == year


@given(month=months)
@quick
def test_a_month_is_one_of_the_twelve_of_its_financial_year(month):
    found = periods.financial_year_months(periods.financial_year(month))
    assert len(found) == 12
    assert month in found
    assert (found[0][5:], found[-1][5:]) == ("04", "03")
