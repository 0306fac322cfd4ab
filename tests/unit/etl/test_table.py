"""Cells as counts, and tables found by their words."""

import pytest

from etl import layout, table
from etl.problems import FileRefused

LAY = layout.load("dtoc_councils")
WHERE = {"sheet": "LA - by reason", "row": 16, "column": 5}


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        (0, 0),
        (12, 12),
        (12.0, 12),
        ("12", 12),
        (" 12 ", 12),
        ("1,234", 1234),
        ("1,234,567", 1234567),
        ("-", None),
        (" - ", None),
        ("\u2013", None),
        ("\u2212", None),
    ],
)
def test_a_count_is_a_whole_number_or_not_submitted(cell, count):
    assert table.count(cell, **WHERE) == count


@pytest.mark.parametrize(
    "cell",
    [
        -1,
        -1.0,
        "-1",
        0.5,
        12.25,
        "12.5",
        True,
        False,
        "",
        " ",
        None,
        "*",
        "..",
        "NA",
        "n/a",
        "<5",
        "1e3",
        "twelve",
        "--",
        "\u0661\u0662",
        "\u00b2",
        float("nan"),
        pytest.param(float("inf")),
        pytest.param("12,5"),
        pytest.param(",12"),
    ],
)
def test_anything_else_is_refused_with_sheet_and_cell(cell):
    with pytest.raises(FileRefused) as refused:
        table.count(cell, **WHERE)
    assert refused.value.where == "sheet 'LA - by reason', cell F17"
    assert refused.value.found == f"'{cell}'"


@pytest.mark.parametrize(("cell", "number"), [(0, 0.0), (9.74, 9.74), (12, 12.0), ("-", None), ("\u2014", None)])
def test_a_number_may_have_a_fraction(cell, number):
    assert table.number(cell, **WHERE) == number


@pytest.mark.parametrize("cell", [-0.5, True, "", None, "9.74", "NA", float("nan"), float("inf"), 1e12])
def test_a_number_that_is_none_is_refused_with_sheet_and_cell(cell):
    with pytest.raises(FileRefused) as refused:
        table.number(cell, **WHERE)
    assert refused.value.where == "sheet 'LA - by reason', cell F17"


@pytest.mark.parametrize("above", [0, 3, 40])
def test_a_header_row_is_found_by_its_words_wherever_it_stands(above):
    rows = [["Name", "notes"]] * above + [["", "Region", "Code", "Name", "NHS"], ["", "Code", "Name"]]
    assert table.find_row(rows, LAY, "lead", ("nhs_code", "name"), "x") == above


def test_a_sheet_without_a_header_row_is_refused_with_the_words_that_were_missed():
    with pytest.raises(FileRefused, match=r"sheet 'LA - by reason'.*'nhs_code' and 'name'"):
        table.find_row([["Region", "Name"]], LAY, "lead", ("nhs_code", "name"), "LA - by reason")


def test_labels_over_a_block_reach_to_the_next_label():
    assert table.fill_right(["", "Acute", "", "Non\u2013Acute", ""]) == ["", "Acute", "Acute", "Non-Acute", "Non-Acute"]


@pytest.mark.parametrize(("cell", "blank"), [("", True), ("  ", True), (None, True), (0, False), ("-", False)])
def test_zero_and_a_dash_are_not_blank(cell, blank):
    assert table.blank(cell) is blank
