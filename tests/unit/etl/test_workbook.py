"""Reading workbooks: the bytes decide, and cells keep their places."""

from datetime import date

import pytest

from etl.demo import books
from etl.problems import FileRefused
from etl.workbook import Workbook, a1, at, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def plain():
    return books.workbook({"One": [[None], [None, "Title:", "Delays"], [None, 3, date(2018, 1, 1)]], "Two": [["x"]]})


@pytest.mark.parametrize(("data", "kind"), [(OLE + b"\0" * 8, "xls"), (b"PK\x03\x04" + b"\0" * 8, "xlsx")])
def test_the_first_bytes_say_what_a_file_is(data, kind):
    assert sniff(data) == kind


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"<!DOCTYPE html><html>Sorry</html>", "a web page"),
        (b"\r\n  <html><body>404", "a web page"),
        (b"<?xml version='1.0'?>", "a web page"),
        (b"Code,Name\r\n1,2", "bytes that begin b'Code,Nam'"),
        (b"%PDF-1.4", "bytes that begin b'%PDF-1.4'"),
        (b"PK\x05\x06" + b"\0" * 18, "bytes that begin b'PK\\x05\\x06\\x00\\x00\\x00\\x00'"),
        (b"", "bytes that begin b''"),
    ],
)
def test_anything_but_a_workbook_is_refused_by_what_it_is(data, found):
    with pytest.raises(FileRefused) as refused:
        Workbook(data)
    assert refused.value.found == found
    assert "Fetch it again" in refused.value.advice


def test_rows_start_at_the_first_cell_so_that_places_are_excels():
    book = Workbook(plain())
    assert book.sheets == ("One", "Two")
    assert book.rows("One") == [["", "", ""], ["", "Title:", "Delays"], ["", 3.0, date(2018, 1, 1)]]


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [
        (0, 0, "A1"),
        (14, 3, "D15"),
        (9, 25, "Z10"),
        (9, 26, "AA10"),
        (0, 51, "AZ1"),
        (0, 52, "BA1"),
        (0, 701, "ZZ1"),
        (0, 702, "AAA1"),
    ],
)
def test_cells_are_named_as_in_excel(row, column, name):
    assert a1(row, column) == name
    assert at("LA - by reason", row, column) == f"sheet 'LA - by reason', cell {name}"


@pytest.mark.parametrize("size", [200, 2000, 0.5, 0.9])
def test_a_file_that_stops_half_way_is_refused(size):
    data = plain()
    keep = int(len(data) * size) if size < 1 else size
    with pytest.raises(FileRefused, match="damaged workbook"):
        Workbook(data[:keep])


def test_an_old_workbook_that_stops_after_its_head_is_refused():
    with pytest.raises(FileRefused, match="damaged workbook"):
        Workbook(OLE + b"\0" * 2000)


def test_a_workbook_with_far_more_sheets_than_any_publication_is_refused():
    with pytest.raises(FileRefused, match="65 sheets; expected at most 64"):
        Workbook(books.workbook({f"S{number}": [[1]] for number in range(65)}))


@pytest.mark.parametrize(
    ("rows", "size"),
    [
        pytest.param([[1, *[None] * 499, 1]], "1 rows and 501 columns", id="wide"),
        pytest.param([[1], *[[None]] * 200_000, [1]], "200002 rows and 1 columns", id="long"),
        pytest.param([[*[None] * 500, 1]], "501 columns", id="one cell far from A1"),
    ],
)
def test_a_sheet_far_larger_than_any_publication_is_refused_by_name(rows, size):
    book = Workbook(books.workbook({"Large": rows, "Small": [[1]]}))
    with pytest.raises(FileRefused, match=f"sheet 'Large'.*{size}"):
        book.rows("Large")
    assert book.rows("Small") == [[1.0]]
