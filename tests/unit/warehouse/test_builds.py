"""Builds are whole or not there, never change, and one of them is served."""

import threading

import pytest

from warehouse.builds import FILE, Builds, NoSuchBuild, write_manifest
from warehouse.tables import SCHEMA_VERSION


def manifest(name, *, refresh_id="", schema=SCHEMA_VERSION):
    parts = {"created_at": "2026-11-12T09:30:00", "rows": {}, "files": [], "fingerprint": "f", "mode": "live"}
    return {"build": name, "refresh_id": refresh_id, "schema_version": schema, **parts}


def add(builds, name, *, content=b"db", **parts):
    with builds.new(name) as folder:
        (folder / FILE).write_bytes(content)
        write_manifest(folder, manifest(name, **parts))


def names(builds):
    return [build.id for build in builds.all()]


def test_a_build_is_visible_only_when_it_is_whole(tmp_path):
    builds = Builds(tmp_path)
    with builds.new("b1") as folder:
        (folder / FILE).write_bytes(b"half")
        assert names(builds) == []
        with pytest.raises(NoSuchBuild):
            builds.publish("b1")
        write_manifest(folder, manifest("b1"))
    assert names(builds) == ["b1"]
    assert builds.get("b1").file.read_bytes() == b"half"


def test_a_build_that_fails_leaves_nothing(tmp_path):
    builds = Builds(tmp_path)
    with pytest.raises(RuntimeError), builds.new("b1") as folder:
        (folder / FILE).write_bytes(b"half")
        raise RuntimeError
    assert list((tmp_path / "builds").iterdir()) == []


def test_a_build_is_never_written_over(tmp_path):
    builds = Builds(tmp_path)
    add(builds, "b1", content=b"first")
    with pytest.raises(OSError):
        add(builds, "b1", content=b"second")
    assert builds.get("b1").file.read_bytes() == b"first"
    assert [folder.name for folder in (tmp_path / "builds").iterdir()] == ["b1"]


def test_publishing_points_at_a_build_and_rolling_back_points_at_an_earlier_one(tmp_path):
    builds = Builds(tmp_path)
    for name in ("b1", "b2"):
        add(builds, name)
        builds.publish(name)
    assert builds.current().id == "b2"
    builds.publish("b1")
    assert builds.current().id == "b1"
    assert names(builds) == ["b2", "b1"]


@pytest.mark.parametrize("name", ["", "b9", "../b1", "x/../b1", ".", "..", ".new-1", "builds/b1"])
def test_what_is_no_build_cannot_be_published_and_the_pointer_stays(tmp_path, name):
    builds = Builds(tmp_path)
    add(builds, "b1")
    builds.publish("b1")
    with pytest.raises(NoSuchBuild, match="python -m etl builds"):
        builds.publish(name)
    assert builds.current_id() == "b1"


@pytest.mark.parametrize("pointer", [None, "", "\n", "b9\n", "../../etc\n"])
def test_without_a_build_to_point_at_nothing_is_served(tmp_path, pointer):
    builds = Builds(tmp_path)
    add(builds, "b1")
    if pointer is not None:
        builds.pointer.write_text(pointer)
    assert builds.current() is None
    assert builds.usable() is None


def test_a_build_of_another_schema_version_is_kept_but_not_served(tmp_path):
    builds = Builds(tmp_path)
    add(builds, "old", schema=SCHEMA_VERSION - 1)
    builds.publish("old")
    assert builds.current().id == "old"
    assert builds.usable() is None
    add(builds, "p-new")
    builds.publish("p-new")
    assert builds.usable().id == "p-new"


def test_the_builds_of_one_refresh_collapse_to_its_last(tmp_path):
    builds = Builds(tmp_path)
    for name, refresh in (("b1", "r1"), ("b2", "r2"), ("b3", "r2"), ("b4", "r2")):
        add(builds, name, refresh_id=refresh)
    builds.publish("b4")
    builds.prune(keep=12, refresh_id="r2")
    assert names(builds) == ["b4", "b1"]


def test_the_newest_builds_are_kept_and_the_older_ones_dropped(tmp_path):
    builds = Builds(tmp_path)
    for number in range(6):
        add(builds, f"b{number}", refresh_id=f"r{number}")
    builds.publish("b5")
    builds.prune(keep=3, refresh_id="r5")
    assert names(builds) == ["b5", "b4", "b3"]


def test_the_build_that_is_served_is_never_dropped(tmp_path):
    builds = Builds(tmp_path)
    for number in range(4):
        add(builds, f"b{number}", refresh_id="r1")
    builds.publish("b0")
    builds.prune(keep=1, refresh_id="r1")
    assert names(builds) == ["b3", "b0"]
    assert builds.current().id == "b0"


def test_what_an_interrupted_run_left_is_swept_and_builds_stay(tmp_path):
    builds = Builds(tmp_path)
    add(builds, "b1")
    left = tmp_path / "builds" / ".new-abc"
    left.mkdir()
    (left / FILE).write_bytes(b"half")
    assert names(builds) == ["b1"]
    builds.sweep()
    assert [folder.name for folder in (tmp_path / "builds").iterdir()] == ["b1"]


def test_a_build_that_was_half_dropped_does_not_stop_the_others(tmp_path):
    builds = Builds(tmp_path)
    for name in ("b1", "b2"):
        add(builds, name)
    builds.get("b1").file.unlink()
    assert names(builds) == ["b2"]


def test_a_reader_of_the_pointer_always_sees_a_whole_name(tmp_path):
    builds = Builds(tmp_path)
    for name in ("b1", "b2"):
        add(builds, name)
    builds.publish("b1")
    seen, stop = set(), threading.Event()

    def read():
        while not stop.is_set():
            seen.add(builds.current_id())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for turn in range(60):
            builds.publish(f"b{turn % 2 + 1}")
    finally:
        stop.set()
        reader.join()
    assert seen
    assert seen <= {"b1", "b2"}


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"text"', "\x00"])
def test_a_damaged_note_is_no_note(tmp_path, content):
    builds = Builds(tmp_path)
    (tmp_path / "refresh.json").write_text(content)
    assert builds.status() == {}


def test_a_note_is_replaced_whole_and_nothing_else_is_left(tmp_path):
    builds = Builds(tmp_path / "live")
    assert builds.status() == {}
    builds.write_note("refresh.json", {"doing": "looking", "about": "caf\u00e9"})
    builds.write_note("refresh.json", {"doing": "done"})
    assert builds.status() == {"doing": "done"}
    assert [file.name for file in (tmp_path / "live").iterdir()] == ["refresh.json"]
