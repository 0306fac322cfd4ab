"""Councils added up across a change: their sum by month, and the table of what may be compared."""

import pytest

from domain import area_changes, areas, organisations, reaggregation
from tests.spec.tiny import councils, england, warehouse
from warehouse.queries import reaggregate

COUNCILS = """
period  | nhs | ons       | name        | value
2019-04 | 809 | E10000009 | Dorset      | 100
2019-04 | 810 | E06000028 | Bournemouth | 30
2019-04 | 811 | E06000029 | Poole       | -
2019-04 | 211 | E08000035 | Leeds       | 500
2019-05 | 809 | E06000059 | Dorset UA   | 90
2019-05 | 738 | E06000058 | BCP         | 60
2019-05 | 211 | E08000035 | Leeds       | 510
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    totals = "period | value\n2019-04 | 640\n2019-05 | 660"
    return warehouse(tmp_path_factory.mktemp("groups"), *councils(COUNCILS), *england(totals))


def test_a_group_is_summed_by_month_and_has_no_sum_where_one_of_it_sent_no_return(view):
    group, found = reaggregate.summed(view, "E06000059", "2019-03", "2019-05")
    assert len(group.codes) == 5
    assert found == (("2019-04", None, 3, 1), ("2019-05", 150.0, 2, 0))


def test_a_council_that_did_not_change_is_its_own_sum(view):
    group, found = reaggregate.summed(view, "E08000035", "2019-03", "2019-05")
    assert group.codes == {"E08000035"}
    assert [row.days for row in found] == [500, 510]


def test_groups_of_a_window_add_up_to_the_councils_of_every_month(view):
    rows = view.rows(
        "SELECT STRFTIME(period, '%Y-%m'), area_code, value FROM national.delays_current "
        "WHERE area_type = 'council' AND body = 'all' AND reason = 'all' AND care_type = 'all'"
    )
    mapping = reaggregation.mapping({code for _, code, _ in rows}, "2019-04", "2019-05")
    for month, total in (("2019-04", 630), ("2019-05", 660)):
        assert sum(value or 0 for period, _, value in rows if period == month) == total
        summed: dict[object, float] = {}
        for period, code, value in rows:
            if period == month:
                summed[mapping[code].codes] = summed.get(mapping[code].codes, 0) + (value or 0)
        assert sum(summed.values()) == total


def test_england_comes_from_its_own_series_whatever_the_groups(view):
    (_, found) = reaggregate.summed(view, areas.ENGLAND, "2019-04", "2019-05")
    assert [row.days for row in found] == [640, 660]


def test_the_table_has_a_row_for_every_code_of_every_change(view):
    found = reaggregate.rows(view, areas.COUNCIL)
    expected = [code for change in area_changes.CHANGES for code in (*change.before, *change.after)]
    assert sorted(row.area_code for row in found) == sorted(expected)
    assert {row.kind for row in found if row.alone} == {area_changes.RECODED}
    assert all(row.confirmed for row in found)


def test_boards_of_2026_stand_in_the_table_as_not_confirmed(view):
    found = reaggregate.rows(view, organisations.ICB)
    assert {row.area_code for row in found if row.side == "after"} == {
        *("D7T5G", "S1Y5D", "T6Y0W", "Z9B2Z", "S0E4D", "S9B9J"),
    }
    assert not any(row.confirmed for row in found)
    assert all(row.comparable.startswith("not confirmed") for row in found)


def test_every_code_of_both_kinds_is_listed_when_no_kind_is_asked_for(view):
    assert len(reaggregate.rows(view)) == len(reaggregate.rows(view, "council")) + len(reaggregate.rows(view, "icb"))
