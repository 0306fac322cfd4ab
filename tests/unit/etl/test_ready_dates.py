"""The discharge ready date as documented: three layouts of the workbook and the text, and every surprise refused."""

import pytest

from domain import discharge_ready as drd
from etl.demo import ready_files
from etl.problems import FileRefused, NotThisPublication
from etl.sources import discharge_ready_date
from tests.unit.etl import sheets
from tests.unit.etl.sheets import get, put

LONG, SHORT, NARROW, TEXT = "2024-04", "2023-09", "2023-11", "2024-08"
PROVIDER, COUNCIL, COVER = "Provider", "UTLA Acceptable", "Cover Sheet"
AVERAGE = "Average days from Discharge Ready Date to date of discharge"
HEAD, ENGLAND = 8, 9  # rows of the header and of England, on both sheets


def parse(data):
    parsed = discharge_ready_date.parse(data)
    discharge_ready_date.check(parsed)
    return parsed


def numbers(parsed, area):
    table = parsed.tables["discharge_ready"]
    return {
        measure: value
        for code, measure, value in zip(*(table[name] for name in ("area_code", "measure", "value")), strict=True)
        if code == area
    }


@pytest.fixture(scope="module")
def original():
    return sheets.read(ready_files.file(LONG)[1])


@pytest.fixture
def book(original):
    return {name: [list(row) for row in rows] for name, rows in original.items()}


def refused(book):
    with pytest.raises(FileRefused) as problem:
        parse(sheets.write(book))
    return problem.value


def column(book, sheet, title, nth=0):
    """Excel letters of the nth column with a title."""
    found = [place for place, cell in enumerate(book[sheet][HEAD - 1]) if cell == title]
    letters, number = "", found[nth] + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@pytest.mark.parametrize("month", [SHORT, NARROW, LONG, TEXT])
def test_each_documented_layout_gives_shares_and_averages_of_england(month):
    parsed = parse(ready_files.file(month)[1])
    assert parsed.key == month
    found = numbers(parsed, "E92000001")
    assert found["drd_same_day_pct"] + found["drd_one_day_or_more_pct"] == pytest.approx(100)
    assert found["drd_average_days_exc_0"] > 1
    assert ("drd_average_days_inc_0" in found) == (month in (LONG, TEXT))
    assert ("drd_discharges" in found) == (month in (LONG, TEXT))


def test_the_long_layout_gives_every_measure_of_the_provider_sheet():
    found = numbers(parse(ready_files.file(LONG)[1]), "E92000001")
    assert set(found) == {m.id for m in drd.MEASURES} - {"drd_discharges_all_providers", "drd_coverage_pct"}


def test_councils_are_read_and_people_who_live_elsewhere_are_not():
    table = parse(ready_files.file(LONG)[1]).tables["discharge_ready"]
    councils = {c for c, kind in zip(table["area_code"], table["area_type"], strict=True) if kind == "council"}
    assert len(councils) == 63
    assert not {code for code in councils if not code.startswith("E")}


def test_organisations_carry_their_kind_region_and_board():
    table = parse(ready_files.file(LONG)[1]).tables["organisations"]
    rows = {row[0]: row[1:] for row in zip(*table.values(), strict=True)}
    assert rows["DMT01"][1:] == ("provider", "MOOR AND TARN", "DMI01")
    assert rows["DMI01"][1] == "icb"
    assert rows["DMR01"][1] == "nhs_region"


def test_a_mark_for_not_available_is_no_number_and_no_zero():
    found = numbers(parse(ready_files.file("2023-12")[1]), "DMT05")
    assert found["drd_same_day_pct"] is None
    assert found["drd_acceptable_providers_pct"] == 0


def test_lines_of_the_text_that_map_providers_to_councils_are_not_read():
    data = ready_files.file(TEXT)[1].decode()
    line = next(line for line in data.splitlines() if '"UTLA Aggregate"' in line and "same as" in line)
    more = line.replace("UTLA Aggregate", "Provider activity mapped to UTLA")
    assert parse((data + more + "\r\n").encode()).rows == parse(data.encode()).rows


def test_the_workbook_is_taken_of_a_month_that_is_offered_twice():
    from etl.listing import Link
    from etl.source import Page

    class Browse:
        def page(self, url):
            name = "Discharge-Ready-Date-"
            files = [
                (f"{name}monthly-data-webfile-April2024.xlsx", "Discharge Ready Date April 2024 (XLSX)"),
                (f"{name}monthly-data-csv-April-2024.csv", "Discharge Ready Date April 2024 (CSV)"),
                (f"{name}monthly-data-csv-May-2024.csv", "Discharge Ready Date May 2024 (CSV)"),
                (f"{name}Timeseries-webfile.xlsx", "Discharge Ready Date time series (XLSX)"),
            ]
            return Page(url, tuple(Link(f"https://www.england.nhs.uk/{name}", text, "") for name, text in files))

    found = discharge_ready_date.discover(Browse()).candidates
    assert [candidate.url.rsplit("/", 1)[1] for candidate in found] == [
        "Discharge-Ready-Date-monthly-data-csv-May-2024.csv",
        "Discharge-Ready-Date-monthly-data-webfile-April2024.xlsx",
    ]


def test_a_column_never_seen_is_refused_with_its_cell(book):
    put(book, PROVIDER, "AZ8", "Readmissions")
    problem = refused(book)
    assert (problem.found, problem.where) == ("the column 'Readmissions'", "sheet 'Provider', cell AZ8")


@pytest.mark.parametrize(
    ("title", "value", "why"),
    [
        ("Number of patients discharged in total", 3.5, "a whole number of at least 0"),
        ("Number of patients discharged in total", -1, "a whole number of at least 0"),
        ("Number of patients discharged in total", "many", "a whole number of at least 0"),
        ("Date of discharge is same as Discharge Ready Date", 86.5, "a share from 0 to 1"),
        ("Date of discharge is same as Discharge Ready Date", "*", "a share from 0 to 1"),
        ("Data Source", None, None),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_its_cell(book, title, value, why):
    cell = f"{column(book, PROVIDER, title)}{ENGLAND}"
    put(book, PROVIDER, cell, value)
    if why is None:
        assert parse(sheets.write(book)).rows
        return
    problem = refused(book)
    assert problem.where == f"sheet 'Provider', cell {cell}"
    assert problem.expected.startswith(why)


@pytest.mark.parametrize(
    ("title", "nth", "by", "expected"),
    [
        ("Number of patients discharged in total", 0, 1, "the sum of its bands"),
        ("Total bed days lost due to delayed discharge", 0, 1, "the sum of its bands"),
        ("Date of Discharge is 1+ days after Discharge Ready Date", 0, 0.01, "what the same day leaves"),
        ("4-6 day delay", 1, 0.01, "the share of 1+ days"),
        ("4-6 day delay", 2, 0.01, "shares of the delayed that make 100 %"),
        (
            "Average days from Discharge Ready Date to date of discharge (inc 0 day delays)",
            0,
            1,
            "bed days over people",
        ),
    ],
)
def test_numbers_that_do_not_add_up_are_refused_with_what_was_expected(book, title, nth, by, expected):
    cell = f"{column(book, PROVIDER, title, nth)}{ENGLAND}"
    put(book, PROVIDER, cell, get(book, PROVIDER, cell) + by)
    problem = refused(book)
    assert expected in problem.expected
    assert problem.where.startswith("sheet 'Provider', cell ")


def test_two_groups_of_bands_that_changed_places_are_refused(book):
    first, second = (column(book, PROVIDER, "No delay", nth) for nth in (0, 1))
    for number in range(ENGLAND, len(book[PROVIDER]) + 1):
        one, other = get(book, PROVIDER, f"{first}{number}"), get(book, PROVIDER, f"{second}{number}")
        put(book, PROVIDER, f"{first}{number}", other)
        put(book, PROVIDER, f"{second}{number}", one)
    assert refused(book).where.startswith("sheet 'Provider', cell ")


def test_a_heading_that_says_something_else_than_the_group_is_refused(book):
    cell = f"{column(book, PROVIDER, 'No delay', 0)}7"
    put(book, PROVIDER, cell, "Total bed days after ready date")
    assert refused(book).expected == "a group of discharges"


def test_a_band_that_is_missing_is_refused_with_its_row(book):
    put(book, PROVIDER, f"{column(book, PROVIDER, '4-6 day delay', 3)}{HEAD}", None)
    assert refused(book).where == "sheet 'Provider', row 8"


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "where"),
    [
        (PROVIDER, "C14", "trust 14", "sheet 'Provider', cell C14"),
        (COUNCIL, "B10", "W06000001", "sheet 'UTLA Acceptable', cell B10"),
        (COUNCIL, "A10", "Region Aggregate", "sheet 'UTLA Acceptable', cell B10"),
        (PROVIDER, "A8", "Area", "sheet 'Provider'"),
        (COVER, "C2", "May 2024", "Period"),
        (COVER, "C2", "spring", "sheet 'Cover Sheet', Period"),
        (COVER, "C1", "Weekly beds", "Title"),
    ],
)
def test_an_odd_code_header_title_or_month_is_refused_with_its_place(book, sheet, cell, value, where):
    put(book, sheet, cell, value)
    assert refused(book).where == where


def test_one_area_twice_is_refused(book):
    book[PROVIDER].append(list(book[PROVIDER][-1]))
    assert "twice" in refused(book).found


def test_a_workbook_without_england_is_refused(book):
    del book[PROVIDER][ENGLAND - 1]
    assert refused(book).expected == "England, as National or ENGLAND"


@pytest.mark.parametrize("sheet", [PROVIDER, COUNCIL])
def test_a_missing_sheet_is_refused_by_name(book, sheet):
    del book[sheet]
    assert refused(book).expected == f"a sheet '{sheet}'"


def test_a_workbook_of_something_else_is_left_alone():
    with pytest.raises(NotThisPublication):
        discharge_ready_date.parse(sheets.write({"Beds": [["Title:", "Beds open overnight"]]}))


TEXT_LINES = ready_files.file(TEXT)[1].decode().splitlines()
FIRST = next(line for line in TEXT_LINES if "same as Discharge" in line)
TEXT_CASES = [
    ("another measure", FIRST.replace("same as", "long after"), "column 'Measure'"),
    ("another type of row", FIRST.replace('"National"', '"Ward"'), "column 'Data Type'"),
    ("another month", FIRST.replace("August 2024", "July 2024"), "column 'Date'"),
    ("no month", FIRST.replace("August 2024", "late summer"), "column 'Date'"),
    ("a code that is none", FIRST.replace('"ENGLAND","ENGLAND"', '"?","ENGLAND"'), "column 'Code'"),
    ("a share over one", FIRST.rsplit(",", 1)[0] + ",86.4", "column 'Value'"),
    ("words for a number", FIRST.rsplit(",", 1)[0] + ",most", "column 'Value'"),
    ("a cell too few", FIRST.rsplit(",", 1)[0], ""),
]


@pytest.mark.parametrize(("line", "where"), [case[1:] for case in TEXT_CASES], ids=[case[0] for case in TEXT_CASES])
def test_a_surprise_in_the_text_is_refused_with_its_line(line, where):
    number = TEXT_LINES.index(FIRST) + 1
    lines = [*TEXT_LINES[: number - 1], line, *TEXT_LINES[number:]]
    with pytest.raises(FileRefused) as problem:
        parse(("\r\n".join(lines) + "\r\n").encode())
    assert problem.value.where.startswith(f"line {number}") or problem.value.where.startswith(f"line {number + 1}")
    assert where in problem.value.where


def test_an_area_and_measure_twice_in_the_text_are_refused():
    with pytest.raises(FileRefused) as problem:
        parse(("\r\n".join([*TEXT_LINES, FIRST]) + "\r\n").encode())
    assert problem.value.where == f"line {len(TEXT_LINES) + 1}"


def test_a_text_without_a_documented_column_is_refused():
    with pytest.raises(FileRefused) as problem:
        parse("\r\n".join([TEXT_LINES[0].replace("Measure", "Metric"), *TEXT_LINES[1:]]).encode())
    assert problem.value.where == "line 1, column 10"
