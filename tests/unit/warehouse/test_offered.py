"""What may be offered: an indicator waits for a file of every publication that it needs."""

import pytest

from domain.indicators import INDICATOR_BY_ID, Indicator, offered
from tests.spec.tiny import councils, emergency, warehouse
from warehouse.queries import freshness
from warehouse.queries import offered as offers

JANUARY = "period | nhs | ons | name | value\n2018-01 | DM01 | E10999001 | Alder | 31"
ADMISSIONS = "period | measure | value\n2018-01 | emergency_admissions | 500000"
FREE = INDICATOR_BY_ID["dtoc_days"]
WAITS = Indicator("waits", "Waits", "Waits.", "delays", "waits", "days", needs=("dtoc_councils", "ae_england"))


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(tmp_path_factory.mktemp("one"), *councils(JANUARY))


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    return warehouse(tmp_path_factory.mktemp("both"), *councils(JANUARY), *emergency(ADMISSIONS))


def test_an_indicator_is_offered_when_every_publication_that_it_needs_has_loaded():
    assert offered((FREE, WAITS), {"dtoc_councils", "ae_england"}) == (FREE, WAITS)


def test_one_publication_that_has_not_loaded_keeps_it_back():
    assert offered((FREE, WAITS), {"dtoc_councils"}) == (FREE,)


def test_a_build_without_a_file_of_a_source_offers_nothing_from_it(view):
    assert offers.loaded(view) == {"dtoc_councils"}
    assert offers.offered(view, (FREE, WAITS)) == (FREE,)


def test_the_same_list_offers_it_once_files_of_both_have_loaded(both):
    assert offers.offered(both, (FREE, WAITS)) == (FREE, WAITS)


def test_a_file_that_speaks_for_no_release_does_not_count_as_loaded(tmp_path):
    view = warehouse(tmp_path, *councils(JANUARY, current=False), *emergency(ADMISSIONS))
    assert offers.loaded(view) == {"ae_england"}


def test_publications_without_files_wait_and_say_whether_they_have_been_seen(view):
    waiting = {one.source: one for one in freshness.waiting(view)}
    assert "dtoc_councils" not in waiting
    assert waiting["ae_england"].seen is True
    assert freshness.held(view)["dtoc_councils"].seen is True
