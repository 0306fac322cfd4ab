"""Small files of the data folder that were damaged cost work at most; never the figures, never a stack trace."""

import json
from pathlib import Path

import pytest

from etl import publishing
from tests.faults.figures import errors, only_in, whole
from tests.faults.refreshing import copy_of, from_folder
from warehouse.builds import Builds
from warehouse.reader import Reader

NO_TEXT = b"\xff\xfe\x00garbage"
GONE = None  # the file is not there any more


@pytest.fixture
def root(demo_root, tmp_path):
    return copy_of(demo_root, tmp_path / "demo")


def damage(file: Path, body: bytes | None) -> None:
    file.unlink() if body is None else file.write_bytes(body)


def refreshed_well(root, demo_site, demo_root):
    code, _, told = from_folder(root, demo_site)
    assert (code, errors(told)) == (0, [])
    assert only_in(root, demo_root) == only_in(demo_root, root) == []
    assert whole(root)


NO_POINTER = (GONE, b"", b"no-such-build\n", b"../raw\n")


@pytest.mark.parametrize("body", [*NO_POINTER, NO_TEXT])
def test_a_lost_or_damaged_pointer_is_mended_by_the_next_refresh(root, demo_site, demo_root, body):
    damage(root / "CURRENT", body)
    refreshed_well(root, demo_site, demo_root)


@pytest.mark.parametrize("body", [*NO_POINTER, NO_TEXT])
def test_a_lost_or_damaged_pointer_shows_no_figures_and_no_error(root, body):
    damage(root / "CURRENT", body)
    assert Reader(root).view() is None
    assert Builds(root).current() is None


def test_a_reader_recovers_when_the_pointer_does(root):
    reader, pointer = Reader(root), root / "CURRENT"
    good = pointer.read_bytes()
    assert reader.view() is not None
    pointer.write_bytes(b"no-such-build\n")
    assert reader.view() is None
    pointer.write_bytes(good)
    assert reader.view().id == good.decode().strip()


@pytest.mark.parametrize("body", [b"", b"{}", NO_TEXT, GONE])
def test_a_damaged_manifest_of_the_current_build_is_survived(root, demo_site, demo_root, body):
    damage(Builds(root).current().folder / "manifest.json", body)
    refreshed_well(root, demo_site, demo_root)


@pytest.mark.parametrize("body", [b"{}", b"", b"[]", GONE])
def test_a_damaged_manifest_shows_no_figures_and_no_error(root, body):
    damage(Builds(root).current().folder / "manifest.json", body)
    assert Reader(root).view() is None


def test_a_damaged_manifest_of_an_old_build_is_survived(root, demo_site, demo_root):
    old = root / "builds" / "20190101T000000000-00000000"
    old.mkdir()
    (old / "manifest.json").write_bytes(b"{")
    (old / "warehouse.duckdb").write_bytes(b"")
    (root / publishing.SEEN).unlink()
    refreshed_well(root, demo_site, demo_root)


def test_a_damaged_warehouse_file_is_made_anew(root, demo_site, demo_root):
    Builds(root).current().file.write_bytes(b"no warehouse")
    refreshed_well(root, demo_site, demo_root)


@pytest.mark.parametrize("body", [GONE, b"", b"{", b'{"https://www.england.nhs.uk/": {}}', NO_TEXT, b"[]", b"null"])
def test_a_damaged_ledger_is_survived(root, demo_site, demo_root, body):
    for ledger in root.glob("raw/*/ledger.json"):
        damage(ledger, body)
    refreshed_well(root, demo_site, demo_root)


def test_a_ledger_whose_entries_lost_their_parts_is_survived(root, demo_site, demo_root):
    for file in root.glob("raw/*/ledger.json"):
        file.write_text(json.dumps(dict.fromkeys(json.loads(file.read_text()), {})))
    refreshed_well(root, demo_site, demo_root)


@pytest.mark.parametrize("name", [publishing.SEEN, "refresh.json"])
@pytest.mark.parametrize("body", [b"[]", b"{}", NO_TEXT])
def test_damaged_notes_are_survived(root, demo_site, demo_root, name, body):
    damage(root / name, body)
    refreshed_well(root, demo_site, demo_root)


@pytest.mark.parametrize("body", [b"", b"{}", GONE])
def test_a_damaged_provenance_is_survived(root, demo_site, demo_root, body):
    damage(min(root.glob("raw/dtoc_councils/*/provenance.json")), body)
    (root / publishing.SEEN).unlink()
    refreshed_well(root, demo_site, demo_root)
