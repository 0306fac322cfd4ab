"""A refresh that finds little new reads little and takes the rest over, and ends with what a first load would make."""

import json
import shutil

import pytest

from etl import readings, refresh
from etl.choosing import SEEN
from etl.pool import Pool
from tests.faults import small_site
from tests.faults.figures import errors, whole
from tests.faults.refreshing import copy_of, from_folder
from tests.faults.workbooks import held
from tests.spec.test_carrying import same
from warehouse.builds import Builds

# What comes late, wave by wave: months, the only files with some names, a series.
WAVES = ("LA-Type-B-*-2015", "AE-by-provider", "AE-*-2018", "sitrep-timeseries")


@pytest.fixture
def read(monkeypatch):
    """Every file that is handed to the reader."""
    files = []

    class Tally(Pool):
        def read(self, tasks):
            files.extend(task.file.name for task in tasks)
            return super().read(tasks)

    monkeypatch.setattr(refresh, "Pool", Tally)
    return files


@pytest.fixture
def root(demo_root, tmp_path):
    return copy_of(demo_root, tmp_path / "demo")


@pytest.fixture
def revised(demo_site, tmp_path):
    """The site with one month revised."""
    site = shutil.copytree(demo_site, tmp_path / "site")
    small_site.offer(site, held(site).read_bytes(), 1)
    return site


def as_a_first_load(root, site, folder):
    """The build of a folder that holds the same raw files and nothing else."""
    fresh = folder / "fresh"
    fresh.mkdir()
    shutil.copytree(root / "raw", fresh / "raw")
    assert from_folder(fresh, site)[0] == 0
    return Builds(fresh).current()


@pytest.fixture(scope="module")
def clean(demo_root, demo_site, tmp_path_factory):
    """The build of a first load where one month was revised."""
    folder = tmp_path_factory.mktemp("clean")
    site = shutil.copytree(demo_site, folder / "site")
    small_site.offer(site, held(site).read_bytes(), 1)
    return as_a_first_load(demo_root, site, folder)


def refreshed(root, site):
    code, _, told = from_folder(root, site)
    assert (code, errors(told)) == (0, [])
    assert whole(root)
    return Builds(root).current()


def test_one_revised_month_is_read_alone_and_the_rest_is_taken_over(root, revised, read, clean):
    made = refreshed(root, revised)
    assert read == [held(revised).name]
    assert same(made, clean)


def test_files_that_come_one_after_the_other_make_the_build_of_a_first_load(demo_site, tmp_path):
    root, site = tmp_path / "demo", shutil.copytree(demo_site, tmp_path / "site")
    waves = [{file: file.read_bytes() for file in site.rglob(f"*{name}*")} for name in WAVES]
    for file in (file for wave in waves for file in wave):
        file.unlink()
    from_folder(root, site)
    for wave in waves:
        assert wave
        for file, body in wave.items():
            file.write_bytes(body)
        refreshed(root, site)
    assert same(Builds(root).current(), as_a_first_load(root, site, tmp_path))


def test_a_damaged_build_is_not_built_upon(root, revised, read, clean):
    file = Builds(root).current().file
    body = bytearray(file.read_bytes())
    body[len(body) // 3] ^= 0x10
    file.write_bytes(body)
    made = refreshed(root, revised)
    assert len(read) > 100
    assert same(made, clean)


@pytest.mark.parametrize("body", [b"", b"{}", b"\xff\xfe", "a letter", "a digit", "another kind", "nothing"])
def test_what_was_kept_of_readings_may_be_damaged(root, tmp_path, body):
    shutil.copy(root / readings.NOTE, tmp_path)
    note, seen = tmp_path / readings.NOTE, Builds(root).read_note(SEEN)["seen"]
    assert len(readings.load(Builds(tmp_path), seen)) > 100
    assert readings.load(Builds(tmp_path), "another") == {}
    if isinstance(body, bytes):
        note.write_bytes(body)
    else:
        kept = json.loads(note.read_text("utf-8"))
        files = kept["files"]
        changed = {"a letter": files.replace("Quillshire", "Quellshire", 1), "a digit": files.replace("E10", "E11", 1)}
        kept["files"] = {**changed, "another kind": [1], "nothing": None}[body]
        assert kept["files"] != files
        note.write_text(json.dumps(kept))
    assert readings.load(Builds(tmp_path), seen) == {}


def test_what_was_kept_of_readings_may_be_lost(root, revised, read, clean):
    (root / readings.NOTE).unlink()
    made = refreshed(root, revised)
    assert len(read) > 100
    assert same(made, clean)


def test_bytes_that_went_bad_in_between_are_noticed(root, revised, demo_site):
    bad = min(file for file in root.glob("raw/ae_providers/*/*") if file.name != "provenance.json")
    good = bad.read_bytes()
    bad.chmod(0o644)
    bad.write_bytes(bytes([good[0] ^ 1]) + good[1:])
    code, _, told = from_folder(root, revised)
    assert code == 3
    assert any("damaged on the disk" in text for _, text in errors(told))
    code, _, told = from_folder(root, revised)
    assert (code, errors(told)) == (0, [])
    assert bad.read_bytes() == good


def test_after_going_back_what_the_earlier_build_lacks_is_read_again(root, revised, demo_site, read, tmp_path):
    before = Builds(root).current()
    refreshed(root, revised)
    Builds(root).roll_back(before.id)
    small_site.offer(revised, held(demo_site).read_bytes(), 2)
    read.clear()
    made = refreshed(root, revised)
    assert read == [held(revised).name] * 2, "the newest version, then the one that the earlier build does not hold"
    assert same(made, as_a_first_load(root, revised, tmp_path))


def test_on_request_everything_is_read_again_and_nothing_is_taken_over(root, demo_site, read):
    before = Builds(root).current()
    assert from_folder(root, demo_site)[1].builds == []
    code, report, _ = from_folder(root, demo_site, anew=True)
    assert code == 0
    assert len(read) > 100
    assert report.builds[-1] == Builds(root).current().id != before.id
    assert same(Builds(root).current(), before)
