"""Council workbooks that are refused, each with the sheet and cell; and workbooks of another publication."""

import pytest

from etl.problems import FileRefused, NotThisPublication
from tests.unit.etl import sheets
from tests.unit.etl.sheets import put
from tests.unit.etl.small import BODY, CARE, REASON, council_sheets, read_councils


def refused(book):
    with pytest.raises(FileRefused) as problem:
        read_councils(book)
    return problem.value


@pytest.mark.parametrize(("sheet", "cell"), [(BODY, "J14"), (CARE, "I14"), (REASON, "R14")])
def test_a_column_never_seen_is_refused_with_its_cell(sheet, cell):
    book = council_sheets()
    put(book, sheet, cell, "Independent sector")
    problem = refused(book)
    assert problem.found == "the column 'Independent sector'"
    assert problem.where == f"sheet '{sheet}', cell {cell}"
    assert "etl/layouts" in problem.advice


@pytest.mark.parametrize(("sheet", "cell"), [(BODY, "G14"), (CARE, "F14"), (REASON, "H14")])
def test_a_column_renamed_beyond_recognition_is_refused_with_its_cell(sheet, cell):
    book = council_sheets()
    put(book, sheet, cell, "Z) New wording")
    assert refused(book).where == f"sheet '{sheet}', cell {cell}"


@pytest.mark.parametrize(
    ("sheet", "column", "name"), [(BODY, "H", "both"), (CARE, "G", "non_acute"), (REASON, "M", "G"), (BODY, "I", "all")]
)
def test_a_missing_column_is_refused_by_name(sheet, column, name):
    book = council_sheets()
    sheets.drop_column(book, sheet, column)
    problem = refused(book)
    assert problem.found == f"no column for {name}"
    assert problem.where == f"sheet '{sheet}', row 14"


def test_a_column_that_stands_twice_in_one_block_is_refused():
    book = council_sheets()
    put(book, REASON, "R14", "A) Awaiting completion of assessment")
    put(book, REASON, "S14", "A) Awaiting completion of assessment")
    problem = refused(book)
    assert "twice" in problem.found
    assert problem.where == f"sheet '{REASON}', cell S14"


@pytest.mark.parametrize(
    ("sheet", "by"),
    [
        (CARE, "care"),
        (REASON, "reason"),
        pytest.param(BODY, "body"),
    ],
)
def test_a_workbook_that_lost_one_council_sheet_is_refused(sheet, by):
    book = sheets.rename(council_sheets(), sheet, "Sheet1")
    problem = refused(book)
    assert by in problem.expected
    assert "Sheet1" in problem.found


@pytest.mark.parametrize("sheet", [BODY, CARE, REASON])
def test_a_sheet_without_its_england_row_is_refused_at_the_row_that_stands_there(sheet):
    book = council_sheets()
    sheets.drop_row(book, sheet, 15)
    problem = refused(book)
    assert problem.found == "'Ambermoor'"
    assert problem.where == f"sheet '{sheet}', cell E16"


def test_a_sheet_that_ends_after_its_header_is_refused():
    book = council_sheets()
    del book[CARE][14:]
    assert refused(book).where == f"sheet '{CARE}'"


def test_a_sheet_without_a_header_row_is_refused():
    book = council_sheets()
    sheets.drop_row(book, REASON, 14)
    assert refused(book).where == f"sheet '{REASON}'"


@pytest.mark.parametrize(
    ("sheet", "cell"), [(BODY, "F17"), (CARE, "G19"), (REASON, "Q22"), (BODY, "F15"), (BODY, "K18")]
)
@pytest.mark.parametrize("value", [None, "n/a", "*", -3])
def test_a_cell_that_is_no_number_is_refused_with_its_place(sheet, cell, value):
    book = council_sheets()
    put(book, sheet, cell, value)
    assert refused(book).where == f"sheet '{sheet}', cell {cell}"


@pytest.mark.parametrize(("sheet", "cell"), [(BODY, "F17"), (CARE, "H19"), (REASON, "F18")])
def test_a_fraction_of_a_day_is_refused_with_its_cell(sheet, cell):
    book = council_sheets()
    put(book, sheet, cell, 12.5)
    problem = refused(book)
    assert (problem.found, problem.where) == ("'12.5'", f"sheet '{sheet}', cell {cell}")


@pytest.mark.parametrize("sheet", [BODY, CARE, REASON])
def test_a_code_that_stands_twice_is_refused_with_its_row(sheet):
    book = council_sheets()
    put(book, sheet, "D18", "DM02")
    problem = refused(book)
    assert problem.found == "the code DM02 2 times"
    assert problem.where == f"sheet '{sheet}', row 17"


@pytest.mark.parametrize(
    "code",
    [
        None,
        " ",
        pytest.param("-"),
    ],
)
def test_numbers_in_a_row_without_a_code_are_refused(code):
    book = council_sheets()
    for sheet in (BODY, CARE, REASON):
        put(book, sheet, "D22", code)
        put(book, sheet, "C22", None)
    problem = refused(book)
    assert problem.expected == "a council's code"
    assert problem.where == f"sheet '{BODY}', cell D22"


@pytest.mark.parametrize("period", [None, "2018", "January 2018 - February 2018", "January"])
def test_a_workbook_that_does_not_name_one_month_is_refused(period):
    book = council_sheets()
    put(book, BODY, "C5", period)
    assert refused(book).where == f"sheet '{BODY}', Period"


def test_a_date_of_issue_before_the_month_was_over_is_refused():
    book = council_sheets()
    put(book, BODY, "C8", "30th January 2018")
    put(book, BODY, "C9", None)
    problem = refused(book)
    assert problem.found == "an issue date of 30 January 2018"
    assert "January 2018" in problem.expected


def other(**cells):
    book = council_sheets()
    for cell, value in cells.items():
        put(book, BODY, cell, value)
    return book


@pytest.mark.parametrize(
    "book",
    [
        pytest.param({"Trust - by responsible org": [[1]], "Trust - by reason": [[1]]}, id="a trust workbook"),
        pytest.param(other(C7="Provider"), id="by provider under the councils' sheet names"),
        pytest.param(other(C3="Number of patients in the patient snapshot"), id="the patient snapshot"),
        pytest.param({"Sheet1": [["Title:", "Bed availability"]]}, id="another collection"),
    ],
)
def test_a_workbook_of_another_publication_is_left_alone(book):
    with pytest.raises(NotThisPublication):
        read_councils(book)
