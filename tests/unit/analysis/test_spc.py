"""Control charts (METHODS M4, SPC): limits, phases, gaps and signals, on made-up series."""

import math

import pytest

from analysis import spc
from analysis.spc import INTERFACE, NHSR, PROFILES, Options

# Ten and twelve in turn: mean 11, mean moving range 2, limits 5.68 and 16.32, near limits 7.45 and 14.55.
STEADY = [10.0, 12.0] * 12
EVERY = sorted(PROFILES)


def rules(chart) -> list[str]:
    return [point.rule for point in chart.points]


def where(chart, rule: str) -> list[int]:
    return [place for place, point in enumerate(chart.points) if rule in point.rules]


def test_limits_are_the_mean_and_2_66_mean_moving_ranges_either_side():
    phase = spc.chart(STEADY).phases[0]
    assert (phase.mean, phase.mean_moving_range) == (11.0, 2.0)
    assert (phase.lower, phase.upper) == (pytest.approx(5.68), pytest.approx(16.32))
    assert (phase.first, phase.last, phase.points, phase.gaps, phase.kind, phase.notes) == (0, 23, 24, 0, "full", ())


def test_near_limits_are_two_thirds_of_the_way():
    point = spc.chart(STEADY).points[0]
    assert (point.near_lower, point.near_upper) == (pytest.approx(11 - 5.32 * 2 / 3), pytest.approx(11 + 5.32 * 2 / 3))


def test_a_moving_range_belongs_to_the_later_point():
    assert [point.moving_range for point in spc.chart([4.0, 7.0, 5.0]).points] == [None, 3.0, 2.0]


@pytest.mark.parametrize(
    ("points", "kind"), [(1, "none"), (5, "none"), (6, "trial"), (12, "trial"), (13, "full"), (40, "full")]
)
def test_limits_need_6_points_and_are_trial_limits_until_13(points, kind):
    chart = spc.chart((STEADY * 2)[:points])
    assert chart.phases[0].kind == kind
    assert (chart.points[0].lower is None) == (kind == "none")


def test_fewer_than_6_points_have_no_lines_no_signals_and_a_reason():
    chart = spc.chart([1.0, 2.0, 3.0, 4.0, 90.0], Options(trend=3))
    assert {(point.mean, point.lower, point.upper, point.near_lower, point.near_upper) for point in chart.points} == {
        (None, None, None, None, None)
    }
    assert rules(chart) == [""] * 5
    assert chart.phases[0].notes == ("fewer than 6 points: no limits",)
    assert chart.flagged == 0


def test_no_values_are_no_phase_and_missing_values_are_one_without_limits():
    assert spc.chart([]).phases == ()
    assert spc.chart([]).latest is None
    gone = spc.chart([None, None])
    assert (gone.phases[0].points, gone.phases[0].gaps, gone.phases[0].mean, gone.latest) == (0, 2, None, None)
    assert gone.phases[0].notes == ("fewer than 6 points: no limits",)


@pytest.mark.parametrize("profile", EVERY)
@pytest.mark.parametrize("value", [0.0, 7.0, 0.1, 1e-7, 123_456.7])
def test_a_constant_series_has_no_nan_nothing_flagged_and_says_no_variation(profile, value):
    chart = spc.chart([value] * 20, PROFILES[profile])
    phase = chart.phases[0]
    assert phase.notes == ("no variation: limits not meaningful",)
    assert (phase.lower, phase.upper) == (phase.mean, phase.mean) == (pytest.approx(value), pytest.approx(value))
    assert rules(chart) == [""] * 20
    assert not any(isinstance(one, float) and math.isnan(one) for point in chart.points for one in vars(point).values())


def test_screening_drops_moving_ranges_of_3_267_means_once_and_keeps_the_mean():
    spike = [3.0, 4.0] * 6 + [30.0] + [3.0, 4.0] * 6
    plain, screened = (spc.chart(spike, Options(screen=screen)).phases[0] for screen in (False, True))
    assert plain.mean_moving_range == pytest.approx((22 + 26 + 27) / 24)
    assert screened.mean_moving_range == pytest.approx(1.0)
    assert screened.mean == plain.mean


@pytest.mark.parametrize(("jump", "kept"), [(4.3, True), (4.4, False)])
def test_the_screen_lies_at_3_267_mean_moving_ranges(jump, kept):
    values = [10.0, 11.0] * 5 + [11.0 + jump]
    assert 4.3 < 9 * 3.267 / (10 - 3.267) < 4.4
    average = spc.chart(values, Options(screen=True)).phases[0].mean_moving_range
    assert average == pytest.approx((9 + jump) / 10 if kept else 1.0)


@pytest.mark.parametrize("values", [[1, 1, 1, 1, 2], [6, 6, 6, 6, 6, 6, 6, 9, 9, 9, 9, 9, 9]])
def test_screening_that_leaves_no_variation_falls_back_to_all_and_says_so(values):
    screened, plain = (spc.chart(values, Options(screen=screen, least=5)).phases[0] for screen in (True, False))
    assert screened.notes == ("screening would leave no variation: limits are drawn without it",)
    assert (screened.lower, screened.upper) == (plain.lower, plain.upper)
    assert screened.lower < screened.mean < screened.upper


@pytest.mark.parametrize(("seventh", "flagged"), [(0.0, []), (1.0, list(range(8, 15)))])
def test_a_value_equal_to_the_mean_breaks_a_shift(seventh, flagged):
    chart = spc.chart([-1.0, -2.0] * 4 + [2.0, 2.5, 1.5, seventh, 2.0, 2.5, 1.5])
    assert chart.points[11].side == (1 if seventh else 0)
    assert where(chart, "shift") == [*range(8), *flagged]


def test_a_tie_breaks_a_trend():
    tied = [*STEADY, 8.0, 9.0, 10.0, 10.0, 11.0, 12.0, 13.0, *STEADY]
    assert where(spc.chart(tied), "trend") == []
    assert where(spc.chart([*tied[:27], *tied[28:]]), "trend") == list(range(24, 30))


@pytest.mark.parametrize(("profile", "found"), [(INTERFACE, list(range(24, 30))), (NHSR, [])])
def test_six_rising_points_are_a_trend_here_and_none_under_nhsr(profile, found):
    values = [*STEADY, 9.0, 9.5, 10.5, 11.5, 12.5, 13.0, 10.0, *STEADY]
    assert where(spc.chart(values, PROFILES[profile]), "trend") == found


@pytest.mark.parametrize(("profile", "found"), [(INTERFACE, [24, 25]), (NHSR, [])])
def test_a_point_beyond_the_limit_counts_in_two_in_three_here_and_not_under_nhsr(profile, found):
    chart = spc.chart([*STEADY, 19.0, 15.5, *STEADY], PROFILES[profile])
    assert where(chart, "outside") == [24]
    assert where(chart, "two_in_three") == found


def test_every_rule_that_fires_is_kept_and_the_first_by_precedence_names_the_point():
    values = [5.0, 6.0] * 8 + [9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0]
    last = spc.chart(values).points[-1]
    assert last.rules == ("outside", "trend", "two_in_three", "shift")
    assert (last.rule, last.direction, last.side) == ("outside", 1, 1)
    order = ("shift", "two_in_three", "trend", "outside")
    assert spc.chart(values, Options(precedence=order)).points[-1].rules == order


def test_the_direction_of_a_trend_is_its_slope_and_not_its_side():
    values = [*STEADY, 9.0, 9.5, 10.0, 10.3, 10.6, 10.8, 10.0, *STEADY]
    found = spc.chart(values).points[24]
    assert (found.rule, found.side, found.direction) == ("trend", -1, 1)


def test_a_point_on_the_limit_is_not_outside():
    chart = spc.chart(STEADY, Options(multiplier=0.5))
    assert (chart.points[0].lower, chart.points[1].upper) == (10.0, 12.0)
    assert where(chart, "outside") == []


def test_limits_are_not_clipped_at_zero():
    assert spc.chart([0.0, 9.0] * 10).phases[0].lower < 0


@pytest.mark.parametrize(("baseline", "kind"), [(5, "none"), (6, "trial"), (12, "trial"), (13, "full")])
def test_limits_are_as_sure_as_the_points_that_fix_them(baseline, kind):
    assert spc.chart(STEADY, Options(baseline=baseline)).phases[0].kind == kind


def test_the_flagged_share_counts_points_with_limits_only():
    values = [5.0, 5.5] * 5 + [7.0, 8.0] * 5 + [1.0, 2.0]
    chart = spc.chart(values, phases=[0] * 20 + [1] * 2)
    assert chart.flagged == sum(bool(point.rules) for point in chart.points) / 20 > 0


def test_points_that_change_class_between_profiles_are_listed():
    values = [*STEADY, 9.0, 9.5, 10.5, 11.5, 12.5, 13.0, 10.0, *STEADY]
    charts = [spc.chart(values, PROFILES[profile]) for profile in (INTERFACE, NHSR)]
    assert spc.differing(*charts) == tuple(range(24, 30))
    assert spc.differing(charts[0], charts[0]) == ()
    with pytest.raises(ValueError, match="shorter"):
        spc.differing(charts[0], spc.chart(values[:-1]))


def test_a_point_that_meets_more_rules_but_is_named_by_the_same_one_keeps_its_class():
    values = [*STEADY, 19.0, 15.5, *STEADY]
    one, other = (spc.chart(values, PROFILES[profile]) for profile in (INTERFACE, NHSR))
    assert (one.points[24].rules, other.points[24].rules) == (("outside", "two_in_three"), ("outside",))
    assert spc.differing(one, other) == (25,)


@pytest.mark.parametrize(
    "wrong",
    [{"precedence": ("outside",)}, {"multiplier": 0}, {"shift": 1}, {"trend": 1}, {"least": 1}, {"baseline": 1}],
)
def test_rules_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError):
        Options(**wrong)
