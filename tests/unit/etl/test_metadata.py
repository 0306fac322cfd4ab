"""The labels above a table: dates in many forms, and the month a file speaks of."""

from datetime import date, datetime

import pytest

from etl import layout, metadata
from etl.problems import FileRefused

LAY = layout.load("dtoc_councils")


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("8th March 2018", date(2018, 3, 8)),
        ("1st April 2016", date(2016, 4, 1)),
        ("22nd October 2012", date(2012, 10, 22)),
        ("3rd May 2019", date(2019, 5, 3)),
        ("27 May 2011", date(2011, 5, 27)),
        ("27th\u00a0May  2011 ", date(2011, 5, 27)),
        ("13th DECEMBER 2018", date(2018, 12, 13)),
        ("9th Sept 2016", date(2016, 9, 9)),
        ("9th Jan, 2016", date(2016, 1, 9)),
        ("08.03.18", date(2018, 3, 8)),
        ("8/3/2018", date(2018, 3, 8)),
        (datetime(2018, 3, 8, 9, 30), date(2018, 3, 8)),
        (date(2018, 3, 8), date(2018, 3, 8)),
    ],
)
def test_a_date_of_issue_is_read_day_first(cell, day):
    assert metadata.day(cell) == day


@pytest.mark.parametrize(
    "cell",
    ["", None, "-", "TBC", "31st February 2018", "8th Marchember 2018", "March 2018", "13/13/2018", "0.1.18", 43167.0],
)
def test_anything_else_is_no_date(cell):
    assert metadata.day(cell) is None


@pytest.mark.parametrize(
    ("cell", "month"),
    [
        ("January 2018", "2018-01"),
        (" january\u00a02018 ", "2018-01"),
        ("JAN-2018", "2018-01"),
        ("2018 January", "2018-01"),
        ("Sept 2018", "2018-09"),
        ("May 2011", "2011-05"),
        (datetime(2018, 1, 1), "2018-01"),
        (date(2018, 1, 31), "2018-01"),
    ],
)
def test_the_period_is_read_as_text_and_as_a_real_date(cell, month):
    assert metadata.month(cell, "Period") == month


@pytest.mark.parametrize(
    "cell", ["", None, "2018", "January", "April 2017 to March 2018", "January 2018 - January 2019", "Jan-18", 201801.0]
)
def test_a_period_that_names_no_month_or_two_is_refused_with_its_place(cell):
    with pytest.raises(FileRefused) as refused:
        metadata.month(cell, "sheet 'LA - by reason', Period")
    assert refused.value.where == "sheet 'LA - by reason', Period"
    assert "January 2018" in refused.value.expected


def test_labels_are_found_in_any_of_the_first_columns_with_the_first_filled_cell_beside_them():
    rows = [
        ["", "Title:", "", "Delays"],
        ["Period", "May 2018"],
        ["", "", "PUBLISHED:", "", "", "8th July 2018"],
        ["x"],
    ]
    assert metadata.read(rows, LAY) == {"title": "Delays", "period": "May 2018", "published": "8th July 2018"}


def test_a_label_without_text_is_empty_and_the_first_of_two_labels_counts():
    rows = [["", "Revised:", ""], ["", "Period:", "May 2018"], ["", "Period:", "June 2018"]]
    assert metadata.read(rows, LAY) == {"revised": "", "period": "May 2018"}


def test_labels_far_below_the_top_are_not_taken_for_the_head_of_the_sheet():
    assert metadata.read([[""]] * 40 + [["", "Period:", "May 2018"]], LAY) == {}


@pytest.mark.parametrize(
    ("published", "notes"),
    [
        ("8th July 2018", ()),
        ("-", ()),
        ("", ()),
        ("8th of July", ("published date '8th of July' could not be read",)),
        ("31st June 2018", ("published date '31st June 2018' could not be read",)),
    ],
)
def test_a_printed_date_that_cannot_be_read_is_said(published, notes):
    assert metadata.dated_notes({"published": published, "revised": None}) == notes
