"""A small control chart: history apart from the months with limits, marks only where they say something."""

import dataclasses
import json

import plotly.graph_objects as go
import pytest

from analysis import spc
from components import theme
from components.figures.small_control import SmallControl, small_control
from domain import periods

MONTHS = periods.span("2014-02", "2018-01")
GAP = "2016-08"
VALUES = {m: 5.0 + (place * 7 % 5) for place, m in enumerate(MONTHS) if m != GAP} | {"2017-06": 40.0}
LIMITED = MONTHS[-36:]
WHAT = SmallControl(
    values=VALUES,
    start=MONTHS[0],
    end=MONTHS[-1],
    limited=LIMITED,
    chart=spc.chart([VALUES.get(m) for m in LIMITED]),
    marked=True,
    last="6.0",
    breaks=("2015-10", "2017-04"),
)


@pytest.fixture(scope="module")
def figure():
    return small_control(WHAT, top=WHAT.highest)


def trace(figure, name):
    return next(one for one in figure["data"] if one["name"] == name)


def test_it_is_a_figure_of_plain_values(figure):
    go.Figure(figure)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


def test_history_and_months_with_limits_are_two_lines_that_meet(figure):
    before, main = trace(figure, "History, no limits"), trace(figure, "Each month")
    assert [x[:7] for x in before["x"]] == [m for m in MONTHS if m <= LIMITED[0]]
    assert [x[:7] for x in main["x"]] == list(LIMITED)
    assert main["y"][LIMITED.index(GAP)] is None
    assert not main["connectgaps"]


def test_the_band_and_the_mean_are_those_of_the_chart_and_clipped_at_zero(figure):
    phase = WHAT.chart.phases[-1]
    band, mean, *rules = figure["layout"]["shapes"]
    assert (band["y0"], band["y1"]) == (max(0.0, phase.lower), phase.upper)
    assert (band["x0"], band["x1"]) == (f"{LIMITED[0]}-01", "2018-02-01")
    assert mean["y0"] == mean["y1"] == phase.mean
    assert [rule["x0"][:7] for rule in rules] == ["2015-10", "2017-04"]


def test_every_month_that_meets_a_rule_is_a_diamond(figure):
    met = [m for m, p in zip(LIMITED, WHAT.chart.points, strict=True) if p.rules]
    assert "2017-06" in met
    marks = trace(figure, "meets a rule")
    assert [x[:7] for x in marks["x"]] == met
    assert marks["marker"]["color"] == theme.ACCENT


def test_a_chart_that_may_not_mark_marks_nothing():
    silent = small_control(dataclasses.replace(WHAT, marked=False), top=WHAT.highest)
    assert "meets a rule" not in [one["name"] for one in silent["data"]]


def test_the_latest_value_has_room_at_the_right(figure):
    words = [note["text"] for note in figure["layout"]["annotations"]]
    assert "<b>6.0</b>" in words
    wide = small_control(WHAT, top=WHAT.highest, room=7)
    assert wide["layout"]["margin"]["r"] > figure["layout"]["margin"]["r"]


def test_a_reason_without_any_month_is_drawn_empty():
    empty = dataclasses.replace(WHAT, values={}, limited=(), chart=spc.chart([]), last="")
    figure = small_control(empty, top=0.0)
    go.Figure(figure)
    assert figure["data"] == []
    assert empty.highest == 0.0
