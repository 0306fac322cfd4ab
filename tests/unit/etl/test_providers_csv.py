"""A&E by provider from CSV files: every era gives the same measures, harmless drift changes no figure."""

import pytest

from tests.unit.etl.provider_files import BEFORE_BOOKED, LEAD, NEW, OLD, facts, lines, read, written


def test_attendances_and_waits_include_booked_ones_which_are_also_given_apart():
    found = facts(read(lines()))
    assert found["DMT01", "ae_attendances_type_1"] == 1010
    assert found["DMT01", "ae_attendances"] == 1480
    assert found["DMT01", "ae_attendances_booked"] == 30
    assert found["DMT01", "ae_over_4h"] == 210
    assert found["DMT01", "ae_over_4h_booked"] == 5
    assert found["DMT07", "ae_attendances_booked_type_3"] == 30
    assert found["DMT01", "ae_within_4h_pct"] == pytest.approx(100 * (1480 - 210) / 1480)


def test_admissions_and_waits_are_added_up_from_their_parts():
    found = facts(read(lines()))
    assert found["DMT01", "emergency_admissions_via_ae"] == 307
    assert found["DMT01", "emergency_admissions"] == 407
    assert found["DMT01", "dta_waits_4h"] == 40  # four to twelve hours, and twelve and more
    assert found["DMT01", "dta_waits_12h"] == 10


def test_files_before_booked_appointments_have_none():
    parsed = read(lines(OLD, period="MSitAE-APRIL-2018"))
    found = facts(parsed)
    assert parsed.key == "2018-04"
    assert found["DMT01", "ae_attendances"] == 1450
    assert ("DMT01", "ae_attendances_booked") not in found


def test_england_is_a_control_and_no_second_value():
    parsed = read(lines())
    assert {code for code, _ in facts(parsed)} == set(NEW)
    assert parsed.tables["organisations"]["code"] == list(NEW)


def test_names_with_commas_and_regions_with_a_trailing_space_are_read():
    named = read(lines()).tables["organisations"]
    assert named["name"][0] == "FENNABY HOSPITALS, NHS TRUST"
    assert named["region"][0] == "NHS ENGLAND MOOR AND TARN"


@pytest.mark.parametrize(
    ("period", "month"),
    [
        ("MSitAE-JUNE-2024", "2024-06"),
        ("MSitAE-September-2024", "2024-09"),
        ("June 2024", "2024-06"),
        ("Jun-2024", "2024-06"),
    ],
)
def test_the_month_comes_from_the_column_period(period, month):
    assert read(lines(period=period)).key == month


@pytest.mark.parametrize("total", ["TOTAL", "Total", "Total ", "England", "ENGLAND"])
def test_the_total_is_known_in_every_spelling(total):
    assert facts(read(lines(total=total))) == facts(read(lines()))


def _total_under_a_month(rows):
    rows[-1][0] = rows[1][0]


def _total_by_code_only(rows):
    rows[-1][:4] = ["", "TOTAL", "", ""]


def _empty_columns(rows):
    for number, row in enumerate(rows):
        row += ["", "", "a" if not number else ""]


def _thousands(rows):
    for row in rows[1:]:
        row[4:] = [f"{int(cell):,} " for cell in row[4:]]


def _whole_floats(rows):
    for row in rows[1:]:
        row[4:] = [f"{cell}.0" for cell in row[4:]]


def _zero_for_dash(rows):
    rows[0] = [cell.replace("A&E - ", "A&E 0 ") for cell in rows[0]]


def _long_dash(rows):
    rows[0] = [cell.replace("A&E - ", "A&E \u2013 ").replace(" ", "\u00a0") for cell in rows[0]]


def _capitals(rows):
    rows[0] = [cell.upper() for cell in rows[0]]


def _total_first(rows):
    rows.insert(1, rows.pop())


def _another_order(rows):
    rows[1], rows[3] = rows[3], rows[1]


def _columns_moved(rows):
    rows[:] = [[*row[:4], *row[4:][::-1]] for row in rows]


def _empty_rows(rows):
    rows += [[""] * len(rows[0]), [], ["  "]]


def _small_codes(rows):
    rows[1][1] = " dmt01 "


def _title_above(rows):
    rows[:0] = [["A&E Attendances and Emergency Admissions"], []]


DRIFT = [
    *(_total_under_a_month, _total_by_code_only, _empty_columns, _thousands, _whole_floats, _zero_for_dash, _long_dash),
    *(_capitals, _total_first, _another_order, _columns_moved, _empty_rows, _small_codes, _title_above),
]


@pytest.mark.parametrize("drift", DRIFT, ids=lambda drift: drift.__name__.strip("_"))
def test_harmless_drift_changes_no_figure(drift):
    rows = lines()
    drift(rows)
    assert facts(read(rows)) == facts(read(lines()))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_encodings_and_line_ends_change_no_figure(encoding, ends):
    rows = lines()
    rows[1][3] = "S\u00c9LEF HOSPITALS \u2013 NHS TRUST"
    parsed = read(written(rows, encoding=encoding, ends=ends))
    assert facts(parsed) == facts(read(lines()))
    assert parsed.tables["organisations"]["name"][0].startswith("S\u00c9LEF")


def test_a_dash_and_an_empty_cell_are_not_submitted_and_never_zero():
    numbers = {**NEW, "DMT07": [0] * 18}
    rows = lines(numbers)
    rows[3][4:] = ["-", "", "N/A", *["-"] * 15]
    found = facts(read(rows))
    assert found["DMT07", "ae_attendances"] is None
    assert found["DMT07", "emergency_admissions"] is None
    table = read(rows).tables["emergency_care"]
    marks = {m for c, m in zip(table["area_code"], table["shorthand"], strict=True) if c == "DMT07"}
    assert marks == {"[x]"}


def test_nobody_attending_gives_no_share_and_that_is_not_missing():
    parsed = read(lines({**NEW, "DMT07": [0] * 18}))
    table = parsed.tables["emergency_care"]
    place = list(zip(table["area_code"], table["measure"], strict=True)).index(("DMT07", "ae_within_4h_pct"))
    assert (table["value"][place], table["shorthand"][place]) == (None, "[z]")


def test_a_column_that_nobody_knows_is_passed_over_with_a_note():
    rows = [[*row, "virtual wards" if not number else "7"] for number, row in enumerate(lines())]
    parsed = read(rows)
    assert facts(parsed) == facts(read(lines()))
    assert parsed.notes == ("the column 'virtual wards' is not known and was passed over",)


@pytest.mark.parametrize(
    ("period", "late", "share"),
    [("MSitAE-JUNE-2024", 0, 100.0), ("MSitAE-JUNE-2021", 0, None), ("MSitAE-JUNE-2021", 1, 99.95)],
)
def test_a_major_department_without_any_wait_has_no_share_while_fourteen_trusts_sent_none(period, late, share):
    found = facts(read(lines({**NEW, "DMT02": [2000, *[0] * 5, late, *[0] * 5, 60, 0, 700, 0, 0, 50]}, period=period)))
    assert found["DMT02", "ae_over_4h"] == late
    assert found["DMT02", "ae_within_4h_pct"] == share


def test_waits_that_were_not_sent_for_a_type_with_attendances_leave_no_share():
    rows = lines({**OLD, "DMT01": [1000, 50, 400, 0, 1, 4, 30, 10, 300, 2, 5, 100]}, BEFORE_BOOKED)
    rows[1][len(LEAD) + 3] = "-"
    found = facts(read(rows))
    assert found["DMT01", "ae_over_4h_type_1"] is None
    assert found["DMT01", "ae_over_4h"] == 5
    assert found["DMT01", "ae_within_4h_pct"] is None
