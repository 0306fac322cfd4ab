"""Council workbooks of every layout era: months, dates, areas and every figure."""

from datetime import date

import pytest

from domain import delays, periods
from etl.demo.figures import MONTHS
from etl.sources import dtoc_councils
from etl.workbook import Workbook
from tests.unit.etl.small import AMBERMOOR, ERAS, QUILLSHIRE, council_workbook, days, read_councils


@pytest.mark.parametrize("month", ERAS)
def test_every_split_of_a_council_is_read(month):
    parsed = read_councils(council_workbook(month))
    code = AMBERMOOR.nhs_code
    assert {body: days(parsed, code, body=body) for body in delays.BODIES} == {"nhs": 60, "social_care": 40, "both": 10}
    assert {care: days(parsed, code, care=care) for care in delays.CARE_TYPES} == {"acute": 100, "non_acute": 10}
    used = {r: days(parsed, code, reason=r) for r in delays.REASON_CODES if r != "O" or month >= delays.O_FIRST_USED}
    assert {reason: value for reason, value in used.items() if value} == {"A": 60, "E": 40, "DII": 10}
    assert days(parsed, code) == 110


@pytest.mark.parametrize("month", ERAS)
def test_england_is_the_sum_of_councils_and_of_people_resident_outside(month):
    parsed = read_councils(council_workbook(month))
    outside = [days(parsed, code) for code in ("9900", "9901", "9902")]
    assert all(outside)
    assert days(parsed, "") == 110 + 550 + 165 + sum(outside)


@pytest.mark.parametrize("month", ERAS)
def test_the_month_and_the_dates_of_issue_stand_inside(month):
    parsed = read_councils(council_workbook(month))
    assert (parsed.key, parsed.start, parsed.end) == (month, month, month)
    assert parsed.published > periods.first_day(periods.plus(month, 1))
    assert parsed.title.startswith("Delayed Transfer of Care")
    assert parsed.notes == ()


def test_a_year_that_was_revised_prints_both_dates():
    parsed = read_councils(council_workbook("2016-04"))
    assert (parsed.published, parsed.revised) == (date(2016, 6, 9), date(2018, 5, 10))
    assert parsed.dated == date(2018, 5, 10)
    assert read_councils(council_workbook("2019-01")).revised is None


@pytest.mark.parametrize(
    ("month", "ons"), [("2015-04", ""), ("2015-07", QUILLSHIRE.ons_code), ("2018-01", QUILLSHIRE.ons_code)]
)
def test_areas_are_learnt_with_the_codes_that_the_era_prints(month, ons):
    table = read_councils(council_workbook(month)).tables["areas"]
    rows = list(zip(table["nhs_code"], table["ons_code"], table["name"], table["region"], strict=True))
    assert rows[1] == (QUILLSHIRE.nhs_code, ons, "Quillshire", "The Meres")
    assert rows[-1] == ("9902", "", "Resident outside GB", "")
    assert len(rows) == 6


def test_reason_o_has_a_column_from_april_2017_on():
    for month, there in (("2017-03", False), ("2017-04", True)):
        assert ("O" in read_councils(council_workbook(month)).tables["delays"]["reason"]) is there


def test_every_demonstration_workbook_passes_its_checks_and_says_demonstration(demo_site):
    files = sorted(demo_site.rglob("LA-Type-B-*.xlsx"))
    months = []
    for file in files:
        parsed = dtoc_councils.parse(file.read_bytes())
        dtoc_councils.check(parsed)
        months.append(parsed.key)
        book = Workbook(file.read_bytes())
        for sheet in book.sheets:
            assert any("Demonstration" in str(cell) for row in book.rows(sheet)[:12] for cell in row), (
                file.name,
                sheet,
            )
    assert sorted(months) == list(MONTHS)


def test_the_three_eras_differ_as_the_publishers_did():
    headers = {month: Workbook(council_workbook(month)).rows("LA - by responsible org")[13] for month in ERAS}
    assert headers["2015-04"][1:6] == ["Region", "", "Code", "Name", "NHS"]
    assert headers["2015-07"][1:6] == ["Region", "ONS Geography", "Code", "Name", "NHS"]
    assert headers["2015-07"].count("NHS") == 1
    assert headers["2017-04"].count("NHS") == 2
    assert "LA - by Type of Care" in Workbook(council_workbook("2017-03")).sheets
    assert "LA - by type of care" in Workbook(council_workbook("2017-04")).sheets
