"""The controlled design (METHODS M14)."""

import numpy as np
import pytest

from analysis.impact.controlled import comparator, controlled
from analysis.impact.window import window
from analysis.rates import Refused
from tests.unit.analysis.impact.made_up import LAST, MONTHS, START, ar1

WINDOW = window(START, last=LAST, first=MONTHS[0])


def _national() -> dict:
    """A rise to March 2017 and a fall after it that reach every area."""
    return {m: float(np.exp(0.01 * at if m < "2017-04" else 0.24 - 0.015 * (at - 24))) for at, m in enumerate(MONTHS)}


def _area(seed: int, *, effect: float = 0.0, drift: float = 0.0) -> dict:
    noise = ar1(np.random.default_rng(seed), len(MONTHS), 0.04, 0.3)
    national = _national()
    return {
        m: 20 * national[m] * float(np.exp(noise[at] + drift * at / 12)) * (1 + effect * (m >= START))
        for at, m in enumerate(MONTHS)
    }


AREAS = {f"E{number}": _area(number) for number in range(16)}


def test_a_fall_that_reached_everywhere_is_no_effect():
    others = comparator(AREAS, WINDOW, without={"E0"})
    found = controlled(AREAS["E0"], others.values, WINDOW)
    assert others.areas == tuple(f"E{number}" for number in range(1, 16))
    assert found.slope.low < 0 < found.slope.high
    if found.effect:
        assert found.effect.low < 0 < found.effect.high


def test_an_effect_over_and_above_is_found():
    ours = _area(0, effect=-0.3)
    found = controlled(ours, comparator(AREAS, WINDOW, without={"E0"}).values, WINDOW)
    assert found.passed
    assert found.effect.low < -0.3 < found.effect.high < 0
    assert (found.pre, found.post) == (30, 15)


def test_a_trend_from_before_is_refused_with_its_slope():
    found = controlled(_area(0, drift=-0.15), comparator(AREAS, WINDOW, without={"E0"}).values, WINDOW)
    assert found.effect is None
    assert not found.passed
    assert found.slope.high < 0
    assert found.explained > 0.5
    assert "already moving away" in found.why


def test_what_a_trend_explains_is_slope_times_distance_of_the_middles():
    found = controlled(_area(0, effect=-0.3, drift=-0.02), comparator(AREAS, WINDOW, without={"E0"}).values, WINDOW)
    distance = (sum(range(15)) / 15) - (sum(range(-33, -3)) / 30)
    expected = abs(np.log1p(found.slope.value)) * distance / 12 / abs(np.log1p(found.effect.value))
    assert found.explained == pytest.approx(expected)


def test_an_area_with_a_missing_month_leaves_the_comparator():
    gappy = {**AREAS, "E3": {m: v for m, v in AREAS["E3"].items() if m != "2018-06"}}
    found = comparator(gappy, WINDOW, without={"E0", "E1"})
    assert found.incomplete == ("E3",)
    assert found.values["2018-06"] == pytest.approx(sum(AREAS[a]["2018-06"] for a in found.areas))


def test_a_month_that_nobody_holds_is_left_out_and_costs_no_area():
    absent = {name: {m: v for m, v in values.items() if m not in {"2016-08", LAST}} for name, values in AREAS.items()}
    others = comparator(absent, WINDOW, without={"E0"})
    assert not others.incomplete
    found = controlled(absent["E0"], others.values, WINDOW)
    assert (found.pre, found.post) == (29, 14)


def test_months_outside_the_window_do_not_matter():
    others = comparator(AREAS, WINDOW, without={"E0"})
    ours = {**AREAS["E0"], **dict.fromkeys(WINDOW.roll_in, 0.0)}
    assert controlled(ours, others.values, WINDOW) == controlled(AREAS["E0"], others.values, WINDOW)


def test_without_peers_there_is_no_comparison():
    with pytest.raises(Refused, match="no comparison exists"):
        comparator({"E0": AREAS["E0"]}, WINDOW, without={"E0"})


def test_a_month_of_0_is_refused():
    with pytest.raises(Refused, match="no ratio"):
        controlled({**AREAS["E0"], "2016-01": 0.0}, AREAS["E1"], WINDOW)
