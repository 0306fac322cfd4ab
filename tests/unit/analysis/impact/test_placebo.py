"""Placebo areas (METHODS M15)."""

import math

import pytest

from analysis.impact.placebo import placebo_areas, rank
from analysis.impact.window import window
from analysis.rates import Refused
from tests.unit.analysis.impact.made_up import MONTHS

WINDOW = window("2017-10", last="2019-03")


def _area(change: float, level: float = 20.0) -> dict:
    return {month: level * (change if month >= "2018-01" else 1) for month in MONTHS}


def _areas(others: int = 39, ours: float = 0.5) -> dict:
    return {"ours": _area(ours), **{f"E{n}": _area(0.9 + n / 200) for n in range(others)}}


def test_39_others_with_one_as_extreme_give_0_05():
    changes = {f"E{n}": n / 1000 for n in range(38)}
    found = rank({**changes, "ours": -0.5, "far": 0.6}, "ours")
    assert len(found.others) == 39
    assert found.extreme == 1
    assert found.p == pytest.approx(0.050)


def test_the_statistic_is_less_the_median_of_all():
    found = placebo_areas(_areas(), WINDOW, ours="ours")
    middle = 0.9 + 18 / 200  # 40 areas, ours the lowest: the mean of the 20th and the 21st
    median = (math.log(middle) + math.log(middle + 1 / 200)) / 2
    assert found.statistic == pytest.approx(math.log(0.5) - median)
    assert found.extreme == 0
    assert found.p == pytest.approx(1 / 40)
    assert found.passed


def test_a_change_like_the_others_is_no_sign():
    assert not placebo_areas(_areas(ours=1.0), WINDOW, ours="ours").passed


def test_38_others_are_refused():
    with pytest.raises(Refused, match="38 other areas can be compared and 39 are needed"):
        placebo_areas(_areas(38), WINDOW, ours="ours")


@pytest.mark.parametrize(
    "poor",
    [
        _area(0.2, level=4.9),
        {m: v for m, v in _area(0.2).items() if m != "2018-05"},
        {m: v for m, v in _area(0.2).items() if m != "2016-01"},
    ],
)
def test_small_areas_and_those_with_gaps_are_not_in_the_pool(poor):
    found = placebo_areas({**_areas(), "poor": poor}, WINDOW, ours="ours")
    assert "poor" not in found.others
    with pytest.raises(Refused, match="our own area"):
        placebo_areas({**_areas(), "ours": poor}, WINDOW, ours="ours")


def test_partners_that_run_the_scheme_are_left_out():
    found = placebo_areas(_areas(40), WINDOW, ours="ours", without={"E3"})
    assert len(found.others) == 39


def test_the_months_are_the_24_before_and_the_first_12_after_the_roll_in():
    areas = _areas()
    wild = {
        m: v * (50 if m < "2015-10" or "2017-10" <= m < "2018-01" or m > "2018-12" else 1)
        for m, v in areas["ours"].items()
    }
    plain = placebo_areas(areas, WINDOW, ours="ours")
    assert placebo_areas({**areas, "ours": wild}, WINDOW, ours="ours") == plain


def test_months_of_an_unusual_run_leave_the_months_before():
    run = ("2017-07", "2017-08", "2017-09")
    areas = {name: {m: v * (2 if m in run else 1) for m, v in values.items()} for name, values in _areas().items()}
    assert placebo_areas(areas, WINDOW.without(run), ours="ours").statistic == pytest.approx(
        placebo_areas(_areas(), WINDOW, ours="ours").statistic
    )


def test_too_few_months_are_refused():
    with pytest.raises(Refused, match="there are 24 and 11"):
        placebo_areas(_areas(), window("2017-10", last="2018-11", first="2015-10"), ours="ours")
