"""The front page beyond the wall: people remaining, in a panel of its own, with the numbers of the reports."""

import pytest

from components import text
from components.url_state import Window
from domain import breaks, periods
from domain.areas import ENGLAND
from panels.home import after
from panels.home.england import england
from warehouse.queries.discharge import Ask, series


def _published(view) -> dict[str, float]:
    found = series(view, Ask("nctr_remaining"), [ENGLAND])
    return {one.period: one.value for one in found if one.value is not None}


def test_the_figure_the_table_and_the_reports_hold_the_same_numbers(view):
    panel, published = after.panel(view, Window()), _published(view)
    table = dict(zip(panel.table.column("period"), panel.table.column("nctr_remaining"), strict=True))
    assert table == published
    line = panel.figure["data"][0]
    drawn = {x[:7]: y for x, y in zip(line["x"], line["y"], strict=True) if y is not None}
    assert drawn == {month: round(value, 2) for month, value in published.items()}


def test_nothing_of_delays_is_in_the_panel(view):
    panel = after.panel(view, Window())
    lines = [trace for trace in panel.figure["data"] if trace["mode"] == "lines"]
    assert len(lines) == 1
    assert min(x[:7] for x in lines[0]["x"]) > breaks.DTOC_LAST
    assert [column.key for column in panel.table.columns] == ["period", "nctr_remaining", "days", "organisations"]
    assert "Discharge Delays" not in panel.source
    assert "Delayed Transfers" not in panel.source
    assert "Not comparable with delayed transfers of care" in panel.note


def test_the_axis_begins_at_the_wall_where_the_window_crosses_it(live):
    panel = after.panel(live, Window())
    assert panel.figure["layout"]["xaxis"]["range"] == [f"{breaks.THE_WALL}-01", "2026-04-01"]
    assert panel.finding.startswith("In January\u00a02024 13,709 people a day remained in hospital")


def test_a_window_before_the_reports_has_no_panel(view):
    assert after.panel(view, Window("2016-10", "2018-01")) is None
    assert after.held(view)


def test_a_window_that_ends_among_them_ends_the_panel(live):
    panel = after.panel(live, Window("2019-01", "2022-06"))
    assert panel.table.column("period")[-1] == "2022-06"
    assert panel.csv == "/export/home-after.csv?from=2019-01&to=2022-06"
    assert england(live, Window("2019-01", "2022-06")).end == "2022-06"


@pytest.mark.parametrize(("width", "named"), [("middle", True), ("narrow", False)])
def test_the_highest_month_is_named_where_there_is_room(live, width, named):
    narrow, middle = after.panel(live, Window()).figure["layout"]["meta"]["variants"]
    labels = [one["text"] for one in {"narrow": narrow, "middle": middle}[width]["layout"]["annotations"]]
    values = _published(live)
    assert f"<b>{text.whole(values[max(values)])}</b>" in labels
    highest = max(values, key=values.__getitem__)
    assert bool([one for one in labels if f" in {periods.short_label(highest)}" in one]) is named
