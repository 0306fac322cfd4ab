"""Placebo dates and false alarms (METHODS M13 and M15)."""

import pytest

from analysis.impact.placebo_dates import false_alarms, placebo_dates
from analysis.rates import Refused
from domain import periods
from tests.unit.analysis.impact.made_up import MONTHS, START, series


def test_made_up_dates_end_before_the_real_start():
    values = series(9)
    found = placebo_dates(values, "2019-01")
    assert tuple(one.start for one in found) == periods.span("2017-04", "2018-01")
    changed = {m: v * (9 if m >= "2019-01" else 1) for m, v in values.items()}
    assert placebo_dates(changed, "2019-01") == found


def test_a_missing_month_costs_only_the_dates_that_it_makes_too_short():
    values = {m: v for m, v in series(9).items() if m != "2016-06"}
    assert placebo_dates(values, "2019-01")[0].start == "2017-05"


@pytest.mark.parametrize("values", [{}, dict.fromkeys(MONTHS[:30], 1.0)])
def test_a_short_series_has_no_made_up_dates(values):
    assert placebo_dates(values, START) == ()


def test_false_alarms_are_counted_over_areas():
    calm = {f"E{n}": series(n) for n in range(6)}
    found = false_alarms(calm, "2019-04")
    assert (found.areas, found.starts) == (6, 30)
    assert found.share < 0.2
    jump = {name: series(n, effect=0.8, start="2017-10") for n, name in enumerate(calm)}
    assert false_alarms(jump, "2019-04").share > 0.5


def test_without_long_series_nothing_is_counted():
    with pytest.raises(Refused, match="no area has 36 months"):
        false_alarms({"E0": {}}, "2019-04")
