"""A refresh that finds nothing new reads nothing and publishes nothing; what was lost is asked for or read again."""

import csv
import shutil

import pytest

from etl import layout, publishing, refresh
from etl.pool import Pool
from etl.sources import SOURCES
from tests.faults.figures import errors, only_in, whole
from tests.faults.refreshing import copy_of, from_folder
from warehouse import schema, tables
from warehouse.builds import Builds


@pytest.fixture
def root(demo_root, tmp_path):
    return copy_of(demo_root, tmp_path / "demo")


@pytest.fixture
def read(monkeypatch):
    """Every file that is handed to the reader."""
    files = []

    class Tally(Pool):
        def read(self, tasks):
            files.extend(task.file for task in tasks)
            return super().read(tasks)

    monkeypatch.setattr(refresh, "Pool", Tally)
    return files


def everything(root):
    """Name, size and time of change of all raw files and builds."""
    return {
        path: (path.stat().st_size, path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file() and path.parent != root and path.name != "ledger.json"
    }


def raw_files(root):
    return {file for file in root.glob("raw/*/*/*") if file.name != "provenance.json"}


def new_files(report):
    return sum(source.new for source in report.sources.values())


def test_nothing_is_read_written_or_published(root, demo_site, read):
    before, current = everything(root), Builds(root).current_id()
    code, report, _ = from_folder(root, demo_site)
    assert (code, report.builds, new_files(report), read) == (0, [], 0, [])
    assert everything(root) == before
    assert Builds(root).current_id() == current


def test_what_was_said_of_the_files_is_said_again(root, demo_site, read):
    (root / publishing.SEEN).unlink()
    first = from_folder(root, demo_site)[2]
    assert read
    read.clear()
    second = from_folder(root, demo_site)[2]
    assert read == []
    assert second == first


def test_a_lost_ledger_costs_a_download_and_nothing_else(root, demo_site, read):
    for ledger in root.glob("raw/*/ledger.json"):
        ledger.unlink()
    before = everything(root)
    code, report, _ = from_folder(root, demo_site)
    assert (code, report.builds, new_files(report), read) == (0, [], 0, [])
    assert everything(root) == before
    assert len(list(root.glob("raw/*/ledger.json"))) == len(SOURCES)


def test_a_lost_memory_of_what_was_read_costs_reading_and_nothing_else(root, demo_site, read):
    (root / publishing.SEEN).unlink()
    code, report, _ = from_folder(root, demo_site)
    assert (code, report.builds) == (0, [])
    assert set(read) == raw_files(root)


def test_a_changed_layout_reads_every_file_again(root, demo_root, demo_site, read, monkeypatch, tmp_path):
    folder = shutil.copytree(layout.FOLDER, tmp_path / "layouts")
    file = folder / "dtoc_councils.csv"
    rows = list(csv.reader(file.read_text("utf-8").splitlines()))
    file.write_text(file.read_text("utf-8") + ",".join(rows[-1]) + "\n", "utf-8")
    monkeypatch.setattr(layout, "FOLDER", folder)
    code, report, _ = from_folder(root, demo_site)
    assert (code, len(report.builds)) == (0, 1)
    assert set(read) == raw_files(root)
    assert only_in(root, demo_root) == only_in(demo_root, root) == []


def test_a_build_of_another_version_of_the_product_is_made_anew_from_the_raw_files(
    root, demo_root, demo_site, read, monkeypatch
):
    monkeypatch.setattr(tables, "SCHEMA_VERSION", 1_000)
    monkeypatch.setitem(vars(schema.NATIONAL), "version", 1_000)
    assert Builds(root).usable() is None
    code, report, _ = from_folder(root, demo_site)
    assert (code, len(report.builds), new_files(report)) == (0, 1, 0)
    assert set(read) == raw_files(root)
    assert whole(root)


def test_raw_bytes_that_were_lost_are_fetched_again(root, demo_root, demo_site):
    lost = min(raw_files(root))
    lost.unlink()
    (root / publishing.SEEN).unlink()
    code, _, told = from_folder(root, demo_site)
    assert (code, lost.is_file()) == (0, True), told
    assert only_in(root, demo_root) == only_in(demo_root, root) == []


def test_raw_bytes_that_went_bad_are_fetched_again(root, demo_root, demo_site):
    bad = min(raw_files(root))
    good = bad.read_bytes()
    bad.chmod(0o644)
    bad.write_bytes(good[:1000])
    (root / publishing.SEEN).unlink()
    code, _, told = from_folder(root, demo_site)
    assert (code, bad.read_bytes() == good) == (0, True), told
    assert only_in(root, demo_root) == only_in(demo_root, root) == []


def test_files_that_could_not_be_read_for_a_passing_reason_are_read_again(root, demo_root, demo_site, read):
    (root / publishing.SEEN).unlink()
    (root / "reader.log").unlink(missing_ok=True)
    (root / "reader.log").mkdir()  # readers cannot open their log and end at once, as on a full disk
    assert from_folder(root, demo_site)[0] == 3
    (root / "reader.log").rmdir()
    read.clear()
    code, _, told = from_folder(root, demo_site)
    assert (code, errors(told)) == (0, [])
    assert set(read) == raw_files(root)
    assert only_in(root, demo_root) == only_in(demo_root, root) == []
