"""Versions of one month: the current one answers, all are kept, and no key stands twice."""

import pytest

from tests.spec import documented
from tests.spec.discharges import HEAD, every_day, report
from tests.spec.tiny import councils, emergency, england, outcomes, population, providers, warehouse
from warehouse.queries import checks, freshness
from warehouse.queries.series import Ask, series
from warehouse.tables import CORRECTIONS, TABLES

FIRST = """
    period  | nhs  | ons       | name    | body | value
    2018-03 | DM01 | E10999001 | Alder   | all  | 310
    2018-03 | DM01 | E10999001 | Alder   | nhs  | 200
    2018-03 |      |           | England | all  | 310
"""
AE_BEFORE = """
    period  | measure              | value
    2018-03 | emergency_admissions | 500000
    2018-04 | emergency_admissions | 510000
"""
AE_NOW = """
    period  | measure              | value
    2018-03 | emergency_admissions | 500000.4
    2018-04 | emergency_admissions | 512000
    2018-05 | emergency_admissions | 520000
"""
PEOPLE = """
    year | ons       | age | value
    2018 | E10999001 | 17  | 10
    2018 | E10999001 | 18  | 20
"""


DISCHARGES = HEAD + every_day("England", "2024-01", [9] * 31) + "\n" + every_day("DMT01", "2024-01", [9] * 31)
ANSWERS = "measure | year | code | value\nfeeling_safe | 2017-18 | E10999001 | 70.1"


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(
        tmp_path_factory.mktemp("vintages"),
        *councils(FIRST, published="2018-05-10", current=False),
        *councils(FIRST.replace("310", "375").replace("200", "240"), published="2018-05-10", revised="2018-12-13"),
        *england("period | value\n2018-03 | 380"),
        *emergency(AE_BEFORE, published="2018-06-14", current=False),
        *emergency(AE_NOW, published="2018-07-12"),
        *providers("period | code | measure | value\n2018-03 | DMT01 | emergency_admissions | 700"),
        *population(PEOPLE),
        *outcomes(ANSWERS, end="2018-03"),
        *outcomes(ANSWERS, end="2019-03"),
        *documented.two_of_each(),
        report(DISCHARGES, current=False),
        report(DISCHARGES.replace("| 9", "| 8"), revised="2024-08-08"),
        report(HEAD + every_day("England", "2024-01", [7] * 31), series="time_series"),
    )


def test_the_later_version_answers_with_its_own_date(view):
    (found,) = series(view, Ask("dtoc_days"), ["E10999001"])
    assert (found.value, found.status, found.vintage) == (375, "revised", "2018-12-13")


def test_both_versions_are_in_the_facts(view):
    sql = """
        SELECT value, STRFTIME(vintage, '%Y-%m-%d') FROM national.delays
        WHERE area_code = 'E10999001' AND body = 'all' ORDER BY vintage
    """
    assert view.rows(sql) == [(310, "2018-05-10"), (375, "2018-12-13")]


def test_regions_and_checks_use_the_current_version_only(view):
    (found,) = series(view, Ask("dtoc_days"), ["E12999001"])
    assert found.value == 375
    assert checks.england(view) == (("2018-03", 380, 375, -5),)


def test_the_current_series_answers_and_revisions_of_a_person_or_more_are_listed(view):
    found = series(view, Ask("emergency_admissions"), ["E92000001"])
    assert [(o.period, o.value) for o in found] == [("2018-03", 500000.4), ("2018-04", 512000), ("2018-05", 520000)]
    assert checks.revisions(view, "emergency_admissions") == (("2018-04", 510000, 512000),)
    assert checks.revisions(view, "ae_attendances") == ()


def test_every_version_of_a_file_is_listed_the_current_one_first(view):
    files = freshness.files(view, "dtoc_councils")
    assert [(f.release, f.is_current, str(f.vintage)) for f in files] == [
        ("2018-03", True, "2018-12-13"),
        ("2018-03", False, "2018-05-10"),
    ]
    held = freshness.held(view)["dtoc_councils"]
    assert (held.files, held.current_files) == (2, 1)


def repeated_keys(view, table):
    key = ", ".join(table.key)
    return view.rows(f"SELECT {key}, COUNT(*) FROM national.{table.name} GROUP BY {key} HAVING COUNT(*) > 1")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_key_stands_twice(view, table):
    assert view.rows(f"SELECT COUNT(*) FROM national.{table.name}")[0][0] > 0 or table is CORRECTIONS
    assert repeated_keys(view, table) == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_key_stands_twice_in_the_demonstration(demo, table):
    assert repeated_keys(demo, table) == []


@pytest.mark.parametrize(
    "mart",
    [
        "delays_current",
        "denominators",
        "emergency_current",
        "emergency_areas",
        "emergency_check",
        "england_check",
        "population_adults",
        "outcomes_current",
        *("discharge_daily_current", "discharge_current"),
    ],
)
def test_no_mart_answers_one_question_twice(view, demo, mart):
    key = {
        "delays_current": "area_code, period, body, reason, care_type",
        "denominators": "area_code, period, convention",
        "emergency_current": "area_code, period, measure",
        "emergency_areas": "area_code, period, measure",
        "emergency_check": "period, measure",
        "england_check": "period, body, reason, care_type",
        "population_adults": "area_code, population_year",
        "outcomes_current": "measure, area_code, period",
        "discharge_daily_current": "source, area_code, period, period_type, measure, pathway, detail",
        "discharge_current": "source, area_code, period, measure, pathway, detail, basis",
    }[mart]
    for one in (view, demo):
        assert one.rows(f"SELECT COUNT(*) FROM national.{mart}")[0][0] > 0
        assert one.rows(f"SELECT {key} FROM national.{mart} GROUP BY {key} HAVING COUNT(*) > 1") == []
