"""A council that sent no return: nothing is not zero."""

import pytest

from domain.delays import BODIES, CARE_TYPES, REASON_CODES
from etl.problems import FileRefused
from tests.unit.etl.sheets import get, put
from tests.unit.etl.small import (
    AMBERMOOR,
    BODY,
    CARE,
    ERAS,
    QUILLSHIRE,
    REASON,
    council_sheets,
    council_workbook,
    days,
    read_councils,
)

CODE = AMBERMOOR.nhs_code


@pytest.mark.parametrize("month", ERAS)
def test_dashes_with_a_total_of_0_are_not_submitted_in_every_column(month):
    parsed = read_councils(council_workbook(month, absent=[AMBERMOOR]))
    assert days(parsed, CODE) is None
    assert [days(parsed, CODE, body=body) for body in BODIES] == [None] * 3
    assert [days(parsed, CODE, care=care) for care in CARE_TYPES] == [None] * 2
    used = [r for r in REASON_CODES if r != "O" or month >= "2017-04"]
    assert [days(parsed, CODE, reason=reason) for reason in used] == [None] * len(used)


def test_a_council_not_submitted_counts_as_0_in_the_check_and_the_others_keep_their_days():
    parsed = read_councils(council_workbook(absent=[AMBERMOOR]))
    outside = sum(days(parsed, code) for code in ("9900", "9901", "9902"))
    assert days(parsed, "") == 550 + 165 + outside
    assert days(parsed, QUILLSHIRE.nhs_code) == 550


def test_a_council_with_no_delays_is_zero():
    book = council_sheets(absent=[AMBERMOOR])
    for sheet in (BODY, CARE, REASON):
        book[sheet][16] = [0 if cell == "-" else cell for cell in book[sheet][16]]
    parsed = read_councils(book)
    assert days(parsed, CODE) == 0
    assert days(parsed, CODE, body="nhs") == 0


@pytest.mark.parametrize(("sheet", "total"), [(BODY, "I17"), (CARE, "H17"), (REASON, "Q17")])
def test_dashes_with_a_total_above_0_are_refused_at_the_total(sheet, total):
    book = council_sheets(absent=[AMBERMOOR])
    put(book, sheet, total, 7)
    with pytest.raises(FileRefused) as problem:
        read_councils(book)
    assert problem.value.where == f"sheet '{sheet}', cell {total}"
    assert (problem.value.found, problem.value.expected) == ("a total of 7", "0, the sum of its parts")


def test_a_dash_as_total_is_not_submitted_too():
    book = council_sheets(absent=[AMBERMOOR])
    for sheet, cell in ((BODY, "I17"), (CARE, "H17"), (REASON, "Q17")):
        put(book, sheet, cell, "-")
    assert days(read_councils(book), CODE) is None


def test_one_dash_beside_numbers_is_one_missing_part_and_the_total_stays():
    book = council_sheets()
    ambermoor, england = get(book, BODY, "H17"), get(book, BODY, "H15")
    put(book, BODY, "H17", "-")
    put(book, BODY, "G17", get(book, BODY, "G17") + ambermoor)
    put(book, BODY, "H15", england - ambermoor)
    put(book, BODY, "G15", get(book, BODY, "G15") + ambermoor)
    put(book, BODY, "M17", "-")
    put(book, BODY, "L17", get(book, BODY, "L17") + ambermoor / 31)
    put(book, BODY, "M15", get(book, BODY, "M15") - ambermoor / 31)
    put(book, BODY, "L15", get(book, BODY, "L15") + ambermoor / 31)
    parsed = read_councils(book)
    assert [days(parsed, CODE, body=body) for body in (*BODIES, "all")] == [60, 50, None, 110]


def test_a_dash_for_england_does_not_let_councils_through_unchecked():
    book = council_sheets()
    put(book, BODY, "F15", "-")
    with pytest.raises(FileRefused):
        read_councils(book)
