"""Outcomes: the newest edition speaks, a new code is the same place, marks stay apart, breaks are told."""

import pytest

from tests.spec.tiny import councils, outcomes, warehouse
from warehouse.queries import outcomes as queries
from warehouse.queries.outcomes import UnknownMeasure

CONTROL = "control_over_daily_life"
EDITION = """
measure                 | year    | code      | type    | value | margin | base
control_over_daily_life | 2016-17 | E92000001 | country | 77.7  | 0.4    | 70690
control_over_daily_life | 2017-18 | E92000001 | country | 77.7  | 0.4    | 66000
control_over_daily_life | 2017-18 | E12000009 | region  | 80.1  | 1.2    | 5000
control_over_daily_life | 2016-17 | E10000027 | council | 76.4  | 3.7    | 475
control_over_daily_life | 2017-18 | E10000027 | council | 78.7  | 3.3    | 565
control_over_daily_life | 2016-17 | E06000017 | council | [c]   | -      | -
control_over_daily_life | 2017-18 | E06000017 | council | 0     | 0      | 60
control_over_daily_life | 2016-17 | E06000058 | council | [z]   | -      | -
control_over_daily_life | 2017-18 | E06000058 | council | [x]   | -      | -
control_over_daily_life | 2017-18 | S         | council_type | 78.5 | 0.8 | 12755
"""
LATER = """
measure                 | year    | code      | type    | value | margin | base
control_over_daily_life | 2017-18 | E06000066 | council | 78.9  | 3.3    | 565
control_over_daily_life | 2018-19 | E06000066 | council | 80.2  | 3.2    | 515
control_over_daily_life | 2020-21 | E06000066 | council | 81.0  | 3.0    | 500
control_over_daily_life | 2021-22 | E06000066 | council | 76.0  | 4.3    | 375
control_over_daily_life | 2022-23 | E06000066 | council | 77.1  | 3.8    | 495
control_over_daily_life | 2023-24 | E06000066 | council | [x]   | -      | -
control_over_daily_life | 2024-25 | E06000066 | council | 99.0  | 3.6    | 495
"""
WORKBOOK = "period | nhs | ons | name | region | value\n2018-01 | 905 | E10000027 | Somerset | South West | 31"


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(
        tmp_path_factory.mktemp("outcomes"),
        *councils(WORKBOOK),
        *outcomes(EDITION, end="2018-03"),
        *outcomes(LATER, end="2025-03"),
        *outcomes(EDITION.replace("77.7", "11.1"), end="2017-03", current=False),
    )


@pytest.mark.parametrize("code", ["E10000027", "E06000066"])
def test_a_council_with_a_new_code_is_one_place_under_either(view, code):
    found = queries.series(view, CONTROL, code)
    assert [(p.year, p.value) for p in found[:3]] == [("2016-17", 76.4), ("2017-18", 78.9), ("2018-19", 80.2)]
    assert {p.area_code for p in found} == {"E06000066"}
    assert [p.published_area_code for p in found[:2]] == ["E10000027", "E06000066"]


def test_the_edition_that_reaches_furthest_speaks_and_files_that_are_not_current_do_not(view):
    assert queries.series(view, CONTROL, "E92000001")[0].value == 77.7
    assert queries.series(view, CONTROL, "E06000066")[1].value == 78.9


def test_suppressed_not_available_not_applicable_and_zero_are_four_things(view):
    found = {
        p.year + p.area_code: p for code in ("E06000017", "E06000058") for p in queries.series(view, CONTROL, code)
    }
    said = [found[k] for k in ("2016-17E06000017", "2017-18E06000058", "2016-17E06000058", "2017-18E06000017")]
    assert [p.status for p in said] == ["suppressed", "not_available", "not_applicable", "published"]
    assert [p.value for p in said] == [None, None, None, 0.0]
    assert len({p.note for p in said}) == 4
    assert said[3].note == ""


def test_a_point_says_whether_it_joins_the_one_before_and_why_not(view):
    found = {p.year: p for p in queries.series(view, CONTROL, "E06000066")}
    assert [year for year, p in found.items() if p.joins_previous] == ["2017-18", "2018-19", "2022-23"]
    assert found["2016-17"].break_before == ""
    assert "voluntary" in found["2020-21"].break_before
    assert "18 councils cannot stand for the rest" in found["2021-22"].break_before
    assert found["2024-25"].break_before == "Number 1B became 3A when the framework was renumbered."


def test_a_point_has_its_margin_within_the_unit_and_its_number_of_the_time(view):
    found = {p.year: p for p in queries.series(view, CONTROL, "E06000066")}
    assert (found["2018-19"].low, found["2018-19"].high) == (pytest.approx(77.0), pytest.approx(83.4))
    assert found["2024-25"].high == 100.0
    assert found["2023-24"].low is None
    assert [found[year].code for year in ("2022-23", "2023-24")] == ["1B", "3A"]
    assert (found["2018-19"].unit, found["2018-19"].base) == ("%", 515)


def test_a_council_stands_beside_its_region_and_england(view):
    found = queries.compared(view, CONTROL, "E06000066")
    assert found.measure.id == CONTROL
    assert [(p.area_name, p.value) for p in found.region] == [("South West", 80.1)]
    assert [p.value for p in found.england] == [77.7, 77.7]
    assert queries.compared(view, CONTROL, "E92000001").region == ()


def test_all_councils_of_a_year_come_with_those_that_have_no_number(view):
    found = queries.across(view, CONTROL, "2017-18")
    assert {p.area_code: p.value for p in found} == {"E06000017": 0.0, "E06000058": None, "E06000066": 78.9}
    assert [p.area_code for p in queries.across(view, CONTROL, "2017-18", "council_type")] == ["S"]


def test_what_is_held_and_the_years_with_numbers_are_told(view):
    (held,) = queries.held(view)
    assert (held.measure.id, held.first, held.last, held.councils) == (CONTROL, "2016-17", "2024-25", 2)
    assert "2023-24" not in queries.years(view, CONTROL)
    assert queries.years(view, "satisfaction") == ()


def test_an_unknown_measure_names_the_nearest(view):
    with pytest.raises(UnknownMeasure, match="control_over_daily_life"):
        queries.series(view, "control_of_daily_life", "E92000001")


def test_an_area_without_outcomes_has_no_points(view):
    assert queries.series(view, CONTROL, "E99999999") == ()
