"""The England series of delays: gaps, repeats, sums and pairs that cannot be."""

import pytest

from etl.problems import FileRefused
from tests.unit.etl import sheets
from tests.unit.etl.sheets import add, put
from tests.unit.etl.test_england_series import ALL_SHEETS, BODY, CARE, CROSS, REASON, read, series_sheets

JANUARY = {BODY: 18, CARE: 18, REASON: 18, CROSS: 20}
LAST = {BODY: 20, CARE: 20, REASON: 20, CROSS: 22}


def refused(book):
    with pytest.raises(FileRefused) as problem:
        read(book)
    return problem.value


def test_a_month_left_out_is_refused():
    book = series_sheets()
    for sheet, row in JANUARY.items():
        sheets.drop_row(book, sheet, row)
    problem = refused(book)
    assert "3 months with gaps or repeats" in problem.found
    assert problem.where.startswith("sheet 'Delayed Days")


def test_a_month_that_stands_twice_is_refused():
    book = series_sheets()
    for sheet, row in JANUARY.items():
        put(book, sheet, f"C{row}", "December")
    assert "gaps or repeats" in refused(book).found


def test_months_in_another_order_are_refused():
    book = series_sheets()
    for sheet, row in JANUARY.items():
        put(book, sheet, f"C{row}", "February")
        put(book, sheet, f"C{row + 1}", "January")
    assert "gaps or repeats" in refused(book).found


@pytest.mark.parametrize("sheet", [CARE, REASON, CROSS])
def test_a_sheet_with_fewer_months_than_the_others_is_refused(sheet):
    book = series_sheets()
    sheets.drop_row(book, sheet, LAST[sheet])
    problem = refused(book)
    assert problem.where == f"sheet '{sheet}'"
    assert problem.expected == "the months of the other sheets, 2017-12 to 2018-03"


@pytest.mark.parametrize(("cell", "value"), [("B18", "2017-19"), ("B18", None), ("C18", "Januember"), ("B18", "2018")])
def test_a_month_that_cannot_be_read_is_refused_with_its_cell(cell, value):
    book = series_sheets()
    put(book, BODY, cell, value)
    assert refused(book).where == f"sheet '{BODY}', cell B18"


def test_figures_in_a_row_without_a_month_are_refused():
    book = series_sheets()
    for sheet, row in LAST.items():
        put(book, sheet, f"C{row}", None)
    refused(book)


@pytest.mark.parametrize(("sheet", "cell"), [(BODY, "D18"), (CARE, "E18"), (REASON, "I18")])
def test_a_part_that_is_not_the_sum_of_the_full_table_is_refused_with_its_cell(sheet, cell):
    book = series_sheets()
    add(book, sheet, cell, 3)
    problem = refused(book)
    assert problem.where == f"sheet '{sheet}', cell {cell}"
    assert problem.expected.endswith(", the sum of the full table")
    assert int(problem.found.replace(",", "")) - int(problem.expected.split(", the")[0].replace(",", "")) == 3


def test_a_full_table_with_days_too_many_is_refused():
    book = series_sheets()
    add(book, CROSS, "D20", 3)
    problem = refused(book)
    assert problem.where == f"sheet '{BODY}', cell D18"
    assert problem.expected.endswith(", the sum of the full table")


@pytest.mark.parametrize(
    ("taken", "given"), [("D20", "E20"), ("D20", "G20"), ("D20", "AH20")], ids=["body", "reason", "type of care"]
)
def test_a_full_table_that_differs_from_the_other_sheets_in_one_split_is_refused(taken, given):
    book = series_sheets()
    add(book, CROSS, taken, -7)
    add(book, CROSS, given, 7)
    refused(book)


@pytest.mark.parametrize(("sheet", "total", "part"), [(CARE, "F", "D"), (REASON, "O", "D")])
def test_totals_that_differ_between_sheets_are_refused(sheet, total, part):
    book = series_sheets()
    add(book, sheet, f"{total}19", 3)
    add(book, sheet, f"{part}19", 3)
    problem = refused(book)
    assert problem.expected.endswith(" as on the other sheets")
    assert problem.where.startswith(f"sheet '{sheet}', cell {total}")


def test_the_cell_of_a_total_that_differs_is_named():
    book = series_sheets()
    add(book, CARE, "F19", 3)
    add(book, CARE, "D19", 3)
    problem = refused(book)
    assert problem.where == f"sheet '{CARE}', cell F19"
    assert "2,050" in problem.found


def test_days_of_a_body_that_cannot_own_the_reason_are_refused():
    book = series_sheets()
    add(book, CROSS, "J20", -40)
    add(book, CROSS, "K20", 40)
    problem = refused(book)
    assert problem.where == f"sheet '{CROSS}', cell K20"
    assert problem.found == "40 days of reason C (acute) for Social care"


@pytest.mark.parametrize("value", ["-", None, 12.5, -1, "NA"])
@pytest.mark.parametrize(("sheet", "cell"), [(BODY, "D18"), (REASON, "N19"), (CROSS, "F20")])
def test_a_cell_that_is_no_count_is_refused_with_its_place(sheet, cell, value):
    book = series_sheets()
    put(book, sheet, cell, value)
    assert refused(book).where == f"sheet '{sheet}', cell {cell}"


@pytest.mark.parametrize(("sheet", "cell"), [(BODY, "H15"), (CARE, "G15"), (REASON, "P15")])
def test_a_column_never_seen_is_refused_with_its_cell(sheet, cell):
    book = series_sheets()
    put(book, sheet, cell, "Independent sector")
    problem = refused(book)
    assert problem.found == "the column 'Independent sector'"
    assert problem.where == f"sheet '{sheet}', cell {cell}"


def test_a_reason_never_seen_in_the_full_table_is_refused_with_its_cell():
    book = series_sheets()
    put(book, CROSS, "G16", "P) Something new")
    problem = refused(book)
    assert problem.found == "the column 'Acute / P) Something new / NHS'"
    assert problem.where == f"sheet '{CROSS}', cell G17"


@pytest.mark.parametrize("sheet", [CARE, REASON])
def test_a_missing_sheet_is_refused(sheet):
    book = series_sheets()
    del book[sheet]
    assert "a sheet by" in refused(book).expected


def test_a_series_issued_before_its_last_month_was_over_is_refused():
    book = series_sheets()
    for sheet in ALL_SHEETS:
        put(book, sheet, "C8", "8th March 2018")
    assert refused(book).found == "an issue date of 8 March 2018"
