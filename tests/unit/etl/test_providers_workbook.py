"""A&E by provider from workbooks: blocks of columns with the same words, booked appointments, hidden boards."""

import pytest

from etl.demo import provider_files as demo
from etl.problems import FileRefused, NotThisPublication
from etl.sources import ae_providers
from tests.unit.etl import sheets
from tests.unit.etl.provider_files import facts
from tests.unit.etl.sheets import get, put

MONTH, NAME, ORIGINAL = demo.files(1)[-1]
PROVIDER, SYSTEM, BOOKED = "Provider Level Data", "System Level Data", "Booked Appointments Data"
HEAD, ENGLAND, FIRST = 16, 17, 19  # Excel rows


@pytest.fixture
def book():
    return sheets.read(ORIGINAL)


def read(book):
    parsed = ae_providers.parse(book if isinstance(book, bytes) else sheets.write(book))
    ae_providers.check(parsed)
    return parsed


def refused(book):
    with pytest.raises(FileRefused) as problem:
        read(book)
    return str(problem.value)


def booked(book, per_trust=4):
    """Add the sheet of booked appointments: attendances, waits, shares and helper columns, as from August 2020."""
    source = book[PROVIDER]
    kinds = source[HEAD - 1][4:7]
    above = [None] * 4 + ["A&E Booked Appointment attendances", None, None, None]
    above += ["A&E Booked Appointments attendances greater than 4 hours from arrival"]
    header = [None, "Code", "Region", "Name", *kinds, "Total attendances", *kinds]
    header += ["Booked Appointment Attendances > 4 hours", "Percentage in 4 hours or less (all) (Booked Appointments)"]
    header += [None, "Total under 4 hour all types"]
    trusts = source[FIRST - 1 :]
    numbers = [per_trust, 0, 1, per_trust + 1, 1, 0, 0, 1]
    rows = [[None, *trust[1:4], *numbers, 1 - 1 / (per_trust + 1), None, 9] for trust in trusts]
    england = [None, "-", "-", "England", *(value * len(trusts) for value in numbers), "-"]
    book[BOOKED] = [*source[: HEAD - 2], above, header, england, [None], *rows]


def test_blocks_with_the_same_words_are_told_apart(book):
    parsed = read(ORIGINAL)
    found = facts(parsed)
    code = get(book, PROVIDER, f"B{FIRST}")
    assert (parsed.key, parsed.title) == (MONTH, demo.TITLE)
    assert parsed.published.isoformat() == "2019-04-11"
    assert found[code, "ae_attendances_type_1"] == get(book, PROVIDER, f"E{FIRST}")
    assert found[code, "ae_attendances"] == get(book, PROVIDER, f"H{FIRST}")
    assert found[code, "ae_over_4h"] == get(book, PROVIDER, f"L{FIRST}")
    assert found[code, "emergency_admissions"] == get(book, PROVIDER, f"T{FIRST}")
    assert found[code, "dta_waits_4h"] == get(book, PROVIDER, f"U{FIRST}")
    assert found[code, "ae_within_4h_pct"] == pytest.approx(100 * get(book, PROVIDER, f"M{FIRST}"))


def test_the_column_without_a_name_gives_the_board_of_a_trust_and_the_sheet_of_systems_its_code():
    named = read(ORIGINAL).tables["organisations"]
    rows = {row[0]: row[1:] for row in zip(*(named[c] for c in ("code", "kind", "region", "icb_code")), strict=True)}
    assert rows["DMT01"] == ("provider", "NHS England Moor and Tarn", "DMI01")
    assert rows["DMI09"] == ("icb", "NHS England Harbour and Downs", "")


def test_booked_appointments_are_part_of_all_attendances_and_given_apart(book):
    booked(book)
    found, without = facts(read(book)), facts(read(ORIGINAL))
    assert found["DMT01", "ae_attendances_booked"] == 5
    assert found["DMT01", "ae_over_4h_booked"] == 1
    assert {key: value for key, value in found.items() if "booked" not in key[1]} == without


def rows_moved(book):
    sheets.insert_rows(book, PROVIDER, 13, 3)
    sheets.insert_columns(book, PROVIDER, "A")


def empty_rows_below(book):
    put(book, PROVIDER, "B400", "Notes: figures are as sent by providers")


def stray_numbers_above(book):
    put(book, PROVIDER, "E1", 4)


def group_row_above(book):
    put(book, PROVIDER, "E15", "A&E attendances")
    put(book, PROVIDER, "I15", "A&E attendances greater than 4 hours from arrival to admission, transfer or discharge")


def shares_in_per_cent(book):
    for row in range(FIRST, FIRST + 21):
        if isinstance(share := get(book, PROVIDER, f"M{row}"), float):
            put(book, PROVIDER, f"M{row}", f"{share:.2%}")


def within_four_hours_too(book):
    """The block of attendances within four hours, which files have from 2018 on."""
    sheets.insert_columns(book, PROVIDER, "I", 4)
    for place, name in enumerate([*book[PROVIDER][HEAD - 1][4:7], "Total Attendances < 4 hours"]):
        put(book, PROVIDER, f"{'IJKL'[place]}{HEAD}", name)
    for row in (ENGLAND, *range(FIRST, FIRST + 21)):
        for seen, within, late in zip("EFGH", "IJKL", "MNOP", strict=True):
            cells = (get(book, PROVIDER, f"{column}{row}") for column in (seen, late))
            put(book, PROVIDER, f"{within}{row}", next(cells) - next(cells))


def sheets_in_front(book):
    for name in ("Lookup", "System Mapping"):
        book[name] = [["Org code", "Name"], ["DMT01", "x"]]
    book.update({name: book.pop(name) for name in (SYSTEM, PROVIDER)})


@pytest.mark.parametrize(
    "drift",
    [
        *(rows_moved, empty_rows_below, stray_numbers_above, group_row_above, shares_in_per_cent),
        *(within_four_hours_too, sheets_in_front),
    ],
)
def test_harmless_drift_changes_no_figure(book, drift):
    drift(book)
    assert facts(read(book)) == facts(read(ORIGINAL))


def test_a_share_that_is_not_that_of_its_counts_is_noted(book):
    put(book, PROVIDER, f"M{FIRST}", 0.5)
    (note,) = read(book).notes
    assert "DMT01: 50.00% printed within four hours" in note


@pytest.mark.parametrize(
    ("cell", "value", "said"),
    [
        ("E19", "many", "sheet 'Provider Level Data', cell E19: found 'many'"),
        ("E19", 1.5, "cell E19: found '1.5'"),
        ("M19", "1.2", "cell M19: found '1.2'; expected a share"),
        ("M19", "104%", "cell M19: found '104%'"),
        ("E17", 1, "cell E17 (att_1): found 1 for England"),
        ("H19", 1, "cell H17 (att): found"),
        ("B19", "DMT02", "row 20: found the code DMT02 twice"),
        ("I16", "Waits", "before a total"),
        ("C4", "sometime", "Period: found 'sometime'"),
        ("C7", "1st March 2019", "found an issue date of 1 March 2019"),
    ],
)
def test_a_cell_that_cannot_be_right_is_refused_with_its_place(book, cell, value, said):
    put(book, PROVIDER, cell, value)
    assert said in refused(book)


def test_a_total_that_is_not_the_sum_of_its_types_is_refused(book):
    for row in (ENGLAND, FIRST):
        sheets.add(book, PROVIDER, f"H{row}", 1)
    assert "the sum of its parts" in refused(book)


def test_a_block_headed_as_another_is_refused(book):
    put(book, PROVIDER, "I15", "A&E attendances less than 4 hours from arrival to admission")
    assert "with a total of another kind" in refused(book)


def test_booked_appointments_of_other_providers_are_refused(book):
    booked(book)
    put(book, BOOKED, f"B{FIRST}", "DMT99")
    assert "found other providers (DMT01, DMT99)" in refused(book)


@pytest.mark.parametrize("period", ["Quarter 4 2018-19", "January 2019 to March 2019", "January 2019 - March 2019"])
def test_the_quarterly_twin_is_left_alone(book, period):
    put(book, PROVIDER, "C4", period)
    with pytest.raises(NotThisPublication, match="not one month"):
        read(book)


def test_a_workbook_of_another_title_or_without_providers_is_left_alone(book):
    other = {name: [*rows] for name, rows in book.items()}
    put(other, PROVIDER, "C2", "Ambulance Quality Indicators")
    with pytest.raises(NotThisPublication, match="its title is 'Ambulance"):
        read(other)
    with pytest.raises(NotThisPublication, match="no sheet 'Provider Level Data'"):
        read({SYSTEM: book[SYSTEM]})
