"""Could it ever show? (METHODS M19)"""

import pytest

from analysis.impact import power
from analysis.impact.its import POINTS
from analysis.impact.variation import variation
from analysis.rates import Refused
from tests.unit.analysis.impact.made_up import START, series


@pytest.mark.parametrize(("effect", "months"), [(0.10, None), (0.15, 41), (0.20, 14), (0.25, 7), (-0.25, 7)])
def test_the_printed_example(effect, months):
    assert power.months_to_show(effect, s=0.12, r1=0.5, history=24) == months


def test_what_never_shows_is_said_so():
    assert power.could_show(0.1, s=0.12, r1=0.5, history=24).words == "never, with this history"
    assert power.could_show(0.25, s=0.12, r1=0.5, history=24).words == "after 7 months"


def test_dilution_comes_first():
    assert power.dilution(10, 0.08) == pytest.approx(0.8)
    assert power.could_show_in_survey(10, reached=0.08, needs=5.4).months is None
    assert power.could_show_in_survey(10, reached=0.6, needs=5.4).months == 12
    assert power.could_show(0.25, s=0.12, r1=0.5, history=24, reached=0.4).months is None


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_more_than_everybody_cannot_be_reached(share):
    with pytest.raises(Refused, match="no share"):
        power.dilution(10, share)


@pytest.mark.parametrize(("s", "r1", "history"), [(0, 0.5, 24), (0.1, 1, 24), (0.1, 0.5, 0)])
def test_no_history_is_refused(s, r1, history):
    with pytest.raises(Refused, match="no history"):
        power.months_to_show(0.1, s=s, r1=r1, history=history)


def test_variation_is_that_of_the_two_years_before_less_trend_and_season():
    found = variation(series(8, sd=0.05, effect=-0.9), START)
    assert found.months == 24
    assert found.s == pytest.approx(0.05, rel=0.5)
    assert 0 <= found.r1 < 0.8


def test_variation_needs_18_of_24_months():
    values = {m: v for m, v in series().items() if m >= "2016-05"}
    with pytest.raises(Refused, match="17 of the 24"):
        variation(values, START)


def test_variation_in_points_is_in_points():
    values = series(8, sd=0.05)
    assert variation(values, START, scale=POINTS).s == pytest.approx(100 * variation(values, START).s, rel=0.2)
