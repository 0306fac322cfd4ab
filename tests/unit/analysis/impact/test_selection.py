"""The start after an unusual run (METHODS M17), and the trap that it is for."""

import numpy as np
import pytest

from analysis.impact import its
from analysis.impact.selection import selection
from analysis.impact.window import window
from domain import periods
from tests.unit.analysis.impact.made_up import ar1

BASE = dict(zip(periods.span("2016-10", "2017-09"), [10, 12] * 6, strict=True))  # mean 11, sd 1.0445
RUN = periods.span("2017-10", "2017-12")


def _with(*run):
    return {**BASE, **dict(zip(RUN, run, strict=True))}


def test_the_distance_is_in_standard_deviations_of_the_year_before():
    found = selection(_with(12, 13, 14), "2018-01", "down")
    assert (found.run, found.base) == (13, 11)
    assert found.distance == pytest.approx(2 / 1.0444659)
    assert found.fired
    assert found.months == RUN


@pytest.mark.parametrize(
    ("run", "good", "fired"),
    [
        (13, "down", True),
        (13, "up", False),
        (9, "up", True),
        (9, "down", False),
        (12.5, "down", False),
        (12.6, "down", True),
    ],
)
def test_only_a_run_on_the_bad_side_beyond_one_and_a_half_counts(run, good, fired):
    assert selection(_with(run, run, run), "2018-01", good).fired is fired


def test_the_window_loses_the_run_only_where_the_rule_fires():
    of = window("2018-01", last="2019-03")
    assert selection(_with(13, 13, 13), "2018-01", "down").applied(of).left_out == RUN
    assert selection(_with(11, 11, 11), "2018-01", "down").applied(of) == of


@pytest.mark.parametrize("gone", [["2017-11"], list(periods.span("2016-10", "2017-01"))])
def test_without_the_months_nothing_is_checked(gone):
    found = selection({m: v for m, v in _with(13, 13, 13).items() if m not in gone}, "2018-01", "down")
    assert not found.checked
    assert not found.fired
    assert "are held" in found.why


def test_a_year_without_variation_makes_any_rise_unusual():
    flat = dict.fromkeys(BASE, 11.0)
    assert selection({**flat, **dict.fromkeys(RUN, 11.5)}, "2018-01", "down").fired
    assert not selection({**flat, **dict.fromkeys(RUN, 11.0)}, "2018-01", "down").fired


def _taskforce(seed: int) -> dict:
    """14 people a day without trend, and +25, +45 and +50 % before a taskforce that changed nothing."""
    months = periods.span("2015-04", "2019-03")
    noise = ar1(np.random.default_rng(seed), len(months), 0.08, 0.4)
    shocks = dict(zip(periods.span("2017-10", "2018-03"), [0.25, 0.45, 0.5, 0.15, 0.0, -0.03], strict=True))
    return {m: 14 * float(np.exp(noise[at])) * (1 + shocks.get(m, 0)) for at, m in enumerate(months)}


def test_after_a_spike_the_plain_design_sees_a_fall_that_the_rule_takes_back():
    of = window("2018-01", last="2019-03", end="2018-03")
    plain, careful, fired = [], [], 0
    for seed in range(40):
        values = _taskforce(seed)
        rule = selection(values, "2018-01", "down")
        fired += rule.fired
        plain.append(its.its(values, of).effect.value)
        careful.append(its.its(values, of.without(rule.months)).effect.value)
    assert fired >= 38
    assert np.median(plain) < -0.15
    assert abs(np.median(careful)) < 0.06
