"""Rows to a workbook and back: nothing is lost, added or changed, for every sheet and any values."""

import string

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.local import spans
from domain.local.field import AREA, CHOICE, CHOICES, CODE, DATE, LONGEST, MONEY, MONTH, NUMBER, PERIOD, WHOLE
from domain.local.sheets import SHEETS
from etl.local import template
from etl.local.parse import parse
from etl.local.state import key
from tests.unit.etl.local.sheets import ABOUT, AREAS, ROWS, book, problems
from tests.unit.etl.local.sheets import CODE as COUNCIL

MONTHS = st.builds("{}-{:02d}".format, st.integers(2000, 2099), st.integers(1, 12))
QUARTERS = st.builds(lambda year, n: f"{year}-{(year + 1) % 100:02d} Q{n}", st.integers(2000, 2098), st.integers(1, 4))
YEARS = st.builds(lambda year: f"{year}-{(year + 1) % 100:02d}", st.integers(2012, 2098))
CODES = st.builds(str.__add__, st.sampled_from(string.ascii_letters), st.text("abcXYZ019._-", max_size=20))
LETTERS = st.characters(min_codepoint=32, blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff")


def texts(longest: int):
    """Any text as a cell can hold it, also what a spreadsheet would run."""
    some = st.text(LETTERS, min_size=1, max_size=min(longest, 60))
    tricky = st.sampled_from(
        ["=1+1", "+1", "-1", "@x", "_x0041_", "007", "TRUE", "#N/A", "1e5", "Example", "a\nb", "é😀"]
    )
    return st.one_of(some, tricky).map(str.strip).filter(bool)


def numbers(field):
    low, high = (field.least if field.least is not None else -1e9), (field.most if field.most is not None else 1e9)
    return (
        st.floats(low, high, allow_nan=False).map(lambda x: float(f"{x:.12g}") + 0.0).filter(lambda x: low <= x <= high)
    )


def cells(field):
    kinds = {
        AREA: st.just(COUNCIL),
        CODE: CODES,
        DATE: st.dates(
            min_value=__import__("datetime").date(2000, 1, 1), max_value=__import__("datetime").date(2099, 12, 31)
        ).map(str),
        MONTH: MONTHS,
        PERIOD: st.one_of(MONTHS, QUARTERS, YEARS).map(lambda text: spans.parse(text).text),
        NUMBER: numbers(field),
        MONEY: numbers(field),
        WHOLE: st.integers(int(field.least or 0), int(field.most or 0)),
        CHOICE: st.sampled_from(sorted(field.choices) or [""]),
        CHOICES: st.lists(st.sampled_from(sorted(field.choices) or [""]), min_size=1, unique=True).map(", ".join),
    }
    one = kinds[field.kind] if field.kind in kinds else texts(LONGEST[field.kind])
    return one if field.required else st.one_of(st.just(field.default), one)


ANY = st.fixed_dictionaries(
    {
        sheet.name: st.lists(
            st.fixed_dictionaries({field.name: cells(field) for field in sheet.fields}),
            max_size=3,
            unique_by=lambda row, name=sheet.name: key(name, row),
        ).map(tuple)
        for sheet in SHEETS
    }
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(ANY)
def test_rows_come_back_as_they_were(rows):
    draft = parse(template.workbook(ABOUT, rows), "book.xlsx", AREAS)
    assert not [str(one) for one in draft.problems]
    assert draft.about == ABOUT
    assert draft.rows == {name: some for name, some in rows.items() if some}
    assert template.workbook(draft.about, draft.rows) == template.workbook(ABOUT, rows)


def test_a_valid_workbook_has_no_fault_and_comes_back():
    draft, faults = problems(book())
    assert not [str(one) for one in faults]
    assert draft.rows == ROWS
    assert draft.about == ABOUT


def test_months_quarters_and_years_are_read_side_by_side():
    draft, _ = problems(book())
    assert [row["period"] for row in draft.rows["observations"]] == ["2018-04", "2018-19 Q1", "2018-05"]
    assert [row["period"] for row in draft.rows["outputs"]] == ["2018-04", "2018-19 Q2"]
    assert draft.rows["targets"][0]["period"] == "2018-19"
