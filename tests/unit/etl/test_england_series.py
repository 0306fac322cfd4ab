"""The England series of delays: what is read from it."""

from datetime import date

import pytest

from etl.problems import NotThisPublication
from etl.sources import dtoc_england
from tests.unit.etl import sheets
from tests.unit.etl.sheets import put
from tests.unit.etl.small import MONTHS, council_workbook, series_workbook

BODY, CARE, REASON = "Delayed Days by responsible org", "Delayed Days by type", "Delayed Days by reason"
CROSS = "Delayed Days"
ALL_SHEETS = (BODY, CARE, REASON, CROSS)


def series_sheets():
    return sheets.read(series_workbook())


def read(book):
    """Parse and check a series given as sheets or bytes."""
    parsed = dtoc_england.parse(book if isinstance(book, bytes) else sheets.write(book))
    dtoc_england.check(parsed)
    return parsed


def facts(parsed):
    table = parsed.tables["delays"]
    columns = (table[name] for name in ("period", "body", "reason", "care_type", "value"))
    return {tuple(key): value for *key, value in zip(*columns, strict=True)}


@pytest.mark.parametrize(
    ("key", "days"),
    [
        (("2017-12", "all", "all", "all"), 2045),
        (("2018-03", "all", "all", "all"), 2048),
        (("2018-03", "nhs", "all", "all"), 1048),
        (("2018-03", "social_care", "all", "all"), 700),
        (("2018-03", "both", "all", "all"), 300),
        (("2018-03", "all", "A", "all"), 1303),
        (("2018-03", "all", "O", "all"), 5),
        (("2018-03", "all", "all", "acute"), 1743),
        (("2018-03", "nhs", "A", "acute"), 1003),
        (("2018-03", "both", "A", "non_acute"), 300),
        (("2018-03", "social_care", "C", "acute"), 0),
    ],
)
def test_totals_splits_and_the_full_cross_are_read(key, days):
    assert facts(read(series_workbook()))[key] == days


def test_it_is_one_release_from_its_first_to_its_last_month():
    parsed = read(series_workbook())
    assert (parsed.key, parsed.start, parsed.end) == ("series", MONTHS[0], MONTHS[-1])
    assert parsed.published == date(2019, 5, 9)
    assert set(parsed.tables["delays"]["ons_code"]) == {"E92000001"}


def test_every_month_has_every_cell_once():
    parsed = read(series_workbook())
    assert parsed.rows == len(facts(parsed)) == 4 * (1 + 3 + 2 + 11 + 10 * 3 + 11 * 3)


def header_lower(book):
    for sheet in ALL_SHEETS:
        sheets.insert_rows(book, sheet, 13, 4)


def empty_columns(book):
    for sheet in ALL_SHEETS:
        sheets.insert_columns(book, sheet, "B")


def other_spellings(book):
    for sheet, row in ((BODY, 17), (CARE, 17), (REASON, 17), (CROSS, 19)):
        put(book, sheet, f"B{row}", "2017/18")
        put(book, sheet, f"B{row + 1}", "2017\u20132018")
        put(book, sheet, f"C{row}", "DECEMBER")
        put(book, sheet, f"C{row + 1}", "Jan")


def beds_by_another_rule(book):
    put(book, BODY, "I17", 1.5)


def newer_block_title(book):
    put(book, BODY, "I14", "Average Number of People Delayed per Day")


@pytest.mark.parametrize(
    "drift", [header_lower, empty_columns, other_spellings, beds_by_another_rule, newer_block_title]
)
def test_harmless_drift_changes_no_figure(drift):
    book = series_sheets()
    drift(book)
    assert facts(read(book)) == facts(read(series_workbook()))


def test_calendar_years_follow_from_financial_years():
    periods = {key[0] for key in facts(read(series_workbook()))}
    assert periods == set(MONTHS)


def retitled():
    book = series_sheets()
    put(book, BODY, "C2", "Bed availability")
    return book


@pytest.mark.parametrize("book", [council_workbook(), retitled(), {"Delayed Days": [[1]]}])
def test_a_workbook_of_another_publication_is_left_alone(book):
    with pytest.raises(NotThisPublication):
        read(book)
