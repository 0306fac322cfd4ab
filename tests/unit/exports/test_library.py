"""The shelf of packs: one writer at a time, listed as it is, taken away as one file of the same bytes."""

import json
import shutil
import zipfile

import pytest

from exports import archives, library
from exports.archives import Damaged
from exports.choice import choose
from exports.writing import AnotherIsWriting, only_one
from tests.unit.exports import made


@pytest.fixture(scope="module")
def shelf(demo, tmp_path_factory):
    """Three packs, made with their steps told."""
    out, told = tmp_path_factory.mktemp("data") / "packs" / "demo", []
    areas = choose(demo, ["England", "Quillshire"], "2018-01")
    done = [one.name for one in library.make(demo, areas, "2018-01", out, step=told.append)]
    list(library.make(demo, areas[1:], "2018-02", out))
    assert (done, told) == (["England", "Quillshire"], ["workbook", "csv", "saving"] * 2)
    return out


def test_packs_are_listed_newest_month_first_then_by_name(shelf, demo):
    found = library.listed(shelf)
    assert [(one.month, one.name) for one in found] == [
        ("2018-02", "Quillshire"),
        ("2018-01", "England"),
        ("2018-01", "Quillshire"),
    ]
    assert {(one.build, one.mode, one.formats) for one in found} == {(demo.id, "demo", ("csv", "xlsx"))}


def test_a_pack_is_made_once(shelf, demo):
    made_again = library.make(demo, choose(demo, ["England"], "2018-01"), "2018-01", shelf)
    assert [one.state for one in made_again] == ["kept"]


def test_two_cannot_write_into_one_folder(shelf, demo):
    with only_one(shelf), pytest.raises(AnotherIsWriting, match="another process"):
        list(library.make(demo, choose(demo, ["England"], "2018-01"), "2018-01", shelf))


def test_what_is_no_pack_is_not_listed(shelf, tmp_path):
    assert library.listed(tmp_path / "none") == ()
    for name, text in (("E1-2018-01", "{"), ("E2-2018-01", "[]"), ("E3-2018-01", '{"area": 1}')):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text(text)
    content = json.loads((shelf / "E92000001-2018-01" / "manifest.json").read_text())
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "manifest.json").write_text(json.dumps(content))
    assert library.listed(tmp_path) == ()


@pytest.mark.parametrize(
    ("code", "month"),
    [("../demo/E92000001", "2018-01"), ("E92000001", "../x"), ("E92000001", "2018-1"), ("", "2018-01"), ("E9", "")],
)
def test_nothing_outside_the_folder_can_be_asked_for(shelf, code, month):
    assert library.get(shelf, code, month) is None


def test_a_pack_is_found_by_code_and_month(shelf):
    assert library.get(shelf, "E92000001", "2018-01").name == "England"


def test_the_archive_holds_the_pack_and_is_the_same_every_time(shelf):
    kept = library.get(shelf, "E10999001", "2018-01")
    file = archives.one(kept)
    first = file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        assert names == sorted(names)
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {name.split("/", 1)[1]: archive.read(name) for name in names} == made.tree(kept.path)
    file.unlink()
    assert archives.one(kept).read_bytes() == first
    assert file not in shelf.glob("[!.]*")


def test_the_archive_follows_its_pack(shelf):
    kept = library.get(shelf, "E10999001", "2018-02")
    before = archives.one(kept).read_bytes()
    manifest = kept.path / "manifest.json"
    manifest.write_text(manifest.read_text() + "\n")
    assert archives.one(kept).read_bytes() != before


def test_a_pack_that_is_half_written_is_not_taken(shelf, tmp_path):
    folder = shutil.copytree(shelf / "E10999001-2018-01", tmp_path / "E10999001-2018-01")
    (folder / "headline.csv").write_bytes(b"of another build")
    with pytest.raises(Damaged, match="headline.csv is not the file that its manifest names"):
        archives.one(library.get(tmp_path, "E10999001", "2018-01"))
    assert [one.name for one in tmp_path.iterdir()] == [folder.name]


def test_the_archive_of_a_month_holds_its_packs_and_is_the_same_every_time(shelf):
    packs = [library.get(shelf, code, "2018-01") for code in ("E92000001", "E10999001")]
    file = archives.whole_month(shelf, "2018-01", "a-build", packs)
    first = file.read_bytes()
    (month,) = archives.months(shelf)
    assert month == ("2018-01", "a-build", 2, len(first))
    with zipfile.ZipFile(file) as archive:
        assert {name.split("/")[1] for name in archive.namelist()} == {kept.path.name for kept in packs}
    file.unlink()
    assert archives.whole_month(shelf, "2018-01", "a-build", packs).read_bytes() == first


def test_a_damaged_archive_of_a_month_is_not_listed(tmp_path):
    archives.month_file(tmp_path, "2018-01").write_bytes(b"PK")
    assert archives.months(tmp_path) == ()


def test_a_manifest_that_is_replaced_is_read_again(shelf, tmp_path):
    folder = shutil.copytree(shelf / "E92000001-2018-01", tmp_path / "E92000001-2018-01")
    before = library.get(tmp_path, "E92000001", "2018-01").build
    content = {**json.loads((folder / "manifest.json").read_text()), "build": "newer"}
    (folder / "new").write_text(json.dumps(content))
    (folder / "new").replace(folder / "manifest.json")
    assert (before == "newer", library.get(tmp_path, "E92000001", "2018-01").build) == (False, "newer")
