"""The shelf keeps within its bound: earlier builds go first, then the longest made; never what is needed."""

import json
import os

import pytest

from exports import archives, library
from exports.choice import choose
from exports.pruning import MONTHS, prune

NAMES = ("Quillshire", "Oldgate", "Saltmarrow", "England")


@pytest.fixture
def shelf(demo, tmp_path):
    """Four packs, made in the order of their names, each with its archive."""
    areas = choose(demo, NAMES, "2018-01")
    for age, one in enumerate(library.make(demo, areas, "2018-01", tmp_path, formats=("csv",))):
        kept = library.get(tmp_path, one.code, "2018-01")
        archives.one(kept)
        os.utime(kept.path / "manifest.json", (age, age))
    return tmp_path


def _names(shelf):
    return {kept.name for kept in library.listed(shelf)}


def _is_of(shelf, name, build):
    (kept,) = [one for one in library.listed(shelf) if one.name == name]
    file = kept.path / "manifest.json"
    times = file.stat().st_mtime_ns
    file.write_text(json.dumps({**json.loads(file.read_text()), "build": build}))
    os.utime(file, ns=(times, times + 1))


def test_a_shelf_within_its_bound_keeps_everything(shelf, demo):
    prune(shelf, keep=4, build=demo.id, needed=())
    assert _names(shelf) == set(NAMES)


def test_what_was_made_longest_ago_goes_first_with_its_archive(shelf, demo):
    prune(shelf, keep=2, build=demo.id, needed=())
    assert _names(shelf) == {"Saltmarrow", "England"}
    assert len(list(shelf.glob(".*.zip"))) == 2
    assert not list(shelf.glob(".gone-*"))


def test_packs_of_earlier_builds_go_before_older_ones_of_this_build(shelf, demo):
    _is_of(shelf, "England", "an-earlier-build")
    prune(shelf, keep=3, build=demo.id, needed=())
    assert _names(shelf) == {"Quillshire", "Oldgate", "Saltmarrow"}


def test_what_is_needed_stays_and_takes_room(shelf, demo):
    (quillshire,) = [one.path.name for one in library.listed(shelf) if one.name == "Quillshire"]
    prune(shelf, keep=3, build=demo.id, needed={quillshire, "E1-2018-01"})
    assert _names(shelf) == {"Quillshire", "England"}
    prune(shelf, keep=1, build=demo.id, needed={quillshire, "E1-2018-01"})
    assert _names(shelf) == {"Quillshire"}


def test_a_folder_with_anything_else_in_it_is_never_touched(shelf, demo):
    (quillshire,) = [one.path for one in library.listed(shelf) if one.name == "Quillshire"]
    (quillshire / "minutes.docx").write_text("mine")
    (shelf / "notes").mkdir()
    prune(shelf, keep=1, build=demo.id, needed={"E1-2018-01"})
    assert (quillshire / "minutes.docx").read_text() == "mine"
    assert (shelf / "notes").is_dir()


def test_what_a_killed_run_left_is_swept(shelf, demo):
    (shelf / ".gone-E1-2018-01").mkdir()
    (shelf / ".all-2018-01.zip-abc").write_bytes(b"half")
    prune(shelf, keep=4, build=demo.id, needed=())
    assert not list(shelf.glob(".gone-*"))
    assert not list(shelf.glob(".all-*"))


def test_a_few_archives_of_whole_months_are_kept_the_latest_made(shelf, demo):
    packs = library.listed(shelf)[:1]
    for age, month in enumerate(("2018-03", "2017-01", "2018-01", "2016-01")):
        file = archives.whole_month(shelf, month, demo.id, packs)
        os.utime(file, (age, age))
    prune(shelf, keep=4, build=demo.id, needed=())
    assert {one.month for one in archives.months(shelf)} == {"2017-01", "2018-01", "2016-01"}
    assert len(archives.months(shelf)) == MONTHS
