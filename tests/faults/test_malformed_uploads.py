"""Files that must not be: each is refused in words that name what was found and expected, or read with a warning."""

import io
import random
import zipfile

import openpyxl
import pytest
import xlsxwriter

from etl.local import child
from etl.problems import FileRefused
from tests.unit.etl.local.sheets import AREAS, ROWS, address, book, edited, errors, problems


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


# -- sheets


def _twice(opened):
    opened["Schemes"]["D4"] = "Scheme"


def _renamed(opened):
    opened["Outputs"]["D4"] = "Units we planned"


def _no_headings(opened):
    opened["Links"].delete_rows(4)


def _headings_far_below(opened):
    opened["Links"].insert_rows(1, 20)


def _hidden(opened):
    opened["Outputs"].sheet_state = "hidden"


def _very_hidden(opened):
    opened["Outputs"].sheet_state = "veryHidden"


def _another(opened):
    opened.create_sheet("Notes of Jo")


def _copied(opened):
    copy = opened.copy_worksheet(opened["Schemes"])
    copy.title = "schemes "


def _under_no_heading(opened):
    opened["Events"]["H8"] = "a remark"


def _example(opened):
    opened["Events"]["C6"] = "Our own event"


def _no_place(opened):
    opened["About"]["B3"] = None


def _no_label(opened):
    opened["About"]["A5"] = "Month"


def _two_labels(opened):
    opened["About"]["A9"] = "Place"


def _strange_council(opened):
    opened["About"]["B4"] = "Quillshire, Atlantis"


def _name_too_long(opened):
    opened["About"]["B3"] = "x" * 101


def _name_of_signs(opened):
    opened["About"]["B3"] = "!!!"


SHEETS = {
    "a heading twice": (_twice, "the heading 'Scheme' twice", "schemes", "D4", "error"),
    "a heading renamed": (_renamed, "the heading 'Units we planned'", "outputs", "D4", "warning"),
    "no headings": (_no_headings, "no row of headings", "links", "", "error"),
    "headings far below": (_headings_far_below, "no row of headings", "links", "", "error"),
    "a hidden sheet": (_hidden, "a hidden sheet", "Outputs", "", "warning"),
    "a very hidden sheet": (_very_hidden, "a hidden sheet", "Outputs", "", "warning"),
    "a sheet of another name": (_another, "a sheet that the template does not have", "Notes of Jo", "", "warning"),
    "a sheet twice": (_copied, "the same sheet as 'Schemes'", "schemes ", "", "error"),
    "a value under no heading": (_under_no_heading, "'a remark' under no heading", "events", "H8", "warning"),
    "an example written over": (_example, "an example row with other values", "events", "A6", "warning"),
    "no place": (_no_place, "an empty cell", "about", "B3", "error"),
    "a label renamed": (_no_label, "no line 'Seen as at'", "about", "", "error"),
    "a label twice": (_two_labels, "'Place' twice", "about", "A9", "error"),
    "a council that is none": (_strange_council, "'Atlantis'", "about", "B4", "error"),
    "a name too long": (_name_too_long, "'xxx", "about", "B3", "error"),
    "a name of signs": (_name_of_signs, "'!!!'", "about", "B3", "error"),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_that_is_not_as_it_should_be_is_told(name):
    change, found, sheet, cell, level = SHEETS[name]
    _, faults = problems(edited(change))
    matching = [one for one in faults if (one.sheet, one.cell, one.level) == (sheet, cell, level)]
    assert any(found in one.found and one.expected for one in matching), [str(one) for one in faults]


def test_a_sheet_whose_heading_must_be_there_is_refused_without_it():
    def change(opened):
        opened["Outputs"]["C4"] = "When"

    assert any(one.found == "no heading 'Period'" and one.cell == "A4" for one in errors(edited(change)))


def test_example_rows_and_blank_rows_are_not_read():
    def change(opened):
        opened["Events"].insert_rows(9, 3)
        opened["Events"]["A10"] = "totals"

    draft, faults = problems(edited(change))
    assert len(draft.rows["events"]) == len(ROWS["events"])
    assert not [str(one) for one in faults]


def test_a_sheet_from_1904_keeps_its_days():
    def change(opened):
        opened.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        opened["Events"][address("events", "date")].value = openpyxl.utils.datetime.from_excel(43_000)

    draft, _ = problems(edited(change))
    assert draft.rows["events"][0]["date"] == "2017-09-22"


# -- CSV

GOOD = "Scheme,Period,Planned,Actual\r\nS1,2018-04,120,113\r\n"
CSV = {
    "latin letters": (b"Scheme,Period,Planned\r\nS\xe91,2018-04,1\r\n", "outputs.csv", "the byte 0xe9 in line 2"),
    "UTF-16": (GOOD.encode("utf-16"), "outputs.csv", "text in UTF-16"),
    "an open quote": (b'Scheme,Period\r\n"S1,2018-04\r\n', "outputs.csv", "which cannot be read"),
    "a field without end": (b"Scheme,Period\r\nS1," + b"x" * 200_000, "outputs.csv", "which cannot be read"),
    "a name that says nothing": (GOOD.encode(), "data.csv", "a file named 'data.csv'"),
    "a name of two sheets": (GOOD.encode(), "links and outputs.csv", "which names two sheets"),
}


@pytest.mark.parametrize("name", CSV)
def test_a_csv_that_cannot_be_read_is_refused_with_its_line(name):
    data, file_name, found = CSV[name]
    with pytest.raises(FileRefused) as problem:
        problems(data, file_name)
    assert found in problem.value.found
    assert problem.value.expected


@pytest.mark.parametrize("text", [GOOD.replace(",", ";"), "", "\r\n\r\n", "S1,2018-04,120,113\r\n"])
def test_a_csv_without_headings_is_told(text):
    draft, faults = problems(text.encode(), "outputs.csv")
    assert [one.found for one in faults] == ["no row of headings"]
    assert draft.rows == {}


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-", "@SUM(A1)", "\tx", "=cmd|' /C calc'!A0", "<script>", "'; --"])
def test_text_that_a_spreadsheet_would_run_is_kept_as_text(text):
    data = f'Date,Event\r\n2018-04-30,"{text}"\r\n'.encode()
    draft, faults = problems(data, "events.csv")
    assert not faults
    assert draft.rows["events"][0]["text"] == text.strip()
    again, faults = problems(book({"events": draft.rows["events"]}))
    assert not [one for one in faults if one.level == "error"]
    assert again.rows["events"] == draft.rows["events"]


def test_a_workbook_named_csv_is_read_as_the_workbook_it_is():
    draft, _ = problems(WHOLE, "outputs.csv")
    assert set(draft.rows) == set(ROWS)


def test_a_nul_in_a_csv_is_told_with_its_cell():
    found = errors(b"Date,Event\r\n2018-04-30,a\x00b\r\n", "events.csv")
    assert [(one.cell, one.expected) for one in found] == [("B2", "200 characters at most, without control characters")]


def test_more_rows_than_a_sheet_may_have_are_told_at_the_first_of_them():
    rows = "S1,2001-01,1,1\r\n" * 50_001
    draft, _ = problems(f"Scheme,Period,Planned,Actual\r\n{rows}".encode(), "outputs.csv")
    assert [(one.cell, one.expected) for one in draft.problems] == [("A50002", "at most 50,000 rows a sheet")]
