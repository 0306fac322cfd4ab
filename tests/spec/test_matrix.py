"""Councils and trusts crossed: who holds whose delays, reason by body, and control totals against the workbooks."""

import pytest

from tests.spec.documented import extracts, trusts
from tests.spec.tiny import councils, warehouse
from warehouse.queries import matrix

COUNCILS = """
period  | nhs  | ons       | name  | value
2018-01 | DM01 | E10999001 | Alder | 43
2018-01 | DM02 | E10999002 | Beech | 9
2018-01 | 9900 |           | Resident In Wales | 2
2018-02 | DM01 | E10999001 | Alder | 10
2018-02 | DM02 | E10999002 | Beech | -
"""
TRUSTS = """
period  | trust | value
2018-01 | DMT01 | 40
2018-01 | DMT02 | 14
2018-02 | DMT01 | 10
2018-02 | DMT02 | 0
"""
EXTRACTS = """
period  | trust | council | body        | reason | care_type | value
2018-01 | DMT01 | DM01    | nhs         | A      | acute     | 31
2018-01 | DMT01 | DM01    | social_care | E      | acute     | 4
2018-01 | DMT02 | DM01    | nhs         | A      | non_acute | 8
2018-01 | DMT01 | DM02    | nhs         | C      | acute     | 5
2018-01 | DMT02 | DM02    | both        | A      | acute     | 4
2018-01 | DMT02 | 9900    | nhs         | A      | acute     | 2
2018-02 | DMT01 | DM01    | nhs         | A      | acute     | 10
2018-02 | DMT01 | DM01    | social_care | B      | acute     | -
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    older = EXTRACTS.replace("| 31", "| 99")
    return warehouse(
        tmp_path_factory.mktemp("matrix"),
        *councils(COUNCILS),
        *trusts(TRUSTS),
        *extracts(EXTRACTS),
        *extracts(older, published="2018-03-08", revised="2018-03-09", current=False),
    )


def _days(pairs):
    return {(pair.council_code, pair.trust_code): pair.days for pair in pairs}


def test_the_trusts_that_hold_a_councils_delays_come_with_most_days_first(view):
    found = matrix.trusts_of(view, "E10999001")
    assert [(pair.trust_code, pair.days, pair.months, pair.missing) for pair in found] == [
        ("DMT01", 45, 2, 1),
        ("DMT02", 8, 1, 0),
    ]
    assert (found[0].council_name, found[0].trust_name) == ("Alder", "Trust DMT01")


def test_the_councils_whose_delays_a_trust_holds_include_people_who_live_elsewhere(view):
    assert _days(matrix.councils_of(view, "DMT02")) == {
        ("E10999001", "DMT02"): 8,
        ("E10999002", "DMT02"): 4,
        ("9900", "DMT02"): 2,
    }


def test_a_window_a_body_and_a_reason_narrow_the_pairs(view):
    assert _days(matrix.trusts_of(view, "E10999001", "2018-02", "2018-02")) == {("E10999001", "DMT01"): 10}
    assert _days(matrix.trusts_of(view, "E10999001", body="social_care", end="2018-01")) == {("E10999001", "DMT01"): 4}
    assert _days(matrix.councils_of(view, "DMT01", reason="C")) == {("E10999002", "DMT01"): 5}


def test_reason_by_body_of_a_council_adds_up_over_its_trusts(view):
    found = {(cell.reason, cell.body): (cell.days, cell.missing) for cell in matrix.reasons_by_body(view, "E10999001")}
    assert found == {("A", "nhs"): (49, 0), ("E", "social_care"): (4, 0), ("B", "social_care"): (0, 1)}


def test_earlier_versions_of_an_extract_are_kept_and_not_counted(view):
    assert view.rows("SELECT MAX(value) FROM national.trust_delays") == [(99.0,)]
    assert matrix.trusts_of(view, "E10999001", end="2018-01")[0].days == 35


def test_extracts_that_add_up_to_both_workbooks_leave_no_difference(view):
    assert matrix.months(view) == ("2018-01", "2018-02")
    assert matrix.differences(view) == ()


def test_a_day_too_few_shows_for_the_council_and_for_the_trust(tmp_path):
    view = warehouse(tmp_path, *councils(COUNCILS), *trusts(TRUSTS), *extracts(EXTRACTS.replace("| 31", "| 30")))
    assert [(d.kind, d.period, d.code, d.extract, d.workbook) for d in matrix.differences(view)] == [
        ("council", "2018-01", "E10999001", 42, 43),
        ("provider", "2018-01", "DMT01", 39, 40),
    ]


def test_a_council_that_only_a_workbook_names_is_a_difference(tmp_path):
    more = COUNCILS + "2018-01 | DM03 | E10999003 | Cedar | 7\n"
    view = warehouse(tmp_path, *councils(more), *extracts(EXTRACTS))
    assert [(d.kind, d.code, d.extract, d.workbook) for d in matrix.differences(view)] == [
        ("council", "E10999003", 0, 7)
    ]


def test_months_that_only_one_of_them_holds_are_not_compared(tmp_path):
    view = warehouse(tmp_path, *councils(COUNCILS.replace("2018-0", "2017-0")), *extracts(EXTRACTS))
    assert matrix.differences(view) == ()


def test_a_code_that_holds_nothing_gives_nothing(view):
    assert matrix.trusts_of(view, "E10999009") == matrix.councils_of(view, "RXX") == ()
