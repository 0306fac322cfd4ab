"""Every verification case beside the repository, under the options it names (SPC; read from ../shared)."""

import json
from pathlib import Path

import pytest

from analysis import rebase, runs, spc
from analysis.spc import Options
from tests.shared import SHARED

FILE = SHARED / "docs" / "spc_cases.json"
RULES = {"astro": "outside", "trend": "trend", "2of3": "two_in_three", "shift": "shift"}
GOOD = {"increase": "up", "decrease": "down", "neutral": "none"}
PROMISES = {"consistent_pass": "pass", "consistent_fail": "fail", "inconsistent": "hit or miss", None: ""}
DEGENERATE = "nhspy-degenerate-screening"

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="needs ../shared/docs/spc_cases.json, which is not here")


def _read(file: Path) -> dict:
    return json.loads(file.read_text("utf-8")) if file.is_file() else {"cases": [], "profiles": {}}


BOOK = _read(FILE)


def cases(kind):
    return [pytest.param(case, id=case["id"]) for case in BOOK["cases"] if case["kind"] == kind]


def vectors(kind):
    found = []
    for case in BOOK["cases"]:
        if case["kind"] == kind:
            for place, vector in enumerate(case["vectors"]):
                found.append(pytest.param({**case, **vector}, id=f"{case['id']}-{place}"))
    return found


def profile(name: str) -> Options:
    named = BOOK["profiles"][name]
    return Options(
        multiplier=named["k"],
        screen=named["screen"],
        shift=named["shift_n"],
        trend=named["trend_n"],
        count_beyond=named["beyond3"],
        third_same_side=named["third_same"],
        precedence=tuple(RULES[rule] for rule in named["order"]),
    )


def _options(case) -> Options:
    """The case's own options on the rules of the tool that screens as it does; other tools need no six points."""
    asked = case["options"]
    base = spc.PROFILES[spc.NHSR if asked["screen_outliers"] else spc.INTERFACE]
    return Options(
        multiplier=asked["multiplier"],
        screen=asked["screen_outliers"],
        baseline=asked["fix_after_n_points"],
        trend=base.trend,
        count_beyond=base.count_beyond,
        least=2,
    )


def test_no_kind_of_case_is_left_out():
    kinds = {case["kind"] for case in BOOK["cases"]}
    assert kinds == {"limits", "classification", "rule_vectors", "assurance", "rebase", "short_group"}


@pytest.mark.parametrize(("ours", "theirs"), [(spc.INTERFACE, "mdc_excel_style"), (spc.NHSR, "nhsr_0_2_2")])
def test_our_profiles_are_those_of_the_cases(ours, theirs):
    assert spc.PROFILES[ours] == profile(theirs)


@pytest.mark.parametrize("case", [case for case in cases("limits") if case.id != DEGENERATE])
def test_limits(case):
    chart = spc.chart(case["series"], _options(case))
    phase, point = chart.phases[-1], chart.points[-1]
    found = {"mean": phase.mean, "lpl": phase.lower, "upl": phase.upper}
    found |= {"near_lower": point.near_lower, "near_upper": point.near_upper}
    expected = {name: value for name, value in case["expected"].items() if name in found}
    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=case["tolerance"])
    derived = case["derived"]
    found["mean_moving_range"] = phase.mean_moving_range
    assert {name: found[name] for name in derived} == pytest.approx(derived, abs=1e-9)


@pytest.mark.parametrize("case", [case for case in cases("limits") if case.id != DEGENERATE])
def test_signals_of_limits(case):
    points = spc.chart(case["series"], _options(case)).points
    special = [index for index, point in enumerate(points) if point.rules]
    expected = case["expected"]
    assert special == expected.get("special_cause_indices", special)
    assert len(special) == expected.get("special_cause_count", len(special))
    outside = ["outside" in point.rules for point in points]
    assert outside == expected.get("outside_limits", outside)
    close = [
        bool(side) and not beyond
        for side, beyond in zip((_beyond(point, "near_lower", "near_upper") for point in points), outside, strict=True)
    ]
    assert close == expected.get("close_to_limits", close)


def _beyond(point, lower, upper) -> int:
    return int(point.value > getattr(point, upper)) - int(point.value < getattr(point, lower))


@pytest.mark.parametrize("case", [case for case in cases("limits") if case.id == DEGENERATE])
def test_limits_that_collapse_elsewhere_fall_back_to_unscreened_ones_here(case):
    options = _options(case)
    screened = spc.chart(case["series"], options)
    phase = screened.phases[0]
    assert phase.lower < phase.mean < phase.upper
    assert phase.notes == ("screening would leave no variation: limits are drawn without it",)
    assert phase.mean == pytest.approx(case["expected"]["mean"])
    assert not all(point.rules for point in screened.points)


@pytest.mark.parametrize("case", cases("classification"))
def test_classification(case):
    chart = spc.chart(case["series"], profile(case["profile"]))
    rules = {**RULES, "common": ""}
    assert [point.rule for point in chart.points] == [rules[name] for name in case["derived"]["rule"]]
    up = 1 if case["improvement_direction"] == "increase" else -1
    seen = [_kind(point.direction * up) for point in chart.points]
    assert seen == [kind.partition("_")[0] for kind in case["derived"]["point_type"]]
    expected = case["expected"]
    assert not expected.get("all_special") or all(point.rules for point in chart.points)
    assert seen[-2:] == [
        kind.partition("_")[0] for kind in expected.get("last_two", case["derived"]["point_type"][-2:])
    ]


def _kind(towards: int) -> str:
    return {1: "improvement", -1: "concern", 0: "common"}[towards]


def _ended(ends, length: int = 7) -> list[int]:
    """Points that lie in one of the runs whose ends are marked."""
    covered = {place for end, mark in enumerate(ends) if mark for place in range(end - length + 1, end + 1)}
    return [int(place in covered) for place in range(len(ends))]


def _flagged(vector) -> tuple[list[int], list[int]]:
    """What our rules mark on the input of a 0/1 vector, and what is expected."""
    rule, expected = vector["rule"], vector["expected"]
    if rule == "run_end_marker_7_one_side":
        return [abs(mark) for mark in runs.shift(vector["relative_to_mean"], 7)], _ended(expected)
    if rule == "run_end_marker_7_trend":
        return [abs(mark) for mark in runs.trend(vector["values"], 7)], _ended(expected)
    if rule == "back_fill_marker_over_7":
        return [abs(mark) for mark in runs.shift(_ended(vector["marker"]), 7)], expected
    close, sides = vector["close_to_limits"], vector["relative_to_mean"]
    near = [mark * side for mark, side in zip(close, sides, strict=True)]
    marks = [abs(mark) for mark in runs.two_in_three(sides, near)]
    return marks, [seen * mark for seen, mark in zip(expected, close, strict=True)]


@pytest.mark.parametrize(
    "vector", [v for v in vectors("rule_vectors") if v.id.startswith("ptd") and "expected" in v.values[0]]
)
def test_rule_vectors_of_ones(vector):
    found, expected = _flagged(vector)
    assert found == expected


@pytest.mark.parametrize("vector", [v for v in vectors("rule_vectors") if "expected_order" in v.values[0]])
def test_order_of_the_rules(vector):
    words = {
        "outside limits": "outside",
        "7 point trend": "trend",
        "2 in 3": "two_in_three",
        "7 points one side": "shift",
    }
    assert spc.PROFILES[spc.NHSR].precedence == tuple(words[word] for word in vector["expected_order"])


@pytest.mark.parametrize("vector", [v for v in vectors("rule_vectors") if v.id.startswith("pbi")])
def test_rule_vectors_of_directions(vector):
    values = vector["values"]
    if "warning_limits" in vector:
        lower, upper = vector["warning_limits"]
        near = [int(value > upper) - int(value < lower) for value in values]
        marks = runs.two_in_three([0] * len(values), near, third_same_side=False)
    elif vector["rule"] == "shift":
        marks = runs.shift([runs.sign(value - vector["centre"]) for value in values], vector["n"])
    else:
        marks = runs.trend(values, vector["n"])
    assert [{1: "upper", -1: "lower", 0: "none"}[mark] for mark in marks] == vector["expected"]


@pytest.mark.parametrize("vector", vectors("assurance"))
def test_assurance(vector):
    phase = spc.Phase(0, 0, 19, 20, 0, 0.0, 1.0, vector["lpl"], vector["upl"], spc.FULL)
    good = GOOD[vector["improvement_direction"]]
    assert spc.assurance(phase, vector["target"], good) == PROMISES[vector["expected"]]


@pytest.mark.parametrize("case", cases("rebase"))
def test_rebase(case):
    phases = rebase.phases(case["dates"], case["rebase_dates"])
    assert list(phases) == case["expected_group"]
    chart = spc.chart([float(n) for n in range(len(phases))], Options(least=2), phases=phases)
    starts = [phase.first for phase in chart.phases[1:]]
    assert [int(place in starts) for place in range(len(phases))] == case["expected_rebase"]
    assert all(chart.points[start].moving_range is None for start in starts)


@pytest.mark.parametrize("vector", vectors("short_group"))
def test_short_group(vector):
    values = [float(place % 3) for place in range(vector["n"])]
    kind = spc.chart(values, Options(full=vector["threshold"])).phases[0].kind
    assert (kind == spc.TRIAL) == vector["expected_warning"]
