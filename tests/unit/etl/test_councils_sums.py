"""Control totals of the council workbooks: each failure names sheet, cell, found and expected."""

import pytest

from etl.problems import FileRefused
from etl.sources import dtoc_councils
from tests.unit.etl import sheets
from tests.unit.etl.sheets import add, get, put
from tests.unit.etl.small import BODY, CARE, OLD_CARE, REASON, council_sheets, read_councils

PARTS = [(BODY, part, "I") for part in "FGH"] + [(CARE, part, "H") for part in "FG"]
PARTS += [(REASON, part, "Q") for part in "FGHIJKLMNOP"]


def refused(book):
    with pytest.raises(FileRefused) as problem:
        read_councils(book)
    return problem.value


def number(value):
    return f"{int(value):,}"


@pytest.mark.parametrize(("sheet", "part", "total"), PARTS)
def test_a_column_that_does_not_make_england_is_refused_at_englands_cell(sheet, part, total):
    book = council_sheets()
    england = get(book, sheet, f"{part}15")
    add(book, sheet, f"{part}18", 1)
    add(book, sheet, f"{total}18", 1)
    problem = refused(book)
    assert problem.where.startswith(f"sheet '{sheet}', cell {part}15 (")
    assert problem.found == f"{number(england)} for England"
    assert problem.expected == f"{number(england + 1)}, the sum of {part}17 to {part}22"


@pytest.mark.parametrize(("sheet", "column"), [(BODY, c) for c in "KLMN"] + [(CARE, c) for c in "JKL"])
@pytest.mark.parametrize("wrong_by", [1.0, 0.01, -0.01])
def test_a_column_of_beds_that_does_not_make_england_is_refused_at_englands_cell(sheet, column, wrong_by):
    book = council_sheets()
    add(book, sheet, f"{column}18", wrong_by)
    problem = refused(book)
    assert problem.where.startswith(f"sheet '{sheet}', cell {column}15 (")
    assert f"the sum of {column}17 to {column}22" in problem.expected


def test_the_last_digit_of_a_published_average_is_no_reason_to_refuse():
    book = council_sheets()
    for row in book[BODY][14:]:
        row[10:] = [round(cell, 9) if isinstance(cell, float) else cell for cell in row[10:]]
    assert read_councils(book).key == "2018-01"


@pytest.mark.parametrize(("sheet", "total"), [(BODY, "I"), (CARE, "H"), (REASON, "Q")])
@pytest.mark.parametrize("row", [15, 18, 22])
def test_a_row_whose_parts_do_not_make_its_total_is_refused_at_the_total(sheet, total, row):
    book = council_sheets()
    right = get(book, sheet, f"{total}{row}")
    put(book, sheet, f"{total}{row}", right + 1)
    problem = refused(book)
    assert problem.where == f"sheet '{sheet}', cell {total}{row}"
    assert problem.found == f"a total of {right + 1:.0f}"
    assert problem.expected == f"{number(right)}, the sum of its parts"


@pytest.mark.parametrize(("sheet", "part", "total"), [(CARE, "F", "H"), (REASON, "F", "Q")])
def test_a_council_with_another_total_on_another_sheet_is_refused(sheet, part, total):
    book = council_sheets()
    for row, change in ((17, 1), (18, -1)):
        add(book, sheet, f"{part}{row}", change)
        add(book, sheet, f"{total}{row}", change)
    problem = refused(book)
    assert problem.where == f"sheet '{sheet}', cell {total}17"
    assert (problem.found, problem.expected) == ("111", f"110 as on sheet '{BODY}'")


@pytest.mark.parametrize("sheet", [CARE, REASON])
def test_a_council_that_is_on_one_sheet_only_is_refused_by_its_code(sheet):
    book = council_sheets()
    put(book, sheet, "D17", "DM99")
    problem = refused(book)
    assert problem.where == f"sheet '{sheet}'"
    assert "DM02" in problem.found
    assert "DM99" in problem.found


@pytest.mark.parametrize("month", ["2015-04", "2015-07"])
@pytest.mark.parametrize(("sheet", "part", "total"), [(BODY, "F", "I"), (OLD_CARE, "G", "H"), (REASON, "F", "P")])
def test_the_older_layouts_are_reconciled_too(month, sheet, part, total):
    book = council_sheets(month)
    add(book, sheet, f"{part}18", 1)
    add(book, sheet, f"{total}18", 1)
    assert refused(book).where.startswith(f"sheet '{sheet}', cell {part}15")


def test_a_sheet_with_one_row_under_england_is_refused():
    book = council_sheets()
    for sheet in (BODY, CARE, REASON):
        del book[sheet][17:]
        put(book, sheet, "D17", "716")
        for column, cell in enumerate(book[sheet][16]):
            if column > 4:
                book[sheet][14][column] = cell
    problem = refused(book)
    assert (problem.found, problem.where) == ("1 councils", f"sheet '{BODY}'")


def test_reading_alone_does_not_hide_a_wrong_sum_from_the_check():
    book = council_sheets()
    add(book, BODY, "F18", 1)
    parsed = dtoc_councils.parse(sheets.write(book))
    with pytest.raises(FileRefused):
        dtoc_councils.check(parsed)
