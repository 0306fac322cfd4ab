"""Names that a spreadsheet would run: 40 of them, in both formats, read back by another program."""

import dataclasses

import pytest
from openpyxl.utils.escape import unescape

from exports.csv_files import rows
from exports.xlsx import workbook
from tests.unit.exports import made

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "|", "\uff1d", "\uff0b", "\uff0d", "\uff20")
PAYLOADS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\0=1+1",
    "|=1+1",
    " =1+1",
    "  +1",
    "\ufeff=1+1",
    "\uff1d1+1",
    "\uff0b1+1",
    "\uff0d1+1",
    "\uff20SUM(1)",
    "=cmd|'/C calc'!A0",
    "+cmd|'/C calc'!A0",
    "-2+3+cmd|'/C calc'!A0",
    "@cmd|'/C calc'!A0",
    '=HYPERLINK("http://example.org","x")',
    '=IMPORTXML("http://example.org","//a")',
    '=WEBSERVICE("http://example.org")',
    '=DDE("cmd";"/C calc";"x")',
    "{=1+1}",
    "{=SUM(A1:A9)}",
    "=Sheet1!$A$1",
    "='Charts'!$A$1",
    "http://example.org",
    "https://example.org/?q=1",
    "mailto:a@example.org",
    "internal:Cover!A1",
    "external:c:\\x.xlsx",
    "ftp://example.org",
    "=1\r\n+1",
    '"=1+1"',
    "'=1+1",
    "<b>x</b>&amp;",
    "a\x07b\x1bc",
    "&C&A&D",
)


@pytest.fixture(params=PAYLOADS, ids=repr)
def hostile(request, council):
    """A pack whose area, publications and files bear a payload for a name."""
    area = council.area._replace(name=request.param)
    files = tuple(one._replace(publication=request.param, file_name=request.param) for one in council.files)
    tables = tuple(_renamed(table, request.param) for table in council.tables)
    return request.param, dataclasses.replace(council, area=area, files=files, tables=tables)


def _renamed(table, payload):
    texts = {"label", "note", "file_name", "publication", "url", "in_words"}
    places = [place for place, column in enumerate(table.columns) if column.key in texts]
    changed = [tuple(payload if at in places else value for at, value in enumerate(row)) for row in table.rows]
    return dataclasses.replace(table, rows=tuple(changed))


def test_there_are_forty():
    assert len(set(PAYLOADS)) == 40


def test_no_name_becomes_a_formula_or_a_link_in_the_workbook(hostile):
    payload, pack = hostile
    book = made.book_of(workbook(pack))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert not [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target]
    assert {cell.value for cell in cells if cell.hyperlink} == {"Back to the contents", *book.sheetnames}
    written = [unescape(cell.value) for cell in cells if isinstance(cell.value, str)]
    assert len([value for value in written if payload.strip()[-3:] in value]) > 5


def test_no_cell_of_the_csv_begins_as_a_formula_and_numbers_stay_numbers(hostile):
    payload, pack = hostile
    for table in pack.tables:
        numbers = {column.key for column in table.columns if column.kind == "number"}
        for row in made.rows_of(rows(pack, table)):
            for key, value in row.items():
                if key in numbers:
                    assert not value or float(value) is not None
                else:
                    assert not value.lstrip(" \ufeff").startswith(STARTS), (table.name, key)
            assert row["area_name"].endswith(payload)


def test_negative_numbers_are_not_touched(council):
    found = made.rows_of(rows(council, council.table("england_beside")))
    assert [row for row in found if row["difference"].startswith("-")]
