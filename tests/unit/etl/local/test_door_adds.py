"""Rows that are added to a sheet of the record: they stand beside those held, and each can be taken back by itself."""

import json
from datetime import timedelta

import pytest

from etl.local import door
from etl.local.journal import Journal
from etl.local.template import workbook
from etl.problems import FileRefused
from tests.unit.etl.local.sheets import ABOUT, ROWS, book
from tests.unit.etl.local.test_door import NOW, root
from warehouse.queries.local import record
from warehouse.reader import Reader

__all__ = ["root"]
PLACE = ABOUT.place_id
HEAD = "Decision no.,Scheme,State,Decision,Date,Reason,Alternative,Review,By"


def one(name, decision="stop", state="decided"):
    line = f'{name},S1,{state},{decision},2019-05-16,"Numbers, as read",Go on,2019-11,the board'
    return f"{HEAD}\r\n{line}\r\n".encode()


def add(root, data, *, at, name="decisions-form.csv", **more):
    return door.accept(root, data, name, now=NOW + timedelta(minutes=at), about=ABOUT, adds=True, **more)


@pytest.fixture
def held(root):
    door.accept(root, book(), "book.xlsx", now=NOW)
    return root


def decisions(root):
    return {one.decision_id: one for one in record.decisions(Reader(root).view(), PLACE)}


def test_a_row_stands_beside_those_held_and_says_which_upload_it_came_with(held):
    kept = add(held, one("D2"), at=1)
    assert kept.counts == {"added": 1, "changed": 0, "removed": 0}
    found = decisions(held)
    assert (found["D1"].came_alone, found["D2"].came_alone) == ("", kept.id)
    assert Journal(held).file(kept.id).read_bytes() == one("D2")


def test_an_earlier_row_can_be_taken_back_while_a_later_one_stays(held):
    first = add(held, one("D2"), at=1)
    add(held, one("D3"), at=2)
    door.undo(held, first.id, NOW)
    assert set(decisions(held)) == {"D1", "D3"}


def test_a_proposal_that_is_decided_is_a_change_and_its_undo_brings_the_proposal_back(held):
    checked = door.check(held, one("D1"), "decisions.csv", about=ABOUT, adds=True)
    (found,) = checked.differences
    assert (found.added, found.removed, found.same) == ((), (), 0)
    assert ("State", "proposed", "decided") in found.changed[0].fields
    kept = add(held, one("D1"), at=1, base=checked.base)
    assert decisions(held)["D1"].decision == "stop"
    door.undo(held, kept.id, NOW)
    assert (decisions(held)["D1"].state, decisions(held)["D1"].decision) == ("proposed", "change")


def test_a_whole_sheet_that_comes_later_takes_the_place_of_rows_that_were_added(held):
    add(held, one("D2"), at=1)
    rows = {"decisions": (*ROWS["decisions"], {**ROWS["decisions"][0], "decision_id": "D2"})}
    checked = door.check(held, workbook(ABOUT, rows), "book.xlsx")
    assert [len(one.changed) for one in checked.differences] == [1]
    door.accept(held, workbook(ABOUT, rows), "book.xlsx", now=NOW + timedelta(minutes=2))
    assert decisions(held)["D2"].came_alone == "", "taking the first upload back would not take this row back"
    gone = door.check(held, workbook(ABOUT, {"decisions": ROWS["decisions"]}), "book.xlsx").differences
    assert [one.removed for one in gone] == [("D2",)]


@pytest.mark.parametrize("sheet", ["schemes", "observations", "links"])
def test_only_rows_that_nothing_refers_to_can_be_added(held, sheet):
    with pytest.raises(FileRefused, match=f"rows of '{sheet}' to add"):
        door.check(held, workbook(ABOUT, {sheet: ROWS[sheet]}), "book.xlsx", adds=True)


def test_a_row_about_an_unknown_scheme_is_refused_with_its_cell(held):
    (error,) = door.check(held, one("D2").replace(b"S1", b"S9"), "decisions.csv", about=ABOUT, adds=True).errors
    assert (error.sheet, error.cell, error.found) == ("decisions", "B2", "'S9'")
    with pytest.raises(door.NotAccepted):
        add(held, one("D2").replace(b"S1", b"S9"), at=1)


def test_an_upload_that_was_kept_before_rows_could_be_added_still_replaces_its_sheets(held):
    (kept,) = Journal(held).all()
    file = Journal(held).folder / kept.id / "upload.json"
    said = json.loads(file.read_text("utf-8"))
    del said["adds"]
    file.write_text(json.dumps(said), "utf-8")
    assert Journal(held).all() == [kept]
