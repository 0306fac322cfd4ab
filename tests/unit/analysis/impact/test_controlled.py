"""The controlled design and placebo dates (METHODS M14 and M15)."""

import numpy as np
import pytest

from analysis.impact import placebo_dates
from analysis.impact.controlled import comparator, controlled
from analysis.impact.window import window
from analysis.rates import Refused
from tests.unit.analysis.impact.made_up import LAST, MONTHS, START, ar1, series

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


def test_without_peers_there_is_no_comparison():
    with pytest.raises(Refused, match="no comparison exists"):
        comparator({"E0": AREAS["E0"]}, WINDOW, without={"E0"})


def test_a_month_of_0_is_refused():
    with pytest.raises(Refused, match="no ratio"):
        controlled({**AREAS["E0"], "2016-01": 0.0}, AREAS["E1"], WINDOW)


def test_made_up_dates_end_before_the_real_start():
    values = series(9)
    found = placebo_dates.placebo_dates(values, "2019-01")
    assert [one.start for one in found] == [
        "2017-04",
        "2017-05",
        "2017-06",
        "2017-07",
        "2017-08",
        "2017-09",
        "2017-10",
        "2017-11",
        "2017-12",
        "2018-01",
    ]
    assert all(one.effect.low < 0.2 for one in found)
    changed = {m: v * (9 if m >= "2019-01" else 1) for m, v in values.items()}
    assert placebo_dates.placebo_dates(changed, "2019-01") == found


@pytest.mark.parametrize("values", [{}, dict.fromkeys(MONTHS[:30], 1.0)])
def test_a_short_series_has_no_made_up_dates(values):
    assert placebo_dates.placebo_dates(values, START) == ()
