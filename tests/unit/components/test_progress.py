"""A refresh in words and bars, in each state that it can be in."""

import pytest

from components import progress
from tests.unit.components import walk


def _source(state="fetching", found=10, fetched=4):
    return {"state": state, "found": found, "fetched": fetched}


def test_nothing_has_run_yet():
    assert walk.words(progress.draw({})) == "No refresh has run yet."


def test_a_running_refresh_has_a_labelled_bar_for_each_source():
    drawn = progress.draw({"doing": "fetching", "builds": ["a"], "sources": {"one": _source(), "two": _source()}})
    bars, labels = walk.of(drawn, "Progress"), walk.of(drawn, "Label")
    assert [label.htmlFor for label in labels] == [bar.id for bar in bars] == ["progress-one", "progress-two"]
    assert [(bar.value, bar.max) for bar in bars] == [("4", "10")] * 2
    assert "fetching files. 1 build has been published by it" in walk.words(drawn)
    assert "one: fetching, 4 of 10 files" in walk.words(drawn)


@pytest.mark.parametrize(("found", "fetched"), [(0, 0), (1, 1)])
def test_a_bar_is_never_of_length_nought(found, fetched):
    drawn = progress.draw({"doing": "looking", "sources": {"one": _source("waiting", found, fetched)}})
    (bar,) = walk.of(drawn, "Progress")
    assert int(bar.max) >= 1
    assert int(bar.value) <= int(bar.max)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (0, "everything was refreshed"),
        (3, "some files could not be refreshed; their last good data are kept"),
        (4, "nothing could be published"),
    ],
)
def test_a_finished_refresh_says_how_it_ended_and_when(code, said):
    drawn = progress.draw({"finished_at": "2026-11-21T12:00:00.123+00:00", "exit_code": code, "sources": {}})
    assert walk.words(drawn) == f"The last refresh ended on 21\u00a0November\u00a02026 at 12:00\u00a0UTC: {said}."
    assert not walk.of(drawn, "Progress")


def test_an_interrupted_refresh_says_what_becomes_of_its_files():
    drawn = progress.draw({"finished_at": "2026-11-21T12:00:00+00:00", "doing": "interrupted", "sources": {}})
    assert "was interrupted; what it had fetched is used by the next one" in walk.words(drawn)


@pytest.mark.parametrize("doing", progress.DOING)
def test_each_stage_has_words(doing):
    assert progress.DOING[doing] in walk.words(progress.draw({"doing": doing, "sources": {}}))
