"""What limits promise of a target (assurance)."""

import pytest

from analysis import spc

PHASE = spc.chart([10.0, 12.0] * 12).phases[0]  # limits 5.68 and 16.32


@pytest.mark.parametrize(
    ("target", "up", "down"),
    [
        (5.0, "pass", "fail"),
        (17.0, "fail", "pass"),
        (11.0, "hit or miss", "hit or miss"),
        (5.68, "hit or miss", "hit or miss"),
        (16.32, "hit or miss", "hit or miss"),
        (5.679, "pass", "fail"),
        (16.321, "fail", "pass"),
    ],
)
def test_a_target_is_met_missed_or_left_to_chance(target, up, down):
    assert spc.assurance(PHASE, target, "up") == up
    assert spc.assurance(PHASE, target, "down") == down


@pytest.mark.parametrize(("target", "on"), [(5.68, True), (16.32, True), (5.679, False), (11.0, False)])
def test_a_target_on_the_limit_can_be_told(target, on):
    assert spc.on_the_limit(PHASE, target) == on


@pytest.mark.parametrize(
    ("values", "good"), [([10.0, 12.0] * 12, "none"), ([7.0] * 24, "up"), ([1.0, 2.0, 3.0], "up"), ([None] * 9, "down")]
)
def test_nothing_is_promised_without_a_good_direction_variation_or_limits(values, good):
    phase = spc.chart(values).phases[0]
    assert spc.assurance(phase, 5.0, good) == ""
    assert not spc.on_the_limit(spc.chart([1.0]).phases[0], 1.0)
