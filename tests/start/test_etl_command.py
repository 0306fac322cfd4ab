"""``python -m etl``: what it prints, as text and as JSON, and the exit code of every ending."""

import json
import subprocess
import sys

import pytest

from etl import refresh
from etl.cli import run
from tests import shared
from tests.faults.figures import releases
from tests.faults.refreshing import copy_of
from tests.start.sites import CLOSED


@pytest.fixture
def data(tmp_path, monkeypatch):
    """An empty data folder that the command uses."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("SOURCE_MIRROR", CLOSED)
    monkeypatch.setenv("FETCH_SECONDS", "1")
    return tmp_path / "data"


@pytest.fixture
def loaded(data, demo_root):
    """The same, with demonstration data."""
    copy_of(demo_root, data / "demo")
    return data


def command(*arguments):
    """The command as a person runs it: its exit code, what it printed and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", "etl", *arguments], cwd=shared.ROOT, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_demo_loads_demonstration_data_and_prints_one_json_object(data):
    code, out, err = command("demo", "--json")
    said = json.loads(out)
    assert (code, err) == (0, "")
    assert (said["mode"], said["exit_code"], said["doing"]) == ("demo", 0, "finished")
    assert said["current"] == said["builds"][-1]
    assert all(source["fetched"] == source["found"] > 0 for source in said["sources"].values())
    assert (data / "demo" / "builds" / said["current"] / "warehouse.duckdb").is_file()


def test_demo_a_second_time_has_nothing_to_do(loaded):
    code, _, err = command("demo")
    assert code == 0
    assert "0 new files, 0 that could not be refreshed; nothing new; serving 20200101T000000000-" in err


def test_refresh_where_demonstration_data_are_set_loads_those(data, monkeypatch, capsys):
    monkeypatch.setenv("SOURCES", "demo")
    assert run(["refresh", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["mode"] == "demo"
    assert not (data / "live").exists()


def test_refresh_without_a_network_publishes_nothing_and_ends_with_4(data):
    code, out, err = command("refresh", "--source", "dtoc_england", "--source", "ae_england")
    assert (code, out) == (4, "")
    assert "0 new files, 2 that could not be refreshed; nothing new; serving nothing" in err
    assert err.count("could not be read") == 2
    assert "Traceback" not in err


def test_refresh_while_another_runs_ends_with_75(data):
    with refresh.only_one(data / "live"):
        assert command("refresh") == (75, "", "another refresh of live data is running; wait for it to end\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("serve",),
        ("refresh", "--source", "nobody"),
        ("refresh", "--since", "soon"),
        ("refresh", "--since", "2018-13"),
        ("rollback",),
    ],
)
def test_a_wrong_command_ends_with_2_and_says_how_it_is_used(data, capsys, arguments):
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "usage: python -m etl" in said
    assert "error: " in said


def test_an_unknown_source_is_answered_with_those_that_there_are(data, capsys):
    with pytest.raises(SystemExit):
        run(["refresh", "--source", "nobody"])
    said = capsys.readouterr().err
    assert all(name in said for name in ("dtoc_england", "ae_england", "population", "dtoc_councils"))


def test_status_of_an_empty_folder_says_so(data, capsys):
    assert run(["status"]) == 0
    assert capsys.readouterr().out == "demo data: no build yet\nlast refresh: never\n"
    assert not data.exists()


def test_status_tells_what_is_served_and_how_the_last_refresh_went(loaded, capsys):
    assert run(["status"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("demo data: serving build 20200101T000000000-")
    assert "dtoc_england: done, 1 of 1 files, 1 new, 0 failures" in said
    assert "last refresh: finished 2026-11-21" in said


def test_status_as_json_holds_the_manifest_and_the_last_refresh(loaded, capsys):
    assert run(["status", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["mode"], said["refresh"]["exit_code"]) == ("demo", 0)
    assert said["current"]["mode"] == "demo"
    assert len(said["current"]["files"]) == sum(source["found"] for source in said["refresh"]["sources"].values())


@shared.needs_shared
def test_refresh_asks_only_for_what_it_is_told_to(data, monkeypatch):
    with shared.replica() as origin:
        monkeypatch.setenv("SOURCE_MIRROR", origin)
        monkeypatch.setenv("FETCH_SECONDS", "60")
        code, out, _ = command("refresh", "--json", "--source", "dtoc_councils", "--since", "2019-10")
    said = json.loads(out)
    assert (code, list(said["sources"])) == (0, ["dtoc_councils"])
    assert releases(data / "live") == {"2019-10", "2019-12"}  # nobody holds November
    assert [folder.name for folder in (data / "live" / "raw").iterdir()] == ["dtoc_councils"]


@shared.needs_shared
def test_refresh_with_a_broken_file_publishes_the_others_and_ends_with_3(data, monkeypatch):
    with shared.replica("html-as-xls") as origin:
        monkeypatch.setenv("SOURCE_MIRROR", origin)
        monkeypatch.setenv("FETCH_SECONDS", "60")
        code, _, err = command("refresh", "--source", "dtoc_councils", "--since", "2019-09")
    assert code == 3
    assert releases(data / "live") == {"2019-10", "2019-12"}  # nobody holds November
    (said,) = [line for line in err.splitlines() if line.startswith("✗ ")]
    assert "LA-Type-B-September-2019-Kv9xQ.xls" in said
    assert "found a web page; expected an Excel workbook" in said
    assert "1 that could not be refreshed; published 2" in err
