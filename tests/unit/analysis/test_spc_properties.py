"""Control charts (SPC): what holds for every series."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import spc
from analysis.spc import PROFILES, Options
from tests.unit.domain.test_periods import quick

series = st.lists(st.one_of(st.none(), st.integers(-999, 999)), max_size=40)
profiles = st.sampled_from([PROFILES[name] for name in PROFILES] + [Options(third_same_side=False, baseline=12)])


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
