"""The delays panel: its sentences, figure and table hold what the queries give."""

import pytest

from components.url_state import Window
from domain import periods
from panels.home import delays
from tests.shared import needs_shared
from tests.unit.panels.asked import half_up, per_cent, said_month, values

WINDOWS = [
    Window(),
    Window("2016-10", "2018-01"),
    Window("2016-09", "2018-01"),
    Window("2017-02", "2018-01"),
    Window("2018-01", "2018-12"),
    Window("2018-01", "2018-01"),
]
in_windows = pytest.mark.parametrize("window", WINDOWS, ids=lambda window: window.query or "everything")
COLUMNS = {"NHS": "nhs", "Social care": "social_care", "Both": "both", "All": "all"}


@in_windows
def test_the_table_holds_every_month_as_the_queries_give_it(view, window):
    table = delays.panel(view, window).table
    for body in COLUMNS.values():
        beds = values(view, "dtoc_beds", body=body, start=window.start, end=window.end)
        shown = dict(zip(table.column("period"), table.column(f"dtoc_beds_{body}"), strict=True))
        assert shown == pytest.approx(beds)
    days = values(view, "dtoc_days", start=window.start, end=window.end)
    assert dict(zip(table.column("period"), table.column("dtoc_days_all"), strict=True)) == days


@in_windows
def test_the_figure_draws_the_columns_of_the_table(view, window):
    panel = delays.panel(view, window)
    lines = {trace["name"]: trace for trace in panel.figure["data"] if trace.get("mode", "").startswith("lines")}
    assert list(lines) == ["All", "NHS", "Social care", "Both"]
    for name, body in COLUMNS.items():
        assert [x[:7] for x in lines[name]["x"]] == panel.table.column("period")
        assert lines[name]["y"] == [round(value, 2) for value in panel.table.column(f"dtoc_beds_{body}")]


@in_windows
def test_the_finding_names_the_highest_month_and_what_followed(view, window):
    beds = values(view, "dtoc_beds", start=window.start, end=window.end)
    highest, last = max(beds, key=beds.get), max(beds)
    finding = delays.panel(view, window).finding
    if highest == last:
        assert f"highest in {said_month(last)}: {half_up(beds[last])} people" in finding
        return
    lowest = min((month for month in beds if month > highest), key=beds.get)
    turned = lowest if beds[last] > 1.1 * beds[lowest] else last
    fall = per_cent(beds[turned] / beds[highest] - 1)
    assert finding.startswith(f"Delays fell {fall} from {said_month(highest)} to {said_month(turned)}")
    if turned != last:
        assert f"and rose {per_cent(beds[last] / beds[turned] - 1)} to {said_month(last)}" in finding


@in_windows
def test_the_note_gives_each_body_at_both_ends(view, window):
    panel = delays.panel(view, window)
    first, last = panel.table.column("period")[0], panel.table.column("period")[-1]
    for name, body in (("NHS", "nhs"), ("social care", "social_care"), ("both", "both")):
        beds = values(view, "dtoc_beds", body=body)
        both = f"{half_up(beds[first])} to {half_up(beds[last])}" if first != last else half_up(beds[last])
        assert f"{name} {both}" in panel.note


def test_the_subtitle_gives_the_raw_change_and_why_it_differs(view):
    panel = delays.panel(view, Window("2017-02", "2018-01"))
    days = values(view, "dtoc_days")
    raw = per_cent(days["2018-01"] / days["2017-02"] - 1)
    assert f"On raw days the change is \u2212{raw}: February\u00a02017 has 3 days fewer." in panel.subtitle


def test_the_csv_is_that_of_the_window(view):
    assert delays.panel(view, Window("2016-10", "2018-01")).csv == "/export/home-delays.csv?from=2016-10&to=2018-01"


def test_definition_changes_of_delays_are_drawn_and_no_event(view):
    shapes = delays.panel(view, Window("2016-10", "2018-01")).figure["layout"]["shapes"]
    assert [shape["x0"] for shape in shapes] == ["2017-04-01"]


@needs_shared
def test_a_window_beyond_the_count_has_no_panel(live):
    assert delays.panel(live, Window("2021-01", "2022-01")) is None


@needs_shared
def test_the_lines_of_figure_4_of_the_2018_report(live):
    # the report printed 1,571 for social care; 48,685 days in 31 are 1,570.48 in both publications held
    note = delays.panel(live, Window("2016-10", "2018-01")).note
    assert note == (
        "From October\u00a02016 to January\u00a02018, people a day: "
        "NHS 3,698 to 2,931, social care 2,254 to 1,570 and both 503 to 382."
    )


@needs_shared
def test_february_2017_is_the_highest_month_with_6660_people(live):
    panel = delays.panel(live, Window())
    beds = dict(zip(panel.table.column("period"), panel.table.column("dtoc_beds_all"), strict=True))
    assert max(beds, key=beds.get) == "2017-02"
    assert round(beds["2017-02"], 2) == 6660.36
    assert [note["text"] for note in panel.figure["layout"]["annotations"] if note["text"].startswith("<b>6,660 in")]
    assert panel.finding.endswith("to February\u00a02020, when the count ended")


def test_a_window_of_one_month_is_not_said_to_run_from_itself_to_itself(view):
    panel = delays.panel(view, Window("2018-01", "2018-01"))
    assert panel.kick.count(said_month("2018-01")) == 1
    assert panel.note.count(said_month("2018-01")) == 1


def test_a_window_of_one_month_shows_every_body(view):
    traces = delays.panel(view, Window("2018-01", "2018-01")).figure["data"]
    assert {t["name"] for t in traces if "markers" in t["mode"] and "name" in t} >= {"NHS", "Social care", "Both"}


def test_a_steady_series_has_its_first_of_equal_months_as_turn():
    total = dict.fromkeys(periods.span("2017-01", "2017-06"), 10.0)
    assert [turn.month for turn in delays.turning_points(total)] == ["2017-06"]
