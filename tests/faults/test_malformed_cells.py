"""Cells that must not be: each is refused with its sheet, its cell, what was found and what was expected."""

import datetime

import pytest

from tests.unit.etl.local.sheets import address, errors, problems, put

LONG = "x" * 3_000
# sheet, field, row, what is put into the cell, what is found, what is expected
CASES = [
    ("schemes", "scheme_id", 0, None, "an empty cell", "letters, digits"),
    ("schemes", "scheme_id", 0, "S 1", "'S 1'", "letters, digits"),
    ("schemes", "scheme_id", 0, "=1+1", "a formula without", "letters, digits"),
    ("schemes", "scheme_id", 1, "S1", "the same scheme as in row 8", "every row once"),
    ("schemes", "scheme_id", 0, datetime.date(2018, 1, 2), "2018-01-02", "formatted as text"),
    ("schemes", "name", 0, LONG, "'xxx", "200 characters"),
    ("schemes", "name", 0, "\x7fbell", "bell", "without control characters"),
    ("schemes", "name", 0, True, "'True'", "text"),
    ("schemes", "area_code", 0, "Atlantis", "'Atlantis'", "council in the national figures"),
    ("schemes", "area_code", 0, 10999001, "'10999001'", "council in the national figures"),
    ("schemes", "stage", 0, "nowhere", "'nowhere'", "tier_1 or"),
    ("schemes", "payer", 0, "everybody", "'everybody'", "council or nhs"),
    ("schemes", "gains", 0, "nhs, moon", "'nhs, moon'", "council or nhs"),
    ("schemes", "gains", 0, ",", "','", "council or nhs"),
    ("schemes", "planned_start", 0, "soon", "'soon'", "a month from 2000 on"),
    ("schemes", "planned_start", 0, "2018-13", "'2018-13'", "a month from 2000 on"),
    ("schemes", "planned_start", 0, "1999-12", "'1999-12'", "a month from 2000 on"),
    ("schemes", "planned_start", 0, datetime.date(1904, 1, 1), "1904", "a month from 2000 on"),
    ("schemes", "ended", 0, "2017-01", "'2017-01'", "not before the start"),
    ("schemes", "ended", 1, "2019-01", "'2019-01'", "an actual start"),
    ("schemes", "reached_pct", 0, 101, "'101'", "from 0 to 100"),
    ("schemes", "reached_pct", 0, -1, "'-1'", "from 0 to 100"),
    ("spend_lines", "amount", 0, "about 3m", "'about 3m'", "a number from 0"),
    ("spend_lines", "amount", 0, -5, "'-5'", "a number from 0"),
    ("spend_lines", "amount", 0, "5%", "'5%'", "a number from 0"),
    ("spend_lines", "amount", 0, "+", "'+'", "a number from 0"),
    ("spend_lines", "amount", 0, "1e9", "'1e9'", "a number from 0"),
    ("spend_lines", "amount", 0, "1.234,50", "'1.234,50'", "a number from 0"),
    ("spend_lines", "amount", 0, 1e300, "'1", "a number from 0"),
    ("spend_lines", "year", 0, "2018-04", "'2018-04'", "a financial year such as 2018-19"),
    ("spend_lines", "year", 0, "2018-20", "'2018-20'", "a month such as 2018-04, a quarter"),
    ("spend_lines", "scheme_id", 0, "S9", "'S9'", "stands in the sheet 'Schemes'"),
    ("spend_lines", "version", 0, "guess", "'guess'", "plan or revised"),
    ("outputs", "period", 0, "2018-19 Q5", "'2018-19 Q5'", "a quarter"),
    ("outputs", "period", 1, "2018-19 Q1", "'2018-19 Q1'", "every month once (row 8"),
    ("outputs", "planned", 1, None, "an empty cell", "units planned, delivered or both"),
    ("indicators", "kind", 0, "shape", "'shape'", "count or rate"),
    ("indicators", "decimals", 0, 1.5, "'1.5'", "a whole number from 0 to 3"),
    ("indicators", "indicator_id", 0, "I2", "the same indicator as in row", "every row once"),
    ("links", "indicator_id", 0, "I9", "'I9'", "stands in the sheet 'Indicators'"),
    ("links", "is_primary", 1, "yes", "a second primary indicator of S1", "row 8 has it"),
    ("links", "lag", 0, 37, "'37'", "a whole number from 0 to 36"),
    ("observations", "value", 0, "twenty", "'twenty'", "a number"),
    ("observations", "value", 0, "#N/A", "the error value #N/A", "a number"),
    ("observations", "value", 0, "=A1*2", "a formula without a stored result", "a number"),
    ("observations", "value", 0, 29.5, "'29.5'", "a whole number of people"),
    ("observations", "value", 0, -29, "'-29'", "at least 0"),
    ("observations", "value", 0, None, "an empty cell", "'yes' as not submitted"),
    ("observations", "value", 1, 540, "'540' per cent", "from 0 to 100"),
    ("observations", "value", 1, 5.4, "'540' per cent", "from 0 to 100"),  # shown as 540 %
    ("observations", "value", 1, 80, "'80' beside 29 of 116", "25.0, or an empty cell"),
    ("observations", "value", 2, 3, "'yes' and a value", "either a value or 'yes'"),
    ("observations", "numerator", 1, 627, "627 of 116, which is 541 %", "within its denominator"),
    ("observations", "denominator", 1, None, "an empty cell", "a numerator and a denominator"),
    ("observations", "numerator", 1, 28.7, "'28.7'", "a whole number of people"),
    ("observations", "period", 0, "2018-19 Q1", "'2018-19 Q1'", "as I1 is monthly"),
    ("observations", "period", 1, "2018-04", "'2018-04'", "as I2 is quarterly"),
    ("observations", "indicator_id", 0, "I3", "a value of I3", "values of local indicators only"),
    ("observations", "indicator_id", 0, "I9", "'I9'", "stands in the sheet 'Indicators'"),
    ("observations", "margin", 0, datetime.time(9, 30), "09:30", "a number from 0"),
    ("targets", "value", 0, 30, "both a value and a change", "one of them"),
    ("targets", "change_pct", 0, None, "neither a value nor a change", "one of them"),
    ("events", "date", 0, "31/02/2018", "'31/02/2018'", "a date from 2000 on"),
    ("events", "date", 0, 20180430, "'20180430'", "a date from 2000 on"),
    ("events", "text", 0, None, "an empty cell", "text"),
    ("commentary", "text", 0, LONG, "'xxx", "2000 characters"),
    ("decisions", "decision", 0, "ponder", "'ponder'", "go_on or change"),
    ("decisions", "reason", 0, None, "an empty cell", "text"),
]
# where a fault is told that lies in another cell than the one that was changed
TOLD = {
    ("indicators", "indicator_id", 0): ("indicator_id", 1),
    ("observations", "value", 2): ("not_submitted", 2),
    ("targets", "change_pct", 0): ("value", 0),
}


def _names(case) -> str:
    return f"{case[0]}-{case[1]}-{ascii(case[3])[:20]}"


@pytest.mark.parametrize("case", CASES, ids=_names)
def test_a_cell_that_must_not_be_is_refused_with_its_address(case):
    sheet, field, place, value, found, expected = case
    faults = errors(put(sheet, field, value, place, "0%" if value == 5.4 else None))
    cell = address(sheet, *TOLD.get((sheet, field, place), (field, place)))
    matching = [one for one in faults if one.sheet == sheet and one.cell == cell]
    assert matching, [str(one) for one in faults]
    assert any(found in one.found and expected in one.expected for one in matching), [str(one) for one in matching]


def test_there_are_sixty_of_them():
    assert len(CASES) >= 60


# sheet, field, row, what is put into the cell, its number format, what is read
EXACT = [
    ("schemes", "name", 0, " Weekend team ", None, "Weekend team"),
    ("schemes", "name", 0, 7, None, "7"),
    ("schemes", "planned_start", 0, datetime.datetime(2017, 9, 14, 10), None, "2017-09"),
    ("schemes", "planned_start", 0, "September 2017", None, "2017-09"),
    ("schemes", "stage", 0, "Discharge", None, "discharge"),
    ("schemes", "gains", 0, "Person; NHS", None, "person, nhs"),
    ("schemes", "area_code", 0, "QUILLSHIRE", None, "E10999001"),
    ("spend_lines", "amount", 0, "£90,000.50", None, 90_000.5),
    ("spend_lines", "year", 0, "2018/19", None, "2018-19"),
    ("spend_lines", "year", 0, "2018/2019", None, "2018-19"),
    ("observations", "value", 0, "1,029", None, 1029),
    ("observations", "value", 0, 0, None, 0),
    ("observations", "numerator", 1, 0, None, 0),
    ("targets", "change_pct", 0, -0.008, "0.0%", -0.8),
    ("targets", "change_pct", 0, "\u22120.8%", None, -0.8),
    ("schemes", "reached_pct", 0, 0.54, "0%", 54),
    ("schemes", "reached_pct", 0, 54, '0"%"', 54),  # a per cent sign that is only text
    ("events", "date", 0, "8 March 2017", None, "2017-03-08"),
    ("events", "date", 0, datetime.date(2017, 3, 8), None, "2017-03-08"),
    ("commentary", "text", 0, "a\r\nb", None, "a\nb"),
]


@pytest.mark.parametrize("case", EXACT, ids=_names)
def test_what_can_be_read_is_read_exactly(case):
    sheet, field, place, value, form, read = case
    draft, faults = problems(put(sheet, field, value, place, form))
    assert not [str(one) for one in faults if one.level == "error"]
    assert draft.rows[sheet][place][field] == read
