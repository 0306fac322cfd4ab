"""A CSV file in the wording of the workbook that names no month: England's totals tell it, no link or name does."""

from dataclasses import replace

import pytest

from etl import placing
from etl.demo import provider_files as demo
from etl.demo import series_workbooks
from etl.sources import ae_england, ae_providers
from tests.unit.etl import sheets
from tests.unit.etl.provider_files import facts, written
from tests.unit.etl.releases import release

MONTH, _, BOOK = demo.files(1)[-1]
SHEET = "Provider Level Data"


def rows():
    """The table of the workbook as rows of text, shares in per cent and thousands with commas, without its labels."""
    table = [row[1:24] for row in sheets.read(BOOK)[SHEET][15:]]
    head, *body = [["" if cell is None else cell for cell in row] for row in table]
    header = [str(cell).replace(" - ", " 0 ") for cell in head]
    shown = [[f"{c:.2%}" if isinstance(c, float) and 0 < c <= 1 else _text(c) for c in row] for row in body]
    return [header, *shown]


def _text(cell):
    return f"{int(cell):,}" if isinstance(cell, float | int) else cell


def parsed(data=None):
    found = ae_providers.parse(data or written(rows()))
    ae_providers.check(found)
    return replace(found, controls=None)


@pytest.fixture(scope="module")
def national():
    series = ae_england.parse(series_workbooks.admissions_workbook(1))
    return {"ae_england": [replace(release("series"), parsed=series, current=True)]}


def place(found, national):
    return placing.place(ae_providers.SOURCE, [replace(release("x"), parsed=found)], national)


def test_such_a_file_is_read_in_full_and_has_no_month_of_its_own():
    found = parsed()
    assert (found.key, found.start) == ("", "")
    assert facts(found) == facts(ae_providers.parse(BOOK))


def test_its_totals_for_england_tell_the_month(national):
    (one,), (message,) = place(parsed(), national)
    assert (one.parsed.key, one.parsed.start, one.parsed.end) == (MONTH, MONTH, MONTH)
    assert message.level == "warning"
    assert "March 2019 in the national series" in message.text


def test_totals_of_no_month_leave_it_unused(national):
    found = parsed()
    totals = {"measure": [*ae_providers.PLACING], "total": [1, 2, 3, 4]}
    used, (message,) = place(replace(found, tables={**found.tables, placing.TOTALS: totals}), national)
    assert (used, message.level) == ([], "error")
    assert "expected those of one month" in message.text


def test_without_the_national_series_it_waits():
    used, (message,) = place(parsed(), {})
    assert (used, message.level) == ([], "error")


def test_a_file_that_names_its_month_is_left_as_it_is(national):
    named = ae_providers.parse(BOOK)
    assert place(named, national) == ([replace(release("x"), parsed=named)], [])
