"""The time series of outcomes: figures, marks and brackets as published; whatever is odd is refused with its cell."""

import pytest

from etl.problems import FileRefused, NotThisPublication
from tests.unit.etl import sheets
from tests.unit.etl.outcomes import CARERS, CONTROL, one, read, series

QUILLSHIRE, ENGLAND = "E10999001", "E92000001"


def test_a_figure_has_its_margin_and_respondents():
    found = one(read(series()), "control_over_daily_life", "2017-18", QUILLSHIRE)
    assert (found["value"], found["margin"], found["base"]) == (76.6, 2.9, 805)
    assert (found["numerator"], found["denominator"]) == (None, None)
    assert (found["period"], found["area_type"], found["published_code"]) == ("2017-04", "council", "1B")


def test_the_file_is_a_release_of_the_years_to_its_last_one():
    parsed = read(series())
    assert (parsed.key, parsed.start, parsed.end) == ("series to 2018-19", "2015-04", "2019-03")


def test_the_first_of_two_numbers_is_the_official_one_and_the_second_is_kept():
    book = series()
    sheets.put(book, CARERS, "I11", "7.7 (7.6)")
    found = one(read(book), "carers_quality_of_life", "2016-17", QUILLSHIRE)
    assert (found["value"], found["value_in_brackets"], found["as_published"]) == (7.7, 7.6, "7.7 (7.6)")
    assert found["shorthand"] == ""


def test_thousands_and_a_colon_for_nothing_are_read_in_brackets():
    book = series()
    for cell, text in (("G12", "0.4 (:)"), ("H12", "1,060 (:)"), ("I12", "7.9 (:)")):
        sheets.put(book, CARERS, cell, text)
    sheets.put(book, CARERS, "H7", "1,962 (1,400)")
    sheets.put(book, CARERS, "H10", "1,962 (1,400)")
    found = one(read(book), "carers_quality_of_life", "2016-17", "E06999001")
    assert (found["value"], found["margin"], found["base"], found["value_in_brackets"]) == (7.9, 0.4, 1060, None)


@pytest.mark.parametrize("mark", ["[c]", "[x]", "[z]"])
def test_three_marks_are_three_things(mark):
    book = series()
    for cell in ("J11", "K11", "L11"):
        sheets.put(book, CONTROL, cell, mark)
    found = one(read(book), "control_over_daily_life", "2017-18", QUILLSHIRE)
    assert found["value"] is None
    assert (found["shorthand"], found["counts_shorthand"], found["as_published"]) == (mark, mark, mark)


def test_zero_is_a_number_and_no_mark():
    book = series()
    sheets.put(book, CONTROL, "L11", 0)
    found = one(read(book), "control_over_daily_life", "2017-18", QUILLSHIRE)
    assert (found["value"], found["shorthand"], found["as_published"]) == (0.0, "", "")


def test_years_in_which_carers_are_not_asked_are_not_applicable():
    found = one(read(series()), "carers_quality_of_life", "2017-18", ENGLAND)
    assert (found["value"], found["shorthand"]) == (None, "[z]")


def test_council_types_go_by_their_letter():
    assert one(read(series()), "feeling_safe", "2018-19", "S")["area_type"] == "council_type"


REFUSED = {
    "words in place of a number": (CONTROL, "L11", "about 77", "cell L11", "'about 77'", "[c], [x] or [z]"),
    "a number below zero": (CONTROL, "L11", -1.0, "cell L11", "'-1.0'", "at least 0"),
    "an empty cell": (CONTROL, "L11", None, "cell L11", "''", "a number"),
    "a share above 100": (CONTROL, "L11", 100.5, "cell L11", "100.5 as outcome", "at most 100"),
    "a score above 12": (CARERS, "O11", 12.5, "cell O11", "12.5 as outcome", "at most 12"),
    "brackets in a year without them": (CARERS, "O11", "7.7 (7.6)", "cell O11", "'7.7 (7.6)'", "[c], [x] or [z]"),
    "brackets in the survey of people": (CONTROL, "I11", "77 (76)", "cell I11", "'77 (76)'", "[c], [x] or [z]"),
    "a year that is no year": (CONTROL, "J6", "2017 to 2019 - outcome", "cell J6", "2017 to 2019", "a year and a part"),
    "a part never seen": (CONTROL, "J6", "2017 to 2018 - median", "cell J6", "median", "a year and a part"),
    "a column twice": (CONTROL, "J6", "2017 to 2018 - outcome", "cell L6", "twice", "each column once"),
    "a council without a code": (CONTROL, "C11", None, "cell C11", "without a code", "an ONS area code"),
    "a code of nowhere": (CONTROL, "C11", "E07000001", "cell C11", "'E07000001'", "the ONS code of a council"),
    "a council twice": (CONTROL, "C12", QUILLSHIRE, "cell F12", "twice", "each area once"),
    "a council type never seen": (CONTROL, "A8", "Q", "cell C8", "'Q'", "one of S, U, M, I, O, D"),
    "one number of another measure": (
        CONTROL,
        "A1",
        "Table 1d: the proportion of people who use services who have control over their daily life",
        "cell A1",
        "the number 1d",
        "1B in 2018-19",
    ),
    "a measure never seen": (CONTROL, "A1", "Table 9a: the price of tea", "cell A1", "9a: the price of tea", "layout"),
    "no title": (CONTROL, "A1", "Introduction", "cell A1", "'Introduction'", "Table 3a"),
    "a base that regions do not make": (CONTROL, "K7", 5000, "cell L7", "a base of 5,000", "the sum of its regions"),
    "England beyond its regions": (CONTROL, "L7", 90, "cell L7", "90 for England", "as its regions"),
    "a mark beside a number": (CONTROL, "L11", "[c]", None, None, None),
    "two marks": (CONTROL, "J11", "[x]", "cell L11", "the marks [x]", "one mark"),
}


@pytest.mark.parametrize("what", [name for name, case in REFUSED.items() if case[3]])
def test_an_odd_cell_is_refused_with_sheet_cell_found_and_expected(what):
    sheet, cell, value, where, found, expected = REFUSED[what]
    book = series()
    sheets.put(book, sheet, cell, value)
    with pytest.raises(FileRefused) as refused:
        read(book)
    assert f"sheet '{sheet}', {where}" in refused.value.where
    assert found in refused.value.found
    assert expected in refused.value.expected


def test_an_outcome_may_be_hidden_or_have_hidden_counts_but_no_other_mark_beside_it():
    book = series()
    for cell in ("J11", "K11"):
        sheets.put(book, CONTROL, cell, "[c]")
    found = one(read(book), "control_over_daily_life", "2017-18", QUILLSHIRE)
    assert (found["value"], found["margin"], found["shorthand"], found["counts_shorthand"]) == (76.6, None, "", "[c]")


def test_a_year_that_is_left_out_is_refused():
    book = series()
    for _ in range(3):
        sheets.drop_column(book, CONTROL, "J")
    with pytest.raises(FileRefused, match="every year once, with no gap"):
        read(book)


def test_a_table_without_england_is_refused():
    book = series()
    sheets.drop_row(book, CONTROL, 7)
    with pytest.raises(FileRefused, match="no row for England"):
        read(book)


def test_another_workbook_is_left_alone():
    book = series()
    sheets.put(book, "Cover", "A1", "Measures from the ASCOF, England: disaggregated data tables")
    with pytest.raises(NotThisPublication):
        read(book)


def test_moved_rows_and_columns_do_no_harm():
    book = series()
    sheets.insert_rows(book, CONTROL, 4, 2)
    found = one(read(book), "control_over_daily_life", "2017-18", QUILLSHIRE)
    assert found["value"] == 76.6
