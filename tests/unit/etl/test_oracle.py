"""Other readers of the same workbooks come to the same totals as ours."""

import io

import openpyxl
import pytest
import xlrd

from etl.sources import dtoc_councils, dtoc_england
from tests.shared import DATA, needs_shared
from tests.unit.etl.small import council_workbook, days, series_workbook

SHEETS = ("responsible org", "type of care", "reason")
REAL = [
    "dh_133750.xls",
    "LA-Type-B-March-2011-12*.xls",
    "LA-Type-B-April-2013*.xls",
    "LA-Type-B-July-2015*.xls",
    "LA-Type-B-April-2017*.xls",
    "LA-Type-B-January-2018*.xls",
    "LA-Type-B-December-2018*.xls",
    "LA-Type-B-December-2019*.xls",
]


def xlrd_sheets(data):
    book = xlrd.open_workbook(file_contents=data)
    return {sheet.name: [sheet.row_values(number) for number in range(sheet.nrows)] for sheet in book.sheets()}


def openpyxl_sheets(data):
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def totals(sheets, words):
    """Total of every row by code, found in the plainest way: the first column that is called Total."""
    (rows,) = [rows for name, rows in sheets.items() if words in name.lower() and name.startswith("LA")]
    header = [str(cell or "").strip().lower() for cell in rows[13]]
    total, code, name = header.index("total"), header.index("code"), header.index("name")
    return {
        "" if row[name] == "England" else str(row[code]): int(row[total])
        for row in rows[14:]
        if row[name] and row[total] not in ("", None)
    }


def same_as_ours(data, sheets):
    parsed = dtoc_councils.parse(data)
    dtoc_councils.check(parsed)
    for words in SHEETS:
        found = totals(sheets, words)
        assert len(found) > 3
        for code, total in found.items():
            assert (days(parsed, code) or 0) == total, (words, code)


@needs_shared
@pytest.mark.parametrize("pattern", REAL)
def test_xlrd_finds_the_same_totals_in_real_workbooks(pattern):
    found = sorted((DATA / "dtoc_la").glob(pattern))
    assert found, pattern
    data = found[0].read_bytes()
    same_as_ours(data, xlrd_sheets(data))


@needs_shared
def test_xlrd_finds_the_same_england_in_the_real_series():
    data = next((DATA / "dtoc_timeseries").glob("*.xls")).read_bytes()
    rows = xlrd_sheets(data)["Delayed Days by responsible org"]
    header = [str(cell).strip() for cell in rows[14]]
    theirs = [int(row[header.index("Total")]) for row in rows[16:] if isinstance(row[header.index("Total")], float)]
    table = dtoc_england.parse(data).tables["delays"]
    keys = zip(table["body"], table["reason"], table["care_type"], table["value"], strict=True)
    assert [value for *key, value in keys if key == ["all"] * 3] == theirs
    assert len(theirs) == 115


@pytest.mark.parametrize("month", ["2015-04", "2015-07", "2018-01"])
def test_openpyxl_finds_the_same_totals_in_demonstration_workbooks(month):
    data = council_workbook(month)
    same_as_ours(data, openpyxl_sheets(data))


def test_openpyxl_finds_the_same_england_in_a_demonstration_series():
    data = series_workbook()
    rows = openpyxl_sheets(data)["Delayed Days by responsible org"]
    table = dtoc_england.parse(data).tables["delays"]
    keys = zip(table["body"], table["reason"], table["care_type"], table["value"], strict=True)
    assert [value for *key, value in keys if key == ["all"] * 3] == [row[6] for row in rows[16:20]]
