"""The upload workbook keeps its contract: every sheet, drop-downs, examples that are not read, labels once a sheet."""

import csv
import io

import openpyxl
import pytest

from domain.local.examples import ADMISSIONS, EXAMPLES
from domain.local.field import CHOICE
from domain.local.sheets import SHEET_BY_NAME, SHEETS
from etl.local import template
from etl.local.parse import parse
from tests.unit.etl.local.sheets import AREAS, errors

each_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)


@pytest.fixture(scope="module")
def opened():
    return openpyxl.load_workbook(io.BytesIO(template.workbook()))


def test_the_workbook_holds_every_sheet_between_about_and_lists(opened):
    assert opened.sheetnames == ["About", "Checklist", *(sheet.title for sheet in SHEETS), "Lists"]


def test_the_same_declarations_give_the_same_bytes():
    assert template.workbook() == template.workbook()


@each_sheet
def test_headings_are_the_labels_of_the_fields(opened, sheet):
    row = [cell.value for cell in opened[sheet.title][template.HEADER + 1]]
    assert row == ["Row", *(field.label for field in sheet.fields)]


@each_sheet
def test_no_label_or_name_of_a_sheet_can_be_taken_for_another(sheet):
    for field in sheet.fields:
        others = {word.casefold() for one in sheet.fields if one is not field for word in (one.name, one.label)}
        assert not {field.name.casefold(), field.label.casefold()} & others
        assert field.label.casefold() != "row"


@each_sheet
def test_every_closed_list_and_every_reference_has_a_drop_down(opened, sheet):
    found = opened[sheet.title].data_validations.dataValidation
    lists = {area.min_col: one.formula1 for one in found for area in one.sqref.ranges}
    for column, field in enumerate(sheet.fields, 2):
        if field.kind == CHOICE or field.refers:
            assert column in lists, field.name
        if field.kind == CHOICE:
            source, cells = lists[column].split("!")
            held = [cell[0].value for cell in opened[source.strip("=")][cells.replace("$", "")]]
            assert held == list(field.choices)


@each_sheet
def test_an_example_row_can_be_read_once_its_mark_is_taken_out(opened, sheet):
    from etl.local.cells import value

    areas = AREAS | {"saltmarrow": "E10999001"}
    for example in EXAMPLES[sheet.name]:
        for field in sheet.fields:
            if field.required:
                assert example.get(field.name) not in (None, ""), field.name
            value(field, example.get(field.name) or None, areas)  # raises where it cannot be read


def test_examples_are_not_read():
    draft = parse(template.workbook(), "book.xlsx", AREAS)
    assert draft.rows == {}
    assert {one.sheet for one in draft.problems} == {"about"}


def test_admissions_of_residents_stand_ready_as_a_count_for_each_calendar_day():
    indicator = ADMISSIONS["indicators"]
    assert (indicator["kind"], indicator["exposure"], indicator["level"]) == ("count", "calendar_day", "strategic")
    assert set(indicator) <= set(SHEET_BY_NAME["indicators"].by_name)
    assert ADMISSIONS["observations"]["indicator_id"] == indicator["indicator_id"]


def test_an_example_whose_mark_is_taken_out_is_uploaded_as_it_stands():
    def taken(name):
        sheet = SHEET_BY_NAME[name]
        rows = [EXAMPLES[name][-1]]
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow([field.label for field in sheet.fields])
        writer.writerows([row.get(field.name, "") for field in sheet.fields] for row in rows)
        return out.getvalue().encode()

    assert not errors(taken("indicators"), "indicators.csv")
