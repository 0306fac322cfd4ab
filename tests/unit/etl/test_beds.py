"""Beds open overnight: the layout of 2010-11 and the documented later one, and what is refused with its place."""

from datetime import date

import pytest

from etl.demo import bed_workbooks
from etl.problems import FileRefused, NotThisPublication
from etl.sources import beds
from tests.unit.etl import sheets
from tests.unit.etl.sheets import get, put

SHEET = "NHS Trust by Sector"
LAST = "2018-03"


@pytest.fixture(scope="module")
def original():
    return sheets.read(bed_workbooks.workbook(LAST))


@pytest.fixture
def book(original):
    return {name: [list(row) for row in rows] for name, rows in original.items()}


def read(book):
    parsed = beds.parse(sheets.write(book))
    beds.check(parsed)
    return parsed


def refused(book):
    with pytest.raises(FileRefused) as problem:
        read(book)
    return problem.value


def value(parsed, *key):
    table = parsed.tables["beds"]
    rows = {row[:3]: row[3] for row in zip(*table.values(), strict=True)}
    return rows[key]


def test_a_quarter_is_named_by_its_last_month_and_dated_by_its_status(book):
    parsed = read(book)
    assert (parsed.key, parsed.start, parsed.end) == ("2017-18 Q4", "2018-01", "2018-03")
    assert parsed.published == date(2018, 5, 10)
    assert parsed.revised is None


def test_dates_under_labels_of_their_own_are_read_too(book):
    put(book, SHEET, "A3", "Published:")
    put(book, SHEET, "B3", "24th May 2018")
    assert read(book).published == date(2018, 5, 24)


def test_england_and_every_organisation_are_read_by_sector(book):
    parsed = read(book)
    assert value(parsed, "E92000001", "beds_occupied", "all") == pytest.approx(get(book, SHEET, "L8"))
    assert value(parsed, "DMT01", "beds_available", "maternity") == get(book, SHEET, "I10")
    assert len(parsed.tables["organisations"]["code"]) == 21


def test_the_table_may_stand_lower_and_call_its_columns_as_later_files_do(book, original):
    book[SHEET][3:3] = [["Period:", "January to March 2018"], *[[] for _ in range(7)]]
    put(book, SHEET, "B14", "Period End")
    put(book, SHEET, "C14", "Region Code")
    assert read(book).tables == read(original).tables


def test_an_organisation_that_sent_no_return_has_no_numbers(book):
    row = next(number for number, cells in enumerate(book[SHEET], 1) if len(cells) > 3 and cells[3] == "DMT21")
    for place in (*range(5, 10), *range(11, 16)):
        book[SHEET][7][place] -= book[SHEET][row - 1][place]
        book[SHEET][row - 1][place] = "-"
    assert value(read(book), "DMT21", "beds_occupied", "all") is None


@pytest.mark.parametrize(
    ("cell", "new", "where"),
    [
        ("G6", "Palliative", f"sheet '{SHEET}', cell G6"),
        ("F5", "Closed", f"sheet '{SHEET}', cell F6"),
        ("F6", "Maternity", f"sheet '{SHEET}', cell I6"),
        ("L10", "full", f"sheet '{SHEET}', cell L10"),
        ("L10", -1, f"sheet '{SHEET}', cell L10"),
        ("D10", None, f"sheet '{SHEET}', cell D10"),
        ("D11", "DMT01", f"sheet '{SHEET}', row 11"),
        ("D10", "trust one", f"sheet '{SHEET}', row 10"),
        ("E8", "Wales", f"sheet '{SHEET}', cell E8"),
        ("B10", "February", f"sheet '{SHEET}', row 10"),
        ("A10", "2016-17", f"sheet '{SHEET}', row 10"),
        ("B1", "Beds, NHS organisations in England", f"sheet '{SHEET}', Title"),
    ],
)
def test_a_surprise_is_refused_with_its_place(book, cell, new, where):
    put(book, SHEET, cell, new)
    assert refused(book).where == where


@pytest.mark.parametrize("cell", ["L10", "M10", "F12"])
def test_sectors_that_do_not_make_the_total_are_refused(book, cell):
    put(book, SHEET, cell, get(book, SHEET, cell) + 1)
    assert refused(book).where.startswith(f"sheet '{SHEET}', cell {'F12' if cell == 'F12' else 'L10'}")


def test_organisations_that_do_not_make_england_are_refused(book):
    for cell in ("L10", "M10"):
        put(book, SHEET, cell, get(book, SHEET, cell) + 1)
    assert refused(book).where.startswith(f"sheet '{SHEET}', cell L8")


def test_beds_open_by_day_are_another_publication(book):
    put(book, SHEET, "B1", "Average daily number of available and occupied beds open day only")
    with pytest.raises(NotThisPublication):
        beds.parse(sheets.write(book))


def test_a_quarter_issued_before_its_end_is_refused(book):
    put(book, SHEET, "B3", "Published 10 March 2018")
    assert "after March 2018" in refused(book).expected
