"""Words of outcomes: changes by their margins, breaks, and why there is no number."""

import pytest

from components.text import NBSP
from domain.outcomes import MEASURE_BY_ID
from panels.personal import moves, words
from tests.unit.panels.personal.points import CONTROL, compared, point

HOME, SCORE = MEASURE_BY_ID["at_home_91_days"], MEASURE_BY_ID["quality_of_life"]


def said(*points, measure=CONTROL):
    return words.against(moves.latest(compared(*points, measure=measure))).replace(NBSP, " ")


def test_the_example_of_the_method_cannot_tell():
    found = said(point("2017-18", 74.1, 4.4), point("2018-19", 78.0, 4.6))
    assert found == "74.1 ± 4.4 % in 2017-18, 78.0 ± 4.6 % in 2018-19: +3.9 points, needs 6.4: cannot tell."


def test_a_lone_change_beyond_its_margins_is_only_possible():
    found = said(point("2017-18", 74.1, 4.4), point("2018-19", 67.0, 4.6))
    assert "−7.1 points, needs 6.4: more than the margins." in found
    assert found.endswith("A lone change is only possible, not certain.")


def test_nothing_is_judged_against_the_voluntary_year():
    found = said(point("2020-21", 74.1, 4.4), point("2021-22", 90.0, 1.0))
    assert "No change is judged: The survey of 2020-21 was voluntary" in found
    assert "points" not in found


def test_a_new_number_alone_forbids_no_comparison():
    assert "+3.9 points" in said(point("2022-23", 74.1, 4.4), point("2023-24", 78.0, 4.6))


def test_the_round_before_is_the_last_one_with_a_number():
    found = said(point("2018-19", 74.1, 4.4), point("2019-20", mark="[c]"), point("2021-22", 78.0, 4.6))
    assert found.startswith("74.1 ± 4.4 % in 2018-19, 78.0")


def test_records_have_no_margin_so_no_change_is_judged():
    found = said(point("2017-18", 82.0, measure=HOME), point("2018-19", 90.0, measure=HOME), measure=HOME)
    assert found.endswith("No change is judged: No margin is published for counts from records.")


def test_a_score_changes_without_points_and_a_margin_of_0_is_under_half_a_digit():
    found = said(point("2017-18", 19.1, 0.0, measure=SCORE), point("2018-19", 18.9, 0.0, measure=SCORE), measure=SCORE)
    assert found.startswith("19.1 ± under 0.05 in 2017-18, 18.9 ± under 0.05 in 2018-19: −0.2, needs 0.1")


@pytest.mark.parametrize(("mark", "word"), [("[c]", "suppressed"), ("[x]", "not available"), ("[z]", "not applicable")])
def test_the_marks_are_different_words_and_none_of_them_is_zero(mark, word):
    assert words.absent(point("2018-19", mark=mark)) == word
    assert words.absent(None) == "not held"
    assert words.number(CONTROL, point("2018-19", 0.0, 0.4)).replace(NBSP, " ") == "0.0 ± 0.4 %"


def test_years_that_were_asked_without_a_number_are_named_with_the_reason():
    england = [point(year, 77.0, 0.4, code="E92000001") for year in ("2016-17", "2017-18", "2018-19")]
    area = [point("2016-17", mark="[c]"), point("2017-18", mark="[x]"), point("2018-19", 70.0, 4.0)]
    assert words.gaps(compared(*area, england=england)) == "Suppressed: 2016-17. Not available: 2017-18."


def test_years_in_which_nobody_was_asked_are_no_gap():
    carers = MEASURE_BY_ID["carers_quality_of_life"]
    area = [point("2016-17", 7.7, 0.3, measure=carers), point("2017-18", mark="[z]", measure=carers)]
    assert words.gaps(compared(*area, measure=carers, england=area[:1])) == ""


def test_breaks_are_named_inside_the_years_drawn_only():
    long = compared(point("2015-16", 77.0, 0.4), point("2024-25", 77.0, 0.4))
    assert words.breaks(long) == "Breaks: 2020-21, a voluntary survey of 18 councils; 2023-24, number 1B became 3A."
    assert words.breaks(compared(point("2015-16", 77.0, 0.4), point("2018-19", 77.0, 0.4))) == ""


def test_the_longest_comparison_starts_at_the_first_year_that_may_be_compared():
    score = MEASURE_BY_ID["quality_of_life_gained"]  # another definition from 2020-21 on
    years = ("2018-19", "2019-20", "2021-22", "2022-23", "2023-24")
    found = moves.since(compared(*[point(year, 0.4, 0.02, measure=score) for year in years], measure=score))
    assert (found.then.year, found.now.year) == ("2021-22", "2023-24")
    assert moves.since(compared(point("2017-18", 74.1, 4.4), point("2018-19", 78.0, 4.6))) is None


def test_a_change_in_a_table_begins_with_a_word_not_a_sign():
    up, down = (
        moves.latest(compared(point("2017-18", 74.1, 4.4), point("2018-19", now, 4.6))).move for now in (78.0, 67.0)
    )
    assert words.between(CONTROL, up) == "up 3.9 points, needs 6.4: cannot tell"
    assert words.between(CONTROL, down) == "down 7.1 points, needs 6.4: more than the margins"
