"""Funnels with over-dispersion (METHODS M9)."""

import pytest

from analysis import funnel
from analysis.funnel import Share
from analysis.rates import Refused

NUM = (228, 310, 95, 402, 150, 61, 275, 188)
DEN = (300, 380, 140, 470, 210, 95, 330, 260)
EIGHT = [Share(count, of) for count, of in zip(NUM, DEN, strict=True)]


def test_the_printed_example():
    found = funnel.fitted(EIGHT)
    assert round(found.centre, 5) == 0.78215
    assert round(found.dispersion, 4) == 5.4198
    assert round(found.tau2, 6) == 0.004880
    assert [round(end, 4) for end in found.limits(300)] == [0.6493, 0.8904]
    assert [round(end, 4) for end in found.limits(300, funnel.K998)] == [0.5660, 0.9378]
    assert {found.place(share) for share in EIGHT} == {funnel.ORDINARY}


def test_areas_alike_but_for_chance_have_no_variance_between_them():
    found = funnel.fitted([Share(50 + at % 2, 100) for at in range(30)])
    assert found.tau2 == 0
    assert found.place(Share(61, 100)) == funnel.UNUSUAL
    assert found.place(Share(30, 100)) == funnel.VERY_UNUSUAL


def test_limits_stay_between_nobody_and_everybody():
    found = funnel.fitted([Share(1, 30)] * 25)
    low, high = found.limits(20, funnel.K998)
    assert low == 0
    assert high < 1


def test_few_areas_and_small_areas_are_refused():
    with pytest.raises(Refused, match="19 areas can be compared and 20 are needed"):
        funnel.funnel({f"E{n}": Share(50, 100) for n in range(19)})
    with pytest.raises(Refused, match="1 area with fewer than 20 people"):
        funnel.funnel({**{f"E{n}": Share(50, 100) for n in range(20)}, "small": Share(5, 19)})
    assert funnel.funnel({f"E{n}": Share(50, 100) for n in range(20)}).centre == 0.5


def test_percentiles_are_interpolated():
    assert funnel.percentile([3, 1, 2, 4], 0.1) == pytest.approx(1.3)
    assert funnel.percentile([7], 0.9) == 7
