"""Tables: what a cell says, and the marks that make a table readable without seeing it."""

import pytest

from components import tables
from components.tables import Column, Table
from tests.unit.components import walk

COLUMNS = (
    Column("period", "Month", kind="month"),
    Column("days", "Days"),
    Column("beds", "People a day", 1),
    Column("change", "Change", kind="change"),
    Column("note", "Note", kind="text"),
)
ROWS = (("2018-01", 151383.0, 4883.3225, -0.2668, "revised"), ("2018-02", None, None, None, None))
TABLE = Table("delays", "Delayed days, England", COLUMNS, ROWS, ("A note.",))


@pytest.fixture(scope="module")
def drawn():
    return tables.draw(TABLE, label="Delayed days, England")


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        (COLUMNS[0], "2018-01", "January\u00a02018"),
        (COLUMNS[1], 151383.0, "151,383"),
        (COLUMNS[1], 0, "0"),
        (COLUMNS[2], 4883.3225, "4,883.3"),
        (COLUMNS[2], 0.0, "0.0"),
        (COLUMNS[3], -0.2668, "\u221227\u00a0%"),
        (COLUMNS[3], 0.0, "no change"),
        (COLUMNS[4], "<b>on</b>", "<b>on</b>"),
    ],
)
def test_a_value_reads_as_its_kind_says(column, value, said):
    assert tables.words(column, value) == said


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.kind)
def test_a_missing_value_is_not_held_and_never_zero(column):
    assert tables.words(column, None) == "not held"


def test_the_caption_says_what_the_table_holds(drawn):
    (table,) = walk.of(drawn, "Table")
    (caption,) = walk.of(table, "Caption")
    assert walk.words(caption) == "Delayed days, England"
    assert table.children[0] is caption


def test_heads_of_columns_and_rows_have_their_scope(drawn):
    heads = [(walk.words(th), th.scope) for th in walk.of(drawn, "Th")]
    assert heads[:5] == [(column.heading, "col") for column in COLUMNS]
    assert heads[5:] == [("January\u00a02018", "row"), ("February\u00a02018", "row")]


def test_the_scrolling_region_takes_focus_and_has_a_name(drawn):
    (region,) = [part for part in walk.every(drawn) if getattr(part, "role", None) == "region"]
    found = walk.properties(region)
    assert found["tabIndex"] == 0
    assert found["aria-label"] == "Delayed days, England"
    assert walk.of(region, "Table")


def test_every_row_has_a_cell_for_every_column(drawn):
    rows = walk.of(walk.of(drawn, "Tbody"), "Tr")
    assert [len(row.children) for row in rows] == [5, 5]
    assert [walk.words(cell) for cell in rows[1].children[1:]] == ["not held"] * 4


def test_numbers_stand_to_the_right_with_their_heading(drawn):
    heads = [getattr(th, "className", "") for th in walk.of(drawn, "Th")[:5]]
    cells = [getattr(td, "className", "") for td in walk.of(drawn, "Td")[:4]]
    assert heads == ["", "r", "r", "r", ""]
    assert cells == heads[1:]


def test_notes_stand_under_the_table(drawn):
    assert walk.words(drawn.children[-1]) == "A note."


def test_a_column_is_found_by_its_key():
    assert TABLE.column("days") == [151383.0, None]
    with pytest.raises(ValueError, match="not in list"):
        TABLE.column("nothing")


def test_rows_and_columns_must_agree():
    with pytest.raises(ValueError, match="zip"):
        tables.draw(Table("x", "X", COLUMNS, (("2018-01", 1.0),)), label="X")


def test_a_run_without_numbers_is_one_cell_that_says_why():
    status = Column("status", "Status", kind="text")
    columns = (Column("period", "Month", kind="month"), Column("a", "A"), Column("b", "B"), status)
    rows = (("2018-01", None, None, "not submitted"), ("2018-02", 0, None, "published"))
    drawn = walk.of(tables.draw(Table("x", "x", columns, rows), label="x"), "Tbody")
    first, second = (walk.of(row, "Td") for row in walk.of(drawn, "Tr"))
    assert [(walk.words(cell), getattr(cell, "colSpan", 1)) for cell in first] == [
        ("not submitted", 2),
        ("not submitted", 1),
    ]
    assert [walk.words(cell) for cell in second] == ["0", "not held", "published"]
