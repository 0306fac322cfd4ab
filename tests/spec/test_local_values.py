"""Local values as they may be shown, from small uploads (METHODS M25)."""

import pytest

from tests.spec import local
from tests.spec.local import MONTHS, quarters


def shown(view, some, *, texts=None, first="2015-04", **said):
    sheets = {
        "indicators": (local.indicator(counts_people="yes", **said),),
        "observations": local.values(some, texts=texts, first=first),
    }
    return local.tables(view, sheets)["local_values"]


def read(rows, frequency="month"):
    return [(one.get("value"), one["shown_as"]) for one in rows if one["frequency"] == frequency]


def test_counts_of_people_are_suppressed_rounded_or_zero(demo):
    found = read(shown(demo, [0, 1, 7, 8, 12, 13, 98, 20, 20, 20, 20, 20]))
    assert found[:7] == [
        (0, "rounded"),
        (None, "suppressed"),
        (None, "suppressed"),
        (10, "rounded"),
        (10, "rounded"),
        (15, "rounded"),
        (100, "rounded"),
    ]


def test_suppressed_missing_not_submitted_and_zero_are_four_things(demo):
    rows = shown(demo, [0, 5, None, 20, 20, 20, 20])
    assert [one["status"] for one in rows[:3]] == ["final", "suppressed", "not_submitted"]
    assert rows[0]["value"] == 0
    assert "2015-08" not in {one["period"] for one in shown(demo, [0, 5, None, 20])}


def test_what_is_charted_follows_from_what_is_shown(demo):
    (row, *_) = shown(demo, [32, 40, 40, 40, 40, 40], exposure="calendar_day")
    assert (row["value"], row["exposure"], row["rate"]) == (30, 30, 1.0)


@pytest.mark.parametrize(
    ("pair", "value"),
    [
        ((9, 11), None),
        ((8, 30), 27),
        ((22, 29), None),
        ((0, 40), 0),
        ((7, 140), None),
        ((133, 140), None),
        ((40, 40), 100),
    ],
)
def test_percentages_by_their_rule(demo, pair, value):
    rows = shown(demo, [pair, *[(50, 100)] * 9], kind="proportion", unit="%")
    assert rows[0].get("value") == value
    assert rows[0].get("numerator") is None
    if value is not None:
        assert rows[0]["denominator"] == 5 * round(pair[1] / 5)
    else:
        assert rows[0]["shown_as"] == "suppressed"
        assert rows[0].get("denominator") is None
        assert rows[0].get("margin") is None


def test_a_series_of_small_numbers_is_shown_by_quarter_only(demo):
    rows = shown(demo, [6, 4, 9, 12, 7, 3, 11, 8, 5, 10, 2, 14])
    assert {one["shown_as"] for one in rows if one["frequency"] == "month"} == {"pooled"}
    assert {one.get("value") for one in rows if one["frequency"] == "month"} == {None}
    assert read(rows, "quarter") == [(20, "rounded"), (20, "rounded"), (25, "rounded"), (25, "rounded")]


def test_zeros_of_a_series_of_small_numbers_are_not_shown_by_month_either(demo):
    rows = shown(demo, [0, 4, 0, 5, 0, 6])
    assert {one.get("value") for one in rows if one["frequency"] == "month"} == {None}
    assert read(rows, "quarter") == [(None, "suppressed"), (10, "rounded")]


def test_only_whole_quarters_are_pooled(demo):
    rows = shown(demo, [4, 9, 4, 4, None, 4, 3], first="2015-05")
    assert [one["period"] for one in rows if one["frequency"] == "quarter"] == []
    rows = shown(demo, [4, 9, 4, 4, 5, 6, 3], first="2015-05")
    assert [one["period"] for one in rows if one["frequency"] == "quarter"] == ["2015-07"]


def test_quarters_of_shares_are_pooled_to_years_from_the_answers(demo):
    pairs = [(6, 9), (7, 12), (9, 13), (8, 11)]
    rows = shown(demo, pairs, texts=quarters(4), kind="proportion", unit="%", frequency="quarter")
    (year,) = [one for one in rows if one["frequency"] == "year"]
    assert (year["value"], year["denominator"]) == (67, 45)
    assert {one["note"] for one in rows if one["frequency"] == "quarter"} == {"small numbers: shown by year only"}


def test_averages_are_never_added_to_quarters(demo):
    rows = shown(demo, [(30.5, 4), (28.0, 5), (41.0, 6)], kind="mean", unit="days")
    assert {one["frequency"] for one in rows} == {"month"}


def test_a_rate_or_average_of_few_people_is_suppressed_with_them(demo):
    rate = shown(demo, [(3, 900), *[(90, 900)] * 9], kind="rate", exposure="person")
    assert (rate[0]["shown_as"], rate[0]["note"]) == ("suppressed", "1 to 7 people stand behind it")
    assert (rate[1]["numerator"], rate[1]["denominator"], rate[1]["rate"]) == (90, 900, 0.1)
    mean = shown(demo, [(31.0, 4), *[(120.0, 33)] * 9], kind="mean", unit="days")
    assert (mean[0]["shown_as"], mean[1]["denominator"], mean[1]["value"]) == ("suppressed", 35, 3.64)


@pytest.mark.parametrize("kind", ["rate", "proportion"])
def test_a_bare_rate_of_people_is_not_shown(demo, kind):
    """With a published population it would give the count itself away."""
    (row, *_) = shown(demo, [2.5] * 4, kind=kind)
    assert (row["shown_as"], row.get("value")) == ("pooled", None)


def test_what_counts_no_people_is_shown_as_it_is(demo):
    sheets = {"indicators": (local.indicator(unit="letters"),), "observations": local.values([3, 6.5])}
    assert read(local.tables(demo, sheets)["local_values"]) == [(3, "exact"), (6.5, "exact")]


def test_an_average_given_as_a_sum_and_its_base_has_a_value(demo):
    sheets = {"indicators": (local.indicator(kind="mean", unit="days"),), "observations": local.values([(90, 40)])}
    (row,) = local.tables(demo, sheets)["local_values"]
    assert (row["value"], row["rate"]) == (2.25, 2.25)


def revised(view, before, after, **said):
    sheets = {"indicators": (local.indicator(**said),), "observations": local.values([before, *[20] * 9])}
    found = local.tables(view, sheets, {"observations": local.values([after, *[20] * 9])})["local_values"]
    return found[0]["status"], found[0].get("value"), found[0].get("value_before")


def test_a_revised_value_says_what_stood_there(demo):
    assert revised(demo, 98, 94) == ("revised", 94, 98)
    assert revised(demo, 98, 98) == ("final", 98, None)


def test_a_revised_count_of_people_says_no_more_than_may_be_shown(demo):
    assert revised(demo, 98, 94, counts_people="yes") == ("revised", 95, 100)
    assert revised(demo, 4, 12, counts_people="yes") == ("final", 10, None)
    assert revised(demo, 12, 4, counts_people="yes") == ("suppressed", None, None)


def test_a_place_is_seen_in_the_order_of_its_months(demo):
    rows = shown(demo, list(range(20, 68)))
    assert [one["period"] for one in rows] == list(MONTHS)
