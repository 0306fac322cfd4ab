"""What is held of every source: months, dates of issue, files."""

from datetime import date

import pytest

from etl.sources import SOURCES
from tests.spec.tiny import councils, emergency, population, warehouse
from warehouse.queries import freshness

JANUARY = "period | nhs | ons | name | value\n2018-01 | DM01 | E10999001 | Alder | 31"
MARCH = JANUARY.replace("2018-01", "2018-03")


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(
        tmp_path_factory.mktemp("fresh"),
        *councils(JANUARY, published="2018-03-08", current=False),
        *councils(JANUARY, published="2018-03-08", revised="2018-12-13"),
        *councils(MARCH, published="2018-05-10"),
        *emergency("period | measure | value\n2018-04 | emergency_admissions | 500000", published="2018-05-10"),
        *population("year | ons | age | value\n2017 | E10999001 | 18 | 5"),
    )


def test_sources_without_files_are_not_listed_and_the_others_in_the_order_of_the_registry(view):
    assert list(freshness.held(view)) == ["ae_england", "population", "dtoc_councils"]


def test_a_monthly_source_says_from_when_to_when_and_how_it_was_issued(view):
    held = freshness.held(view)["dtoc_councils"]
    assert (held.start, held.end, held.ended) == ("2018-01", "2018-03", "2020-02")
    assert (held.published, held.revised, held.vintage) == (date(2018, 5, 10), date(2018, 12, 13), date(2018, 12, 13))
    assert (held.files, held.current_files, held.facts) == (3, 2, 3)
    assert held.file_name == "LA-Type-B-2018-03.xls"
    assert held.publisher == "NHS England"
    assert held.landing.startswith("https://www.england.nhs.uk/")


def test_a_source_that_prints_no_dates_has_the_day_of_retrieval_as_vintage(view):
    held = freshness.held(view)["population"]
    assert (held.published, held.revised, held.vintage) == (None, None, date(2026, 11, 1))
    assert str(held.loaded_at) == "2026-11-01 12:00:00"


def test_files_come_newest_release_first_and_the_current_version_before_the_older(view):
    found = [(file.release, file.is_current, file.revised) for file in freshness.files(view, "dtoc_councils")]
    assert found == [
        ("2018-03", True, None),
        ("2018-01", True, date(2018, 12, 13)),
        ("2018-01", False, None),
    ]
    assert freshness.files(view, "dtoc_england") == ()


def test_the_file_of_a_figure_can_be_looked_up(view):
    first = freshness.files(view, "ae_england")[0]
    assert freshness.file(view, first.snapshot_id) == first
    assert len(first.sha256) == 64
    assert freshness.file(view, "no such file") is None


def test_the_demonstration_holds_every_source(demo):
    held = freshness.held(demo)
    assert list(held) == [source.id for source in SOURCES]
    assert {source for source, row in held.items() if not row.seen} == {
        *("discharge_ready_date", "dtoc_trusts", "dtoc_extracts", "organisation_changes"),
    }
    assert (held["ae_providers"].files, held["ae_providers"].current_files) == (48, 48)
    assert (held["dtoc_councils"].files, held["dtoc_councils"].current_files) == (48, 48)
    assert {source: row.end for source, row in held.items()} == {
        "dtoc_england": "2019-03",
        "ae_england": "2019-03",
        "population": "2018-06",
        "ascof": "2019-03",
        "boundaries": "2019-01",
        "discharge_acute": "2023-03",
        "discharge_community": "2023-03",
        "organisations": "2001-04",
        "organisation_changes": "2017-09",
        "ae_providers": "2019-03",
        "dtoc_councils": "2019-03",
        "discharge_ready_date": "2024-08",
        "beds": "2019-03",
        "dtoc_trusts": "2019-03",
        "dtoc_extracts": "2019-03",
    }
