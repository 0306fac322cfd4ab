"""The open data of a year: as a workbook and as CSV, the year told by England's residents of 65 and over."""

import pytest

from etl.problems import FileRefused, NotThisPublication
from etl.sources import ascof
from tests.unit.etl.outcomes import HEAD, as_csv, as_workbook, one, open_rows, read

ADMISSIONS = "care_home_admissions_65_and_over"


@pytest.mark.parametrize("write", [as_workbook, as_csv])
def test_the_same_figures_are_read_from_a_workbook_and_from_csv(write):
    parsed = read(write(open_rows()))
    assert (parsed.key, parsed.start, parsed.end) == ("year 2020-21", "2020-04", "2021-03")
    found = one(parsed, ADMISSIONS, "2020-21", "E92000001")
    assert (found["value"], found["numerator"], found["denominator"]) == (500.0, 52320.095, 10464019.0)
    assert (found["published_code"], found["margin"], found["base"]) == ("2A2", None, None)
    assert one(parsed, "control_over_daily_life", "2020-21", "E10000006")["shorthand"] == "[x]"
    assert one(parsed, ADMISSIONS, "2020-21", "U")["area_type"] == "council_type"


def test_breakdowns_and_measures_that_are_not_held_are_left():
    assert read(as_workbook(open_rows())).rows == 2 * 5


@pytest.mark.parametrize(("residents", "year"), [(10_179_253, "2018-19"), (10_353_716, "2019-20")])
def test_older_files_have_other_headings_marks_and_empty_cells(residents, year):
    rows = open_rows(residents, head=["ONS Area Code" if name == "ONS Code" else name for name in HEAD])
    for row in rows[1:]:
        row[7] = {"[x]": "c"}.get(row[7], row[7])
    (empty,) = [row for row in rows[1:] if row[3] == "E06000001" and row[4:7] == ["2A2", "Total", "Outcome"]]
    empty[7] = ""
    parsed = read(as_csv(rows))
    assert parsed.key == f"year {year}"
    assert one(parsed, "control_over_daily_life", year, "E06000001")["shorthand"] == "[c]"
    found = one(parsed, ADMISSIONS, year, "E06000001")
    assert (found["value"], found["shorthand"], found["denominator"]) == (None, "[x]", 20_000)


def test_a_year_that_nobody_knows_is_refused_with_its_cell():
    with pytest.raises(FileRefused) as refused:
        read(as_workbook(open_rows(12_345_678)))
    assert "sheet 'in', cell H7" in refused.value.where
    assert refused.value.found == "12,345,678 residents of 65 and over"
    assert "2020-21" in refused.value.expected


def _row(rows, ons, code, part):
    return next(row for row in rows[1:] if (row[3], row[4], row[6]) == (ons, code, part))


@pytest.mark.parametrize(
    ("column", "value", "found", "expected"),
    [
        (4, "2C", "the number 2C", "2A(2) in 2020-21"),
        (9, "The price of tea", "2A2: The price of tea", "a measure of the layout"),
        (6, "Median", "'Median'", "a part and a level"),
        (2, "Parish", "'Parish'", "a part and a level"),
        (7, "many", "'many'", "a number of at least 0"),
        (7, 700.0, "an outcome of 700", "500.0 from 100 of 20,000"),
        (3, "", "the code ''", "the ONS code of a council"),
        (6, "Numerator", "twice", "each part once"),
    ],
)
def test_an_odd_row_is_refused_with_its_cell(column, value, found, expected):
    rows = open_rows()
    _row(rows, "E06000001", "2A2", "Outcome")[column] = value
    with pytest.raises(FileRefused) as refused:
        read(as_workbook(rows))
    assert "sheet 'in', cell H" in refused.value.where
    assert found in refused.value.found
    assert expected in refused.value.expected


def test_a_table_of_another_shape_is_left_alone():
    with pytest.raises(NotThisPublication):
        read(as_workbook([["Region", "Value"], ["North", 1]]))


def test_a_web_page_is_refused_before_it_is_kept():
    with pytest.raises(FileRefused, match="a web page"):
        ascof.sniff(b"<!doctype html><p>ASCOF</p>")
    ascof.sniff(as_csv(open_rows()))
