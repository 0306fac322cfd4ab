"""A file that breaks the reader breaks only itself: the files beside it are read, and the reason is said."""

import io
import json
import zipfile

import pytest
import xlsxwriter

from etl.demo import council_workbooks, publish
from etl.demo.councils import councils
from etl.pool import Pool, Task
from tests.start.processes import started

MONTHS = ("2017-12", "2018-01", "2018-02", "2018-03", "2018-04")
BREAKS = "found a file that breaks the reader; expected a file that can be read"
# Rows and columns of the cell farthest from A1; the file itself is a few thousand bytes.
ABORTS, HANGS = (1_048_576, 16_384), (200_000, 146)


def far_cell(rows: int, columns: int) -> bytes:
    """A small workbook whose last cell is so far out that the sheet in full needs far too much memory."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("LA - by responsible org")
    sheet.write_string(0, 0, "Title:")
    sheet.write_number(rows - 1, columns - 1, 1)
    book.close()
    return out.getvalue()


@pytest.fixture(scope="module")
def good_books() -> dict[str, bytes]:
    figures = publish.figures_by_month(councils(), 1)
    return {month: council_workbooks.workbook(month, figures[month]) for month in MONTHS}


def read(folder, files, source="dtoc_councils"):
    """Outcome by file name, through a pool of two."""
    for name, body in files.items():
        (folder / name).write_bytes(body)
    with Pool(folder / "reader.log") as pool:
        return {outcome.task.file.name: outcome for outcome in pool.read([Task(source, folder / n) for n in files])}


def test_a_file_that_aborts_the_reader_is_refused_and_its_neighbours_are_read(tmp_path, good_books, capfd):
    files = {**good_books, "bad.xlsx": far_cell(*ABORTS), **{f"{m}-again": body for m, body in good_books.items()}}
    outcomes = read(tmp_path, files)
    assert outcomes.keys() == files.keys()
    assert outcomes.pop("bad.xlsx").refused.startswith(BREAKS)
    assert {name: outcome.parsed.key for name, outcome in outcomes.items()} == {name: name[:7] for name in outcomes}
    assert capfd.readouterr().err == ""
    assert "memory allocation" in (tmp_path / "reader.log").read_text()


def test_two_files_that_abort_the_reader_are_refused_both(tmp_path, good_books):
    bad = {name: far_cell(*ABORTS) for name in ("bad-1.xlsx", "bad-2.xlsx")}
    outcomes = read(tmp_path, {"bad-1.xlsx": bad["bad-1.xlsx"], **good_books, "bad-2.xlsx": bad["bad-2.xlsx"]})
    assert [name for name, outcome in outcomes.items() if outcome.parsed is None] == sorted(
        bad, key=list(outcomes).index
    )
    assert all(outcomes[name].refused.startswith(BREAKS) for name in bad)


def test_a_pool_that_broke_reads_on(tmp_path, good_books):
    (tmp_path / "bad").write_bytes(far_cell(*ABORTS))
    (tmp_path / "good").write_bytes(good_books["2018-01"])
    with Pool(tmp_path / "reader.log") as pool:
        first = list(pool.read([Task("dtoc_councils", tmp_path / "bad")]))
        second = list(pool.read([Task("dtoc_councils", tmp_path / "good")]))
    assert first[0].refused.startswith(BREAKS)
    assert second[0].parsed.key == "2018-01"


READ_ONE = """
import json, sys
from pathlib import Path
from etl.pool import Pool, Task
if __name__ == "__main__":
    with Pool(Path(sys.argv[1]) / "reader.log", seconds=3) as pool:
        outcomes = list(pool.read([Task("dtoc_councils", Path(sys.argv[1]) / "file.xlsx")]))
    print(json.dumps([outcome.refused for outcome in outcomes]))
"""


def test_a_file_that_takes_all_memory_never_hangs_the_refresh(tmp_path):
    (tmp_path / "file.xlsx").write_bytes(far_cell(*HANGS))
    (tmp_path / "read_one.py").write_text(READ_ONE)
    with started(tmp_path / "said", str(tmp_path / "read_one.py"), str(tmp_path), PYTHONPATH=".") as reader:
        assert reader.wait() == 0
    said = json.loads(reader.said)[0]
    assert said.startswith(BREAKS) or "a damaged file (PanicException)" in said, said  # as the allocator gives up


def test_an_answer_that_takes_all_memory_is_refused_and_its_neighbours_are_read(tmp_path, demo_root):
    """A thousand columns and short lines: 200 KB that the reader unfolds to more than a gigabyte."""
    columns = ",".join(f"C{number}" for number in range(3000))
    files = {"big": f"OBS_VALUE,{columns}\n".encode() + b"1\n" * 14_000}
    files |= {file.name: file.read_bytes() for file in demo_root.glob("raw/population/*/*") if file.suffix != ".json"}
    outcomes = read(tmp_path, files, source="population")
    assert "a damaged file (MemoryError)" in outcomes.pop("big").refused
    assert outcomes
    assert all(outcome.parsed for outcome in outcomes.values())


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


REFUSED = {
    "nothing": (b"", "bytes that begin b''"),
    "web page": (b"\n<!DOCTYPE html><html>Sorry", "found a web page; expected an Excel workbook"),
    "text": (b"Title,Period\n", "bytes that begin b'Title,Pe'"),
    "cut xlsx": (far_cell(20, 5)[:2000], "damaged workbook"),
    "cut xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged workbook"),
    "empty zip": (zipped(), "bytes that begin b'PK"),
    "zip of something": (zipped(**{"readme.txt": b"hello"}), "damaged workbook"),
    "zip bomb": (zipped(**{"xl/workbook.xml": bytes(120_000_000)}), "120,000,000 bytes; expected at most 500 parts"),
    "macros": (zipped(**{"xl/vbaProject.bin": b"x"}), "the part 'xl/vbaproject.bin'; expected a plain workbook"),
    "embedded": (zipped(**{"xl/embeddings/1.bin": b"x"}), "the part 'xl/embeddings/1.bin'"),
    "document type": (zipped(**{"xl/a.xml": b'<!DOCTYPE a [<!ENTITY b "c">]>'}), "a document type"),
}


def test_every_file_that_is_no_workbook_is_refused_with_its_reason(tmp_path):
    outcomes = read(tmp_path, {name: body for name, (body, _) in REFUSED.items()})
    assert {name for name, outcome in outcomes.items() if outcome.refused} == REFUSED.keys()
    for name, (_, reason) in REFUSED.items():
        assert reason in outcomes[name].refused
        assert "expected" in outcomes[name].refused


def test_a_sound_workbook_of_another_publication_is_told_apart_from_a_damaged_one(tmp_path, good_books):
    outcome = read(tmp_path, {"decoy.xlsx": good_books["2018-01"]}, source="dtoc_england")["decoy.xlsx"]
    assert (outcome.parsed, outcome.refused) == (None, "")
    assert "no sheets" in outcome.other
