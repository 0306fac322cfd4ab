"""Control charts (METHODS M4, SPC): limits, phases, gaps and signals, on made-up series."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import spc
from analysis.spc import INTERFACE, NHSR, PROFILES, Options
from tests.unit.domain.test_periods import quick

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


def test_a_baseline_without_variation_flags_nothing_after_it():
    chart = spc.chart([5.0] * 12 + [50.0] * 12, Options(baseline=12))
    assert chart.phases[0].notes == ("no variation: limits not meaningful",)
    assert rules(chart) == [""] * 24


def test_values_that_vary_across_a_gap_only_have_no_variation():
    chart = spc.chart([1.0] * 7 + [None] + [9.0] * 7)
    assert chart.phases[0].notes == ("no variation: limits not meaningful",)
    assert rules(chart) == [""] * 15


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


def test_two_near_points_with_the_third_across_the_mean_are_no_signal_unless_asked():
    values = [*STEADY, 15.5, 10.0, 15.5, *STEADY]
    assert where(spc.chart(values), "two_in_three") == []
    assert where(spc.chart(values, Options(third_same_side=False)), "two_in_three") == [24, 26]


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


@pytest.mark.parametrize(("baseline", "kind"), [(5, "none"), (6, "trial"), (12, "trial"), (13, "full")])
def test_limits_are_as_sure_as_the_points_that_fix_them(baseline, kind):
    assert spc.chart(STEADY, Options(baseline=baseline)).phases[0].kind == kind


def test_a_baseline_counts_months_and_never_reaches_past_them_for_a_missing_one():
    phase = spc.chart([10.0, None, *STEADY, *[99.0] * 9], Options(baseline=26)).phases[0]
    assert phase.mean == pytest.approx((10 + sum(STEADY)) / 25)


def test_values_without_neighbours_have_no_limits():
    chart = spc.chart([1.0, None] * 14)
    assert chart.phases[0].notes == ("no two points in a row: no limits",)
    assert (chart.phases[0].kind, chart.phases[0].mean, chart.points[0].mean) == ("none", 1.0, None)


def test_the_latest_point_is_the_last_with_a_value():
    assert spc.chart([1.0, 2.0, None]).latest.value == 2.0


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


@pytest.mark.parametrize(
    "wrong",
    [{"precedence": ("outside",)}, {"multiplier": 0}, {"shift": 1}, {"trend": 1}, {"least": 1}, {"baseline": 1}],
)
def test_rules_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError):
        Options(**wrong)


series = st.lists(st.one_of(st.none(), st.integers(-999, 999)), max_size=40)
profiles = st.sampled_from([PROFILES[name] for name in EVERY] + [Options(third_same_side=False, baseline=12)])


@given(values=series, options=profiles, more=st.integers(-10_000, 10_000))
@quick
def test_adding_a_constant_shifts_the_lines_and_changes_no_signal(values, options, more):
    one = spc.chart(values, options)
    other = spc.chart([None if value is None else value + more for value in values], options)
    assert [point.rules for point in one.points] == [point.rules for point in other.points]
    for a, b in zip(one.phases, other.phases, strict=True):
        assert (a.kind, a.notes) == (b.kind, b.notes)
        if a.lower is not None:
            assert [b.mean, b.lower, b.upper] == pytest.approx(
                [a.mean + more, a.lower + more, a.upper + more], abs=1e-6
            )


@given(values=series, options=profiles)
@quick
def test_reversing_the_signs_mirrors_the_chart(values, options):
    one = spc.chart(values, options)
    other = spc.chart([None if value is None else -value for value in values], options)
    for a, b in zip(one.points, other.points, strict=True):
        assert (a.rules, a.direction, a.side) == (b.rules, -b.direction, -b.side)
        assert (a.lower is None) == (b.upper is None)
        assert a.lower is None or b.upper == pytest.approx(-a.lower)


@given(values=series, options=profiles)
@quick
def test_a_phase_is_charted_as_if_it_stood_alone(values, options):
    half = len(values) // 2
    together = spc.chart(values, options, phases=[0] * half + [1] * (len(values) - half))
    alone = spc.chart(values[half:], options, phases=[1] * (len(values) - half))
    assert together.points[half:] == alone.points
