"""Files that may not speak for a month: undecided, shrunk, or of a month that has not begun."""

from datetime import date

import pytest

from etl.sources import ae_england
from tests.unit.etl.releases import current, release
from tests.unit.etl.test_selection import DECEMBER, JULY, choose


@pytest.mark.parametrize("issued", [{"published": JULY}, {"published": JULY, "revised": DECEMBER}, {}])
def test_two_different_files_of_one_date_refuse_that_month_only(issued):
    marked, (message,) = choose(release("a", **issued), release("b", **issued), release("c", "2018-04", **issued))
    assert current(marked) == ["c"]
    assert message.level == "error"
    assert "two different files for May 2018" in message.text
    assert "a.xls" in message.text
    assert "b.xls" in message.text
    assert "the release is left out" in message.text


def test_an_undecided_month_keeps_the_file_that_was_in_use():
    rivals = [release("a", revised=DECEMBER), release("b", revised=DECEMBER)]
    for held in ("a", "b"):
        marked, (message,) = choose(*rivals, before=[held])
        assert current(marked) == [held]
        assert f"{held}.xls stays in use" in message.text


def test_an_undecided_revision_keeps_the_older_version_that_was_in_use():
    rivals = [release("a", revised=DECEMBER), release("b", revised=DECEMBER)]
    marked, (message,) = choose(*rivals, release("first", published=JULY), before=["first"])
    assert current(marked) == ["first"]
    assert "first.xls stays in use" in message.text


def test_an_undated_file_gives_way_to_a_dated_one():
    marked, messages = choose(release("undated"), release("dated", published=JULY))
    assert current(marked) == ["dated"]
    assert messages == []


def test_a_later_version_that_lost_councils_is_refused_and_the_one_before_is_kept():
    marked, (message,) = choose(release("full", published=JULY), release("cut", revised=DECEMBER, councils=146))
    assert current(marked) == ["full"]
    assert (message.level, message.about) == ("error", "cut.xls")
    assert "4 fewer councils" in message.text


def test_a_merger_of_councils_is_no_loss():
    marked, messages = choose(release("full", published=JULY), release("merged", revised=DECEMBER, councils=147))
    assert current(marked) == ["merged"]
    assert messages == []


@pytest.mark.parametrize(("start", "end"), [("2015-04", "2018-04"), ("2016-04", "2018-06")])
def test_a_later_series_that_lost_months_is_refused_and_the_one_before_is_kept(start, end):
    full = release("full", "series", published=JULY, end="2018-05")
    cut = release("cut", "series", published=date(2018, 8, 9), start=start, end=end)
    marked, (message,) = choose(full, cut, source=ae_england.SOURCE)
    assert current(marked) == ["full"]
    assert "fewer months" in message.text


def test_a_month_that_has_not_begun_is_refused_and_the_current_one_is_not():
    begun, future = release("begun", "2018-08"), release("future", "2018-09")
    marked, (message,) = choose(begun, future)
    assert current(marked) == ["begun"]
    assert len(marked) == 1
    assert (message.level, message.about) == ("error", "future.xls")
    assert "September 2018" in message.text


def test_a_series_that_reaches_into_the_future_leaves_the_one_before_in_use():
    good = release("good", "series", published=JULY, end="2018-06")
    typo = release("typo", "series", published=date(2018, 8, 9), end="2028-07")
    marked, _ = choose(good, typo, source=ae_england.SOURCE)
    assert current(marked) == ["good"]
