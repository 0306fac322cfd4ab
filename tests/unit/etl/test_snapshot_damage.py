"""The raw store after an interruption or damage, and the ledger of what each address last answered."""

import json
import threading
from datetime import timedelta

import pytest

from etl.fetch import Fetched
from etl.snapshot import RawStore, replace_file
from etl.source import Candidate
from tests.unit.etl.test_snapshot import ID, NOW, URL, keep


def test_half_written_folders_are_swept_and_nothing_else(tmp_path):
    store = RawStore(tmp_path)
    kept, _ = keep(store)
    half = tmp_path / "raw" / ID / ".new-abc"
    half.mkdir()
    (half / "LA.xls").write_bytes(b"half")
    store.sweep()
    assert not half.exists()
    assert kept.file.read_bytes() == b"bytes"


def test_a_half_written_folder_is_never_listed(tmp_path):
    store = RawStore(tmp_path)
    keep(store)
    half = tmp_path / "raw" / ID / ("f" * 64)
    half.mkdir()
    (half / "LA.xls").write_bytes(b"half")
    assert len(store.snapshots(ID)) == 1
    assert store.get(ID, "f" * 64) is None


def test_bytes_whose_provenance_was_lost_can_be_kept_again(tmp_path):
    store = RawStore(tmp_path)
    kept, _ = keep(store)
    (kept.file.parent / "provenance.json").unlink()
    again, _ = keep(store)
    assert again.file.read_bytes() == b"bytes"


def test_nothing_is_held_of_a_source_never_asked(tmp_path):
    assert RawStore(tmp_path).snapshots("population") == []
    assert RawStore(tmp_path).ledger("population") == {}


def test_the_ledger_remembers_what_an_address_answered(tmp_path):
    store = RawStore(tmp_path)
    kept, _ = keep(store)
    store.save_ledger(ID)
    assert RawStore(tmp_path).ledger(ID) == {
        URL: {
            "sha256": kept.sha256,
            "etag": '"tag"',
            "last_modified": "Thu, 13 Dec 2018 09:30:00 GMT",
            "asked_at": "2026-11-21T12:00:00+00:00",
        }
    }


@pytest.mark.parametrize("damage", ["", "{", '{"a": ', "\x00\x00"])
def test_a_damaged_ledger_means_asking_again_and_loses_no_file(tmp_path, damage):
    store = RawStore(tmp_path)
    keep(store)
    store.save_ledger(ID)
    (tmp_path / "raw" / ID / "ledger.json").write_text(damage)
    fresh = RawStore(tmp_path)
    assert fresh.ledger(ID) == {}
    assert len(fresh.snapshots(ID)) == 1


@pytest.mark.parametrize("content", ["[]", '"text"', "null"])
def test_a_ledger_of_another_shape_means_asking_again(tmp_path, content):
    store = RawStore(tmp_path)
    keep(store)
    store.save_ledger(ID)
    (tmp_path / "raw" / ID / "ledger.json").write_text(content)
    assert RawStore(tmp_path).ledger(ID) == {}


@pytest.mark.parametrize(("age", "max_age", "held"), [(6, 7, True), (8, 7, False), (1, 0, False)])
def test_a_copy_is_young_enough_for_as_many_days_as_its_candidate_says(tmp_path, age, max_age, held):
    store = RawStore(tmp_path)
    keep(store)
    found = store.fresh(ID, Candidate(URL, max_age=max_age), NOW + timedelta(days=age))
    assert (found is not None) is held


def test_an_unchanged_answer_makes_a_copy_young_again(tmp_path):
    store = RawStore(tmp_path)
    kept, _ = keep(store)
    later = NOW + timedelta(days=30)
    store.answered(ID, URL, kept.sha256, Fetched(URL, URL, None, '"tag"'), later)
    assert store.fresh(ID, Candidate(URL, max_age=7), later + timedelta(days=1)).sha256 == kept.sha256


def test_a_file_that_is_replaced_is_always_the_old_or_the_new_one(tmp_path):
    file = tmp_path / "ledger.json"
    bodies = [json.dumps({"n": n, "fill": "x" * 100_000}).encode() for n in (1, 2)]
    replace_file(file, bodies[0])
    seen, stop = [], threading.Event()

    def read():
        while not stop.is_set():
            seen.append(file.read_bytes())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for turn in range(60):
            replace_file(file, bodies[turn % 2])
    finally:
        stop.set()
        reader.join()
    assert seen
    assert set(seen) <= set(bodies)
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.json"]


def test_a_replacement_that_fails_leaves_the_old_file_and_no_litter(tmp_path):
    file = tmp_path / "ledger.json"
    replace_file(file, b"old")
    with pytest.raises(TypeError):
        replace_file(file, "text is not bytes")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.json"]
