"""A region is the sum of its councils; a council that sent no return is left out and counted."""

import pytest

from tests.spec.tiny import councils, warehouse
from warehouse.queries.series import Ask, series

NORTHMOOR, WESTMERE, EASTFEN = "E12999001", "E12999002", "E12999006"
COUNCILS = """
    period  | nhs  | ons       | name                 | region    | body | value
    2018-01 | DM01 | E10999001 | Alder                | Northmoor | all  | 310
    2018-01 | DM01 | E10999001 | Alder                | Northmoor | nhs  | 200
    2018-01 | DM02 | E06999002 | Birch                | Northmoor | all  | 62
    2018-01 | DM02 | E06999002 | Birch                | Northmoor | nhs  | 31
    2018-01 | DM03 | E06999003 | Cedar                | Westmere  | all  | 93
    2018-01 | DM04 | E06999004 | Damson               | Eastfen   | all  | -
    2018-01 | 9900 |           | Resident In Wales    | -         | all  | 31
    2018-01 |      |           | England              |           | all  | 496
    2018-02 | DM01 | E10999001 | Alder                | Northmoor | all  | 280
    2018-02 | DM01 | E10999001 | Alder                | Northmoor | nhs  | 140
    2018-02 | DM02 | E06999002 | Birch                | Northmoor | all  | -
    2018-02 | DM02 | E06999002 | Birch                | Northmoor | nhs  | -
    2018-02 |      |           | England              |           | all  | 280
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(tmp_path_factory.mktemp("regions"), *councils(COUNCILS))


def one(view, code, period, indicator="dtoc_days", **cut):
    (found,) = series(view, Ask(indicator, period, period, **cut), [code])
    return found


@pytest.mark.parametrize(
    ("code", "cut", "days"), [(NORTHMOOR, {}, 372), (NORTHMOOR, {"body": "nhs"}, 231), (WESTMERE, {}, 93)]
)
def test_a_region_is_the_sum_of_its_councils_and_marked_derived(view, code, cut, days):
    found = one(view, code, "2018-01", **cut)
    assert (found.value, found.status, found.source, found.note) == (days, "derived", "dtoc_councils", "")


def test_beds_of_a_region_are_its_days_by_the_days_of_the_month(view):
    assert one(view, NORTHMOOR, "2018-01", "dtoc_beds").value == 12
    assert one(view, NORTHMOOR, "2018-02", "dtoc_beds").value == 10


def test_a_council_not_submitted_is_left_out_of_its_region_and_counted(view):
    found = one(view, NORTHMOOR, "2018-02")
    assert (found.value, found.note) == (280, "1 of 2 councils not submitted")
    sql = """
        SELECT parts, missing_parts FROM national.delays_current
        WHERE area_code = $code AND body = 'all' ORDER BY period
    """
    assert view.rows(sql, {"code": NORTHMOOR}) == [(2, 0), (2, 1)]


def test_people_resident_outside_england_are_in_no_region(view):
    regions = sum(one(view, code, "2018-01").value for code in (NORTHMOOR, WESTMERE))
    assert regions == one(view, "E92000001", "2018-01").value - one(view, "9900", "2018-01").value


def test_a_region_without_any_return_is_never_zero(view):
    assert one(view, EASTFEN, "2018-01").value is None


def test_a_region_without_any_return_says_why_it_has_no_value(view):
    found = one(view, EASTFEN, "2018-01")
    assert (found.status, found.shorthand) == ("not_submitted", "[x]")
