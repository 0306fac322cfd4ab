"""Councils whose delays moved most: the same months of two years, per day."""

import pytest

from tests.spec.tiny import councils, warehouse
from warehouse.queries.movers import latest_year, movers

# Per day, 2016 to 2017: Alder 10 to 15, Birch 20 to 10, Cedar 1 to 2, Damson misses a month, Elder is new.
MONTHS = """
    period  | nhs  | ons       | name   | value
    2016-02 | DM01 | E10999001 | Alder  | 290
    2016-02 | DM02 | E10999002 | Birch  | 580
    2016-02 | DM03 | E10999003 | Cedar  | 29
    2016-02 | DM04 | E10999004 | Damson | 290
    2016-11 | DM01 | E10999001 | Alder  | 9000
    2016-12 | DM01 | E10999001 | Alder  | 310
    2016-12 | DM02 | E10999002 | Birch  | 620
    2016-12 | DM03 | E10999003 | Cedar  | 31
    2016-12 | DM04 | E10999004 | Damson | -
    2017-02 | DM01 | E10999001 | Alder  | 420
    2017-02 | DM02 | E10999002 | Birch  | 280
    2017-02 | DM03 | E10999003 | Cedar  | 56
    2017-02 | DM04 | E10999004 | Damson | 280
    2017-02 | DM05 | E10999005 | Elder  | 280
    2017-12 | DM01 | E10999001 | Alder  | 465
    2017-12 | DM02 | E10999002 | Birch  | 310
    2017-12 | DM03 | E10999003 | Cedar  | 62
    2017-12 | DM04 | E10999004 | Damson | 310
    2017-12 | DM05 | E10999005 | Elder  | 310
    2018-01 | DM01 | E10999001 | Alder  | 1
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    return warehouse(tmp_path_factory.mktemp("movers"), *councils(MONTHS))


def test_the_latest_year_is_the_last_whose_december_is_held(view):
    assert latest_year(view) == 2017


def test_months_held_in_both_years_are_compared_per_day_largest_rise_first(view):
    found = movers(view, year=2017, least=5)
    assert [(m.name, m.before, m.now, m.months) for m in found] == [("Alder", 10, 15, 2), ("Birch", 20, 10, 2)]
    assert [m.ratio for m in found] == pytest.approx([0.5, -0.5])


@pytest.mark.parametrize(
    ("least", "names"), [(1, ["Cedar", "Alder", "Birch"]), (10, ["Alder", "Birch"]), (10.1, ["Birch"])]
)
def test_councils_with_few_delays_before_are_left_out(view, least, names):
    assert [m.name for m in movers(view, year=2017, least=least)] == names


def test_councils_without_every_return_of_both_years_are_left_out(view):
    assert not {"Damson", "Elder"} & {m.name for m in movers(view, year=2017, least=0.1)}


def test_a_year_without_the_one_before_has_no_movers(view):
    assert movers(view, year=2016, least=1) == ()


def test_an_empty_warehouse_has_no_latest_year(tmp_path):
    empty = warehouse(tmp_path)
    assert latest_year(empty) is None
    assert movers(empty, year=2017, least=1) == ()
