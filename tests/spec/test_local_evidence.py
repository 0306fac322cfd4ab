"""Windows, designs and verdicts of small uploads: what a build writes down of a claim (METHODS M13 to M21)."""

import json
import math
import random

import pytest

from tests.spec import local
from tests.spec.local import MONTHS, row

DRAWN = random.Random(7)
NOISE = [DRAWN.gauss(0, 0.04) for _ in MONTHS]


def steady(level=100.0, change=0.0, start="2017-08", wave=0.05):
    """48 months with a season and a little noise, that change by a share from three months after a start."""
    found = []
    for at, month in enumerate(MONTHS):
        season = 1 + wave * math.sin(2 * math.pi * at / 12)
        moved = 1 + change if month >= start[:5] + f"{int(start[5:]) + 3:02d}" else 1
        found.append(level * season * moved * math.exp(NOISE[at]))
    return found


def judge(view, some=None, *, scheme=None, link=None, texts=None, outputs=(), **said):
    sheets = {
        "indicators": (local.indicator(**said),),
        "schemes": (local.scheme(**(scheme or {})),),
        "links": (local.link(**(link or {})),),
        "observations": local.values(some if some is not None else steady(), texts=texts),
        "outputs": tuple(outputs),
    }
    return local.tables(view, sheets)


def of(found, table="effects", **equal):
    return [one for one in found[table] if all(one.get(name) == value for name, value in equal.items())]


def one(found, design):
    (effect,) = of(found, design=design)
    return effect


def phases(found):
    by = {}
    for month in found["projections"]:
        by.setdefault(month["phase"], []).append(month["period"])
    return {name: (min(some), max(some), len(some)) for name, some in by.items()}


def test_a_fall_is_found_against_the_own_past(demo):
    effect = one(judge(demo, steady(change=-0.3)), "its")
    assert effect["unit"] == "percent"
    assert effect["estimate"] == pytest.approx(-30, abs=5)
    assert effect["upper"] < 0
    assert (effect["pre_first"], effect["pre_last"], effect["post_first"], effect["post_last"]) == (
        "2015-04",
        "2017-07",
        "2017-11",
        "2019-03",
    )


def test_three_months_of_roll_in_are_left_out_or_as_many_as_the_lag(demo):
    assert phases(judge(demo))["roll_in"] == ("2017-08", "2017-10", 3)
    assert phases(judge(demo, link={"lag": 6}))["roll_in"] == ("2017-08", "2018-01", 6)
    assert phases(judge(demo, link={"lag": 1}))["roll_in"] == ("2017-08", "2017-10", 3)


def test_the_actual_start_counts_and_the_planned_one_until_there_is_one(demo):
    moved = judge(demo, scheme={"planned_start": "2017-05", "actual_start": "2017-09"})
    assert phases(moved)["roll_in"][0] == "2017-09"
    waiting = judge(demo, scheme={"planned_start": "2018-05", "actual_start": ""})
    assert not waiting["effects"]
    assert of(waiting, "verdicts", level="", verdict="not_started")


def test_at_most_the_months_since_a_new_definition_are_read(demo):
    found = judge(demo, steady(change=-0.3), changed="2015-07")
    assert one(found, "its")["pre_first"] == "2015-07"
    later = judge(demo, steady(change=-0.3), changed="2018-02")  # after the start: both sides hold the break
    assert one(later, "its")["pre_first"] == "2015-04"


def test_a_scheme_that_ended_is_judged_on_the_months_it_ran(demo):
    found = judge(demo, steady(change=-0.3), scheme={"ended": "2018-06"})
    assert one(found, "its")["post_last"] == "2018-06"
    assert phases(found)["post"][1] == "2019-03"
    short = judge(demo, scheme={"actual_start": "2018-08", "planned_start": "2018-08", "ended": "2018-12"})
    (line,) = of(short, "verdicts", level="")
    assert (line["verdict"], line["reason"]) == ("cannot_tell", "too_short")
    assert line.get("months") is None


def test_24_months_are_needed_before_a_start(demo):
    found = judge(demo, scheme={"actual_start": "2017-02", "planned_start": "2017-02"})
    assert one(found, "its").get("estimate") is None
    assert "24" in one(found, "its")["refused"]
    assert of(found, "verdicts", indicator_id="I")[0]["verdict"] == "no_baseline"


def test_too_early_says_how_many_months_are_left(demo):
    (verdict,) = of(judge(demo, scheme={"actual_start": "2018-10"}), "verdicts", indicator_id="I")
    assert (verdict["verdict"], verdict["months"]) == ("too_early", 3)


def test_an_uploaded_series_has_no_comparison(demo):
    found = judge(demo)
    for design in ("england", "peers", "placebo_areas"):
        assert "no comparison exists" in one(found, design)["refused"]


def test_before_and_after_describe_and_never_carry_an_interval(demo):
    effect = one(judge(demo, [100.0] * 31 + [80.0] * 17), "before_after")
    assert (effect["mean_before"], effect["mean_after"], effect["estimate"]) == (100, 80, -20)
    assert (effect["pre_first"], effect["pre_points"], effect["post_points"]) == ("2015-08", 24, 17)
    assert effect.get("lower") is None
    assert effect.get("p") is None


def test_points_are_the_unit_of_shares_and_per_cent_of_everything_else(demo):
    shares = judge(demo, [60 + NOISE[at] * 40 for at in range(48)], kind="proportion", unit="%", good="up")
    assert one(shares, "its")["unit"] == "points"
    assert one(judge(demo), "its")["unit"] == "percent"


def test_made_up_starts_are_drawn_for_months_only(demo):
    late = judge(demo, scheme={"actual_start": "2018-07", "planned_start": "2018-07"})
    dates = json.loads(one(late, "placebo_dates")["details"])["dates"]
    assert [date for date, *_ in dates] == ["2017-04", "2017-05", "2017-06", "2017-07"]
    assert "under 36 months" in one(judge(demo), "placebo_dates")["refused"]
    quarterly = judge(demo, [50.0] * 16, texts=local.quarters(16), frequency="quarter", kind="mean")
    assert not of(quarterly, design="placebo_dates")


def test_what_could_show_is_told_where_something_is_expected(demo):
    assert not of(judge(demo), design="could_show")
    found = one(judge(demo, link={"expected": -20, "reached_pct": 50}), "could_show")
    assert json.loads(found["details"])["visible"] == -10
    never = one(judge(demo, link={"expected": -0.2}), "could_show")
    assert never.get("estimate") is None
    assert json.loads(never["details"])["months"] is None


def test_an_unusual_run_before_the_start_is_left_out_and_both_results_stand(demo):
    some = steady(wave=0)
    some[25:28] = [150.0, 155.0, 150.0]
    found = judge(demo, some)
    assert json.loads(one(found, "its_chosen_left_out")["details"])["left_out"] == ["2017-05", "2017-06", "2017-07"]
    assert one(found, "its")["estimate"] < one(found, "its_chosen_left_out")["estimate"]
    assert phases(found)["left_out"] == ("2017-05", "2017-07", 3)


def test_pooled_answers_of_people_are_whole_percentages_with_an_interval(demo):
    given = {"kind": "proportion", "unit": "%", "good": "up", "frequency": "quarter", "counts_people": "yes"}
    pairs = [(60, 100)] * 9 + [(75, 100)] * 7
    effect = one(judge(demo, pairs, texts=local.quarters(16), **given), "survey")
    assert (effect["mean_before"], effect["mean_after"]) == (60, 75)
    assert effect["estimate"] == pytest.approx(15)
    assert effect["lower"] > 0
    assert json.loads(effect["details"])["answers_before"] % 5 == 0


def test_two_surveys_are_read_by_their_margins(demo):
    cells = {"indicator_id": "I", "area_code": local.AREA, "margin": 4.4}
    some = [
        row("observations", period=f"{y}-{y + 1 - 2000}", value=v, **cells) for y, v in ((2016, 74.1), (2018, 78.0))
    ]
    sheets = {
        "indicators": (local.indicator(kind="score", frequency="year", good="up"),),
        "schemes": (local.scheme(),),
        "links": (local.link(),),
        "observations": tuple(some),
    }
    effect = one(local.tables(demo, sheets), "survey")
    assert effect["estimate"] == pytest.approx(3.9)
    assert json.loads(effect["details"])["needs"] == pytest.approx(6.22)
    assert effect["lower"] < 0 < effect["upper"]


def test_statistics_of_mostly_small_numbers_are_withheld_with_the_reason(demo):
    found = judge(demo, [float(3 + at % 6) for at in range(48)], counts_people="yes")
    assert of(found)[0]["refused"].startswith("too many of its values are small")
    (verdict,) = of(found, "verdicts", indicator_id="I")
    assert (verdict["verdict"], verdict["reason"]) == ("cannot_tell", "suppressed")
    assert not found["signals"]
    assert all(month["fitted"] is None for month in found["projections"])


def test_one_side_of_small_numbers_withholds_them_too(demo):
    some = [float(30 + at % 5) for at in range(40)] + [float(4 + at % 3) for at in range(8)]
    found = judge(demo, some, counts_people="yes", scheme={"actual_start": "2018-04"})
    assert of(found)[0].get("estimate") is None
    assert "cannot" in of(found, "verdicts", indicator_id="I")[0]["verdict"]


def test_a_mean_of_people_never_is_the_count_of_a_month(demo):
    """One month after the start is held: its count to the nearest five, not itself."""
    found = judge(demo, [23.0] * 29 + [19.0], counts_people="yes", exposure="none", scheme={"actual_start": "2017-09"})
    assert one(found, "before_after")["mean_after"] == 20
    hidden = judge(demo, [23.0] * 29 + [6.0], counts_people="yes", scheme={"actual_start": "2017-09"})
    assert all(effect.get("mean_after") is None for effect in hidden["effects"])


def test_the_line_of_a_scheme_without_indicators_says_so(demo):
    found = local.tables(demo, {"schemes": (local.scheme(),)})
    assert {(one["level"], one["verdict"]) for one in found["verdicts"]} == {
        (level, "none_registered") for level in ("operational", "strategic", "personal", "")
    }


def test_a_level_without_a_claim_says_none_registered(demo):
    lines = {one["level"]: one["verdict"] for one in of(judge(demo), "verdicts") if not one.get("indicator_id")}
    assert lines["strategic"] == lines["personal"] == "none_registered"
    assert lines["operational"] == lines[""]


def test_context_is_never_judged(demo):
    found = judge(demo, link={"role": "context"})
    assert not found["effects"]
    assert not of(found, "verdicts", indicator_id="I")


def test_substituted_stands_above_working(demo):
    fall, rise = steady(change=-0.35), steady(change=0.35)
    sheets = {
        "indicators": (local.indicator(), local.indicator(indicator_id="J", name="Admissions")),
        "schemes": (local.scheme(),),
        "links": (local.link(), local.link(indicator_id="J", role="balancing", is_primary="no")),
        "observations": local.values(fall) + local.values(rise, name="J"),
    }
    found = local.tables(demo, sheets)
    each = {one["indicator_id"]: one["verdict"] for one in of(found, "verdicts") if one.get("indicator_id")}
    assert each == {"I": "working", "J": "worse"}
    (line,) = of(found, "verdicts", level="")
    assert (line["verdict"], line["why"], line["rests_on"]) == ("substituted", "J got worse", "I")


def test_two_schemes_that_claim_the_same_change_are_not_separable(demo):
    sheets = {
        "indicators": (local.indicator(),),
        "schemes": (local.scheme(), local.scheme(scheme_id="T", actual_start="2017-11")),
        "links": (local.link(), local.link(scheme_id="T")),
        "observations": local.values(steady(change=-0.3)),
    }
    found = of(local.tables(demo, sheets), "verdicts", indicator_id="I")
    assert [one["verdict"] for one in found] == ["not_separable"] * 2
    assert found[0]["why"] == "T claims the same change"


def test_under_half_of_the_outputs_is_not_delivered(demo):
    some = [row("outputs", scheme_id="S", period="2018-04", planned=100, actual=49)]
    (verdict,) = of(judge(demo, steady(change=-0.3), outputs=some), "verdicts", indicator_id="I")
    assert verdict["verdict"] == "not_delivered"


def test_a_national_series_is_read_from_the_national_build(demo):
    sheets = {
        "indicators": (local.indicator(national="dtoc_beds", exposure="calendar_day"),),
        "schemes": (local.scheme(),),
        "links": (local.link(),),
    }
    found = local.tables(demo, sheets)
    assert not found["local_values"]
    assert one(found, "its").get("estimate") is not None
    assert one(found, "england").get("estimate") is not None or one(found, "england")["refused"]
    assert 0 < one(found, "placebo_areas")["p"] <= 1
    assert "density" in one(found, "peers")["refused"]
