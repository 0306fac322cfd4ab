"""Every way in which the real discharge workbooks have differed from one another is read to the same figures."""

import io
import zipfile
from datetime import date

import pytest

from etl.problems import NotThisPublication
from etl.sources import discharge_acute, discharge_community
from tests.unit.etl import sitrep
from tests.unit.etl.sitrep import DAYS, HEADS, SPLIT, TITLES, daily, data, day, figures, sheets, table

ENGLAND, TRUST = "E92000001", "DMT02"


@pytest.fixture(scope="module")
def plain():
    return figures(discharge_acute.parse(data()))


def read(changed):
    return figures(discharge_acute.parse(data(changed)))


def test_a_plain_workbook_says_month_dates_of_issue_and_organisations():
    parsed = discharge_acute.parse(data())
    discharge_acute.SOURCE.check(parsed)
    assert (parsed.key, parsed.start, parsed.end) == ("2024-01", "2024-01", "2024-01")
    assert (parsed.published, parsed.revised, parsed.notes) == (date(2024, 2, 8), None, ())
    who = parsed.tables["organisations"]
    assert who["code"] == ["DMR01", "DMR02", "DMI01", "DMI02", "DMT01", "DMT02", "DMT03"]
    assert who["kind"] == ["nhs_region"] * 2 + ["icb"] * 2 + ["provider"] * 3
    assert who["region"][-1] == "VALE AND FEN"


def test_a_plain_workbook_is_read_in_every_table(plain):
    assert [day(plain, ENGLAND, m) for m in ("nctr_patients", "nctr_discharged", "nctr_remaining")] == [90, 13, 77]
    assert [day(plain, TRUST, m) for m in ("nctr_patients", "nctr_discharged", "nctr_remaining")] == [30, 4, 26]
    assert day(plain, "DMI01", "bed_days_14plus", "2024-01-08") == 160
    assert plain[ENGLAND, "nctr_discharged", "2024-01-01", "P2", "P2 hospice", "monthly"] == 3
    assert plain[TRUST, "nctr_remaining_14plus", "2024-01-01", "all", "transport", "monthly"] == 2.5
    assert day(plain, ENGLAND, "missing_organisations", "2024-01-03") == 0
    assert plain[ENGLAND, "organisations_in_scope", "2024-01-01", "all", "", "monthly"] == 3


def test_a_place_that_only_england_and_regions_show_is_suppressed_below_and_no_zero(plain):
    hospice = ("nctr_discharged", "2024-01-01", "P2", "P2 hospice", "monthly")
    assert [plain[code, *hospice] for code in ("DMR02", "DMI01", TRUST)] == [0, "suppressed", "suppressed"]


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_england_may_stand_some_rows_lower(plain, rows):
    changed = sheets()
    for name in ("Table 2", "Table 3", "Table 4", "Table 5"):
        changed[name] = [[None]] * rows + changed[name]
    assert read(changed) == plain


def test_labels_may_stand_a_column_further_left(plain):
    changed = sheets()
    changed["Table 5"] = [row[1:] for row in changed["Table 5"]]
    assert read(changed) == plain


def test_internal_sheets_in_front_are_left_alone(plain):
    inner = {"Lkp - Discharges": [["Date", "Metric"], [45000, 1]], "Lkp - Dates": [["x"]], "Time_Series": [["Date"]]}
    assert read({**inner, **sheets()}) == plain


def test_a_contents_sheet_as_wide_as_excel_allows_is_not_opened(plain):
    changed = sheets()
    changed["Contents"] = [[None] * 16_382 + ["x"]]
    assert read(changed) == plain


def test_four_columns_a_day_add_up_to_three(plain):
    changed = sheets()
    changed["Table 2"] = table(TITLES["Table 2"], DAYS, SPLIT, daily(split=True))
    assert read(changed) == plain


def test_rows_of_item_codes_below_the_headings_are_passed_over(plain):
    changed = sheets()
    codes = [[None] * 4 + [f"DIS00{n % 3}_TOTAL" for n in range(9)]]
    changed["Table 2"] = changed["Table 2"][:4] + codes + changed["Table 2"][4:]
    assert read(changed) == plain


def test_one_half_of_the_day_alone_makes_no_discharges():
    changed, values = sheets(), daily(split=True)
    values[TRUST][1] = "-"
    changed["Table 2"] = table(TITLES["Table 2"], DAYS, SPLIT, values)
    found = read(changed)
    assert day(found, TRUST, "nctr_discharged") == "not submitted"
    assert day(found, TRUST, "nctr_discharged", "2024-01-02") == 4


def test_a_dash_is_a_day_without_a_return_and_no_zero():
    changed, values = sheets(), daily()
    values["DMT03"] = ["-", "-", "-", *values["DMT03"][3:]]
    values["DMT01"][3:6] = [0, 0, 0]
    changed["Table 2"] = table(TITLES["Table 2"], DAYS, HEADS, values)
    found = read(changed)
    assert day(found, "DMT03", "nctr_patients") == "not submitted"
    assert day(found, "DMT01", "nctr_patients", "2024-01-02") == 0


def test_a_day_that_nobody_sent_is_no_zero_for_england():
    changed, values = sheets(), daily()
    for name in values:
        values[name][3:6] = ["-"] * 3 if name in sitrep.PROVIDERS else [0, 0, 0]
    changed["Table 2"] = table(TITLES["Table 2"], DAYS, HEADS, values)
    parsed = discharge_acute.parse(data(changed))
    found = figures(parsed)
    assert [day(found, code, "nctr_remaining", "2024-01-02") for code in (ENGLAND, "DMR01", TRUST)] == [
        "not submitted"
    ] * 3
    assert day(found, ENGLAND, "nctr_remaining", "2024-01-03") == 77
    assert "nobody sent figures on 2024-01-02" in parsed.notes[0]


def test_without_a_cover_sheet_the_days_say_the_month_and_there_is_no_date_of_issue(plain):
    changed = sheets()
    del changed["Cover Sheet"]
    parsed = discharge_acute.parse(data(changed))
    discharge_acute.SOURCE.check(parsed)
    assert (parsed.key, parsed.published, parsed.revised) == ("2024-01", None, None)
    assert "there is no cover sheet" in parsed.notes[0]
    assert figures(parsed) == plain


def test_without_a_cover_sheet_what_england_is_called_tells_the_two_reports_apart():
    changed = sheets()
    del changed["Cover Sheet"]
    with pytest.raises(NotThisPublication, match="it calls England 'ENGLAND \\(Type 1 Trusts\\)'"):
        discharge_community.parse(data(changed))


def test_the_other_report_is_left_alone_by_its_title():
    changed = sheets()
    changed["Cover Sheet"] = sitrep.cover("Community Discharge Situation Report ")
    with pytest.raises(NotThisPublication, match="Community Discharge"):
        discharge_acute.parse(data(changed))
    assert discharge_community.parse(data(changed)).key == "2024-01"


def test_a_first_publication_without_boards_and_with_another_label_is_read():
    changed = sheets()
    changed["Table 2"] = table(
        TITLES["Table 2"], DAYS, SPLIT, daily(split=True), england="ENGLAND (All Acute Trusts)", boards=False
    )
    for name in ("Table 3", "Table 4", "Table 5"):
        del changed[name]
    parsed = discharge_acute.parse(data(changed))
    assert day(figures(parsed), ENGLAND, "nctr_discharged") == 13
    assert [note for note in parsed.notes if note.startswith("there is no table of")] == [
        "there is no table of bed days",
        "there is no table of pathways",
        "there is no table of reasons",
    ]


def test_tables_are_known_by_their_titles_and_not_by_their_numbers(plain):
    changed = sheets()
    names = ["Table 2", "Table 3", "Table 4", "Table 5", "Table 6"]
    moved = dict(zip(names, [changed.pop(f"Table {n}") for n in (1, 2, 3, 4, 5)], strict=True))
    assert read({**changed, **moved}) == plain


def test_a_table_with_a_new_title_is_said_and_left_alone():
    changed = sheets()
    changed["Table 6"] = [[None, "Table 6: Number of patients by colour of hat"], [None, "x", 1]]
    parsed = discharge_acute.parse(data(changed))
    assert parsed.notes == (
        "sheet 'Table 6' is not read: its title 'Table 6: Number of patients by colour of hat' is new",
    )


def test_codes_that_are_numbers_or_have_five_characters_stay_text():
    changed = sheets()
    for name in ("Table 2", "Table 3", "Table 4", "Table 5"):
        changed[name][-1][2], changed[name][-2][2] = 507, "VLF1V"
    found = read(changed)
    assert (day(found, "507", "nctr_patients"), day(found, "VLF1V", "nctr_patients")) == (40, 30)


def test_bed_days_without_stays_of_seven_days_are_read():
    changed = sheets()
    weeks = ("w/c 01/01/2024 (daily snapshot)", "w/c 08/01/2024 (daily snapshot)")
    stays = [f"Number of additional bed days, patients with length of stay of {n}+ days" for n in (14, 21)]
    values = {name: [80, 50] * 2 for name in sitrep.weekly()} | {"England": [160, 100] * 2}
    changed["Table 3"] = table(TITLES["Table 3"], weeks, stays, values)
    found = read(changed)
    assert day(found, ENGLAND, "bed_days_21plus", "2024-01-08") == 100
    assert not [key for key in found if key[1] == "bed_days_7plus"]


def test_groups_above_the_pathways_and_two_wordings_side_by_side_are_read():
    changed = sheets()
    heads = [
        "P1 - Other with reablement support",
        "P1 – Something\u202fnew for people at home.  ",
        "P2 - Hospice \n(short)",
    ]
    values = sitrep.pathways()
    rows = table(TITLES["Table 4"], ["Total number of patients discharged"], heads, values)
    rows.insert(3, [None] * 4 + ["Pathway 1", None, "Pathway 2"])
    changed["Table 4"] = rows
    found = read(changed)
    assert found[ENGLAND, "nctr_discharged", "2024-01-01", "P1", "P1 other", "monthly"] == 30
    assert (
        found[ENGLAND, "nctr_discharged", "2024-01-01", "P1", "P1 - Something new for people at home", "monthly"] == 6
    )


def test_a_cover_of_another_month_is_told_and_the_days_are_believed(plain):
    changed = sheets()
    changed["Cover Sheet"] = sitrep.cover(start=date(2023, 12, 1))
    parsed = discharge_acute.parse(data(changed))
    assert (parsed.key, figures(parsed)) == ("2024-01", plain)
    assert parsed.notes == (
        "the period on the cover is December 2023, the days are of January 2024: it is taken for January 2024",
    )


def test_a_hidden_sheet_never_stands_for_the_one_that_is_shown(plain):
    changed = {"Table 2 old": table(TITLES["Table 2"], DAYS, HEADS, {k: [1, 0, 1] * 3 for k in daily()}), **sheets()}
    parsed = discharge_acute.parse(hide(data(changed), "Table 2 old"))
    assert figures(parsed) == plain
    assert parsed.notes == ("the hidden sheet 'Table 2 old' is not read beside 'Table 2'",)


def hide(book, name):
    """The workbook with a sheet hidden."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            body = old.read(member)
            if member.filename == "xl/workbook.xml":
                body = body.replace(f'<sheet name="{name}"'.encode(), f'<sheet name="{name}" state="hidden"'.encode())
            new.writestr(member, body)
    return out.getvalue()


def test_notes_below_a_table_and_empty_rows_are_passed_over(plain):
    changed = sheets()
    changed["Table 2"] += [[None], [None], [None, "* No data for one board"], [None, None, None, "Source: a return"]]
    assert read(changed) == plain
