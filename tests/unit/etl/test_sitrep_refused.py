"""A discharge workbook that cannot be understood is refused whole, with the sheet and the cell."""

from datetime import date

import pytest

from etl.problems import FileRefused, NotThisPublication
from etl.sources import discharge_acute
from tests.unit.etl import sitrep
from tests.unit.etl.sitrep import DAYS, HEADS, TITLES, daily, data, sheets, table

BAD_CELLS = {
    "words": ("about 20", "'about 20'"),
    "a fraction": (20.5, "'20.5'"),
    "below zero": (-1, "'-1'"),
    "a formula's error": ("#REF!", "'#REF!'"),
    "a date": (date(2024, 1, 1), "'2024-01-01'"),
    "far too large": (1e12, "'1000000000000.0'"),
    "a truth value": ("TRUE", "'TRUE'"),
}


def refused(changed):
    with pytest.raises(FileRefused) as problem:
        discharge_acute.parse(data(changed))
    return problem.value


@pytest.mark.parametrize(("cell", "found"), BAD_CELLS.values(), ids=BAD_CELLS)
@pytest.mark.parametrize("name", ["Table 2", "Table 3", "Table 4"])
def test_a_cell_that_is_no_count_is_named(name, cell, found):
    changed = sheets()
    row = len(changed[name]) - 2
    changed[name][row][5] = cell
    problem = refused(changed)
    assert (problem.where, problem.found) == (f"sheet '{name}', cell F{row + 1}", found)


def test_an_average_may_have_decimals_but_is_not_below_zero():
    changed = sheets()
    changed["Table 5"][-1][5] = -0.5
    problem = refused(changed)
    assert (problem.where, problem.found) == (f"sheet 'Table 5', cell F{len(changed['Table 5'])}", "'-0.5'")


def test_more_discharged_than_counted_is_published_and_told():
    changed, values = sheets(), daily()
    values["DMT03"][:3] = [3, 5, -2]
    changed["Table 2"] = table(TITLES["Table 2"], DAYS, HEADS, values)
    found = sitrep.figures(discharge_acute.parse(data(changed)))
    assert sitrep.day(found, "DMT03", "nctr_remaining") == -2


def test_a_number_in_the_first_table_that_is_no_count_is_named():
    changed = sheets()
    changed["Table 1"][4][2] = "none"
    assert (refused(changed).where, refused(changed).found) == ("sheet 'Table 1', cell C5", "'none'")


def test_a_heading_never_seen_above_figures_is_named():
    changed = sheets()
    changed["Table 2"][3][6] = "Number of patients on holiday"
    problem = refused(changed)
    assert (problem.where, problem.found) == ("sheet 'Table 2', cell G4", "the heading 'Number of patients on holiday'")


def test_a_heading_of_no_pathway_is_named():
    changed = sheets()
    changed["Table 4"][3][5] = "Discharged to the moon"
    assert (refused(changed).where, refused(changed).found) == (
        "sheet 'Table 4', cell F4",
        "the heading 'Discharged to the moon'",
    )


def test_figures_below_no_heading_are_named():
    changed = sheets()
    changed["Table 5"][3][5] = None
    assert (refused(changed).where, refused(changed).found) == ("sheet 'Table 5', cell F4", "figures below no heading")


def test_a_day_that_lacks_a_column_is_named():
    changed = sheets()
    for row in changed["Table 2"][2:]:
        del row[8:9]
    assert "no column nctr_discharged on 2024-01-02" in refused(changed).found


@pytest.mark.parametrize(("cell", "said"), [("soon", "'soon'"), (None, "'nctr_patients' of 1 January 2024 twice")])
def test_a_date_that_is_none_is_named(cell, said):
    changed = sheets()
    changed["Table 2"][2][7] = cell
    assert refused(changed).found == said


def test_days_of_two_months_are_refused():
    changed = sheets()
    changed["Table 2"] = table(TITLES["Table 2"], (*DAYS[:2], date(2024, 2, 1)), HEADS, daily())
    assert refused(changed).found == "days of January 2024 and of February 2024"


def test_a_cover_without_a_month_is_named():
    changed = sheets()
    changed["Cover Sheet"] = sitrep.cover(start="winter")
    problem = refused(changed)
    assert (problem.where, problem.found) == ("cover sheet, Period", "'winter'")


def test_an_unknown_region_is_named():
    changed = sheets()
    changed["Table 2"][5][3] = "ATLANTIS"
    assert (refused(changed).where, refused(changed).found) == ("sheet 'Table 2', cell D6", "the region 'ATLANTIS'")


@pytest.mark.parametrize("code", ["", "R A", "R*"])
def test_a_row_without_a_code_is_named(code):
    changed = sheets()
    last = len(changed["Table 2"])
    changed["Table 2"][-1][2] = code or None
    assert (refused(changed).where, refused(changed).found) == (f"sheet 'Table 2', cell C{last}", f"the code '{code}'")


def test_an_organisation_twice_is_named():
    changed = sheets()
    changed["Table 3"].append(list(changed["Table 3"][-1]))
    assert "the code DMT03 in rows" in refused(changed).found


def test_a_table_without_providers_is_refused():
    changed = sheets()
    changed["Table 2"] = changed["Table 2"][:-4]
    assert refused(changed).found == "no row of a provider"


def test_a_table_without_england_is_refused():
    changed = sheets()
    changed["Table 3"][4][3] = "SOMEWHERE"
    assert refused(changed).found == "no row for England"


def test_two_sheets_of_the_same_table_are_refused():
    changed = sheets()
    changed["Table 6"] = changed["Table 2"]
    assert refused(changed).found == "sheets 'Table 2' and 'Table 6'"


def test_a_workbook_of_ours_without_its_daily_table_is_refused():
    changed = sheets()
    del changed["Table 2"]
    assert refused(changed).expected == "a table of daily figures"


def test_some_other_workbook_is_left_alone():
    with pytest.raises(NotThisPublication, match="no table of daily figures"):
        discharge_acute.parse(data({"Sheet1": [["Hello"]]}))


def test_a_workbook_issued_before_its_month_was_over_is_refused():
    changed = sheets()
    changed["Cover Sheet"][5][2] = date(2024, 1, 20)
    parsed = discharge_acute.parse(data(changed))
    with pytest.raises(FileRefused, match="20 January 2024"):
        discharge_acute.SOURCE.check(parsed)
