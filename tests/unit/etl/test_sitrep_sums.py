"""What does not add up in a discharge workbook is said with sheet and cell, and the published figure stands."""

import pytest

from etl.problems import FileRefused
from etl.sources import discharge_acute, discharge_community
from tests.unit.etl import sitrep
from tests.unit.etl.sitrep import DAYS, HEADS, TITLES, daily, data, figures, sheets, table


def notes(changed, source=discharge_acute):
    return source.parse(data(changed)).notes


def with_days(change):
    changed, values = sheets(), daily()
    change(values)
    changed["Table 2"] = table(TITLES["Table 2"], DAYS, HEADS, values)
    return changed


def test_a_workbook_that_agrees_has_nothing_to_say():
    assert notes(sheets()) == ()


def test_regions_that_do_not_make_england_are_told_with_the_cell_and_england_stands():
    def change(values):
        values["England"][:3] = [95, 18, 77]

    changed = with_days(change)
    told = [note for note in notes(changed) if "regions" in note]
    assert told == [
        "sheet 'Table 2': the regions do not add up to England (cell E5: 95, expected 90; cell F5: 18, expected 13); "
        "the published figures are used"
    ]
    assert sitrep.day(figures(discharge_acute.parse(data(changed))), "E92000001", "nctr_patients") == 95


def test_providers_that_do_not_make_england_are_told():
    def change(values):
        values["DMT02"][:3] = [31, 4, 27]

    told = notes(with_days(change))
    assert told == (
        "sheet 'Table 2': the rows of each provider do not add up to England (cell E5: 90, expected 91); the published "
        "figures are used",
    )


def test_people_less_those_discharged_are_those_remaining():
    def change(values):
        values["DMT02"][2] = 27

    assert "(cell G15: 27, expected 26)" in notes(with_days(change))[0]


def test_many_cells_make_one_note_that_names_three():
    def change(values):
        for place in ("DMT01", "DMI01", "DMI02", "DMT02"):
            values[place][2] += 1

    (note,) = notes(with_days(change))
    assert note.count("expected") == 3
    assert "and 1 more" in note


def test_a_table_in_which_most_regions_do_not_make_england_was_misread_and_is_refused():
    def change(values):
        values["England"] = [1000, 13, 987] * 3

    with pytest.raises(FileRefused) as problem:
        notes(with_days(change))
    assert "and 5 more figures like it" in problem.value.found
    assert problem.value.where == "sheet 'Table 2', cell E5"


def test_discharges_by_pathway_make_those_by_day():
    changed, values = sheets(), sitrep.pathways()
    values["England"][0] += 1
    values[sitrep.REGIONS[0]][0] += 1
    changed["Table 4"] = table(TITLES["Table 4"], ["January 2024"], sitrep.PLACES_OF_DISCHARGE, values)
    assert notes(changed) == (
        "sheet 'Table 4', cell E5: discharges by pathway add up to 40, those by day to 39; both are kept as published",
    )


def test_an_organisation_that_stands_on_one_sheet_only_is_told():
    changed = sheets()
    changed["Table 3"] = changed["Table 3"][:-1]
    assert notes(changed) == ("sheet 'Table 3': 1 organisations (DMT03) stand on it or on 'Table 2' only",)


def test_community_reports_add_up_in_people_remaining():
    changed = sheets()
    changed["Cover Sheet"] = sitrep.cover("Community Discharge Situation Report ")
    told = notes(changed, discharge_community)
    assert len(told) == 2
    assert all("cell G5: 77, expected 78" in note for note in told)
