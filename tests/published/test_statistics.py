"""The statistics of the methods come out of the published series (METHODS M4, M5 and M8)."""

import statistics

import pytest

from analysis import compare, fitness, season, spc, trend
from domain import areas, periods
from warehouse.queries.series import Ask, series

ENGLAND = [areas.ENGLAND]


def _chart(live, start: str, end: str) -> spc.Chart:
    beds = {one.period: one.value for one in series(live, Ask("dtoc_beds"), ENGLAND)}
    return spc.chart([beds.get(month) for month in periods.span(start, end)])


def test_limits_of_dtoc_beds_from_april_2015_to_march_2017(live):
    chart = _chart(live, "2015-04", "2017-03")
    phase = chart.phases[0]
    assert (round(phase.mean, 2), round(phase.mean_moving_range, 3)) == (5563.09, 163.417)
    assert (round(phase.lower, 1), round(phase.upper, 1)) == (5128.4, 5997.8)
    assert round(fitness.r1(chart), 3) == 0.893


def test_dtoc_beds_as_one_phase_have_no_stable_level(live):
    found = fitness.fitness(_chart(live, "2015-04", "2020-02"))
    assert round(found.r1, 2) == 0.94
    assert round(100 * found.flagged / found.points) == 98
    assert found.kind == "none"


def test_season_and_trend_of_emergency_admissions(live):
    asked = Ask("emergency_admissions_per_day", start="2015-06", end="2020-02")
    held = {one.period: one.value for one in series(live, asked, ENGLAND)}
    factors = season.factors(held)
    assert factors[8] - 1 == pytest.approx(-0.041, abs=0.0015)
    assert factors[11] - 1 == pytest.approx(0.030, abs=0.0015)
    assert round(trend.share_per_year(held), 3) == 0.039
    level = season.removed(held, factors)
    line = trend.line(range(len(level)), list(level.values()))
    residuals = [value - line.at(place) for place, value in enumerate(level.values())]
    assert fitness.r1(residuals) == pytest.approx(0.45, abs=0.03)


def test_months_of_councils_are_not_independent_and_have_intervals(live):
    months = periods.span("2015-02", "2018-01")
    codes = [code for (code,) in live.rows("SELECT DISTINCT area_code FROM national.delays_current", {})]
    councils = [code for code in codes if code.startswith(("E06", "E08", "E09", "E10"))]
    held: dict[str, dict[str, float]] = {code: {} for code in councils}
    for one in series(live, Ask("dtoc_beds", start=months[0], end=months[-1]), councils):
        held[one.area_code][one.period] = one.value
    laid = [[values.get(month) for month in months] for values in held.values() if len(values) > 30]
    assert len(laid) > 140
    assert statistics.median(fitness.r1(values) for values in laid) > fitness.DEPENDENT
    intervals = [compare.variation_interval(values) for values in laid]
    assert all(one.low < one.value < one.high for one in intervals)
