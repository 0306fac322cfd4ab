"""Drift of the council workbooks that is harmless: the same figures come out."""

from datetime import date

import pytest

from etl.discovery import hint
from etl.listing import Link
from tests.unit.etl import sheets
from tests.unit.etl.sheets import get, put
from tests.unit.etl.small import AMBERMOOR, BODY, CARE, REASON, council_sheets, council_workbook, days, read_councils

COUNCIL_SHEETS = (BODY, CARE, REASON)


def header_lower(book):
    for sheet in COUNCIL_SHEETS:
        sheets.insert_rows(book, sheet, 13, 5)


def header_higher(book):
    for sheet in COUNCIL_SHEETS:
        sheets.drop_row(book, sheet, 12)


def empty_columns(book):
    for sheet in COUNCIL_SHEETS:
        sheets.insert_columns(book, sheet, "F", 2)
        sheets.insert_columns(book, sheet, "B")


def empty_rows(book):
    for sheet in COUNCIL_SHEETS:
        sheets.insert_rows(book, sheet, 19, 2)
        sheets.insert_rows(book, sheet, 15)
        book[sheet] += [[None]] * 30


def notes_under_the_table(book):
    for sheet in COUNCIL_SHEETS:
        put(book, sheet, "B24", "Notes:")
        put(book, sheet, "B25", "1. 'Average Number of People Delayed per Day' was previously titled 'DTOC Beds'")


def seen_wording(book):
    put(book, BODY, "G14", "SOCIAL\u00a0SERVICES")
    put(book, BODY, "I14", "Total Delayed Days")
    put(book, CARE, "G14", "Non \u2013 Acute")
    put(book, REASON, "F14", "Completion of Assessment")
    put(book, REASON, "Q14", "TOTAL")
    put(book, BODY, "C14", "ONS Code")
    put(book, BODY, "E14", "Local Authority Name")


def newer_block_title(book):
    put(book, BODY, "K13", "Average Number of People Delayed per Day")


def no_block_titles(book):
    for sheet in (BODY, CARE):
        book[sheet][12] = [None]


def columns_in_another_order(book):
    for row in book[BODY][13:]:
        if len(row) > 7:
            row[5], row[7] = row[7], row[5]


def rows_in_another_order(book):
    rows = book[CARE]
    rows[16], rows[18] = rows[18], rows[16]


def counts_as_text(book):
    put(book, BODY, "F18", "300 ")
    put(book, BODY, "I15", f"{int(get(book, BODY, 'I15')):,}")


def period_as_a_real_date(book):
    for sheet in COUNCIL_SHEETS:
        put(book, sheet, "C5", date(2018, 1, 1))


def beds_by_another_rule(book):
    """Every bed figure doubled: sums still hold, but beds are no longer days divided by 31."""
    for row in book[BODY][14:]:
        row[10:] = [cell * 2 if isinstance(cell, float) else cell for cell in row[10:]]


@pytest.mark.parametrize(
    "drift",
    [
        header_lower,
        header_higher,
        empty_columns,
        empty_rows,
        notes_under_the_table,
        seen_wording,
        newer_block_title,
        no_block_titles,
        columns_in_another_order,
        rows_in_another_order,
        counts_as_text,
        period_as_a_real_date,
        beds_by_another_rule,
    ],
)
def test_harmless_drift_changes_no_figure(drift):
    book = council_sheets()
    drift(book)
    assert facts(read_councils(book)) == facts(read_councils(council_workbook()))


def facts(parsed):
    table = parsed.tables["delays"]
    return parsed.key, sorted(zip(*table.values(), strict=True))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (BODY, "LA-By Responsible Organisation"),
        (BODY, "LA - by responsible org "),
        (BODY, "LA-by responsible org"),
        (CARE, "LA - by Type of Care"),
        (REASON, "la - by reason for delay"),
    ],
)
def test_a_sheet_whose_name_drifted_is_still_found(old, new):
    book = sheets.rename(council_sheets(), old, new)
    assert facts(read_councils(book)) == facts(read_councils(council_workbook()))


def test_more_sheets_fewer_other_sheets_and_another_order_are_harmless():
    book = council_sheets()
    del book["England"]
    book = {"Data Quality": [[None, "RXX"]], **dict(reversed(book.items()))}
    assert facts(read_councils(book)) == facts(read_councils(council_workbook()))


def test_a_code_stored_as_a_number_is_the_same_code():
    book = council_sheets()
    for sheet in COUNCIL_SHEETS:
        put(book, sheet, "D17", 716)
    parsed = read_councils(book)
    assert parsed.tables["areas"]["nhs_code"][0] == "716"
    assert days(parsed, "716") == 110


def test_the_month_comes_from_inside_and_never_from_the_file_name():
    link = Link("https://www.england.nhs.uk/LA-Type-B-December-2018-3SmuW.xls", "Local Authority", "")
    assert hint(link) == "2018-12"
    assert read_councils(council_workbook("2017-12")).key == "2017-12"


@pytest.mark.parametrize(("printed", "notes"), [(None, 0), ("-", 0), ("8th of Marchember", 1)])
def test_a_missing_date_of_issue_is_no_reason_to_refuse_and_an_odd_one_is_said(printed, notes):
    book = council_sheets()
    put(book, BODY, "C8", printed)
    parsed = read_councils(book)
    assert parsed.published is None
    assert len(parsed.notes) == notes
    assert days(parsed, AMBERMOOR.nhs_code) == 110
