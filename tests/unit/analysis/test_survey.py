"""Changes of surveys (METHODS M20)."""

import pytest

from analysis import survey
from analysis.rates import Refused
from analysis.survey import Answers, Margin


def test_the_printed_example_cannot_tell():
    found = survey.change(Margin(74.1, 4.4), Margin(78.0, 4.6))
    assert (round(found.change, 1), round(found.needs, 1)) == (3.9, 6.4)
    assert not found.counts
    assert found.low < 0 < found.high


@pytest.mark.parametrize("now", [80.6, 67.6])
def test_a_change_beyond_both_margins_counts(now):
    assert survey.change(Margin(74.1, 4.4), Margin(now, 4.6)).counts


def test_years_that_cannot_be_compared_are_refused_with_the_reason():
    with pytest.raises(Refused, match="2020-21 was voluntary"):
        survey.change(Margin(74.1, 4.4), Margin(80.6, 4.6), broken="2020-21 was voluntary")


def test_without_a_margin_nothing_is_told_from_chance():
    with pytest.raises(Refused, match="no margin"):
        survey.change(Margin(74.1, 0), Margin(80.6, 4.6))


def test_local_answers_are_pooled_and_compared():
    before = survey.pooled(*[Answers(75, 105)] * 5, Answers(72, 105))
    after = survey.pooled(*[Answers(82, 105)] * 5)
    assert (before, after) == (Answers(447, 630), Answers(410, 525))
    found = survey.local_change(before, after)
    assert [round(100 * end, 2) for end in (found.value, found.low, found.high)] == [7.14, 2.09, 12.09]


def test_a_fall_from_79_to_72_per_cent():
    found = survey.local_change(Answers(695, 880), Answers(396, 550))
    ends = [100 * end for end in (found.value, found.low, found.high)]
    assert ends == pytest.approx([-7.0, -11.7, -2.4], abs=0.06)


def test_99_answers_are_too_few():
    with pytest.raises(Refused, match="99 answers"):
        survey.local_change(Answers(60, 99), Answers(200, 300))


def test_a_margin_printed_as_0_is_taken_as_half_of_the_last_digit():
    found = survey.published(Margin(7.5, 0.0), Margin(7.3, 0.0), decimals=1)
    assert (round(found.change, 1), found.needs, found.counts) == (-0.2, 0.1, True)


@pytest.mark.parametrize("now", [7.6, 7.4, 19.1])
def test_one_of_the_last_digit_is_what_rounding_makes_and_never_counts(now):
    before = 19.0 if now > 12 else 7.5
    assert not survey.published(Margin(before, 0.0), Margin(now, 0.0), decimals=1).counts


def test_published_figures_keep_their_reasons_for_refusal():
    with pytest.raises(Refused, match="voluntary"):
        survey.published(Margin(74.1, 4.4), Margin(80.6, 4.6), decimals=1, broken="voluntary")
    with pytest.raises(Refused, match="no margin"):
        survey.published(Margin(74.1, -1.0), Margin(80.6, 4.6), decimals=1)
