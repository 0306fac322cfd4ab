"""Builds are listed, an earlier one is served again with one command, and a refresh without news leaves it so."""

import json
import shutil

import pytest

from etl.cli import run
from tests.faults.figures import only_in
from tests.faults.refreshing import copy_of, from_folder
from tests.faults.workbooks import edited, held, offer
from warehouse.builds import Builds
from warehouse.reader import Reader


@pytest.fixture
def two(demo_root, demo_site, tmp_path, monkeypatch):
    """A data folder with two builds; the folder, the older build, the newer one, and the publications."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    root = copy_of(demo_root, tmp_path / "data" / "demo")
    site = shutil.copytree(demo_site, tmp_path / "site")
    offer(
        site, "LA-Type-B-January-2019-revised.xlsx", edited(held(site).read_bytes(), days=7, revised="13th June 2019")
    )
    before = Builds(root).current_id()
    assert from_folder(root, site)[0] == 0
    return root, before, Builds(root).current_id(), site


def test_builds_are_listed_newest_first_with_the_one_that_is_served(two, capsys):
    _, older, newer, _ = two
    assert run(["builds"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(f"* {newer}  ")
    assert second.startswith(f"  {older}  ")
    assert run(["builds", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(build["build"], build["current"]) for build in listed] == [(newer, True), (older, False)]
    assert listed[0]["files"] == listed[1]["files"] + 1


def test_no_build_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    assert run(["builds"]) == 0
    assert capsys.readouterr().out == "no build yet\n"


def test_a_rollback_is_seen_by_an_open_reader_and_can_be_undone(two, demo_root, capsys):
    root, older, newer, _ = two
    reader = Reader(root)
    assert reader.view().id == newer
    assert run(["rollback", older]) == 0
    assert capsys.readouterr().out == (
        f"serving {older}; before: {newer}. 'python -m etl rollback {newer}' undoes this.\n"
    )
    assert reader.view().id == older
    assert only_in(root, demo_root) == []
    assert run(["rollback", newer, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"current": newer, "before": older}
    assert reader.view().id == newer


def test_a_refresh_without_news_leaves_a_rollback_as_it_is(two):
    root, older, _, site = two
    assert run(["rollback", older]) == 0
    code, report, _ = from_folder(root, site)
    assert (code, report.builds) == (0, [])
    assert Builds(root).current_id() == older


def test_a_build_that_is_not_there_is_not_served(two, capsys):
    root, _, newer, _ = two
    for name in ("no-such-build", "..", "../demo", "", ".", "CURRENT"):
        assert run(["rollback", name]) == 2
        said = f"there is no build '{name}'; 'python -m etl builds' lists those that are kept\n"
        assert capsys.readouterr().err == said
    assert Builds(root).current_id() == newer


def test_a_first_rollback_names_no_build_before_that_never_was(two, capsys):
    root, older, _, _ = two
    (root / "CURRENT").unlink()
    assert run(["rollback", older]) == 0
    assert "rollback None" not in capsys.readouterr().out
