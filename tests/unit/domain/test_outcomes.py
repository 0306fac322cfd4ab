"""Outcome measures: ids, numbers over time, rounds and breaks."""

import re

import pytest

from domain import outcomes, status
from domain.outcomes import MEASURE_BY_ID, MEASURES, measure_of
from domain.outcomes.measure import RENUMBERED, TOPS

each = pytest.mark.parametrize("measure", MEASURES, ids=lambda measure: measure.id)
CONTROL, CARERS = MEASURE_BY_ID["control_over_daily_life"], MEASURE_BY_ID["carers_quality_of_life"]
YEARS = [f"{year}-{(year + 1) % 100:02d}" for year in range(2010, 2026)]


def test_ids_and_labels_are_unique():
    assert len(MEASURE_BY_ID) == len(MEASURES) == len({measure.label for measure in MEASURES})


@each
def test_a_measure_says_what_it_is(measure):
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", measure.id)
    assert measure.definition.endswith(".")
    assert measure.good in ("up", "down", "none")
    assert measure.unit in TOPS or measure.unit == "people per 100,000"


@each
def test_numbers_of_a_measure_follow_each_other_without_overlap(measure):
    assert all(sum(c.first <= year <= (c.last or "9999") for c in measure.codes) <= 1 for year in YEARS)
    assert [c.first for c in measure.codes] == sorted(c.first for c in measure.codes)


@pytest.mark.parametrize("year", YEARS)
def test_a_number_stands_for_one_measure_in_a_year(year):
    numbers = [code for measure in MEASURES if (code := measure.code(year))]
    assert len(set(numbers)) == len(numbers)
    assert all(measure_of(measure.code(year), year) is measure for measure in MEASURES if measure.code(year))


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [
        ("1B", "control_over_daily_life", "quality_of_life_gained"),
        ("3A", "satisfaction", "control_over_daily_life"),
        ("2C(1)", "delayed_transfers", None),
        ("1D", "carers_quality_of_life", "satisfaction"),
        ("2A", None, "no_further_support"),
        ("2d(1)", None, "in_community_12_weeks"),
        ("2B1", "at_home_91_days", None),
    ],
)
def test_the_same_number_stands_for_something_else_after_2023_24(number, before, after):
    found = [measure_of(number, year) for year in ("2018-19", "2024-25")]
    assert [one.id if one else None for one in found] == [before, after]


@each
def test_a_new_number_is_a_break(measure):
    changes = [c.first for c in measure.codes[1:]]
    assert [one.year for one in measure.breaks if one.kind == RENUMBERED] == changes


@pytest.mark.parametrize(
    ("measure", "earlier", "later", "joined"),
    [
        (CONTROL, "2017-18", "2018-19", True),
        (CONTROL, "2016-17", "2018-19", False),
        (CONTROL, "2019-20", "2020-21", False),
        (CONTROL, "2020-21", "2021-22", False),
        (CONTROL, "2019-20", "2021-22", False),
        (CONTROL, "2022-23", "2023-24", False),
        (CONTROL, "2023-24", "2024-25", True),
        (CARERS, "2016-17", "2018-19", True),
        (CARERS, "2014-15", "2016-17", False),
        (CARERS, "2018-19", "2021-22", False),
        (CARERS, "2021-22", "2023-24", False),
        (MEASURE_BY_ID["feeling_safe"], "2022-23", "2023-24", True),
    ],
)
def test_rounds_are_joined_when_they_follow_each_other_with_no_break(measure, earlier, later, joined):
    assert measure.joins(earlier, later) is joined


@pytest.mark.parametrize(
    ("measure", "earlier", "later", "word"),
    [
        (CONTROL, "2017-18", "2018-19", ""),
        (CONTROL, "2019-20", "2020-21", "voluntary"),
        (CONTROL, "2020-21", "2024-25", "voluntary"),
        (CONTROL, "2019-20", "2021-22", ""),
        (CONTROL, "2022-23", "2024-25", ""),
        (CARERS, "2018-19", "2021-22", ""),
        (CARERS, "2014-15", "2016-17", "without an assessment"),
        (MEASURE_BY_ID["quality_of_life_gained"], "2019-20", "2021-22", "formula"),
        (MEASURE_BY_ID["care_home_admissions_65_and_over"], "2020-21", "2024-25", "client level data"),
    ],
)
def test_a_change_is_refused_across_a_voluntary_year_or_another_way_of_counting(measure, earlier, later, word):
    said = measure.not_comparable(earlier, later)
    assert word in said
    assert bool(said) is bool(word)


def test_surveys_have_margins_and_records_have_none():
    assert CONTROL.margins
    assert CARERS.margins
    assert not MEASURE_BY_ID["at_home_91_days"].margins
    assert (CONTROL.every, CARERS.every) == (1, 2)


def test_three_marks_stand_for_three_statuses():
    assert list(outcomes.MARKS) == list(outcomes.STATUS_OF_MARK)
    assert len(set(outcomes.STATUS_OF_MARK.values())) == len(set(outcomes.MARKS.values())) == 3
    assert set(outcomes.STATUS_OF_MARK.values()) < set(status.STATUSES)
