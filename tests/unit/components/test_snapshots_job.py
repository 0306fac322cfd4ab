"""Packs while they are made: a labelled bar, words for every end, and few words said aloud."""

import dataclasses

import pytest

from components.ids import Ids
from components.snapshots import job
from components.snapshots.job import STEPS, Shown
from exports.jobs import note
from tests.unit.components import walk

IDS = Ids("snapshots")
ONE = Shown("the pack of Quillshire for May", "running", "workbook", "Quillshire", 0, 1, 0, 1, 5, "")
MANY = Shown("packs of all areas for May", "running", "reading", "Oldgate", 18, 73, 18, 18, 73, "")


def _drawn(one):
    return walk.words(job.frame(IDS, one))


def _change(one, **changed):
    return dataclasses.replace(one, **changed)


def test_one_pack_shows_its_steps():
    (bar,) = walk.of(job.frame(IDS, ONE), "Progress")
    (label,) = walk.of(job.frame(IDS, ONE), "Label")
    assert (bar.id, bar.value, bar.max) == (label.htmlFor, "1", "5")
    assert walk.words(label) == walk.properties(bar)["aria-valuetext"] == "Step 2 of 5: writing the workbook"


def test_many_packs_show_how_many_are_made():
    (bar,) = walk.of(job.frame(IDS, MANY), "Progress")
    assert (bar.value, bar.max) == ("18", "73")
    assert "18 of 73 packs made, the last of Oldgate" in _drawn(MANY)
    assert "0 of 73 packs made; reading the figures" in _drawn(_change(MANY, done=0))
    assert "putting them into one file" in _drawn(_change(MANY, done=73, step="archive"))


def test_every_step_of_a_job_has_words():
    assert set(STEPS) == set(note.STEPS)


@pytest.mark.parametrize(
    ("state", "ends", "said", "cancel", "again"),
    [
        ("running", "being made", "You can leave this page", True, False),
        ("stopping", "being made", "It stops after the step that runs now.", False, False),
        ("stopped", "stopped", "It was cancelled. 18 of 73 packs are made and kept", False, True),
        ("failed", "not finished", "The disk is full. 18 of 73 packs are made and kept", False, True),
        ("cut short", "cut short", "The work ended before it was done", False, True),
        ("done", "ready", "18 of 73 packs were made, and 55 were there already.", False, False),
    ],
)
def test_each_state_says_what_it_is_and_what_can_be_done(state, ends, said, cancel, again):
    frame = job.frame(IDS, _change(MANY, state=state, why="The disk is full."))
    assert walk.words(walk.of(frame, "H2")) == f"Packs of all areas for May: {ends}"
    assert said in walk.words(frame)
    shown = {button.id: not button.hidden for button in walk.of(frame, "Button")}
    assert shown == {"snapshots-cancel": cancel, "snapshots-again": again}


def test_nothing_is_drawn_where_there_is_nothing_to_say():
    assert walk.of(job.frame(IDS, None), "H2") == []
    assert walk.of(job.frame(IDS, _change(ONE, state="done", done=1)), "H2") == []
    assert job.aloud(None) == ""


def test_few_words_are_said_aloud_while_many_packs_are_made():
    said = [job.aloud(_change(MANY, done=done)) for done in range(73)]
    assert len(set(said)) == 4
    assert said[0] == "Packs of all areas for May: being made."
    assert said[40] == "Packs of all areas for May: being made. Half of the packs are made."
    assert len({job.aloud(_change(ONE, step=step)) for step in STEPS}) == 1


def test_the_end_is_said_aloud_with_what_can_be_done():
    assert job.aloud(_change(ONE, state="done", done=1)) == "The pack of Quillshire for May: ready."
    assert "Nothing half made can be taken." in job.aloud(_change(ONE, state="cut short"))
    assert job.aloud(_change(MANY, state="stopping")) == "Stopping."
