"""Rates of regions: the sum of their councils' people delayed by the sum of their adults."""

import pytest

from tests.spec.tiny import councils, population, warehouse
from warehouse.queries.series import Ask, series

NORTHMOOR = "E12999001"
COUNCILS = """
    period  | nhs  | ons       | name  | value
    2018-01 | DM01 | E10999001 | Alder | 310
    2018-01 | DM02 | E10999002 | Birch | 31
    2018-02 | DM01 | E10999001 | Alder | 280
    2018-02 | DM02 | E10999002 | Birch | -
    2019-01 | DM01 | E10999001 | Alder | 310
    2019-01 | DM02 | E10999002 | Birch | 31
    2021-01 | DM01 | E10999001 | Alder | 310
    2021-01 | DM02 | E10999002 | Birch | 31
"""
PEOPLE = """
    year | ons       | age | value
    2018 | E10999001 | 50  | 80000
    2018 | E10999002 | 50  | 30000
    2019 | E10999001 | 50  | 90000
    2020 | E10999001 | 50  | 90000
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(tmp_path_factory.mktemp("regional"), *councils(COUNCILS), *population(PEOPLE))


def rate(view, month):
    (found,) = series(view, Ask("dtoc_beds_per_100k_18plus", month, month), [NORTHMOOR])
    return found


def test_a_region_has_the_adults_of_its_councils(view):
    found = rate(view, "2018-01")
    assert found.value == pytest.approx(11 / 110_000 * 100_000)
    assert (found.status, found.note) == ("derived", "")


def test_one_councils_older_population_is_noted_for_its_region(view):
    found = rate(view, "2019-01")
    assert found.value == pytest.approx(11 / 120_000 * 100_000)
    assert found.note == "2018 population used"


def test_a_region_is_refused_when_one_council_has_no_population_near_enough(view):
    found = rate(view, "2021-01")
    assert (found.value, found.status, found.shorthand) == (None, "refused", "[x]")
    assert found.note == "no population for this code within 2 years of 2021"


def test_a_council_not_submitted_is_left_out_of_the_adults_too(view):
    found = rate(view, "2018-02")
    assert "1 of 2 councils not submitted" in found.note
    assert found.value == pytest.approx(10 / 80_000 * 100_000)
