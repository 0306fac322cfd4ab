"""The spend lines of the example partnership give every figure of its spend page."""

import pytest

from etl.demo.partnership.money import SPEND_LINES
from etl.demo.partnership.schemes import SCHEMES

VERSIONS = ("plan", "forecast", "outturn", "next_plan")
MANAGES = {"S01", "S02", "S03", "S04", "S05", "S06", "S17", "B06"}


def lines(version="plan", scope="grant", **equal):
    return [
        row
        for row in SPEND_LINES
        if (row["version"], row["scope"]) == (version, scope)
        and all(row[name] == value for name, value in equal.items())
    ]


def thousands(version="plan", scope="grant", **equal):
    return sum(row["amount"] for row in lines(version, scope, **equal)) / 1000


def every_version(**equal):
    return tuple(thousands(version, **equal) for version in VERSIONS)


def test_versions_add_up_and_stand_in_their_years():
    assert every_version() == (36_000, 33_840, 33_840, 26_160)
    assert {(row["version"], row["year"]) for row in SPEND_LINES} == {
        ("plan", "2017-18"),
        ("forecast", "2017-18"),
        ("outturn", "2017-18"),
        ("next_plan", "2018-19"),
    }


@pytest.mark.parametrize(
    ("stage", "amounts"),
    [
        ("tier_1", (780, 580, 570, 850)),
        ("admission_avoidance", (3_060, 2_190, 2_135, 2_880)),
        ("in_hospital_flow", (1_620, 1_290, 1_265, 1_270)),
        ("discharge", (2_700, 2_000, 1_970, 1_980)),
        ("tier_2", (1_380, 130, 110, 1_270)),
        ("tier_3", (11_520, 16_200, 16_380, 10_500)),
        ("specific_social_care", (13_500, 10_800, 10_780, 6_360)),
        ("programme", (1_440, 650, 630, 1_050)),
    ],
)
def test_each_stage_has_its_four_amounts(stage, amounts):
    assert every_version(stage=stage) == amounts


def test_schemes_are_the_money_for_improvement():
    assert every_version(purpose="improve") == (8_640, 5_290, 5_150, 7_850)
    assert {row["scheme_id"] for row in lines(purpose="improve")} == {row["scheme_id"] for row in SCHEMES}


@pytest.mark.parametrize(
    ("amount", "base", "percent"),
    [
        (thousands(purpose="sustain"), 36_000, 72.0),
        (thousands(purpose="improve"), 36_000, 24.0),
        (thousands("forecast", purpose="improve"), 33_840, 15.6),
        (thousands("forecast", purpose="improve"), 36_000, 14.7),
        (thousands("next_plan", purpose="improve"), 26_160, 30.0),
        (thousands(purpose="enable"), 36_000, 4.0),
        (thousands(stage="admission_avoidance"), 36_000, 8.5),
        (thousands("forecast", stage="admission_avoidance"), 36_000, 6.1),
        (thousands("forecast", stage="admission_avoidance"), 33_840, 6.5),
        (thousands("next_plan", stage="admission_avoidance"), 26_160, 11.0),
        (thousands(stage="tier_3"), 36_000, 32.0),
        (thousands("forecast", stage="tier_3"), 36_000, 45.0),
        (thousands("forecast", stage="tier_3"), 33_840, 47.9),
        (thousands(market="fees") + thousands(market="capacity"), 36_000, 40.0),
        (thousands(market="fees"), 14_400, 75.0),
        (thousands(sustains_nhs="yes"), 13_500, 18.0),
        (thousands(demand_flag="manages_demand"), 36_000, 12.9),
        (thousands("forecast", demand_flag="manages_demand"), 33_840, 8.6),
        (thousands("next_plan", demand_flag="manages_demand"), 26_160, 17.5),
    ],
)
def test_a_share_of_a_named_base(amount, base, percent):
    assert round(100 * amount / base, 1) == percent


def test_lines_that_manage_demand_are_those_named():
    assert {row["line_id"] for row in lines(demand_flag="manages_demand")} == MANAGES


def test_slippage_goes_into_the_next_year_and_into_care_packages():
    plan, forecast = ({row["line_id"]: row["amount"] for row in lines(version)} for version in ("plan", "forecast"))
    unspent = sum(max(0, plan[line] - forecast[line]) for line in plan)
    carried = sum(row["carried"] or 0 for row in SPEND_LINES)
    assert (unspent, carried, forecast["B01"] - plan["B01"]) == (6_840_000, 2_160_000, 4_680_000)
    assert thousands("next_plan") == 24_000 + carried / 1000
    for row in lines("forecast"):
        assert (row["carried"] or 0) <= plan[row["line_id"]] - row["amount"] or not row["carried"]


def test_only_a_forecast_carries_forward():
    assert {row["version"] for row in SPEND_LINES if row["carried"]} == {"forecast"}


def test_thirteen_of_nineteen_schemes_are_for_delays_and_length_of_stay():
    late = [row for row in lines(purpose="improve") if row["scheme_id"] >= "S07"]
    assert (len(late), sum(row["amount"] for row in late)) == (13, 5_700_000)


def test_the_grant_is_part_of_a_pooled_fund_that_is_part_of_all_interface_spend():
    pooled = thousands() + thousands(scope="pooled_fund")
    interface = pooled + thousands(scope="interface")
    unknown = sum(thousands(scope=scope, stage=None) for scope in ("grant", "pooled_fund", "interface"))
    assert (pooled, interface, interface - unknown) == (98_000, 540_000, 330_000)
    assert thousands(stage=None) == 0


def test_like_for_like_compares_seventeen_of_nineteen_schemes():
    planned = {row["line_id"]: row for row in lines(purpose="improve")}
    spent = {row["line_id"]: row for row in lines("outturn", purpose="improve") if row["amount"]}
    assert {planned[line]["scheme_id"] for line in planned.keys() - spent.keys()} == {"S04", "S18"}
    assert sum(row["amount"] for row in lines("outturn", scheme_id="S04")) == 60_000
