"""The admissions panel: its sentences, figure and table hold what the queries give."""

import pytest

from components.url_state import Window
from domain import periods
from panels.home import admissions
from tests.shared import needs_shared
from tests.unit.panels.asked import half_up, per_cent, per_day, said_month, values, year_to

WINDOWS = [Window(), Window("2016-10", "2018-01"), Window("2016-05", "2019-03"), Window("2018-01", "2018-01")]
in_windows = pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.query or "everything")


@in_windows
def test_the_table_holds_every_month_as_the_queries_give_it(view, window):
    table = admissions.panel(view, window).table
    for indicator in ("emergency_admissions", "emergency_admissions_per_day"):
        expected = values(view, indicator, start=window.start, end=window.end)
        assert dict(zip(table.column("period"), table.column(indicator), strict=True)) == pytest.approx(expected)


@in_windows
def test_the_twelve_months_to_each_month_reach_back_beyond_the_window(view, window):
    table = admissions.panel(view, window).table
    counts = values(view, "emergency_admissions")
    for month, shown in zip(
        table.column("period"), table.column("emergency_admissions_per_day_12_months"), strict=True
    ):
        held = all(one in counts for one in year_to(month))
        assert shown == (pytest.approx(per_day(counts, year_to(month))) if held else None)


@in_windows
def test_the_figure_draws_the_columns_of_the_table(view, window):
    panel = admissions.panel(view, window)
    lines = {trace["name"]: trace for trace in panel.figure["data"] if trace.get("mode", "").startswith("lines")}
    for name, column in (
        ("Each month", "emergency_admissions_per_day"),
        ("12 months to each month", "emergency_admissions_per_day_12_months"),
    ):
        rounded = [None if value is None else round(value, 2) for value in panel.table.column(column)]
        assert [x[:7] for x in lines[name]["x"]] == panel.table.column("period")
        assert lines[name]["y"] == rounded


@pytest.mark.parametrize("end", ["2018-01", "2018-07", "2019-03"])
def test_the_finding_compares_twelve_months_with_the_twelve_before(view, end):
    counts = values(view, "emergency_admissions")
    now, then = year_to(end), year_to(periods.plus(end, -12))
    ratio = per_day(counts, now) / per_day(counts, then) - 1
    latest = half_up(counts[end] / periods.days_in(end))
    moved = "were about as many as" if abs(ratio) <= 0.01 else f"rose {per_cent(ratio)} on"
    assert admissions.panel(view, Window("2016-10", end)).finding == (
        f"Emergency admissions {moved} the year before over the twelve months to {said_month(end)}: "
        f"{latest} a day in {said_month(end)}"
    )


@needs_shared
def test_the_whole_series_is_read_against_the_year_before_the_pandemic(live):
    counts = values(live, "emergency_admissions")
    now, then = per_day(counts, year_to(max(counts))), per_day(counts, year_to("2020-02"))
    panel = admissions.panel(live, Window())
    level = "back at" if abs(now / then - 1) <= 0.01 else per_cent(now / then - 1)
    assert level in panel.finding
    assert panel.finding.endswith(f"{half_up(now)} a day over twelve months")
    assert "may be read across" in panel.subtitle


@needs_shared
def test_a_window_too_short_for_a_comparison_gives_the_latest_month_alone(live):
    counts = values(live, "emergency_admissions")
    finding = admissions.panel(live, Window("2010-08", "2010-09")).finding
    assert finding == f"Emergency admissions: {half_up(counts['2010-09'] / 30)} a day in September\u00a02010"


@needs_shared
@pytest.mark.parametrize(
    ("window", "shared_out"), [(Window("2011-01", "2012-01"), True), (Window("2016-01", "2017-01"), False)]
)
def test_months_shared_out_from_weeks_are_named_where_they_are_shown(live, window, shared_out):
    assert ("shared out from weekly returns" in admissions.panel(live, window).source) == shared_out


@needs_shared
@pytest.mark.parametrize(("end", "warned"), [("2026-03", True), ("2025-06", False)])
def test_the_caution_about_same_day_care_stands_where_the_window_reaches_it(live, end, warned):
    assert ("may be recording" in admissions.panel(live, Window("2024-01", end)).note) == warned


@needs_shared
def test_the_wall_is_drawn_and_events_are_not(live):
    shapes = admissions.panel(live, Window("2016-10", "2021-01")).figure["layout"]["shapes"]
    assert [shape["x0"] for shape in shapes] == ["2020-03-01", "2020-08-01"]
