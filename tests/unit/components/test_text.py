"""How numbers and changes read: one rule for percentages, signs, rounding and breaks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import change
from components import text
from tests.unit.domain.test_periods import quick

NB, MINUS = "\u00a0", "\u2212"


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (-0.2668, f"27{NB}%"),
        (0.0628, f"6{NB}%"),
        (0.025, f"3{NB}%"),
        (0.0205, f"2{NB}%"),
        (0.02, f"2{NB}%"),
        (0.0196, f"2{NB}%"),
        (0.0194, f"1.9{NB}%"),
        (0.016, f"1.6{NB}%"),
        (-0.004, f"0.4{NB}%"),
        (1.5, f"150{NB}%"),
    ],
)
def test_percentages_are_whole_numbers_unless_under_2(ratio, words):
    assert text.percent(ratio) == words


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (0.046, f"+5{NB}%"),
        (-0.2668, f"{MINUS}27{NB}%"),
        (-0.011, f"{MINUS}1.1{NB}%"),
        (0.0004, "no change"),
        (-0.0004, "no change"),
        (0.0, "no change"),
    ],
)
def test_a_change_carries_its_sign_or_says_that_there_is_none(ratio, words):
    assert text.signed_percent(ratio) == words


def test_a_rise_from_nothing_is_said_in_words():
    moved = change.year_before({"2018-01": 3, "2017-01": 0}, "2018-01")
    assert "inf" not in text.signed_percent(moved.ratio)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (4883.32, "4,883"),
        (0.5, "1"),
        (1.5, "2"),
        (2.5, "3"),
        (-2.5, f"{MINUS}3"),
        (-0.4, "0"),
        (0, "0"),
        (1_234_567, "1,234,567"),
        (-1234, f"{MINUS}1,234"),
    ],
)
def test_whole_numbers_round_half_away_from_zero(value, words):
    assert text.whole(value) == words


@pytest.mark.parametrize(
    ("value", "places", "words"),
    [(6660.357, 1, "6,660.4"), (-0.04, 1, "0.0"), (-0.06, 1, f"{MINUS}0.1"), (12.0, 1, "12.0"), (3.14159, 3, "3.142")],
)
def test_decimals_keep_their_places_and_a_real_minus(value, places, words):
    assert text.decimal(value, places) == words


@pytest.mark.parametrize(("value", "places", "words"), [(0.25, 1, "0.3"), (2.5, 0, "3"), (-1.125, 2, f"{MINUS}1.13")])
def test_decimals_round_halves_as_whole_numbers_do(value, places, words):
    assert text.decimal(value, places) == words


@given(value=st.floats(-1e9, 1e9))
@quick
def test_a_number_never_breaks_and_has_no_hyphen_for_a_minus(value):
    said = [text.whole(value), text.decimal(value, 1), text.percent(value), text.signed_percent(value)]
    assert not [words for words in said[:3] if " " in words or "-" in words]
    assert "-" not in said[3]


@given(value=st.integers(-(10**12), 10**12))
@quick
def test_whole_numbers_read_back(value):
    assert int(text.whole(value).replace(",", "").replace(MINUS, "-")) == value


@pytest.mark.parametrize(
    ("now", "countable", "words"),
    [
        (73, True, f"27{NB}% fewer"),
        (105, True, f"5{NB}% more"),
        (100.5, True, "about as many"),
        (73, False, f"27{NB}% lower"),
        (105, False, f"5{NB}% higher"),
        (100.5, False, "about the same"),
    ],
)
def test_more_or_fewer_of_things_and_higher_or_lower_for_rates(now, countable, words):
    moved = change.year_before({"2018-01": now, "2017-01": 100}, "2018-01")
    assert text.more_or_fewer(moved, countable=countable) == words


def test_months_and_days_are_unbroken():
    assert text.month("2018-01") == f"January{NB}2018"
    assert text.day(date(2018, 3, 8)) == f"8{NB}March{NB}2018"
    assert text.day(None) == "no date printed"
    assert text.moment("2026-11-21T09:05:59.5+00:00") == f"21{NB}November{NB}2026 at 09:05{NB}UTC"


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_are_joined_with_commas_and_one_and(parts, words):
    assert text.join(parts) == words


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (0.04, "under 0.1"), (0.05, "0.1"), (12.34, "12.3"), (99.96, "100"), (4883.3, "4,883")],
)
def test_people_are_few_or_none_but_never_both(value, said):
    assert text.people(value) == said


@pytest.mark.parametrize(("part", "said"), [(0, "0"), (0.016, "1.6"), (0.71, "71"), (1, "100")])
def test_a_share_of_a_whole(part, said):
    assert text.share(part) == f"{said}{text.NBSP}%"


@pytest.mark.parametrize(("number", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (41, "41st")])
def test_a_place_is_said_as_an_ordinal(number, said):
    assert text.ordinal(number) == said
