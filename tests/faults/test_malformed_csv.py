"""Sheets as CSV that cannot be read, and texts that a spreadsheet would run: told with their line, or kept as text."""

import pytest

from etl.problems import FileRefused
from tests.unit.etl.local.sheets import ROWS, book, errors, problems

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
    draft, _ = problems(book(), "outputs.csv")
    assert set(draft.rows) == set(ROWS)


def test_a_nul_in_a_csv_is_told_with_its_cell():
    found = errors(b"Date,Event\r\n2018-04-30,a\x00b\r\n", "events.csv")
    assert [(one.cell, one.expected) for one in found] == [("B2", "200 characters at most, without control characters")]


def test_more_rows_than_a_sheet_may_have_are_told_at_the_first_of_them():
    rows = "S1,2001-01,1,1\r\n" * 50_001
    draft, _ = problems(f"Scheme,Period,Planned,Actual\r\n{rows}".encode(), "outputs.csv")
    assert [(one.cell, one.expected) for one in draft.problems] == [("A50002", "at most 50,000 rows a sheet")]
