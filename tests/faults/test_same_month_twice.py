"""Two files for one month: equal bytes are one, a later revision wins, and anything else refuses that month only."""

import json
import shutil

import pytest

from tests.faults.figures import errors, only_in, releases, view, whole
from tests.faults.refreshing import copy_of, from_folder
from tests.faults.workbooks import MONTH, edited, held, offer

OTHER, REVISED = "LA-Type-B-January-2019-other.xlsx", "LA-Type-B-January-2019-revised.xlsx"


@pytest.fixture
def site(demo_site, tmp_path):
    return shutil.copytree(demo_site, tmp_path / "site")


@pytest.fixture
def root(demo_root, tmp_path):
    return copy_of(demo_root, tmp_path / "demo")


def total_days(root):
    """Delayed days of all councils in the month."""
    sql = (
        "SELECT SUM(value) FROM national.delays_current WHERE period = DATE '2019-01-01' AND area_type = 'council' "
        "AND body = 'all' AND reason = 'all' AND care_type = 'all'"
    )
    return view(root).rows(sql)[0][0]


def differing(site, days=5):
    offer(site, OTHER, edited(held(site).read_bytes(), days=days))


def test_a_first_load_leaves_out_a_month_with_two_answers_and_only_that(site, demo_root, tmp_path):
    differing(site)
    root = tmp_path / "demo"
    code, _, told = from_folder(root, site)
    assert code == 3
    assert releases(demo_root) - releases(root) == {MONTH}
    assert only_in(root, demo_root) == []
    ((_, text),) = errors(told)
    assert held(site).name in text
    assert OTHER in text
    assert "January 2019" in text
    assert "the release is left out" in text
    assert whole(root)


def test_a_second_answer_for_a_month_that_is_held_changes_nothing_and_is_said(site, root, demo_root):
    differing(site)
    code, _, told = from_folder(root, site)
    assert code == 3
    assert only_in(root, demo_root) == only_in(demo_root, root) == []
    ((_, text),) = errors(told)
    assert f"{held(site).name} stays in use" in text
    assert whole(root)


def test_the_conflict_is_said_again_as_long_as_it_lasts(site, root):
    differing(site)
    first, second = from_folder(root, site), from_folder(root, site)
    assert (first[0], second[0]) == (3, 3)
    assert errors(first[2]) == errors(second[2])


@pytest.mark.parametrize("loaded", ["before", "never"])
def test_a_later_revision_wins_and_the_earlier_version_is_kept(site, root, demo_root, tmp_path, loaded):
    offer(site, REVISED, edited(held(site).read_bytes(), days=7, revised="13th June 2019"))
    root = root if loaded == "before" else tmp_path / "new"
    code, _, told = from_folder(root, site)
    assert (code, errors(told)) == (0, [])
    assert total_days(root) - total_days(demo_root) == 7
    kept = view(root).rows(
        "SELECT file_name, is_current FROM national.snapshots WHERE release = ? AND source = 'dtoc_councils'", [MONTH]
    )
    assert set(kept) == {(held(site).name, False), (REVISED, True)}


def test_a_later_revision_settles_a_conflict(site, root, demo_root):
    differing(site)
    assert from_folder(root, site)[0] == 3
    offer(site, REVISED, edited(held(site).read_bytes(), days=9, revised="13th June 2019"))
    code, _, told = from_folder(root, site)
    assert (code, errors(told)) == (0, [])
    assert total_days(root) - total_days(demo_root) == 9


def test_a_version_that_was_issued_earlier_does_not_win(site, root, demo_root):
    first = edited(held(site).read_bytes(), revised="13th June 2019")
    held(site).write_bytes(first)
    offer(site, OTHER, edited(first, days=5, revised="12th June 2019"))
    code, _, _ = from_folder(root, site)
    assert code == 0
    assert total_days(root) == total_days(demo_root)


def test_equal_bytes_at_two_addresses_are_one_file(site, root, demo_root):
    address = offer(site, OTHER, held(site).read_bytes())
    code, report, told = from_folder(root, site)
    assert (code, errors(told), report.builds) == (0, [], [])
    assert only_in(root, demo_root) == only_in(demo_root, root) == []
    notes = [json.loads(file.read_text()) for file in root.glob("raw/dtoc_councils/*/provenance.json")]
    assert [note["also_at"] for note in notes if "also_at" in note] == [[address]]
