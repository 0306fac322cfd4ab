"""``python -m exports pack``: what it makes, leaves alone and refuses."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.shared import ROOT
from tests.unit.exports import made
from warehouse.reader import Reader

MONTH = ("--month", "2018-01")


@pytest.fixture(scope="module")
def data_dir(demo_root, tmp_path_factory):
    """A copy of the demonstration data."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(demo_root, folder / "demo")
    return folder


def test_one_pack_by_name_or_by_code_is_the_same(data_dir, tmp_path):
    by_name = made.command(data_dir, "--area", "quillshire", *MONTH, "--out", tmp_path / "a")
    by_code = made.command(data_dir, "--area", "E10999001", *MONTH, "--out", tmp_path / "b")
    assert (by_name.code, by_code.code) == (0, 0)
    assert by_name.out.startswith(f"made: {tmp_path / 'a' / 'E10999001-2018-01'} (Quillshire, ")
    assert by_name.err == "Demonstration data, not real figures.\n"
    assert made.tree(tmp_path / "a") == made.tree(tmp_path / "b")
    assert (tmp_path / "a" / "E10999001-2018-01" / "pack.xlsx").is_file()


def test_formats_may_be_chosen(data_dir, tmp_path):
    assert made.command(data_dir, "--area", "England", *MONTH, "--out", tmp_path, "--format", "csv").code == 0
    names = {file.name for file in (tmp_path / "E92000001-2018-01").iterdir()}
    assert "emergency_care.csv" in names
    assert "pack.xlsx" not in names
    made.command(data_dir, "--area", "England", *MONTH, "--out", tmp_path, "--format", "xlsx")
    assert {file.name for file in (tmp_path / "E92000001-2018-01").iterdir()} == {"pack.xlsx", "manifest.json"}


def test_all_is_every_council_region_and_england_and_is_taken_up_where_it_stopped(data_dir, tmp_path):
    first = made.command(data_dir, "--area", "all", *MONTH, "--out", tmp_path, "--format", "csv", "--json")
    packs = json.loads(first.out)["packs"]
    assert first.code == 0
    assert len(packs) == 63 + 9 + 1 == len({one["folder"] for one in packs})
    assert packs[0]["code"] == "E92000001"
    before = made.tree(tmp_path)
    shutil.rmtree(tmp_path / packs[5]["folder"])
    (tmp_path / packs[6]["folder"] / "headline.csv").write_text("cut")
    kept = (tmp_path / packs[7]["folder"] / "manifest.json").stat().st_mtime_ns
    again = made.command(data_dir, "--area", "all", *MONTH, "--out", tmp_path, "--format", "csv")
    assert again.out == f"73 packs of January 2018 in {tmp_path}: 2 made, 71 kept\n"
    assert made.tree(tmp_path) == before
    assert (tmp_path / packs[7]["folder"] / "manifest.json").stat().st_mtime_ns == kept


def test_without_a_folder_packs_lie_beside_the_data(data_dir):
    answer = made.command(data_dir, "--area", "Oldgate", *MONTH, "--json")
    content = json.loads(answer.out)
    assert content["demonstration_data"] == "Demonstration data — not real figures."
    assert (data_dir / "packs" / "demo" / "E09999012-2018-01" / "manifest.json").is_file()
    assert content["build"] == Reader(data_dir / "demo").view().id


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--area", "Quilshire", *MONTH), "unknown area 'Quilshire'; nearest: Quillshire (E10999001)"),
        (("--area", "", *MONTH), "unknown area ''"),
        (("--area", "../../x", *MONTH), "unknown area '../../x'"),
        (("--area", "England", "--area", "Nowhere", *MONTH), "unknown area 'Nowhere'"),
        (("--area", "Quillshire", "--month", "2020-01"), "held: April 2015 to March 2019; nearest: December 2018"),
        (("--area", "all", "--month", "2009-12"), "December 2009 is not held for any area; held: April 2015"),
        (("--area", "Quillshire", "--month", "2018-13"), "invalid month value: '2018-13'"),
        (("--area", "Quillshire", *MONTH, "--format", "pdf"), "'pdf' is not xlsx or csv"),
        (("--area", "Quillshire", *MONTH, "--format", ""), "is not xlsx or csv"),
        (("--area", "Quillshire"), "--month"),
        (MONTH, "--area"),
    ],
)
def test_bad_input_is_named_with_what_is_near_and_changes_nothing(data_dir, tmp_path, arguments, said):
    answer = made.command(data_dir, *arguments, "--out", tmp_path / "packs")
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err
    assert "Traceback" not in answer.err
    assert not (tmp_path / "packs").exists()


def test_a_file_in_the_way_is_no_folder(data_dir, tmp_path):
    (tmp_path / "file").write_text("mine")
    for out in (tmp_path / "file", tmp_path / "file" / "below"):
        answer = made.command(data_dir, "--area", "Quillshire", *MONTH, "--out", out)
        assert (answer.code, "is no folder" in answer.err) == (2, True)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_of_somebody_elses_files_is_left_alone(data_dir, tmp_path):
    (tmp_path / "E10999001-2018-01").mkdir()
    (tmp_path / "E10999001-2018-01" / "notes.txt").write_text("mine")
    answer = made.command(data_dir, "--area", "all", *MONTH, "--out", tmp_path)
    assert (answer.code, "holds 'notes.txt' and is no pack" in answer.err) == (2, True)
    assert made.tree(tmp_path) == {"E10999001-2018-01/notes.txt": b"mine"}


def test_without_a_warehouse_it_says_how_to_make_one(tmp_path):
    answer = made.command(tmp_path / "none", "--area", "all", *MONTH, "--out", tmp_path / "packs")
    assert (answer.code, answer.out) == (4, "")
    assert "there is no warehouse yet" in answer.err
    assert not (tmp_path / "packs").exists()


def test_a_setting_that_cannot_be_used_is_a_wrong_command(data_dir, tmp_path):
    answer = made.command(data_dir, "--area", "all", *MONTH, "--out", tmp_path, PORT="x")
    assert (answer.code, "PORT is set to 'x'" in answer.err) == (2, True)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_leaves_whole_packs_and_no_hidden_files(data_dir, tmp_path, number):
    command = [sys.executable, "-m", "exports", "pack", "--area", "all", *MONTH, "--out", str(tmp_path)]
    env = {**os.environ, "DATA_DIR": str(data_dir), "SOURCES": "demo"}
    process = subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    end = time.monotonic() + 60
    while not list(tmp_path.glob("*/manifest.json")) and time.monotonic() < end:
        time.sleep(0.005)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in said) == (130, False)
    assert 0 < len(list(tmp_path.glob("*/manifest.json"))) < 73
    assert not list(tmp_path.glob("*/.*"))
    again = made.command(data_dir, "--area", "all", *MONTH, "--out", tmp_path)
    assert again.code == 0
    assert ", 0 kept" not in again.out
