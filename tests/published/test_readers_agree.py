"""The reader of the product agrees with another one on every cell of every real workbook: xlrd or openpyxl."""

import datetime
import io
import itertools
import math

import openpyxl
import pytest
import python_calamine
import xlrd

from etl import workbook
from tests.shared import DATA, needs_shared

BOOKS = sorted(file for file in DATA.rglob("*.xls*") if file.suffix in (".xls", ".xlsx")) if DATA.is_dir() else []
pytestmark = needs_shared
ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})  # nothing, to our reader:
# a parser that needs a number refuses a cell with nothing in it


def ours(data):
    """Sheets as the product's reader gives them, also those that no source asks for."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    every = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    return {name: [[plain(cell) for cell in row] for row in rows] for name, rows in every.items()}


def by_xlrd(data):
    book = xlrd.open_workbook(file_contents=data)
    return {s.name: [[_xlrd(cell, book) for cell in s.row(n)] for n in range(s.nrows)] for s in book.sheets()}


def _xlrd(cell, book):
    if cell.ctype == xlrd.XL_CELL_DATE:
        return plain(xlrd.xldate_as_datetime(cell.value, book.datemode))
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return None
    return plain(bool(cell.value) if cell.ctype == xlrd.XL_CELL_BOOLEAN else cell.value)


def by_openpyxl(data):
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    found = {}
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        found[sheet.title] = [[plain(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    return found


def plain(cell):
    """A cell in one of five forms: nothing, text, truth, number, moment."""
    if cell is None or cell == "" or (isinstance(cell, str) and cell in ERRORS):
        return None
    if isinstance(cell, bool | str):
        return cell
    if isinstance(cell, int | float):
        return float(cell)
    if isinstance(cell, datetime.datetime):
        return cell
    if isinstance(cell, datetime.date):
        return datetime.datetime.combine(cell, datetime.time())
    return str(cell)


def trimmed(rows):
    """Rows without the empty cells at their ends and the empty rows at the end."""
    kept = []
    for row in rows:
        last = len(row)
        while last and row[last - 1] is None:
            last -= 1
        kept.append(row[:last])
    while kept and not kept[-1]:
        kept.pop()
    return kept


def differences(name, one, other):
    """Cells that differ, as (sheet, cell, ours, theirs)."""
    if len(one) != len(other):
        return [(name, "rows", len(one), len(other))]
    found = []
    for number, (left, right) in enumerate(zip(one, other, strict=True)):
        if left != right:
            pairs = itertools.zip_longest(left, right)
            found += [(name, workbook.a1(number, c), a, b) for c, (a, b) in enumerate(pairs) if not same(a, b)]
    return found


def same(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-14)
    return one == other


@pytest.mark.parametrize("file", BOOKS, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_two_readers_find_the_same_in_every_cell(file):
    data = file.read_bytes()
    theirs = by_xlrd(data) if workbook.sniff(data) == "xls" else by_openpyxl(data)
    mine = ours(data)
    assert list(mine) == list(theirs)
    found = [one for name in mine for one in differences(name, trimmed(mine[name]), trimmed(theirs[name]))]
    assert found[:5] == []
