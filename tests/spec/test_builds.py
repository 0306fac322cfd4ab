"""What a build may be: whole, with unique keys, showing no less than the one before."""

import pytest

from etl import build
from etl.build import BuildRefused, losses
from tests.spec.tiny import NOW, councils, england, made
from warehouse.builds import Builds
from warehouse.reader import View

MARCH = "period | nhs | ons | name | value\n2018-03 | DM01 | E10999001 | Alder | 31"
APRIL = MARCH.replace("2018-03", "2018-04")
TWICE = MARCH + "\n2018-03 | DM01 | E10999001 | Alder | 32"


def sources(*releases):
    return {"dtoc_councils": [one for one in releases if one.snapshot.source == "dtoc_councils"]}


def test_a_build_with_a_key_that_stands_twice_is_refused_and_leaves_nothing(tmp_path):
    with pytest.raises(BuildRefused, match=r"table delays.*E10999001.*2018-03.*expected one"):
        made(tmp_path, *councils(TWICE))
    assert Builds(tmp_path).all() == []
    assert list((tmp_path / "builds").iterdir()) == []


def test_what_the_build_before_shows_and_the_new_one_would_not_is_a_loss(tmp_path):
    before = made(tmp_path, *councils(MARCH), *councils(APRIL), *england("period | value\n2018-03 | 40"))
    assert losses(before, sources(*councils(MARCH))) == [("dtoc_councils", "2018-04"), ("dtoc_england", "series")]
    assert (
        losses(
            before,
            {**sources(*councils(MARCH), *councils(APRIL)), "dtoc_england": england("period | value\n2018-03 | 1")},
        )
        == []
    )


def test_a_release_that_is_held_but_no_longer_speaks_for_its_month_is_a_loss_too(tmp_path):
    before = made(tmp_path, *councils(MARCH))
    assert losses(before, sources(*councils(MARCH, current=False))) == [("dtoc_councils", "2018-03")]


def test_another_version_of_a_month_is_no_loss(tmp_path):
    before = made(tmp_path, *councils(MARCH))
    assert losses(before, sources(*councils(MARCH, revised="2018-12-13"))) == []


def test_the_first_build_loses_nothing():
    assert losses(None, sources(*councils(MARCH))) == []


def test_a_build_names_its_files_its_rows_and_its_refresh(tmp_path):
    written = made(tmp_path, *councils(MARCH), refresh_id="r7")
    manifest = written.manifest
    assert (manifest["mode"], manifest["refresh_id"], manifest["created_at"]) == ("live", "r7", NOW.isoformat())
    assert manifest["build"] == written.id
    assert manifest["rows"]["delays"] == 1
    (file,) = manifest["files"]
    assert (file["source"], file["release"], file["current"]) == ("dtoc_councils", "2018-03", True)
    assert len(file["sha256"]) == 64


def test_the_fingerprint_follows_the_files_that_are_used(tmp_path):
    one = build.fingerprint(build.used(sources(*councils(MARCH))))
    assert build.fingerprint(build.used(sources(*councils(MARCH)))) == one
    assert build.fingerprint(build.used(sources(*councils(APRIL)))) != one
    assert build.fingerprint(build.used(sources(*councils(MARCH, current=False)))) != one


def test_a_build_without_any_release_still_has_every_table(tmp_path):
    view = View(made(tmp_path))
    assert view.rows("SELECT COUNT(*) FROM national.delays_current") == [(0,)]
    assert view.rows("SELECT area_code FROM national.areas") == [("E92000001",)]
