"""Two builds compared: values that changed, by how much and where; what is new is counted, what is equal left out."""

import json
from datetime import timedelta

import pytest

from domain import status
from etl import changes
from tests.spec.tiny import NOW, councils, emergency, made
from warehouse.builds import Builds, NoSuchBuild
from warehouse.queries import revised
from warehouse.queries.changes import between
from warehouse.reader import View

MARCH = """
    period  | nhs  | ons       | name    | body | value
    2018-03 | DM01 | E10999001 | Alder   | all  | 310
    2018-03 | DM01 | E10999001 | Alder   | nhs  | 200
    2018-03 | DM02 | E10999002 | Birch   | all  | -
    2018-03 | DM03 | E10999003 | Cedar   | all  | 0
    2018-03 |      |           | England | all  | 310
"""
NEXT = MARCH.replace("310", "341").replace("| 200", "| 190").replace("| -", "| 12").replace("| 0", "| 5")
APRIL = MARCH.replace("2018-03", "2018-04")
AE = "period | measure | value\n2018-03 | emergency_admissions | 500000\n2018-04 | emergency_admissions | 510000"


def two(root, *after, before=()):
    first = made(root, *(before or councils(MARCH, published="2018-05-10")))
    second = made(root, *after, refresh_id="r2", now=NOW + timedelta(days=30))
    return first, second


@pytest.fixture
def compared(tmp_path):
    old = councils(MARCH, published="2018-05-10", current=False)
    new = councils(NEXT, published="2018-05-10", revised="2018-12-13")
    return between(*two(tmp_path, *old, *new, *councils(APRIL, published="2018-06-14")))


def test_every_value_that_changed_is_listed_with_its_place_and_by_how_much(compared):
    found = {(one.area_name, one.split): (one.before, one.after, one.change) for one in compared.changed}
    assert found == {
        ("Alder", ""): (310, 341, 31),
        ("Alder", "body nhs"): (200, 190, -10),
        ("Birch", ""): (None, 12, None),
        ("Cedar", ""): (0, 5, 5),
        ("England", ""): (310, 341, 31),
    }


def test_no_percentage_is_given_of_nothing(compared):
    found = {one.area_name: one.change_pct for one in compared.changed if not one.split}
    assert found == {"Alder": pytest.approx(10), "Birch": None, "Cedar": None, "England": pytest.approx(10)}


def test_a_change_names_both_files_and_when_they_were_issued(compared):
    one = compared.changed[0]
    assert (one.release, one.file_before, one.file_after) == (
        "2018-03",
        "LA-Type-B-2018-03.xls",
        "LA-Type-B-2018-032018-12-13.xls",
    )
    assert (str(one.vintage_before), str(one.vintage_after), one.status) == ("2018-05-10", "2018-12-13", status.REVISED)


def test_what_is_new_is_counted_and_not_listed(compared):
    assert [(one.source, one.new, one.gone) for one in compared.counted] == [("dtoc_councils", 5, 0)]
    assert {one.period for one in compared.changed} == {"2018-03"}


def test_what_is_gone_is_counted(tmp_path):
    found = between(*two(tmp_path, *councils(APRIL), before=(*councils(MARCH), *councils(APRIL))))
    assert found.changed == ()
    assert [(one.source, one.new, one.gone) for one in found.counted] == [("dtoc_councils", 0, 5)]


def test_the_same_file_read_another_way_is_compared_value_by_value(tmp_path):
    first, second = two(tmp_path, *councils(MARCH.replace("310", "311"), published="2018-05-10"))
    manifest = {**second.manifest, "files": first.manifest["files"]}  # as though the bytes were the same
    assert between(first, type(second)(second.id, second.folder, manifest)).changed == ()
    other = {**manifest, "reading": "another"}
    assert len(between(first, type(second)(second.id, second.folder, other)).changed) == 2


def test_months_of_a_series_are_compared_one_by_one(tmp_path):
    old, new = emergency(AE, current=False), emergency(AE.replace("510000", "511000"), published="2026-05-14")
    found = between(*two(tmp_path, *old, *new, before=emergency(AE)))
    assert [(one.period, one.change, round(one.change_pct, 3)) for one in found.changed] == [("2018-04", 1000, 0.196)]


def test_a_change_is_said_in_words(compared):
    said = {one.area_name: changes.line(one) for one in compared.changed if not one.split}
    assert said["Alder"] == "Alder, March 2018, delayed days: 310 to 341 days (+31, +10.0 %)"
    assert said["Birch"] == "Birch, March 2018, delayed days: no number to 12 days"
    assert said["Cedar"] == "Cedar, March 2018, delayed days: 0 to 5 days (+5)"


def test_each_form_holds_every_change(compared):
    text, rows, content = (changes.written(compared, form, demonstration=False) for form in ("text", "csv", "json"))
    assert "5 published values changed" in text
    assert len(rows.splitlines()) == 6
    assert len(json.loads(content)["changed"]) == 5


def test_the_build_before_is_compared_where_none_is_named(tmp_path):
    first, second = two(tmp_path, *councils(NEXT))
    builds = Builds(tmp_path)
    assert (changes.compare(builds, "").since, changes.compare(builds, first.id).build) == (first.id, second.id)
    builds.publish(first.id)
    with pytest.raises(NoSuchBuild, match="the oldest that is kept"):
        changes.compare(builds, "")
    with pytest.raises(NoSuchBuild, match="no build 'x'"):
        changes.compare(builds, "x")


def noted(root, *pairs):
    content = [revised.noted(between(*pair)) for pair in pairs]
    Builds(root).write_note(revised.CHANGES, {"build": pairs[0][1].id, "compared": content})


def test_pages_read_what_changed_since_the_last_pack_else_since_the_build_before(tmp_path):
    first, second = two(tmp_path, *councils(NEXT))
    third = made(tmp_path, *councils(NEXT), *councils(APRIL), refresh_id="r3", now=NOW + timedelta(days=60))
    noted(tmp_path, (second, third), (first, third))
    view = View(third)
    found = revised.since(view)
    assert (found.since, found.of_pack, found.total, found.new) == (second.id, False, 0, 5)
    revised.remember_pack(View(first))
    found = revised.since(view)
    assert (found.since, found.of_pack, found.total, found.counts) == (first.id, True, 5, (("dtoc_councils", 5),))
    assert found.largest[0].area in ("Alder", "England")
    revised.remember_pack(view)
    assert revised.since(view)[:3] == (third.id, True, 0)


@pytest.mark.parametrize("note", [{}, {"build": "x", "compared": []}, {"compared": 1}, {"compared": [{"since": "x"}]}])
def test_a_note_that_is_of_another_build_or_damaged_says_nothing(tmp_path, note):
    build = made(tmp_path, *councils(MARCH))
    Builds(tmp_path).write_note(revised.CHANGES, {"build": build.id, **note})
    assert revised.since(View(build)) is None
