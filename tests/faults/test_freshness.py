"""Freshness through whole refreshes: what looking at the publishers leaves behind, and when the next look is due."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest

from domain.freshness import Looked
from etl import told
from etl.due import due
from etl.fetch.folder import place
from etl.looked import looked_at
from etl.problems import PAGE, UNFETCHED, Message, error
from etl.source import Candidate, Discovery, Parsed
from etl.sources import ae_england
from tests.faults.refreshing import copy_of, from_folder
from tests.spec.tiny import councils, emergency, england, made, outcomes, population, release
from warehouse.builds import STATUS, Builds
from warehouse.queries import freshness
from warehouse.reader import View

NOW = datetime(2026, 5, 20, 9, 30, tzinfo=UTC)
BEFORE = Looked(NOW - timedelta(days=3))
GAVE_NONE = "Nomis gave no year: the source has changed"
FOUND = Discovery((Candidate("https://www.england.nhs.uk/x.xls"),))


@pytest.mark.parametrize(
    ("found", "messages", "expected"),
    [
        (FOUND, [], Looked(NOW)),
        (FOUND, [error("x.xls", "refused")], Looked(NOW)),
        (FOUND, [Message("error", "x.xls", "503", UNFETCHED)], BEFORE),
        (Discovery(()), [error("page", "no answer")], BEFORE),
        (Discovery(()), [Message("error", "page", "gone", PAGE)], Looked(NOW, "gone")),
        (FOUND, [Message("error", "page", "gone", PAGE)], Looked(NOW, "gone")),
        (Discovery(()), [error("x", GAVE_NONE)], Looked(NOW, GAVE_NONE)),
    ],
)
def test_a_look_without_an_answer_is_none_and_a_changed_page_is_remembered(found, messages, expected):
    assert looked_at(BEFORE, found, messages, NOW) == expected


@pytest.fixture
def site(demo_site, tmp_path):
    return shutil.copytree(demo_site, tmp_path / "site", symlinks=True)


def states(root):
    builds = Builds(root)
    return {name: one.state for name, one in freshness.states(View(builds.current()), builds, NOW.date()).items()}


def test_a_landing_page_that_is_gone_or_empty_is_a_changed_page(demo_root, site, tmp_path):
    root = copy_of(demo_root, tmp_path / "demo")
    from_folder(root, site)
    assert freshness.looked(Builds(root))["ae_england"].changed == ""
    page = place(site, ae_england.SOURCE.landing)
    whole = page.read_text()
    for spoil in (page.unlink, lambda: page.write_text("<html><body><p>Moved</p></body></html>")):
        spoil()
        code, _, _ = from_folder(root, site)
        assert code == 3
        assert freshness.looked(Builds(root))["ae_england"].changed
        assert states(root)["ae_england"] == "changed"
    page.write_text(whole)
    assert from_folder(root, site)[0] == 0
    assert freshness.looked(Builds(root))["ae_england"].changed == ""


OTHERS = ("boundaries", "organisations", "ae_providers", "discharge_acute", "discharge_community", "beds")


@pytest.fixture
def root(tmp_path):
    """Figures to March 2026; those of April come out on 14 May. Other publications have none that are awaited."""
    month = "period | nhs | ons | name | value\n2020-02 | DM01 | E10999001 | Alder | 1\n2020-02 | | | England | 1"
    made(
        tmp_path / "live",
        *councils(month),
        *england("period | value\n2020-02 | 1"),
        *emergency("period | measure | value\n2026-03 | emergency_admissions | 5"),
        *population("year | ons | age | value\n2018 | E10999001 | 18 | 20"),
        *outcomes("measure | year | code | value\nfeeling_safe | 2017-18 | E10999001 | 70.1"),
        *(release(source, f"{source}.csv", Parsed("all", source, "2019-01", "2027-01", {})) for source in OTHERS),
    )
    return tmp_path / "live"


def looked(root, when, *, exit_code=0, doing="finished", sources=("ae_england", "population", "ascof", *OTHERS)):
    builds = Builds(root)
    builds.write_note(STATUS, {"doing": doing, "started_at": when.isoformat(), "exit_code": exit_code})
    builds.write_note(freshness.LOOKED, {name: {"at": when.isoformat(), "changed": ""} for name in sources})


def at(day, hour=9, minute=30):
    return datetime(2026, 5, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "now", "expected"),
    [
        (at(12), at(13), False),
        (at(12), at(14, 0, 5), True),  # the day has come
        (at(14), at(14, 10, 0), False),  # asked half an hour ago
        (at(14), at(14, 10, 30), True),
        (at(19), at(19, 11), True),  # late: every hour
        (at(20), at(20, 12), False),  # overdue: every day
        (at(20), at(21), True),
        (at(5), at(13), True),  # nobody looked for more than a week
    ],
)
def test_a_refresh_is_due_when_a_look_could_find_something(root, last, now, expected):
    looked(root, last)
    found = due(root, now)
    assert found.now is expected, found.words
    assert found.words


def test_what_is_not_due_says_when_it_will_be(root):
    looked(root, at(12))
    assert due(root, at(13)).words == "nothing is due; next: ae_england, April 2026, on Thursday 14 May 2026"
    looked(root, at(20))
    assert due(root, at(20, 10)).words == (
        "nothing is due; ae_england will be asked again from 09:30 UTC on Thursday 21 May 2026"
    )


def test_what_is_due_says_why(root):
    looked(root, at(12))
    assert due(root, at(14)).words == "ae_england: out today, April 2026 (due on Thursday 14 May 2026)"


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ({"doing": "interrupted"}, "the last refresh did not end"),
        ({"exit_code": 3}, "something could not be refreshed the last time"),
    ],
)
def test_a_refresh_that_went_wrong_is_done_again(root, kept, words):
    looked(root, at(11), **kept)
    found = due(root, at(13))
    assert (found.now, found.words) == (True, words)


def test_without_a_build_a_refresh_is_due(tmp_path):
    assert due(tmp_path / "live", NOW).now


def test_the_status_tells_the_state_and_the_next_step_of_every_source(root):
    looked(root, at(20))
    found = told.status(Builds(root), at(20))
    assert found["sources"]["ae_england"] == {
        "data_to": "2026-03",
        "state": "overdue",
        "next_month": "2026-04",
        "due": "2026-05-14",
        "step": "Look at the publisher’s page. If another day is announced there, add it to the release calendar.",
    }
    json.dumps(found)
    lines = list(told.lines(found))
    assert "  ae_england: overdue, data to March 2026; April 2026 due 2026-05-14" in lines
    assert any(line.startswith("    next step: Look at the publisher’s page.") for line in lines)
    assert "  dtoc_england: series ended, data to February 2020" in lines


def test_the_status_of_nothing_says_so(tmp_path):
    found = told.status(Builds(tmp_path / "live"), NOW)
    assert next(told.lines(found)) == "live data: no build yet"
