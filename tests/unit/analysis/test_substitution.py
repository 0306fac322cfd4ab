"""The substitution watch (METHODS M22): delays down while other kinds of care are up."""

import pytest

from analysis import watch
from analysis.watch import Side
from domain import periods

MONTHS = periods.span("2016-01", "2018-12")
LAST, BEFORE = "2018-12", "2017-12"


def _series(rate: float, *, size: float = 1000) -> dict[str, float]:
    """A count that is ``size`` a day in 2016 and moves by ``rate`` each year."""
    return {m: size * (1 + rate) ** (int(m[:4]) - 2016) * periods.days_in(m) for m in MONTHS}


def _latest(delays: float, **others: float) -> watch.Substitution:
    sides = {name: Side(_series(rate)) for name, rate in others.items()}
    return watch.substitution(Side(_series(delays)), sides)[-1]


@pytest.mark.parametrize(
    ("delays", "admissions", "on"),
    [
        (-0.05, 0.03, True),
        (-0.011, 0.011, True),
        (-0.05, 0.009, False),
        (-0.009, 0.03, False),
        (-0.05, -0.03, False),
        (0.05, 0.03, False),
        (0.0, 0.0, False),
    ],
)
def test_the_watch_is_on_when_both_sides_are_beyond_similar(delays, admissions, on):
    state = _latest(delays, long_term_admissions=admissions)
    assert state.on == on
    assert state.delays == pytest.approx(delays)
    assert state.others == {"long_term_admissions": pytest.approx(admissions)}


def test_one_measure_up_is_enough_and_only_those_that_are_up_are_named():
    state = _latest(-0.05, long_term_admissions=0.0, readmissions=0.04, packages=-0.02)
    assert state.up == ("readmissions",)
    assert state.on
    assert set(state.others) == {"long_term_admissions", "readmissions", "packages"}


def test_nothing_is_named_while_delays_are_not_down():
    assert _latest(0.05, readmissions=0.04, packages=0.1).up == ()


def test_a_measure_that_is_not_held_leaves_the_others_to_watch():
    late = {month: value for month, value in _series(0.05).items() if month >= "2018-01"}
    sides = {"readmissions": Side(_series(0.03)), "packages": Side(late)}
    (*_, state) = watch.substitution(Side(_series(-0.05)), sides)
    assert state.others == {"readmissions": pytest.approx(0.03)}
    assert watch.substitution(Side(_series(-0.05)), {"packages": Side(late)}) == ()
    assert watch.substitution(Side(_series(-0.05)), {}) == ()


@pytest.mark.parametrize(
    ("margin", "on"),
    [
        (0.0, True),
        (21.0, True),  # 30 more a day; √(21² + 21²) = 29.7
        (22.0, False),  # √(22² + 22²) = 31.1
        (100.0, False),
    ],
)
@pytest.mark.parametrize("side", ["delays", "others"])
def test_a_change_inside_its_intervals_is_no_change(margin, on, side):
    margins = {LAST: margin, BEFORE: margin}
    down = {month: 2 * 1000 * periods.days_in(month) for month in MONTHS}
    down |= {month: (2 * 1000 - 30) * periods.days_in(month) for month in MONTHS if month > BEFORE}
    up = {month: value + (30 if month > BEFORE else 0) * periods.days_in(month) for month, value in _series(0).items()}
    sides = {
        "delays": (Side(down, margins), {"packages": Side(up)}),
        "others": (Side(down), {"packages": Side(up, margins)}),
    }
    state = watch.substitution(*sides[side])[-1]
    assert state.on == on


def test_an_interval_of_one_of_the_two_years_alone_decides_nothing():
    wide = {LAST: 1e6}
    state = watch.substitution(Side(_series(-0.05), wide), {"packages": Side(_series(0.05), wide)})[-1]
    assert state.on


def test_a_change_beyond_its_intervals_can_still_be_similar():
    narrow = {LAST: 0.1, BEFORE: 0.1}
    state = watch.substitution(Side(_series(-0.005), narrow), {"packages": Side(_series(0.05), narrow)})[-1]
    assert not state.on


def test_a_missing_month_silences_the_watch_while_it_is_needed():
    gap = {month: value for month, value in _series(-0.05).items() if month != "2017-01"}
    assert watch.substitution(Side(gap), {"packages": Side(_series(0.05))}) == ()
    assert len(watch.substitution(Side(_series(-0.05)), {"packages": Side(_series(0.05))})) == 13
