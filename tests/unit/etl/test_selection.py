"""Which file speaks for a month: the one issued last, as long as it loses nothing."""

from datetime import date

import pytest

from etl.selection import current as only_current
from etl.selection import select
from etl.sources import ae_england, dtoc_councils, population
from tests.unit.etl.releases import current, release

TODAY = date(2018, 8, 15)
JULY, OCTOBER, DECEMBER = date(2018, 7, 12), date(2018, 10, 11), date(2018, 12, 13)


def choose(*releases, source=dtoc_councils.SOURCE, before=(), today=TODAY):
    return select(source, releases, before=frozenset(before), today=today)


def test_a_month_with_one_file_has_that_file():
    marked, messages = choose(release("a", "2018-04"), release("b", "2018-05"))
    assert current(marked) == ["a", "b"]
    assert messages == []


@pytest.mark.parametrize(
    "older",
    [
        release("old", published=JULY),
        release("old", published=JULY, revised=OCTOBER),
        release("old", published=date(2018, 12, 12)),
        release("old"),
    ],
)
def test_the_version_revised_last_wins_and_both_are_kept(older):
    revised = release("new", published=JULY, revised=DECEMBER)
    for order in ([older, revised], [revised, older]):
        marked, _ = choose(*order)
        assert current(marked) == ["new"]
        assert sorted(item.snapshot.sha256 for item in marked) == ["new", "old"]
        assert [item.snapshot.sha256 for item in only_current(marked)] == ["new"]


def test_a_version_published_again_later_wins_without_the_word_revised():
    marked, _ = choose(release("a", published=JULY), release("b", published=OCTOBER))
    assert current(marked) == ["b"]


def test_a_revision_of_what_was_in_use_is_noted_with_its_date():
    marked, (message,) = choose(release("a", published=JULY), release("b", revised=DECEMBER), before=["a"])
    assert current(marked) == ["b"]
    assert message.level == "note"
    assert "May 2018 was revised: issued 13 December 2018" in message.text


def test_a_revision_that_is_in_use_already_is_not_news():
    _, messages = choose(release("a", published=JULY), release("b", revised=DECEMBER), before=["b"])
    assert messages == []


def test_the_vintage_is_the_later_of_revised_and_published_and_else_the_day_of_retrieval():
    assert release("a", published=JULY, revised=DECEMBER).vintage == DECEMBER
    assert release("a", published=DECEMBER, revised=JULY).vintage == DECEMBER
    assert release("a", retrieved="2026-11-01").vintage == date(2026, 11, 1)


def test_of_two_files_of_a_series_the_one_issued_last_is_the_series():
    may = release("may", "series", published=date(2018, 6, 14), end="2018-05")
    june = release("june", "series", published=JULY, end="2018-06")
    marked, messages = choose(june, may, source=ae_england.SOURCE)
    assert current(marked) == ["june"]
    assert messages == []


def test_of_two_files_of_a_series_issued_on_one_day_the_longer_one_is_the_series():
    short = release("short", "series", published=JULY, end="2018-05")
    longer = release("long", "series", published=JULY, end="2018-06")
    marked, messages = choose(short, longer, source=ae_england.SOURCE)
    assert current(marked) == ["long"]
    assert messages == []


def test_population_goes_by_the_day_of_retrieval_since_answers_print_no_date():
    first = release("first", "2017", start="2017-06", retrieved="2018-06-01")
    again = release("again", "2017", start="2017-06", retrieved="2018-08-01")
    marked, messages = choose(again, first, source=population.SOURCE)
    assert current(marked) == ["again"]
    assert messages == []


def test_years_of_population_stand_side_by_side():
    marked, _ = choose(
        release("a", "2016", start="2016-06"), release("b", "2017", start="2017-06"), source=population.SOURCE
    )
    assert current(marked) == ["a", "b"]
