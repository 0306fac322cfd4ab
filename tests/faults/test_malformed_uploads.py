"""Files that must not be: each is refused in words that name what was found and expected, or read with a warning."""

import io
import random
import zipfile

import pytest
import xlsxwriter

from etl.local import child
from etl.problems import FileRefused
from tests.unit.etl.local.sheets import AREAS, book, problems


def repacked(change, data=None) -> bytes:
    """The workbook with its parts changed: ``change`` maps name to bytes."""
    with zipfile.ZipFile(io.BytesIO(data or book())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


def put(name: str, body: bytes):
    return repacked(lambda parts: parts.update({name: body}))


def replaced(name: str, before: bytes, after: bytes):
    def change(parts):
        assert before in parts[name]
        parts[name] = parts[name].replace(before, after, 1)

    return repacked(change)


def made(write) -> bytes:
    """A workbook written from nothing."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "constant_memory": False}) as opened:
        write(opened)
    return out.getvalue()


def far(row: int, column: int):
    def write(opened):
        sheet = opened.add_worksheet("Schemes")
        sheet.write(0, 0, "Scheme")
        sheet.write(row, column, "x")

    return made(write)


def million():
    sheet = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 70_000))
    body = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet}'
    return put("xl/worksheets/sheet3.xml", f"{body}</sheetData></worksheet>".encode())


WHOLE = book()
PART = "xl/worksheets/sheet3.xml"  # the sheet of schemes
REFUSED = {
    "empty": (b"", "0 bytes", "1 to 20,000,000"),
    "too large": (b"P" * 20_000_001, "20,000,001 bytes", "1 to 20,000,000"),
    "a web page": (b"<!DOCTYPE html><html><body>Sign in</body></html>", "a web page", "Excel workbook"),
    "a web page after blanks": (b"\n\n  <html>", "a web page", "Excel workbook"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Excel workbook", ".xlsx"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "bytes that begin", "Excel workbook"),
    "text": (b"scheme,name\nS1,x\n", "bytes that begin", "Excel workbook"),
    "only the first bytes": (b"PK\x03\x04", "a damaged workbook", "a workbook that opens"),
    "cut in the middle": (WHOLE[: len(WHOLE) // 2], "a damaged workbook", "a workbook that opens"),
    "cut at the end": (WHOLE[:-30], "a damaged workbook", "a workbook that opens"),
    "a zip of nothing": (b"PK\x05\x06" + b"\0" * 18, "bytes that begin", "Excel workbook"),
    "a zip of something else": (repacked(lambda parts: (parts.clear(), parts.update(a=b"x"))), "another kind", ".xlsx"),
    "an open document": (
        repacked(lambda parts: (parts.clear(), parts.update({"content.xml": b"<x/>"}))),
        "an OpenDocument spreadsheet",
        ".xlsx",
    ),
    "a zip bomb": (put("xl/media/a.bin", b"\0" * 60_000_000), "parts of", "at most 500 parts"),
    "a thousand parts": (
        repacked(lambda parts: parts.update({f"x/{n}": b"" for n in range(1000)})),
        "parts of",
        "at most 500 parts",
    ),
    "macros": (put("xl/vbaProject.bin", b"x"), "vbaproject.bin", "without macros"),
    "links to other files": (put("xl/externalLinks/externalLink1.xml", b"<x/>"), "externallinks", "links"),
    "an embedded file": (put("xl/embeddings/a.doc", b"x"), "embeddings", "embedded files"),
    "a connection": (put("xl/connections.xml", b"<x/>"), "connections", "links"),
    "a document type": (
        replaced(PART, b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet'),
        "a document type",
        "a plain workbook",
    ),
    "a document type after a long comment": (
        replaced(PART, b"<worksheet", b"<!--" + b"x" * 4000 + b'--><!DOCTYPE a [<!ENTITY b "c">]><worksheet'),
        "a document type",
        "a plain workbook",
    ),
    "a sheet that ends early": (replaced(PART, b"</sheetData>", b""), "a damaged workbook", "opens"),
    "a sheet that is no XML": (put(PART, b"\0\1\2"), "a damaged workbook", "opens"),
    "no list of sheets": (repacked(lambda parts: parts.pop("xl/_rels/workbook.xml.rels")), "damaged", "opens"),
    "a far row": (far(1_000_000, 0), "a cell far outside", "at most 60,000 rows"),
    "a far column": (far(3, 16_000), "a cell far outside", "200 columns"),
    "too many rows": (million(), "a cell far outside", "at most 60,000 rows"),
    "sheets of another workbook": (made(lambda one: one.add_worksheet("Sheet1")), "Sheet1", "one or more of: Schemes"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_must_not_be_is_refused_in_words(name, tmp_path):
    data, found, expected = REFUSED[name]
    with pytest.raises(FileRefused) as problem:
        child.read(data, "book.xlsx", AREAS, log=tmp_path / "log")
    assert found in problem.value.found
    assert expected in problem.value.expected
    assert problem.value.advice
    assert "publisher" not in str(problem.value)


def test_a_far_cell_is_named_with_its_sheet():
    with pytest.raises(FileRefused, match="sheet 'Schemes', cell A1000001"):
        problems(far(1_000_000, 0))


@pytest.mark.parametrize("seed", range(12))
def test_bytes_changed_at_random_are_refused_or_read(seed, tmp_path):
    """In one process: what would abort it is for the child; here nothing may escape as another error."""
    chance, data = random.Random(seed), bytearray(WHOLE)
    for _ in range(chance.choice((1, 3, 20))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        child.read(bytes(data), "book.xlsx", AREAS, log=tmp_path / "log")
    except FileRefused as problem:
        assert problem.found  # noqa: PT017 - reading it is as good as refusing it
        assert problem.expected
