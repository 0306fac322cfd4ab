"""Control charts (SPC): missing months, phases and baselines, on made-up series."""

import math

import pytest

from analysis import spc
from analysis.spc import Options

STEADY = [10.0, 12.0] * 12


def where(chart, rule: str) -> list[int]:
    return [place for place, point in enumerate(chart.points) if rule in point.rules]


def rules(chart) -> list[str]:
    return [point.rule for point in chart.points]


def test_a_baseline_without_variation_flags_nothing_after_it():
    chart = spc.chart([5.0] * 12 + [50.0] * 12, Options(baseline=12))
    assert chart.phases[0].notes == ("no variation: limits not meaningful",)
    assert rules(chart) == [""] * 24


def test_values_that_vary_across_a_gap_only_have_no_variation():
    chart = spc.chart([1.0] * 7 + [None] + [9.0] * 7)
    assert chart.phases[0].notes == ("no variation: limits not meaningful",)
    assert rules(chart) == [""] * 15


def test_no_moving_range_crosses_a_missing_month_and_the_gap_is_counted():
    values = [10.0, 12.0, 10.0, None, 90.0, 92.0, 90.0, 92.0]
    chart = spc.chart(values)
    assert [point.moving_range for point in chart.points] == [None, 2.0, 2.0, None, None, 2.0, 2.0, 2.0]
    assert chart.phases[0].mean_moving_range == 2.0
    assert (chart.phases[0].points, chart.phases[0].gaps, chart.missing) == (7, 1, (3,))
    assert (chart.points[3].value, chart.points[3].rules, chart.points[3].side) == (None, (), 0)


def test_nan_is_a_missing_month_and_infinity_is_refused():
    assert spc.chart([1.0, math.nan, 2.0]).missing == (1,)
    with pytest.raises(ValueError, match="index 1 is infinite"):
        spc.chart([1.0, math.inf])


@pytest.mark.parametrize(("gap", "flagged"), [(None, []), (12.0, list(range(8, 15)))])
def test_a_shift_does_not_cross_a_missing_month(gap, flagged):
    values = [8.0, 9.0] * 4 + [12.0, 13.0, 12.0, gap, 12.0, 13.0, 12.0]
    assert where(spc.chart(values), "shift") == [*range(8), *flagged]


@pytest.mark.parametrize(("gap", "flagged"), [(None, []), (4.0, list(range(8, 14)))])
def test_a_trend_does_not_cross_a_missing_month(gap, flagged):
    values = [3.0, 5.0] * 4 + [1.0, 2.0, 3.0, gap, 5.0, 6.0] + [3.0, 5.0] * 3
    assert where(spc.chart(values), "trend") == flagged


@pytest.mark.parametrize("gap", [None, 11.5])
def test_two_in_three_does_not_cross_a_missing_month(gap):
    values = [*STEADY, 15.5, gap, 15.5, *STEADY]
    assert where(spc.chart(values), "two_in_three") == ([] if gap is None else [24, 26])


def test_two_near_points_with_the_third_across_the_mean_are_no_signal_unless_asked():
    values = [*STEADY, 15.5, 10.0, 15.5, *STEADY]
    assert where(spc.chart(values), "two_in_three") == []
    assert where(spc.chart(values, Options(third_same_side=False)), "two_in_three") == [24, 26]


def test_nothing_crosses_a_phase():
    values = [10.0, 12.0] * 7 + [40.0, 42.0] * 7
    chart = spc.chart(values, phases=[3] * 14 + [4] * 14)
    first, second = chart.phases
    assert (first.number, first.first, first.last, second.number, second.first, second.last) == (3, 0, 13, 4, 14, 27)
    assert (first.mean, second.mean, first.mean_moving_range, second.mean_moving_range) == (11, 41, 2, 2)
    assert chart.points[14].moving_range is None
    assert rules(chart) == [""] * 28
    assert {point.phase for point in chart.points[14:]} == {4}


@pytest.mark.parametrize(("phases", "flagged"), [(None, list(range(10, 18))), ([0] * 14 + [1] * 14, [])])
def test_a_shift_does_not_cross_a_phase(phases, flagged):
    values = [8.0, 9.0] * 5 + [12.0, 13.0] * 4 + [9.0, 8.0] * 5
    assert [place for place in where(spc.chart(values, phases=phases), "shift") if 10 <= place < 18] == flagged


@pytest.mark.parametrize(("phases", "flagged"), [(None, list(range(10, 18))), ([0] * 14 + [1] * 14, [])])
def test_a_trend_does_not_cross_a_phase(phases, flagged):
    values = [3.0, 5.0] * 5 + [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0] + [3.0, 5.0] * 5
    assert where(spc.chart(values, phases=phases), "trend") == flagged


@pytest.mark.parametrize(
    ("phases", "message"), [([0, 0], "2 phases for 3 values"), ([0, 1, 0], "phase 0 comes back at index 2")]
)
def test_phases_that_do_not_fit_are_refused(phases, message):
    with pytest.raises(ValueError, match=message):
        spc.chart([1.0, 2.0, 3.0], phases=phases)


def test_a_baseline_fixes_the_limits_of_each_phase_by_its_first_points():
    values = [10.0, 12.0] * 7 + [20.0, 22.0] * 7
    one = spc.chart(values, Options(baseline=14)).phases[0]
    assert (one.mean, one.mean_moving_range, one.points, one.kind) == (11, 2, 28, "full")
    both = spc.chart(values * 2, Options(baseline=14), phases=[0] * 28 + [1] * 28).phases
    assert [phase.mean for phase in both] == [11, 11]


def test_a_baseline_counts_months_and_never_reaches_past_them_for_a_missing_one():
    phase = spc.chart([10.0, None, *STEADY, *[99.0] * 9], Options(baseline=26)).phases[0]
    assert phase.mean == pytest.approx((10 + sum(STEADY)) / 25)


def test_values_without_neighbours_have_no_limits():
    chart = spc.chart([1.0, None] * 14)
    assert chart.phases[0].notes == ("no two points in a row: no limits",)
    assert (chart.phases[0].kind, chart.phases[0].mean, chart.points[0].mean) == ("none", 1.0, None)


def test_the_latest_point_is_the_last_with_a_value():
    assert spc.chart([1.0, 2.0, None]).latest.value == 2.0
