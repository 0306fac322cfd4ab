"""Which months are before, in the roll-in and after (METHODS M18)."""

import pytest

from analysis.impact.window import quarters, window
from analysis.rates import Refused
from domain import periods


def test_the_first_three_months_are_the_roll_in():
    found = window("2017-11", last="2019-03")
    assert found.roll_in == ("2017-11", "2017-12", "2018-01")
    assert found.post == periods.span("2018-02", "2019-03")
    assert found.pre == periods.span("2014-11", "2017-10")
    assert not found.ended


@pytest.mark.parametrize(("lag", "months"), [(0, 3), (2, 3), (3, 3), (5, 5)])
def test_a_longer_lag_makes_a_longer_roll_in(lag, months):
    assert len(window("2017-11", last="2019-03", lag=lag).roll_in) == months


def test_a_scheme_that_has_just_started_has_a_roll_in_only():
    found = window("2019-02", last="2019-03")
    assert found.roll_in == ("2019-02", "2019-03")
    assert found.post == found.running == ()


def test_five_months_after_its_start_a_scheme_has_two_to_judge():
    assert len(window("2018-11", last="2019-03").running) == 2


def test_a_scheme_that_ran_three_months_has_none_to_judge_and_shows_what_followed():
    found = window("2018-01", last="2019-03", end="2018-03")
    assert found.ended
    assert found.running == ()
    assert found.judged == found.post == periods.span("2018-04", "2019-03")


def test_a_scheme_that_ended_later_is_judged_while_it_ran():
    found = window("2017-10", last="2019-03", end="2018-12")
    assert found.judged == found.running == periods.span("2018-01", "2018-12")


def test_months_left_out_stay_in_the_history():
    found = window("2018-01", last="2019-03").without(("2017-12",))
    assert "2017-12" in found.pre
    assert "2017-12" not in found.before


def test_the_first_month_read_can_be_set_but_is_never_over_36_months_before():
    assert window("2018-01", last="2019-03", first="2016-01").pre[0] == "2016-01"
    assert window("2018-01", last="2019-03", first="2010-01").pre[0] == "2015-01"


def test_quarters_lie_where_two_of_their_months_do():
    found = quarters(window("2017-11", last="2019-03"))
    assert found.pre == ("2015-10", "2016-01", "2016-04", "2016-07", "2016-10", "2017-01", "2017-04", "2017-07")
    assert found.roll_in == ("2017-10",)
    assert found.post == ("2018-01", "2018-04", "2018-07", "2018-10", "2019-01")


def test_the_registered_answers_of_an_example_fall_into_eight_quarters_before_and_five_after():
    found = quarters(window("2017-09", last="2019-03", lag=2))
    assert (len(found.pre), len(found.post)) == (8, 5)


@pytest.mark.parametrize(("lag", "end"), [(-1, ""), (0, "2017-01")])
def test_what_cannot_be_is_refused(lag, end):
    with pytest.raises(Refused, match="cannot be"):
        window("2018-01", last="2019-03", lag=lag, end=end)
