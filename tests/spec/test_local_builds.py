"""Local builds from the journal: the same twice, another when something changes, and undone when it is taken back."""

import json
import shutil
from datetime import timedelta

import pytest

from domain import periods
from etl.local import build, filling
from etl.local.journal import Journal, NoSuchUpload
from etl.local.state import places
from tests.spec import local
from tests.spec.local import ABOUT, AREA, NOW
from warehouse.builds import Builds
from warehouse.engines.duckdb import Database
from warehouse.local_tables import LOCAL_TABLES
from warehouse.queries.local import measures, plan, record
from warehouse.reader import Reader, local_builds

SHEETS = {
    "indicators": (local.indicator(),),
    "schemes": (local.scheme(),),
    "links": (local.link(),),
    "observations": local.values([100.0 + at % 7 for at in range(48)]),
}


@pytest.fixture
def root(demo_root, tmp_path):
    return shutil.copytree(demo_root, tmp_path / "demo", symlinks=True)


def later(minutes):
    return NOW + timedelta(minutes=minutes)


def test_without_uploads_or_national_figures_there_is_no_build(root, tmp_path):
    assert build.rebuild(root, NOW) is None
    local.keep(tmp_path / "empty", SHEETS)
    assert build.rebuild(tmp_path / "empty", NOW) is None


def test_building_again_writes_nothing(root):
    local.keep(root, SHEETS)
    first = build.rebuild(root, NOW)
    again = build.rebuild(root, later(5))
    assert again.id == first.id
    assert len(local_builds(root).all()) == 1


def test_an_upload_an_undo_and_a_change_of_code_each_make_another(root, monkeypatch):
    local.keep(root, SHEETS)
    first = build.rebuild(root, NOW)
    second_upload = local.keep(root, {"schemes": (local.scheme(name="Renamed"),)}, at=later(1))
    second = build.rebuild(root, later(1))
    assert second.id != first.id
    assert plan.schemes(Reader(root).view(), AREA)[0].name == "Renamed"
    Journal(root).undo(second_upload.id, later(2))
    third = build.rebuild(root, later(2))
    assert third.id not in (first.id, second.id)
    assert plan.schemes(Reader(root).view(), AREA)[0].name == "A scheme"
    monkeypatch.setattr(build, "_code", lambda: b"other code")
    assert build.rebuild(root, later(3)).id != third.id


def test_another_national_build_makes_another(root):
    local.keep(root, SHEETS)
    first = build.rebuild(root, NOW)
    builds = Builds(root)
    national = builds.usable()
    copy = f"{national.id[:-1]}x"
    shutil.copytree(national.file.parent, national.file.parent.parent / copy)
    manifest = national.file.parent.parent / copy / "manifest.json"
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "build": copy}))
    builds.publish(copy)
    second = build.rebuild(root, later(1))
    assert second.id != first.id
    assert second.manifest["national_build"] == copy


def test_all_uploads_taken_back_leave_an_empty_place_out(root):
    kept = local.keep(root, SHEETS)
    local.keep(root, SHEETS, about=local.place_named("Other"), at=later(1))
    Journal(root).undo(kept.id, later(2))
    build.rebuild(root, later(2))
    assert [one.name for one in plan.places(Reader(root).view())] == ["Other"]
    with pytest.raises(NoSuchUpload):
        Journal(root).undo(kept.id, later(3))


def test_the_last_upload_taken_back_leaves_nobody(root):
    kept = local.keep(root, SHEETS)
    build.rebuild(root, NOW)
    Journal(root).undo(kept.id, later(1))
    build.rebuild(root, later(1))
    assert plan.places(Reader(root).view()) == ()


def test_a_sheet_replaces_that_sheet_and_the_others_stay(root):
    local.keep(root, SHEETS)
    local.keep(root, {"observations": local.values([50.0] * 3)}, at=later(1))
    build.rebuild(root, later(1))
    view = Reader(root).view()
    assert [one.value for one in measures.values(view, AREA)] == [50, 50, 50]
    assert len(plan.schemes(view, AREA)) == 1
    assert [one.upload_id[:8] for one in record.uploads(view, AREA)] == ["20261122"] * 2


def test_what_was_revised_is_found_over_all_uploads():
    cell = local.values([10.0, 20.0, 30.0])
    changed = local.values([10.0, 21.0, 30.0, 40.0])
    found = local.place({"indicators": (local.indicator(),), "observations": cell}, {"observations": changed})
    assert found.revised == {("I", AREA, periods.plus("2015-04", 1)): 20.0}
    undone = [
        local.upload({"observations": cell}),
        local.upload({"observations": changed}, at=later(1), undone="2026-11-23T00:00:00+00:00"),
    ]
    assert places(undone)[ABOUT.place_id].revised == {}


def test_a_value_that_was_not_submitted_before_is_no_revision():
    found = local.place({"observations": local.values([None, 20.0])}, {"observations": local.values([5.0, 20.0])})
    assert found.revised == {}


def test_an_undone_revision_is_no_revision_any_more(root):
    local.keep(root, SHEETS)
    again = local.keep(root, {"observations": local.values([99.0, *[100.0] * 47])}, at=later(1))
    build.rebuild(root, later(1))
    assert measures.values(Reader(root).view(), AREA)[0].status == "revised"
    Journal(root).undo(again.id, later(2))
    build.rebuild(root, later(2))
    first = measures.values(Reader(root).view(), AREA)[0]
    assert (first.status, first.value, first.value_before) == ("final", 100.0, None)


def two_places(root):
    local.keep(root, SHEETS)
    local.keep(root, SHEETS, about=local.place_named("Other"), at=later(1))
    return build.rebuild(root, later(1))


def content(root, made):
    database = Database({"local": local_builds(root).get(made.id).file})
    tables = {table.name: [column.name for column in table.columns] for table in LOCAL_TABLES}
    return {
        name: sorted(map(str, database.rows(f"SELECT {', '.join(columns)} FROM local.{name}")))
        for name, columns in tables.items()
    }


@pytest.fixture
def computing(monkeypatch):
    """Names of the places that are computed."""
    seen = []
    computed = filling.computed
    monkeypatch.setattr(filling, "computed", lambda name, *rest: seen.append(name) or computed(name, *rest))
    return seen


def test_an_upload_computes_its_own_place_only_and_the_build_is_as_if_all_were_computed(root, computing):
    two_places(root)
    computing.clear()
    local.keep(root, {"observations": local.values([70.0] * 48)}, at=later(2))
    carried = build.rebuild(root, later(2))
    assert computing == [AREA]
    assert carried.manifest["rows"]["projections"] == 96
    found = content(root, carried)
    for one in local_builds(root).all():
        shutil.rmtree(one.folder)
    whole = build.rebuild(root, later(3))
    assert sorted(computing[1:]) == sorted([AREA, "other"])
    assert content(root, whole) == found
    assert whole.manifest["rows"] == carried.manifest["rows"]


def test_an_undo_computes_its_own_place_only(root, computing):
    two_places(root)
    again = local.keep(root, {"schemes": (local.scheme(name="Renamed"),)}, at=later(2))
    build.rebuild(root, later(2))
    computing.clear()
    Journal(root).undo(again.id, later(3))
    build.rebuild(root, later(3))
    assert computing == [AREA]


def test_a_damaged_build_before_is_computed_anew(root, computing):
    made = two_places(root)
    computing.clear()
    made.file.write_bytes(b"damaged" * 1000)
    local.keep(root, {"schemes": (local.scheme(name="Renamed"),)}, at=later(2))
    build.rebuild(root, later(2))
    assert computing[-2:] == [AREA, "other"]
    assert len(plan.places(Reader(root).view())) == 2


def test_a_build_of_an_older_kind_carries_nothing(root, computing):
    made = two_places(root)
    computing.clear()
    manifest = {name: value for name, value in made.manifest.items() if name != "places"}
    (made.folder / "manifest.json").write_text(json.dumps({**manifest, "fingerprint": "older"}))
    build.rebuild(root, later(2))
    assert computing == [AREA, "other"]
