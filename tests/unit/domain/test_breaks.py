"""Breaks of series and events: each has a month, a kind, words and a source."""

import pytest

from domain import breaks, periods
from domain.breaks import MARKS

each_mark = pytest.mark.parametrize("mark", MARKS, ids=lambda mark: mark.month)


@each_mark
def test_a_mark_has_a_month_a_kind_words_and_a_source(mark):
    assert periods.month(mark.month) == mark.month
    assert mark.kind in (breaks.WALL, breaks.DEFINITION, breaks.EVENT)
    assert mark.series in (breaks.DELAYS, breaks.ADMISSIONS, breaks.BOTH)
    assert mark.text.endswith(".")
    assert len(mark.source) > 20
    assert len(mark.short) <= 40


def test_marks_are_listed_in_time_order():
    assert [mark.month for mark in MARKS] == sorted(mark.month for mark in MARKS)


def test_the_one_wall_stands_at_the_month_after_the_last_of_the_count():
    assert [mark.month for mark in MARKS if mark.kind == breaks.WALL] == [breaks.THE_WALL]
    assert periods.plus(breaks.DTOC_LAST, 1) == breaks.THE_WALL == "2020-03"


def test_no_mark_says_that_one_thing_caused_another():
    said = " ".join(f"{mark.short} {mark.text}".lower() for mark in MARKS)
    assert not [word for word in ("because", "caused", "due to", "led to") if word in said]


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2017-03", "2017-04", ["2017-03", "2017-04"]),
        ("2020-03", "2020-03", ["2020-03"]),
        ("2016-01", "2017-02", []),
        ("2018-01", "2017-01", []),
    ],
)
def test_a_window_holds_the_marks_of_its_first_to_its_last_month(start, end, months):
    assert [mark.month for mark in breaks.between(start, end)] == months


def test_a_window_over_everything_holds_every_mark_in_time_order():
    assert breaks.between("0001-01", "9999-12") == MARKS


@pytest.mark.parametrize("span", [breaks.APPORTIONED, breaks.CRS_EXCLUDED])
def test_cautioned_stretches_run_forward(span):
    assert periods.gap(*span) > 0
