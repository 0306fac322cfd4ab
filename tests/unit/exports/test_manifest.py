"""The manifest: proves every file, names every source, and says first that figures are invented."""

import hashlib
import json

import pytest

from exports import manifest
from exports.manifest import MANIFEST, whole
from exports.pack import FORMATS
from exports.writing import NotAPack, check, write
from tests.unit.exports import made
from warehouse.queries import freshness


@pytest.fixture
def written(council, tmp_path):
    """A pack on disk."""
    return write(council, tmp_path, FORMATS)


def _whole(folder, pack, **other):
    return whole(folder, **{"build": pack.build, "mode": pack.mode, "formats": FORMATS, **other})


def test_it_says_first_that_the_figures_are_invented(council_files):
    content = json.loads(council_files[MANIFEST])
    assert next(iter(content.items())) == ("demonstration_data", "Demonstration data — not real figures.")


def test_it_names_what_the_pack_is(council_files, council, demo):
    content = json.loads(council_files[MANIFEST])
    assert (content["build"], content["mode"], content["month"]) == (demo.id, "demo", "2017-11")
    assert content["area"] == {"code": "E09999012", "name": "Oldgate", "type": "council"}
    assert content["formats"] == ["csv", "xlsx"]
    assert content["build_made_at"] == "2026-11-21T12:00:00Z"


def test_every_other_file_is_listed_with_its_size_and_fingerprint(council_files):
    listed = {one["name"]: one for one in json.loads(council_files[MANIFEST])["files"]}
    assert set(listed) == set(council_files) - {MANIFEST}
    for name, one in listed.items():
        assert one["bytes"] == len(council_files[name])
        assert one["sha256"] == hashlib.sha256(council_files[name]).hexdigest()


def test_every_source_file_is_named_as_the_warehouse_holds_it(council_files, demo):
    held = {one.file_name: one for one in freshness.files(demo, "dtoc_councils")}
    sources = json.loads(council_files[MANIFEST])["sources"]
    monthly = [one for one in sources if one["source"] == "dtoc_councils"]
    assert [one["release"] for one in monthly] == [f"2015-{12}", *[f"2016-{m:02d}" for m in range(1, 13)]] + [
        f"2017-{m:02d}" for m in range(1, 12)
    ]
    for one in monthly:
        file = held[one["file_name"]]
        assert (one["url"], one["sha256"], one["vintage"]) == (file.url, file.sha256, str(file.vintage))
    assert {one["source"] for one in sources} == {"dtoc_councils", "dtoc_england", "population"}


def test_a_pack_as_it_was_written_is_whole_and_nothing_is_left_beside_it(written, council, council_files):
    assert _whole(written, council)
    assert made.tree(written) == council_files


@pytest.mark.parametrize("other", [{"build": "another"}, {"mode": "live"}, {"formats": ("csv",)}], ids=str)
def test_a_pack_of_another_build_kind_or_format_is_not_the_one_wanted(written, council, other):
    assert not _whole(written, council, **other)


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "pack.xlsx").unlink(),
        lambda folder: (folder / "headline.csv").write_bytes(b""),
        lambda folder: (folder / MANIFEST).write_text("{"),
        lambda folder: (folder / MANIFEST).unlink(),
        lambda folder: (folder / MANIFEST).write_text("[]"),
        lambda folder: (folder / MANIFEST).write_text((folder / MANIFEST).read_text().replace('"bytes"', '"octets"')),
        lambda folder: (folder / "by_body.csv").write_bytes((folder / "by_body.csv").read_bytes()[:-1] + b"x"),
    ],
    ids=["gone", "empty", "cut manifest", "no manifest", "list", "other keys", "one byte"],
)
def test_a_damaged_pack_is_not_whole_and_is_mended_to_the_same_bytes(written, council, council_files, damage):
    damage(written)
    assert not _whole(written, council)
    write(council, written.parent, FORMATS)
    assert made.tree(written) == council_files


def test_files_of_an_older_pack_that_this_one_has_not_are_removed_and_others_stay(written, council):
    (written / "minutes.txt").write_text("mine")
    (written / ".pack.xlsx-abcd").write_text("left by a run that was killed")
    write(council, written.parent, ["csv"])
    assert not (written / "pack.xlsx").exists()
    assert (written / "minutes.txt").read_text() == "mine"
    assert not list(written.glob(".*"))
    assert _whole(written, council, formats=["csv"])


def test_a_manifest_that_names_files_elsewhere_removes_and_reads_nothing_there(written, council, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    content = manifest.read(written)
    content["files"].append({"name": "../outside.txt", "bytes": 4, "sha256": hashlib.sha256(b"mine").hexdigest()})
    (written / MANIFEST).write_text(json.dumps(content))
    assert not _whole(written, council)
    write(council, written.parent, FORMATS)
    assert outside.read_text() == "mine"


def test_a_folder_that_is_no_pack_is_left_alone(tmp_path):
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(NotAPack, match=r"holds 'thesis\.docx' and is no pack"):
        check(tmp_path)
