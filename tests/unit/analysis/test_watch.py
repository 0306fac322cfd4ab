"""The pressure watch (METHODS M22): delays down while emergency admissions are up."""

import pytest

from analysis import watch
from analysis.watch import Pressure
from domain import periods

MONTHS = periods.span("2016-01", "2018-12")


def _series(rate: float) -> dict[str, float]:
    """A count that is 1,000 a day in 2016 and moves by ``rate`` each year."""
    return {m: 1000 * (1 + rate) ** (int(m[:4]) - 2016) * periods.days_in(m) for m in MONTHS}


@pytest.mark.parametrize(
    ("delays", "admissions", "on"),
    [
        (-0.05, 0.03, True),
        (-0.011, 0.011, True),
        (-0.05, 0.009, False),
        (-0.009, 0.03, False),
        (-0.05, -0.03, False),
        (0.05, 0.03, False),
        (0.05, -0.03, False),
        (0.0, 0.0, False),
    ],
)
def test_the_watch_is_on_when_both_sides_are_beyond_similar(delays, admissions, on):
    state = watch.pressure(_series(delays), _series(admissions))[-1]
    assert state.on == on
    assert (state.delays, state.admissions) == (pytest.approx(delays), pytest.approx(admissions))


def test_the_watch_starts_with_the_24th_month_of_both():
    states = watch.pressure(_series(-0.05), _series(0.03))
    assert [state.month for state in states] == list(periods.span("2017-12", "2018-12"))


@pytest.mark.parametrize("side", [0, 1])
def test_a_missing_month_of_either_side_silences_the_watch_while_it_is_needed(side):
    both = [_series(-0.05), _series(0.03)]
    del both[side]["2017-01"]
    assert watch.pressure(*both) == ()


def test_months_of_one_side_only_are_no_state():
    longer = {**_series(0.03), "2019-01": 31_000.0}
    assert watch.pressure(_series(-0.05), longer)[-1].month == "2018-12"


def _states(*on: str) -> tuple[Pressure, ...]:
    return tuple(Pressure(month, -0.05, 0.03, month in on) for month in periods.span("2017-10", "2018-03"))


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ((), ()),
        (("2017-12",), (("2017-12", "2017-12"),)),
        (("2017-11", "2017-12", "2018-01"), (("2017-11", "2018-01"),)),
        (("2017-10", "2018-02", "2018-03"), (("2017-10", "2017-10"), ("2018-02", "2018-03"))),
        (("2017-12", "2018-02"), (("2017-12", "2017-12"), ("2018-02", "2018-02"))),
    ],
)
def test_a_stretch_is_broken_by_every_month_that_is_off(on, found):
    assert watch.stretches(_states(*on)) == found


def test_a_month_that_is_not_held_breaks_a_stretch():
    states = tuple(state for state in _states("2017-11", "2017-12", "2018-01") if state.month != "2017-12")
    assert watch.stretches(states) == (("2017-11", "2017-11"), ("2018-01", "2018-01"))
