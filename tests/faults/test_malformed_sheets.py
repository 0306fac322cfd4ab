"""Sheets that are not as the template has them: told with sheet and cell, as an error or as a warning."""

import openpyxl
import pytest

from tests.unit.etl.local.sheets import ROWS, address, edited, errors, problems


def _twice(opened):
    opened["Schemes"]["D4"] = "Scheme"


def _renamed(opened):
    opened["Outputs"]["D4"] = "Units we planned"


def _no_headings(opened):
    opened["Links"].delete_rows(4)


def _headings_far_below(opened):
    opened["Links"].insert_rows(1, 20)


def _hidden(opened):
    opened["Outputs"].sheet_state = "hidden"


def _very_hidden(opened):
    opened["Outputs"].sheet_state = "veryHidden"


def _another(opened):
    opened.create_sheet("Notes of Jo")


def _copied(opened):
    copy = opened.copy_worksheet(opened["Schemes"])
    copy.title = "schemes "


def _under_no_heading(opened):
    opened["Events"]["H8"] = "a remark"


def _example(opened):
    opened["Events"]["C6"] = "Our own event"


def _no_place(opened):
    opened["About"]["B3"] = None


def _no_label(opened):
    opened["About"]["A5"] = "Month"


def _two_labels(opened):
    opened["About"]["A9"] = "Place"


def _strange_council(opened):
    opened["About"]["B4"] = "Quillshire, Atlantis"


def _name_too_long(opened):
    opened["About"]["B3"] = "x" * 101


def _name_of_signs(opened):
    opened["About"]["B3"] = "!!!"


SHEETS = {
    "a heading twice": (_twice, "the heading 'Scheme' twice", "schemes", "D4", "error"),
    "a heading renamed": (_renamed, "the heading 'Units we planned'", "outputs", "D4", "warning"),
    "no headings": (_no_headings, "no row of headings", "links", "", "error"),
    "headings far below": (_headings_far_below, "no row of headings", "links", "", "error"),
    "a hidden sheet": (_hidden, "a hidden sheet", "Outputs", "", "warning"),
    "a very hidden sheet": (_very_hidden, "a hidden sheet", "Outputs", "", "warning"),
    "a sheet of another name": (_another, "a sheet that the template does not have", "Notes of Jo", "", "warning"),
    "a sheet twice": (_copied, "the same sheet as 'Schemes'", "schemes ", "", "error"),
    "a value under no heading": (_under_no_heading, "'a remark' under no heading", "events", "H8", "warning"),
    "an example written over": (_example, "an example row with other values", "events", "A6", "warning"),
    "no place": (_no_place, "an empty cell", "about", "B3", "error"),
    "a label renamed": (_no_label, "no line 'Seen as at'", "about", "", "error"),
    "a label twice": (_two_labels, "'Place' twice", "about", "A9", "error"),
    "a council that is none": (_strange_council, "'Atlantis'", "about", "B4", "error"),
    "a name too long": (_name_too_long, "'xxx", "about", "B3", "error"),
    "a name of signs": (_name_of_signs, "'!!!'", "about", "B3", "error"),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_that_is_not_as_it_should_be_is_told(name):
    change, found, sheet, cell, level = SHEETS[name]
    _, faults = problems(edited(change))
    matching = [one for one in faults if (one.sheet, one.cell, one.level) == (sheet, cell, level)]
    assert any(found in one.found and one.expected for one in matching), [str(one) for one in faults]


def test_a_sheet_whose_heading_must_be_there_is_refused_without_it():
    def change(opened):
        opened["Outputs"]["C4"] = "When"

    assert any(one.found == "no heading 'Period'" and one.cell == "A4" for one in errors(edited(change)))


def test_example_rows_and_blank_rows_are_not_read():
    def change(opened):
        opened["Events"].insert_rows(9, 3)
        opened["Events"]["A10"] = "totals"

    draft, faults = problems(edited(change))
    assert len(draft.rows["events"]) == len(ROWS["events"])
    assert not [str(one) for one in faults]


def test_a_sheet_from_1904_keeps_its_days():
    def change(opened):
        opened.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        opened["Events"][address("events", "date")].value = openpyxl.utils.datetime.from_excel(43_000)

    draft, _ = problems(edited(change))
    assert draft.rows["events"][0]["date"] == "2017-09-22"
