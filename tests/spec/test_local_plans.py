"""Plan against actual through the local build, from small uploads (METHODS M23)."""

import json

import pytest

from domain import periods
from tests.spec import local
from tests.spec.local import AREA, row

FACTORS = (0.968, 0.985, 0.982, 0.978, 0.955, 0.985, 1.005, 1.030, 1.035, 1.028, 1.030, 1.019)
HALF = (1990, 2060, 1985, 2070, 2015, 2010)
HISTORY = [
    65 * periods.days_in(month) * FACTORS[at % 12] for at, month in enumerate(periods.span("2015-04", "2018-03"))
]


def plan(view, some, *, first="2015-04", texts=None, period="2018-19", target=None, **said):
    wanted = {"indicator_id": "I", "area_code": AREA, "period": period, "kind": "plan", "source": "a plan"}
    sheets = {
        "indicators": (local.indicator(**said),),
        "observations": local.values(some, first=first, texts=texts),
        "targets": (row("targets", **wanted, **(target or {"value": 24_000})),),
    }
    (found,) = local.tables(view, sheets)["plans"]
    return found


def test_the_example_of_the_methods_comes_through_the_build(demo):
    found = plan(demo, [*HISTORY, *HALF])
    assert (found["plan"], found["actual"], found["months"]) == (24_000, 12_130, 6)
    assert (found["to_date"], found["over"], found["projection"]) == (11_739, 391, 24_799)
    assert found["rest_factor"] == 0.937
    assert json.loads(found["needed"])["2019-01"] == 2_029
    assert found["state"] == "off_track"
    assert not found["refused"]


@pytest.mark.parametrize("exposure", ["none", "calendar_day", "working_day"])
def test_the_season_is_that_of_counts_a_day_however_they_are_charted(demo, exposure):
    found = plan(demo, [*HISTORY, *HALF], exposure=exposure, target={"change_pct": 0.0})
    assert found["to_date"] / found["plan"] == pytest.approx(0.4891, abs=0.0001)


def test_without_three_years_months_weigh_by_their_days(demo):
    found = plan(demo, [100] * 6, first="2018-04", target={"value": 1_200})
    assert found["to_date"] == round(1_200 * 183 / 365)


@pytest.mark.parametrize(
    ("good", "count", "months", "state"),
    [("down", 90, 12, "met"), ("down", 110, 12, "missed"), ("up", 110, 12, "met"), ("down", 90, 6, "on_track")],
)
def test_states(demo, good, count, months, state):
    found = plan(demo, [count] * months, first="2018-04", target={"value": 1_200}, good=good)
    assert found["state"] == state
    assert (found["rest_factor"] is None) == (months == 12)


def test_a_change_is_on_the_same_months_of_the_year_before(demo):
    found = plan(demo, [100] * 12 + [90] * 6, first="2017-04", target={"change_pct": -5})
    assert (found["plan"], found["change_planned"], found["change_actual"]) == (1_140, -5, -10)


@pytest.mark.parametrize(
    ("some", "said", "target", "why"),
    [
        ([100] * 6, {}, {"change_pct": -5}, "the year before is not held whole"),
        ([None] * 3, {}, {"value": 5}, "no value of this indicator"),
        ([100, None, 100], {}, {"value": 5}, "not all held"),
        ([100, 100], {"kind": "mean"}, {"value": 5}, "averages of several periods are not averaged again"),
        ([100, 100], {"kind": "mean"}, {"change_pct": -5}, "has no sum"),
    ],
)
def test_what_has_no_number_says_why(demo, some, said, target, why):
    found = plan(demo, some, first="2018-04", target=target, **said)
    assert found["state"] == "refused"
    assert why in found["refused"]


def test_shares_are_numerators_over_denominators(demo):
    given = {"kind": "proportion", "unit": "%", "good": "up"}
    found = plan(demo, [(10, 100), (90, 100), (50, 200)], first="2018-04", target={"value": 40}, **given)
    assert (found["unit"], found["actual"], found["over"], found["state"]) == ("level", 37.5, -2.5, "off_track")


def test_totals_of_people_are_rounded_from_the_true_total_and_so_is_what_follows(demo):
    counts = [6, 14, 9, 12, 17, 13, 11, 8, 15, 10, 12, 14]
    found = plan(demo, counts, first="2018-04", target={"value": 140}, counts_people="yes")
    assert (found["plan"], found["actual"], found["over"]) == (140, 140, 0)
    part = plan(demo, counts[:9], first="2018-04", target={"value": 140}, counts_people="yes")
    assert part["actual"] == 105
    assert part["rest_factor"] == pytest.approx(35 / 90 / (105 / 275), abs=0.005)
    assert part["projection"] % 5 == part["to_date"] % 5 == 0


@pytest.mark.parametrize("counts", [[12, 7], [4], [0, 0, 3]])
def test_a_total_that_gives_a_small_number_away_is_withheld(demo, counts):
    years = [20] * 12
    found = plan(demo, [*years, *counts], first="2017-04", target={"value": 140}, counts_people="yes")
    assert found["state"] == "refused"
    assert "withheld" in found["refused"]
    assert found.get("actual") is None


def test_the_target_of_one_month_says_nothing_of_a_small_one(demo):
    for given in ({}, {"exposure": "calendar_day"}):
        found = plan(demo, [20] * 9 + [4], first="2018-04", period="2019-01", counts_people="yes", **given)
        assert (found["state"], found.get("actual")) == ("refused", None)
        shown = plan(demo, [21] * 10, first="2018-04", period="2019-01", counts_people="yes")
        assert shown["actual"] == 20


def test_a_target_of_a_share_of_people_keeps_its_rule(demo):
    given = {"kind": "proportion", "unit": "%", "good": "up", "frequency": "quarter", "counts_people": "yes"}
    texts = local.quarters(4, "2018-19")
    pairs = [(60, 100), (95, 100), (70, 100), (66, 99)]
    one = plan(demo, pairs, texts=texts, period="2018-19 Q2", target={"value": 80}, **given)
    assert (one["state"], one.get("actual")) == ("refused", None)
    assert plan(demo, pairs, texts=texts, period="2018-19 Q4", target={"value": 80}, **given)["actual"] == 67
