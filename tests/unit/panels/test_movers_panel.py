"""Councils whose delays moved most: the same months of two years, per day, and only whole returns."""

import pytest

from domain import periods
from panels.home import movers
from warehouse.queries import areas
from warehouse.queries.series import Ask, series


@pytest.fixture
def panel(view):
    return movers.panel(view)


def _years(panel) -> tuple[int, int]:
    return tuple(int(column.heading) for column in panel.table.columns[1:3])


def _expected(view, before: int, now: int) -> dict[str, tuple[float, float]]:
    """Name to people a day in both years over the months held in both, for councils that sent every return."""
    councils = {area.code: area.name for area in areas.every(view, "council")}
    days: dict[str, dict[str, float | None]] = {code: {} for code in councils}
    for one in series(view, Ask("dtoc_days", f"{before}-01", f"{now}-12"), list(councils)):
        days[one.area_code][one.period] = one.value
    held = {month for found in days.values() for month in found}
    shared = [number for number in range(1, 13) if {f"{before}-{number:02d}", f"{now}-{number:02d}"} <= held]
    found = {}
    for code, values in days.items():
        years = [[f"{year}-{number:02d}" for number in shared] for year in (before, now)]
        if all(values.get(month) is not None for year in years for month in year):
            found[councils[code]] = tuple(
                sum(values[month] for month in year) / sum(map(periods.days_in, year)) for year in years
            )
    return found


def test_the_two_years_are_the_last_two_that_follow_one_another(panel):
    before, now = _years(panel)
    assert now == before + 1
    assert panel.finding == f"Councils whose delays moved most, {before} to {now}"


def test_each_council_shows_people_a_day_in_both_years(view, panel):
    expected = _expected(view, *_years(panel))
    for name, before, now, ratio in panel.table.rows:
        assert (before, now) == pytest.approx(expected[name])
        assert ratio == pytest.approx(now / before - 1)


def test_the_largest_rises_and_the_largest_falls_are_shown(view, panel):
    ratios = sorted(now / before - 1 for before, now in _expected(view, *_years(panel)).values() if before >= 20)
    shown = panel.table.column("change")
    assert shown[:3] == pytest.approx(ratios[:-4:-1])
    assert shown[3:] == pytest.approx(ratios[:3])


def test_small_councils_are_left_out_and_it_is_said(panel):
    assert min(panel.table.column(f"dtoc_beds_{_years(panel)[0]}")) >= 20
    assert "councils with 20 or more" in panel.subtitle


def test_a_council_that_missed_a_return_is_not_compared(demo):
    missed = {
        row.area_code
        for row in series(demo, Ask("dtoc_days"), [a.code for a in areas.every(demo, "council")])
        if row.value is None and row.period.startswith(("2017", "2018"))
    }
    names = {area.name for area in areas.every(demo, "council") if area.code in missed}
    assert names
    assert not names & set(movers.panel(demo).table.column("area_name"))


def test_some_return_to_the_mean_is_to_be_expected_and_said(panel):
    assert "come back part of the way by themselves" in panel.note
