"""Fitness for a control chart (METHODS M4 and M7), on the numbers printed there and made-up series."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import fitness, spc
from tests.unit.domain.test_periods import quick

M4 = [40, 42, 45, 44, 47, 46, 44, 41, 39, 38, 36, 37, 40, 43, 45, 46, 44, 42, 41, 39, 38, 40, 42, 43]
STEADY = [10.0, 12.0, 11.5, 9.0, 11.0, 13.0, 10.5, 12.5, 9.5, 11.0, 12.0, 10.0] * 2


def test_the_example_of_the_methods():
    chart = spc.chart(M4)
    phase = chart.phases[0]
    assert (phase.mean, round(phase.mean_moving_range, 4)) == (41.75, 1.8696)
    assert (round(phase.lower, 3), round(phase.upper, 3)) == (36.777, 46.723)
    assert [place for place, point in enumerate(chart.points, 1) if "outside" in point.rules] == [5, 11]
    r1 = fitness.r1(chart)
    assert round(r1, 4) == 0.7703
    lower, upper = fitness.widened(phase, r1)
    assert (round(lower, 3), round(upper, 3)) == (31.374, 52.126)
    assert all(lower < value < upper for value in M4)


def test_r1_is_the_same_of_a_chart_its_points_and_its_values():
    chart = spc.chart(M4)
    assert fitness.r1(chart) == fitness.r1(chart.points) == fitness.r1(M4)


def test_months_across_a_gap_are_no_pairs():
    assert fitness.r1([1.0, -1.0, None, -1.0, 1.0]) == pytest.approx((-2 / 3) / 1)
    assert fitness.r1([1.0, None, -1.0, None, 1.0]) is None


def test_months_across_a_phase_edge_are_no_pairs_and_each_phase_has_its_mean():
    values = [1.0, -1.0, 1.0, -1.0, 101.0, 99.0, 101.0, 99.0]
    points = spc.chart(values, phases=[0] * 4 + [1] * 4).points
    assert fitness.r1(points) == pytest.approx(-6 / 7)
    assert fitness.r1(spc.chart(values, phases=[0] * 4 + [1] * 4)) == pytest.approx(-3 / 4)
    assert fitness.r1(values) > 0.5


@pytest.mark.parametrize("values", [[], [None], [4.0], [4.0] * 9, [0.1] * 12, [49.9] * 13])
def test_a_series_without_pairs_or_variation_has_no_r1(values):
    assert fitness.r1(values) is None
    assert fitness.r1(spc.chart(values)) is None


@given(values=st.lists(st.one_of(st.none(), st.integers(-99, 99)), max_size=30))
@quick
def test_r1_stays_where_intervals_are_finite(values):
    r1 = fitness.r1(values)
    assert r1 is None or -0.99 <= r1 <= 0.99


def test_widened_limits_are_never_narrower_and_need_limits():
    phase = spc.chart(M4).phases[0]
    assert fitness.widened(phase, -0.5) == pytest.approx((phase.lower, phase.upper))
    assert fitness.widened(phase, 0.75) == pytest.approx((41.75 - 2 * 4.97304, 41.75 + 2 * 4.97304), abs=1e-4)
    assert all(map(math.isfinite, fitness.widened(phase, 1.0)))
    with pytest.raises(ValueError, match="without limits"):
        fitness.widened(spc.chart([1.0, 2.0]).phases[0], 0.5)


@pytest.mark.parametrize(
    ("r1", "chance"),
    [
        (None, 0.012),
        (-0.4, 0.012),
        (0.0, 0.012),
        (0.15, 0.0365),
        (0.3, 0.061),
        (0.4, 0.098),
        (0.5, 0.135),
        (0.6, 0.209),
        (0.7, 0.283),
        (0.94, 0.283),
    ],
)
def test_the_chance_of_an_icon_is_linear_between_the_simulated_ones(r1, chance):
    assert fitness.chance(r1) == pytest.approx(chance)


def test_29_indicators_at_0_3_show_1_8_icons_by_chance():
    assert round(fitness.by_chance([0.3] * 29), 1) == 1.8
    assert fitness.by_chance([]) == 0


def _fit(values, **options):
    return fitness.fitness(spc.chart(values, **options))


def test_a_steady_series_may_carry_an_icon():
    found = _fit(STEADY)
    assert (found.kind, found.points, found.flagged) == ("icon", 24, 0)
    assert found.r1 < 0.3


def _dependent(length: int) -> list[float]:
    """Slow waves of the same height: dependent months with few signals."""
    return [100 + wave for wave in (0, 3, 5, 3, 0, -3, -5, -3)] * (length // 8) + [100.0] * (length % 8)


@pytest.mark.parametrize(("points", "kind"), [(19, "icon"), (20, "direction"), (24, "direction")])
def test_dependent_months_show_a_direction_only_from_20_points(points, kind):
    found = _fit(_dependent(points))
    assert found.r1 > 0.3
    assert found.kind == kind
    assert ("not independent" in found.why) == (kind == "direction")


DEPENDENT = [98, 94, 90, 94, 96, 104, 100, 99, 96, 92, 96, 108, 102, 103, 94, 96, 92, 100, 97, 103, 99, 96, 95, 95]
HARDLY = [110, 108, 99, 91, 95, 110, 110, 96, 97, 95, 99, 90, 91, 107, 101, 105, 101, 104, 104, 96, 94, 92, 105, 105]


@pytest.mark.parametrize(("values", "r1", "kind"), [(HARDLY, 0.292, "icon"), (DEPENDENT, 0.302, "direction")])
def test_months_are_dependent_from_r1_0_3(values, r1, kind):
    found = _fit(values)
    assert (round(found.r1, 3), found.flagged, found.kind) == (r1, 0, kind)


@pytest.mark.parametrize(("flagged", "kind"), [(12, "icon"), (13, "none")])
def test_half_of_the_points_flagged_is_not_more_than_half(flagged, kind):
    chart = spc.chart(STEADY)
    marked = tuple(replace(point, rules=("shift",)) for point in chart.points[:flagged])
    found = fitness.fitness(replace(chart, points=marked + chart.points[flagged:]))
    assert (found.flagged, found.kind) == (flagged, kind)


def test_a_series_with_more_than_half_of_its_points_flagged_has_no_stable_level():
    found = _fit([float(place) for place in range(24)])
    assert (found.kind, found.flagged > 12) == ("none", True)
    assert found.why == "This series has no stable level: read the trend, or split it at a named event."


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ([], "too few points for limits"),
        ([1.0, 2.0, 3.0], "too few points for limits"),
        ([None] * 30, "too few points for limits"),
        ([5.0] * 24, "do not vary"),
        (STEADY[:12], "trial limits"),
    ],
)
def test_no_mark_is_carried_without_enough_points_or_variation(values, why):
    found = _fit(values)
    assert found.kind == "none"
    assert why in found.why


def test_only_the_latest_phase_is_judged():
    values = [float(place) for place in range(24)] + STEADY
    assert _fit(values, phases=[0] * 24 + [1] * 24).kind == "icon"
    assert _fit(values, phases=[0] * 24 + [1] * 24).points == 24
    assert _fit(STEADY + STEADY[:5], phases=[0] * 24 + [1] * 5).kind == "none"


@pytest.mark.parametrize(
    ("last", "good", "icon"),
    [
        (11.0, "down", "common"),
        (30.0, "down", "worsening"),
        (30.0, "up", "improving"),
        (30.0, "none", "higher"),
        (-9.0, "down", "improving"),
        (-9.0, "up", "worsening"),
        (-9.0, "none", "lower"),
    ],
)
def test_the_icon_is_the_class_of_the_latest_point(last, good, icon):
    assert fitness.icon(spc.chart([*STEADY, last]), good) == icon
    assert fitness.icon(spc.chart([*STEADY, last, None]), good) == icon


def test_an_icon_follows_the_slope_of_a_trend():
    values = [*STEADY, 8.5, 9.0, 9.4, 9.8, 10.2, 10.6]
    chart = spc.chart(values)
    assert (chart.latest.rule, chart.latest.side) == ("trend", -1)
    assert fitness.icon(chart, "up") == "improving"


@pytest.mark.parametrize(
    "chart",
    [
        spc.chart([]),
        spc.chart(STEADY[:12]),
        spc.chart([5.0] * 24),
        spc.chart(_dependent(24)),
        spc.chart([float(place) for place in range(24)]),
        spc.chart([*STEADY, None, None], phases=[0] * 24 + [1] * 2),
    ],
)
def test_no_icon_is_shown_where_the_latest_phase_may_carry_none(chart):
    assert fitness.icon(chart, "down") == ""


def test_a_trend_of_over_2_per_cent_a_year_rules_out_an_icon():
    steady = fitness.fitness(spc.chart(STEADY))
    assert steady.kind == fitness.ICON
    assert [fitness.on_a_level(steady, slope).kind for slope in (None, 0.0, 0.02, -0.02, 0.021, -0.021)] == [
        "icon",
        "icon",
        "icon",
        "icon",
        "direction",
        "direction",
    ]


def test_a_trend_gives_no_mark_to_a_series_that_has_none():
    none = fitness.fitness(spc.chart([1.0] * 9))
    assert fitness.on_a_level(none, 0.5) == none
