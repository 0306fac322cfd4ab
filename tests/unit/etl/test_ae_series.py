"""The A&E and emergency admissions series: what is read, and what is refused."""

from datetime import date, datetime

import pytest

from etl.demo import series_workbooks
from etl.demo.figures import MONTHS
from etl.problems import FileRefused, NotThisPublication
from etl.sources import ae_england
from tests.unit.etl import sheets
from tests.unit.etl.sheets import add, get, put
from tests.unit.etl.small import series_workbook

ACTIVITY, PERFORMANCE = "Activity", "Performance"


@pytest.fixture(scope="module")
def original():
    return series_workbooks.admissions_workbook(1)


@pytest.fixture
def book(original):
    return sheets.read(original)


def read(book):
    """Parse and check a series given as sheets or bytes."""
    parsed = ae_england.parse(book if isinstance(book, bytes) else sheets.write(book))
    ae_england.check(parsed)
    return parsed


def refused(book):
    with pytest.raises(FileRefused) as problem:
        read(book)
    return problem.value


def facts(parsed):
    table = parsed.tables["emergency_care"]
    return dict(zip(zip(table["period"], table["measure"], strict=True), table["value"], strict=True))


def test_the_columns_of_both_sheets_become_measures_by_month(original, book):
    parsed = read(original)
    found = facts(parsed)
    assert (parsed.key, parsed.start, parsed.end) == ("series", MONTHS[0], MONTHS[-1])
    assert found["2015-04", "ae_attendances"] == get(book, ACTIVITY, "F15")
    assert found["2015-05", "emergency_admissions"] == get(book, ACTIVITY, "L16")
    assert found["2015-05", "emergency_admissions_via_ae"] == get(book, ACTIVITY, "J16")
    assert found["2015-05", "dta_waits_12h"] == get(book, ACTIVITY, "N16")
    assert len(found) == len(MONTHS) * 14
    assert set(parsed.tables["emergency_care"]["area_code"]) == {"E92000001"}


def test_four_hour_performance_is_a_percentage(original, book):
    assert facts(read(original))["2015-04", "ae_within_4h_pct"] == pytest.approx(100 * get(book, PERFORMANCE, "K15"))
    assert 80 < facts(read(original))["2015-04", "ae_within_4h_pct"] < 100


def header_moved(book):
    for sheet in (ACTIVITY, PERFORMANCE):
        sheets.insert_rows(book, sheet, 13, 4)
        sheets.insert_columns(book, sheet, "B")


def helper_columns(book):
    put(book, ACTIVITY, "P14", "Operational standard (Performance)")
    put(book, ACTIVITY, "P15", 0.95)
    put(book, ACTIVITY, "R14", "Total Emergency Admissions")
    put(book, ACTIVITY, "R15", 1)


def more_sheets(book):
    book["Booking"] = [[None, "Period"], [None, "-"]]
    book["Chart Data"] = [[1]]


def months_as_text(book):
    put(book, ACTIVITY, "B15", "April 2015")
    put(book, PERFORMANCE, "B16", "MAY-2015")


def notes_below(book):
    put(book, ACTIVITY, "B65", "Notes:")
    put(book, ACTIVITY, "B66", "1. Months from November 2010 to May 2015 are estimates")


def seen_wording(book):
    put(book, ACTIVITY, "K14", "Other Emergency admission")
    put(book, ACTIVITY, "M14", "Number of patients spending more than 4 hours from decision to admit to admission")


@pytest.mark.parametrize(
    "drift", [header_moved, helper_columns, more_sheets, months_as_text, notes_below, seen_wording]
)
def test_harmless_drift_changes_no_figure(original, book, drift):
    drift(book)
    assert facts(read(book)) == facts(read(original))


def test_a_series_of_performance_that_starts_later_is_complete_too(book):
    sheets.drop_row(book, PERFORMANCE, 15)
    found = facts(read(book))
    assert ("2015-04", "ae_within_4h_pct") not in found
    assert ("2015-04", "ae_attendances") in found


def test_apportioned_months_may_miss_their_total_by_a_person(book):
    add(book, ACTIVITY, "L15", 1.2)
    assert read(book).key == "series"


@pytest.mark.parametrize(
    ("cell", "total"),
    [("F20", "ae_attendances"), ("J20", "emergency_admissions_via_ae"), ("L20", "emergency_admissions")],
)
def test_parts_that_do_not_make_a_total_are_refused_with_the_cell_and_the_month(book, cell, total):
    add(book, ACTIVITY, cell, 2)
    problem = refused(book)
    assert problem.where == f"sheet '{ACTIVITY}', cell {cell} (September 2015)"
    assert total in problem.found
    assert "the sum of its parts" in problem.expected


def test_a_gap_and_a_repeated_month_are_refused(book):
    sheets.drop_row(book, ACTIVITY, 20)
    assert refused(book).found == "47 months with gaps"
    put(book, ACTIVITY, "B20", datetime(2015, 8, 1))
    problem = refused(book)
    assert (problem.found, problem.where) == ("August 2015 twice", f"sheet '{ACTIVITY}', cell B20")


@pytest.mark.parametrize("value", [1.001, 0.95 * 100])
def test_a_share_over_100_per_cent_is_refused(book, value):
    put(book, PERFORMANCE, "K16", value)
    problem = refused(book)
    assert problem.where == f"sheet '{PERFORMANCE}', cell K16 (May 2015)"
    assert problem.expected == "at most 100 %"


@pytest.mark.parametrize("value", ["-", None, -1, "NA"])
@pytest.mark.parametrize(("sheet", "cell"), [(ACTIVITY, "L20"), (ACTIVITY, "C15"), (PERFORMANCE, "K20")])
def test_a_cell_that_is_no_number_is_refused_with_its_place(book, sheet, cell, value):
    put(book, sheet, cell, value)
    assert refused(book).where == f"sheet '{sheet}', cell {cell}"


@pytest.mark.parametrize(
    ("sheet", "cell", "name"), [(ACTIVITY, "N14", "dta_waits_12h"), (PERFORMANCE, "K14", "ae_within_4h_pct")]
)
def test_a_column_that_is_gone_is_refused_by_name(book, sheet, cell, name):
    put(book, sheet, cell, "Something else")
    problem = refused(book)
    assert problem.found == f"no column for {name}"
    assert problem.where == f"sheet '{sheet}', row 14"


@pytest.mark.parametrize("period", [None, "Marhc 2019", "Mar-19"])
def test_figures_in_a_last_row_without_a_readable_month_are_refused(book, period):
    put(book, ACTIVITY, "B62", period)
    put(book, PERFORMANCE, "B62", period)
    refused(book)


def test_a_period_that_is_a_plain_number_is_refused_with_its_cell(book):
    put(book, ACTIVITY, "B20", 42248)
    assert refused(book).where == f"sheet '{ACTIVITY}', cell B20"


def test_a_workbook_without_performance_is_refused(book):
    del book[PERFORMANCE]
    assert refused(book).expected == "a sheet 'Performance'"


def test_a_workbook_of_another_publication_is_left_alone(book):
    put(book, ACTIVITY, "C2", "Bed availability")
    with pytest.raises(NotThisPublication):
        read(book)
    with pytest.raises(NotThisPublication):
        read(series_workbook())


def test_a_workbook_without_a_title_is_refused_as_damaged(book):
    put(book, ACTIVITY, "C2", None)
    assert (refused(book).found, refused(book).where) == ("no title", f"sheet '{ACTIVITY}'")


def test_a_series_issued_before_its_last_month_was_over_is_refused(book):
    put(book, ACTIVITY, "C7", date(2019, 3, 30))
    assert refused(book).found == "an issue date of 30 March 2019"
