"""Room for words: nothing of a sheet is cut off, on screen or on paper."""

import io
import re
import zipfile
from datetime import date

import pytest

from exports import fit
from exports.pack import Absent, Column, Number, Table
from exports.sheets import sheets
from tests.unit.exports import made


def _table(*columns, rows):
    return Table("x", "X", "", columns, tuple(rows))


@pytest.mark.parametrize(
    ("words", "wide", "lines"),
    [
        ("", 10, 1),
        ("revised", 10, 1),
        ("people per day per 100,000", 12, 3),
        ("January\u00a02018", 8, 2),  # unbroken words that are too long are broken by the program
        ("a" * 64, 16, 4),
        ("LA-Type-B-February-2018.xls", 16, 2),
    ],
)
def test_a_row_is_as_high_as_its_words_need(words, wide, lines):
    assert fit.height([words], [wide + fit.EDGE]) >= lines * fit.LINE


def test_the_longest_cell_gives_the_height():
    assert fit.height(["one", "one two three four five six"], [20, 8]) == fit.height(
        ["one two three four five six"], [8]
    )
    assert fit.height(["x" * 9000], [10]) == fit.TALLEST


def test_numbers_and_their_reasons_stand_on_one_line():
    column = Column("a", "All", "", "", "number", 1)
    room = fit.widths(_table(column, rows=[(Number(12345678.25, 1),), (Absent("[x]", "not submitted"),)]))
    assert fit.height([Number(12345678.25, 1)], room) == fit.LINE
    assert fit.height([Absent("[x]", "not submitted")], room) == fit.LINE


def test_the_longest_word_of_a_title_is_not_broken():
    (room,) = fit.widths(_table(Column("a", "Accommodation unavailable", "", "", "number"), rows=[(1,)]))
    assert room > fit.digits("Accommodation") * fit.BOLD


def test_an_empty_column_is_as_narrow_as_its_title():
    (room,) = fit.widths(_table(Column("note", "Note", ""), rows=[("",), ("",)]))
    assert room < 10


def test_dates_are_measured_as_they_are_shown():
    column = Column("revised", "Revised", "", kind="day")
    (room,) = fit.widths(_table(column, rows=[(date(2018, 9, 13),)]))
    assert fit.height([date(2018, 9, 13)], [room]) == fit.LINE


def test_a_line_longer_than_its_table_gets_columns_of_paper():
    assert fit.spare(["short"], [30]) == 0
    assert fit.spare(["0" * 100], [30]) * fit.SPARE >= 70


def test_every_row_of_a_workbook_has_the_height_of_its_words(council, council_files):
    with zipfile.ZipFile(io.BytesIO(council_files["pack.xlsx"])) as archive:
        names = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
        for part in sheets(council):
            sheet = archive.read(f"xl/worksheets/sheet{names.index(part.name) + 1}.xml").decode()
            written = {
                int(row): float(height) for row, height in re.findall(r'<row r="(\d+)"[^>]* ht="([\d.]+)"', sheet)
            }
            first = made.book_of(council_files["pack.xlsx"])[part.name].max_row - len(part.table.rows) + 1
            room = fit.widths(part.table)
            for row, line in enumerate(part.table.rows, first):
                assert written.get(row, fit.LINE) == fit.height(line, room)
