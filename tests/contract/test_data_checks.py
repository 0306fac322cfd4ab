"""The checks of the loaded tables: each passes on demonstration and on real data, and damage fails its check."""

import json
import shutil

import duckdb
import pytest

from etl.cli import run as etl
from tests import shared
from warehouse import checks, tables
from warehouse.builds import Build, Builds
from warehouse.checks import CHECKS, FAILED, NOT_APPLICABLE, PASSED
from warehouse.reader import View

each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)


def wrong(view, check):
    return checks.run(check, view).examples


@each_check
def test_holds_of_the_demonstration(check, demo):
    assert wrong(demo, check) == ()


@shared.needs_shared
@each_check
def test_holds_of_the_published_figures(check, live):
    assert wrong(live, check) == ()


def test_there_are_more_than_150_under_names_of_their_own():
    assert len({check.id for check in CHECKS}) == len(CHECKS) >= 150


def test_every_table_and_mart_is_checked():
    assert {*tables.TABLE_BY_NAME, *tables.MARTS} - {check.about for check in CHECKS} == set()


def test_most_checks_have_something_to_look_at(demo):
    counts = [result.status for result in checks.every(demo)]
    assert counts.count(PASSED) >= 150
    assert counts.count(NOT_APPLICABLE) < len(counts) / 3


DAMAGE = {  # what is done to a good build: (statement, words of a check that must fail)
    "a day too many for a council": (
        "UPDATE delays SET value = value + 1 WHERE area_type = 'council' AND reason = 'A' AND value > 9 AND period = "
        "(SELECT MAX(period) FROM delays)",
        "councils make England in every month's workbook: reason A",
    ),
    "a day too many for a total": (
        "UPDATE delays_current SET value = value + 1 WHERE area_type = 'council' AND body = 'all' AND reason = 'all' "
        "AND care_type = 'all' AND period = (SELECT MAX(period) FROM delays_current)",
        "reasons make the total, council",
    ),
    "a row twice": ("INSERT INTO delays SELECT * FROM delays LIMIT 1", "delays: one row for each"),
    "a council's month gone": (
        "DELETE FROM delays_current WHERE area_code = 'E10999001' AND period = DATE '2018-03-01'",
        "no council is missing in a month",
    ),
    "a month of England gone": (
        "DELETE FROM delays_current WHERE area_type = 'country' AND period = DATE '2018-03-01'",
        "England's series has every month",
    ),
    "a month of admissions gone": (
        "DELETE FROM emergency_current WHERE period = DATE '2018-03-01'",
        "emergency_admissions has every month",
    ),
    "a value below nothing": ("UPDATE emergency_care SET value = -1 WHERE measure = 'dta_waits_12h'", "below 0"),
    "a value that is no number": (
        "UPDATE emergency_care SET value = 'nan'::DOUBLE WHERE measure = 'dta_waits_12h'",
        "infinite or no number",
    ),
    "nothing without a reason": (
        "UPDATE delays SET value = NULL, shorthand = '' WHERE reason = 'G'",
        "the shorthand says why",
    ),
    "zero for what was not submitted": (
        "UPDATE delays SET value = 0 WHERE shorthand = '[x]'",
        "what was suppressed or not submitted has no value",
    ),
    "an area that nobody knows": (
        "UPDATE population SET area_code = 'E10000000' WHERE area_code = 'E10999001'",
        "population: every area is listed",
    ),
    "an age gone": ("DELETE FROM population WHERE age = 7 AND area_code = 'E10999001'", "every age once"),
    "a person too many": (
        "UPDATE population SET value = value + 1 WHERE age = 7 AND area_code = 'E10999001'",
        "councils make England at every age",
    ),
    "per cent above 100": (
        "UPDATE outcomes_current SET value = 101 WHERE measure = 'satisfaction'",
        "satisfaction is at most 100",
    ),
    "England's outcome gone": (
        "DELETE FROM outcomes_current WHERE measure = 'satisfaction' AND area_type = 'country'",
        "satisfaction has a row for England",
    ),
    "a vintage before its period": ("UPDATE delays SET vintage = DATE '2010-01-01'", "before its period began"),
    "two files for a month": (
        "INSERT INTO snapshots SELECT * REPLACE ('0' AS snapshot_id) FROM snapshots WHERE release = '2018-03'",
        "one file at most speaks",
    ),
    "a file of nobody": ("UPDATE delays SET snapshot_id = 'x' WHERE period = DATE '2018-03-01'", "names a file"),
    "councils of before and after": (
        "UPDATE delays_current SET area_code = 'E06000060' WHERE area_code = 'E10999001'; "
        "UPDATE delays_current SET area_code = 'E10000002' WHERE area_code = 'E10999002'",
        "after the change of Buckinghamshire",
    ),
    "a body that owns what it cannot": (
        "UPDATE delays_current SET value = 5 WHERE body = 'social_care' AND reason = 'C'",
        "no days of reason C for Social care",
    ),
}


@pytest.fixture
def damaged(demo_root, tmp_path):
    """Does something to a copy of the demonstration build; which checks of a name fail then."""

    def change(statement, words):
        build = Builds(demo_root).current()
        folder = shutil.copytree(build.folder, tmp_path / "build")
        with duckdb.connect(str(folder / "warehouse.duckdb")) as connection:
            connection.execute(statement)
        view = View(Build(build.id, folder, build.manifest))
        named = [check for check in CHECKS if words in check.id]
        return [check.id for check in named if checks.run(check, view).status == FAILED]

    return change


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_found(name, damaged):
    assert damaged(*DAMAGE[name])


def test_the_command_lists_each_check_with_its_outcome(demo_root, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("SOURCES", "demo")
    shutil.copytree(demo_root, tmp_path / "demo")
    assert etl(["check"]) == 0
    said = capsys.readouterr().out
    assert all(check.id in said for check in CHECKS)
    assert f"build {Builds(demo_root).current_id()}" in said
    assert etl(["check", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sum(told["counts"].values()) == len(CHECKS) == len(told["checks"])
    assert FAILED not in told["counts"]


def test_the_command_says_what_is_wrong_and_ends_with_3(demo_root, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    shutil.copytree(demo_root, tmp_path / "demo")
    build = Builds(tmp_path / "demo").current()
    with duckdb.connect(str(build.file)) as connection:
        connection.execute(DAMAGE["an age gone"][0])
    manifest = {name: value for name, value in build.manifest.items() if not name.startswith("file_")}
    (build.folder / "manifest.json").write_text(json.dumps(manifest))
    assert etl(["check", "--failed"]) == 3
    said = capsys.readouterr().out
    assert "failed" in said
    assert "wrong: E10999001" in said
    assert "one row for each" not in said


def test_the_command_says_that_there_is_nothing_to_check(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    assert etl(["check"]) == 4
    assert "there is no build to check" in capsys.readouterr().err
