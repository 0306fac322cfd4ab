"""What became of every link, on the data page and as CSV; and every publication in one of the groups."""

from datetime import date

import pytest

from components.data import fresh
from domain.freshness import CURRENT, NOTHING, UNSEEN, Freshness, Looked
from domain.freshness import freshness as state_of
from domain.listed import DEAD, FAILED, LOADED, OTHER, PAGE, REFUSED, SAME, UNASKED, Listed
from domain.release_calendar import calendar
from domain.source_groups import CONTEXT, GROUPS, LOCAL, NATIONAL, group
from etl.sources import SOURCES
from panels.data import links, overview
from panels.exports import TABLES
from tests.unit.components import walk
from warehouse import serving
from warehouse.builds import Builds
from warehouse.queries import freshness, listed
from warehouse.queries.listed import Account

AT = "2026-11-21T12:00:00+00:00"
PAGE_URL = "https://www.england.nhs.uk/statistics/"
LINKS = (
    Listed("ae_england", PAGE_URL, "", "", PAGE),
    Listed("ae_england", PAGE_URL + "series.xls", "Time series", PAGE_URL, LOADED, "series"),
    Listed("ae_england", PAGE_URL + "copy.xls", "Again", PAGE_URL, SAME, "series", "the same as series.xls"),
    Listed("ae_england", PAGE_URL + "gone.xls", "Gone", PAGE_URL, DEAD, "", "the publisher answered 404"),
    Listed("ae_england", PAGE_URL + "q4.xls", "Quarter 4", PAGE_URL, OTHER, "", "told by its text: quarterly"),
    Listed("ae_england", PAGE_URL + "bad.xls", "March", PAGE_URL, REFUSED, "2019-03", "found x; expected y."),
    Listed("ae_england", PAGE_URL + "late.xls", "=April", PAGE_URL, FAILED, "", "the publisher answered 503"),
    Listed("ae_england", PAGE_URL + "words.pdf", "Words", PAGE_URL, UNASKED, "", "a document (.pdf), not figures"),
)


@pytest.fixture
def kept(monkeypatch, tmp_path):
    builds = Builds(tmp_path)
    listed.keep(builds, {"ae_england": Account(AT, LINKS)})
    monkeypatch.setattr(serving, "builds", lambda: builds)


def test_the_words_count_every_outcome_and_the_table_lists_what_was_not_loaded(demo, kept):
    (told,) = links.accounts(demo)
    assert told.summary.endswith(": 8 links, 1 loaded, 2 to look at")
    assert "1 loaded, 1 same bytes as another link, 1 a page, looked at for links, 1 dead link" in told.words
    assert "1 link of those not asked for leads to a document without figures." in told.words
    assert [row[2] for row in told.left.rows] == ["copy.xls", "gone.xls", "q4.xls", "bad.xls", "late.xls"]
    assert told.left.rows[3] == ("refused", "March", "bad.xls", "March\u00a02019: found x; expected y.")


def test_the_csv_holds_every_link_and_the_table_of_the_page_is_part_of_it(demo, kept):
    (told,) = links.accounts(demo)
    table = TABLES["data-links"](demo, {"source": ["ae_england"]})
    assert table.rows == TABLES["data-links"](demo, {}).rows
    assert table.column("url") == [one.url for one in LINKS]
    assert table.column("why") == [one.words for one in LINKS]
    assert set(table.column("listed_at")) == {AT}
    in_csv = {(row[4], row[8].rsplit("/", 1)[-1]) for row in table.rows}
    assert {(row[0], row[2]) for row in told.left.rows} <= in_csv


@pytest.mark.parametrize("query", [{"source": "nobody"}, {"source": "dtoc_trusts"}])
def test_a_source_without_an_account_has_no_csv(demo, kept, query):
    assert TABLES["data-links"](demo, query) is None


def test_every_source_of_the_registry_is_in_exactly_one_group():
    named = [source for sources in GROUPS.values() for source in sources]
    assert sorted(named) == sorted(source.id for source in SOURCES)
    assert (group("dtoc_england"), group("beds"), group("population")) == (NATIONAL, LOCAL, CONTEXT)


def test_the_overview_lists_every_publication_once_and_says_which_are_not_seen(view):
    names = freshness.names(view)
    waiting = {one.name: one.seen for one in freshness.waiting(view)}
    state = {source: Freshness(CURRENT) for source in names if names[source] not in waiting}
    rows = [row for one in overview.tables(view, list(state.items())) for row in one.rows]
    assert sorted(row[0] for row in rows) == sorted(names.values())
    assert {row[0]: row[2] for row in rows if row[0] in waiting} == {
        name: "nothing loaded" if seen else "not yet seen" for name, seen in waiting.items()
    }
    assert sum(one.names.count(name) for one in overview.absent(view) for name in waiting) >= len(waiting)


def test_a_publication_never_seen_needs_no_look_and_one_that_was_does():
    asked = {"end": "", "ended": "", "looked": Looked(), "today": date(2026, 11, 21)}
    assert state_of(calendar("beds"), **asked, seen=False) == Freshness(UNSEEN)
    assert state_of(calendar("beds"), **asked).state == NOTHING
    assert fresh.said([("Beds", Freshness(NOTHING, step="Run it."))]) == "1 source needs a look."
    two = fresh.steps([("Beds", Freshness(NOTHING, step="Run it.")), ("Trusts", Freshness(NOTHING, step="Run it."))])
    assert walk.words(two[0]) == "Nothing loaded: Beds; Trusts. Run it."
