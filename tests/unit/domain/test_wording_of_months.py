"""Months read from a publisher's wording: odd words, odd order, two months or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import periods
from tests.unit.domain.test_periods import months, quick


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("January 2018", "2018-01"),
        ("JAN-2018", "2018-01"),
        ("2018 January", "2018-01"),
        ("Sept 2012", "2012-09"),
        ("Feb. 2018", "2018-02"),
        ("FEBRUARY2018", "2018-02"),
        ("December  2017 (revised)", "2017-12"),
        ("1st March 2018", "2018-03"),
        ("Jan/2018", "2018-01"),
        ("Period: \u00a0May\u00a02016", "2016-05"),
    ],
)
def test_odd_wordings_of_one_month_are_read(words, month):
    assert periods.from_words(words) == month


@pytest.mark.parametrize(
    "words",
    [
        "",
        "May",
        "2018",
        "2018-19",
        "january 18",
        "May 2018 and June 2018",
        "March to May 2018",
        "March 2018, published April 2018",
        "MARCH 2018, published 2019",
        "Decision 2018",
        "Maybe 2018",
        "March 20181",
    ],
)
def test_no_month_or_more_than_one_is_no_answer(words):
    assert periods.from_words(words) is None


@given(month=months)
@quick
def test_labels_are_read_back(month):
    assert periods.from_words(periods.label(month)) == month
    assert periods.from_words(periods.short_label(month).upper()) == month


@given(text=st.text(max_size=40))
@quick
def test_any_text_names_a_month_or_none(text):
    found = periods.from_words(text)
    assert found is None or periods.month(found) == found


@pytest.mark.parametrize(
    ("name", "number"),
    [("January", 1), (" may ", 5), ("SEPT", 9), ("Sep", 9), ("Dec.", 12), ("Decem", None), ("", None), ("M", None)],
)
def test_month_names_are_whole_or_three_letters(name, number):
    assert periods.month_number(name) == number


@given(month=months)
@quick
def test_a_financial_year_and_a_month_name_are_read_back(month):
    year, name = periods.financial_year(month), periods.label(month).split()[0]
    assert periods.from_financial_year(year, name) == month
    assert periods.from_financial_year(year.replace("-", "/"), name[:3].upper()) == month


@pytest.mark.parametrize(
    ("year", "name", "month"),
    [("2010-11", "January", "2011-01"), ("2019/2020", "April", "2019-04"), (" 2010 \u2013 11 ", "Mar", "2011-03")],
)
def test_odd_wordings_of_a_financial_year_are_read(year, name, month):
    assert periods.from_financial_year(year, name) == month


@pytest.mark.parametrize(
    ("year", "name"),
    [("2010-12", "January"), ("2010", "January"), ("2010-11", "Total"), ("", ""), ("nan", "nan"), ("10-11", "May")],
)
def test_a_year_that_is_no_financial_year_is_refused(year, name):
    with pytest.raises(periods.PeriodError):
        periods.from_financial_year(year, name)
