"""Packs of the version of a day: what they hold, where they lie, and that they say so everywhere."""

import json
from datetime import date

import pytest

from domain.vintages import Vintage, parse
from exports.choice import MonthNotHeld, choose
from exports.library import make
from exports.pack import FORMATS
from exports.writing import contents
from tests.spec.tiny import councils, emergency, england, made, population
from tests.unit.exports import made as reading
from warehouse.builds import Builds
from warehouse.queries.revised import LAST_PACK
from warehouse.reader import View

DAY = Vintage("as_at", date(2018, 6, 1))
MARCH = """
    period  | nhs  | ons       | name    | body | value
    2018-03 | DM01 | E10999001 | Alder   | all  | 310
    2018-03 | DM01 | E10999001 | Alder   | nhs  | 310
    2018-03 |      |           | England | all  | 310
"""


@pytest.fixture
def view(tmp_path):
    build = made(
        tmp_path / "live",
        *councils(MARCH, published="2018-05-10", current=False),
        *councils(MARCH.replace("310", "341"), published="2018-05-10", revised="2018-12-13"),
        *councils(MARCH.replace("2018-03", "2018-04"), published="2018-06-14"),
        *england("period | value\n2018-03 | 341"),
        *emergency("period | measure | value\n2018-03 | emergency_admissions | 5"),
        *population("year | ons | age | value\n2018 | E10999001 | 18 | 20"),
    )
    return View(build)


def days_of(folder):
    rows = reading.rows_of((folder / "headline.csv").read_bytes())
    return next(row for row in rows if row["indicator"] == "dtoc_days")


def test_a_pack_holds_the_version_of_the_day_and_says_so(view, tmp_path):
    at = view.at(DAY)
    (one,) = make(at, choose(at, ["Alder"], "2018-03"), "2018-03", tmp_path / "out")
    folder = tmp_path / "out" / "E10999001-2018-03-as-at-2018-06-01"
    assert one.folder == folder.name
    row = days_of(folder)
    assert (row["value"], row["figures_version"], row["vintage"]) == ("310", "2018-06-01", "2018-05-10")
    assert json.loads((folder / "manifest.json").read_text())["version"] == "2018-06-01"
    assert json.loads((folder / "headline.csv-metadata.json").read_text())["version"] == "2018-06-01"
    book = reading.book_of((folder / "pack.xlsx").read_bytes())
    cells = [str(cell.value) for sheet in book for line in sheet.iter_rows() for cell in line if cell.value]
    assert sum("figures as published by 1 June 2018" in text for text in cells) >= len(book.sheetnames) - 1
    assert any(text.startswith("Figures as published by 1 June 2018: of every file") for text in cells)


def test_it_lies_beside_the_pack_of_the_current_version(view, tmp_path):
    at = view.at(DAY)
    for one in (view, at):
        list(make(one, choose(one, ["Alder"], "2018-03"), "2018-03", tmp_path / "out"))
    assert {row["value"] for row in map(days_of, (tmp_path / "out").glob("E1*"))} == {"310", "341"}
    (again,) = make(at, choose(at, ["Alder"], "2018-03"), "2018-03", tmp_path / "out")
    assert again.state == "kept"


def test_the_current_version_says_final(view, tmp_path):
    list(make(view, choose(view, ["Alder"], "2018-03"), "2018-03", tmp_path / "out"))
    folder = tmp_path / "out" / "E10999001-2018-03"
    assert days_of(folder)["figures_version"] == "final"
    assert json.loads((folder / "manifest.json").read_text())["version"] == "final"


def test_a_month_that_was_not_out_yet_is_refused_with_the_version(view):
    with pytest.raises(MonthNotHeld, match=r"April 2018 is not held for Alder \(E10999001\) as published by 1 June"):
        choose(view.at(DAY), ["Alder"], "2018-04")


def test_packs_of_the_current_version_are_remembered_for_what_is_revised_since(view, tmp_path):
    builds = Builds(tmp_path / "live")
    at = view.at(DAY)
    list(make(at, choose(at, ["Alder"], "2018-03"), "2018-03", tmp_path / "out"))
    assert builds.read_note(LAST_PACK) == {}
    list(make(view, choose(view, ["Alder"], "2018-03"), "2018-03", tmp_path / "out"))
    assert builds.read_note(LAST_PACK) == {"build": view.id}


def test_the_same_build_area_month_and_day_give_the_same_bytes(view):
    from exports.packing import packs

    at = view.at(parse("2018-06-01"))
    one, two = (contents(next(packs(at, choose(at, ["Alder"], "2018-03"), "2018-03")), FORMATS) for _ in range(2))
    assert one == two


@pytest.mark.parametrize("day", ["2018-06", "first", "tomorrow", "2018-02-30"])
def test_the_command_refuses_what_is_no_day(tmp_path, day):
    answer = reading.command(tmp_path, "--area", "Alder", "--month", "2018-03", "--as-at", day)
    assert answer.code == 2
    assert f"'{day}' names no version" in answer.err
