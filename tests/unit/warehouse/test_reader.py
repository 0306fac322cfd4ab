"""Readers see a new build without a restart and keep the one they are reading."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from tests.spec.tiny import NOW, councils, made
from warehouse.builds import Builds
from warehouse.reader import Reader, where
from warehouse.tables import SCHEMA_VERSION

TABLE = "period | nhs | ons | name | value\n2018-03 | DM01 | E10999001 | Alder | {days}"


def publish(root, days):
    """Publish a build that says so many days; its id."""
    return made(root, *councils(TABLE.format(days=days)), now=NOW + timedelta(seconds=days)).id


def days(view):
    return view.rows("SELECT value FROM national.delays")[0][0]


def test_there_is_no_view_before_the_first_build_and_one_right_after_it(tmp_path):
    reader = Reader(tmp_path)
    assert reader.view() is None
    name = publish(tmp_path, 31)
    assert (reader.view().id, reader.view().mode) == (name, "live")
    assert days(reader.view()) == 31


def test_a_new_build_is_seen_without_a_restart(tmp_path):
    publish(tmp_path, 31)
    reader = Reader(tmp_path)
    assert days(reader.view()) == 31
    publish(tmp_path, 62)
    assert days(reader.view()) == 62


def test_a_rollback_is_seen_without_a_restart(tmp_path):
    first = publish(tmp_path, 31)
    publish(tmp_path, 62)
    reader = Reader(tmp_path)
    assert days(reader.view()) == 62
    Builds(tmp_path).publish(first)
    assert (reader.view().id, days(reader.view())) == (first, 31)


def test_a_view_stays_with_its_build_while_the_pointer_moves_on(tmp_path):
    publish(tmp_path, 31)
    reader = Reader(tmp_path)
    pinned = reader.view()
    publish(tmp_path, 62)
    assert days(reader.view()) == 62
    assert days(pinned) == 31


def test_the_same_build_is_opened_once(tmp_path):
    name = publish(tmp_path, 31)
    reader = Reader(tmp_path)
    view = reader.view()
    Builds(tmp_path).publish(name)
    assert reader.view() is view


def test_dropping_the_file_under_an_open_reader_is_harmless(tmp_path):
    name = publish(tmp_path, 31)
    view = Reader(tmp_path).view()
    shutil.rmtree(tmp_path / "builds" / name)
    assert days(view) == 31
    assert view.rows("SELECT COUNT(*) FROM national.months")[0][0] > 300


def test_a_pointer_to_a_build_that_is_gone_serves_nothing_until_it_moves(tmp_path):
    name = publish(tmp_path, 31)
    reader = Reader(tmp_path)
    shutil.rmtree(tmp_path / "builds" / name)
    assert reader.view() is None
    publish(tmp_path, 62)
    assert days(reader.view()) == 62


def test_a_build_of_an_older_schema_version_is_not_served(tmp_path):
    name = publish(tmp_path, 31)
    manifest = tmp_path / "builds" / name / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "schema_version": SCHEMA_VERSION - 1}))
    assert Reader(tmp_path).view() is None


def test_threads_share_a_view_and_each_gets_its_own_answer(tmp_path):
    publish(tmp_path, 31)
    view = Reader(tmp_path).view()

    def ask(number):
        return view.rows("SELECT $number + value FROM national.delays", {"number": number})[0][0]

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(ask, range(200))) == [number + 31 for number in range(200)]


def test_parameters_may_be_named_or_in_order_and_may_be_lists(tmp_path):
    publish(tmp_path, 31)
    view = Reader(tmp_path).view()
    sql = "SELECT COUNT(*) FROM national.delays WHERE area_code = ANY({})"
    for codes, found in ((["E10999001", "X"], 1), ([], 0)):
        assert view.rows(sql.format("$codes"), {"codes": codes}) == [(found,)]
        assert view.rows(sql.format("?"), [codes]) == [(found,)]


@pytest.mark.parametrize(
    ("sources", "live", "demo", "served"),
    [
        ("auto", True, True, "live"),
        ("auto", True, False, "live"),
        ("auto", False, True, "demo"),
        ("auto", False, False, "demo"),
        ("demo", True, True, "demo"),
        ("live", False, True, "live"),
    ],
)
def test_which_data_is_served(tmp_path, sources, live, demo, served):
    for name, there in (("live", live), ("demo", demo)):
        if there:
            publish(tmp_path / name, 31)
    assert where(tmp_path, sources) == served
