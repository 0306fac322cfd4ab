"""Figures of schemes: plain specifications that plotly takes, with what they draw where it belongs."""

import json

import plotly.graph_objects as go
import pytest

from components.figures import TRACE_TYPES
from components.figures.before_after import Around, around_chart
from components.figures.effects import Said, effects_chart
from components.figures.outputs import outputs_chart
from components.figures.placebo import areas_chart, dates_chart
from domain import periods

MONTHS = periods.span("2015-10", "2019-03")
VALUES = {month: 100.0 + at % 7 for at, month in enumerate(MONTHS) if month != "2016-08"}
BEFORE, AFTER = periods.span("2015-10", "2017-07"), periods.span("2017-11", "2019-03")
WHOLE = Around(
    MONTHS, VALUES, start="2017-08", planned="2017-05", roll_in=periods.span("2017-08", "2017-10"),
    before=(BEFORE, 103.0), after=(AFTER, 90.0),
)  # fmt: skip
ROWS = [Said("Before and after", -25.7, None, None, "−26 %"), Said("Own past", 5.0, -9.0, 27.0, "+5 % (−9 to 27)")]
DATES = [(month, float(at), at - 5.0, at + 5.0) for at, month in enumerate(periods.span("2017-01", "2017-06"))]
EVERY = {
    "around": around_chart(WHOLE),
    "around without a start": around_chart(Around(MONTHS, VALUES)),
    "around one value": around_chart(Around(MONTHS, {MONTHS[3]: 0.0}, line=False)),
    "around shares": around_chart(Around(MONTHS, {MONTHS[0]: 91.0, MONTHS[9]: 96.0}, suffix="%", ceiling=100.0)),
    "around points": around_chart(Around(MONTHS, {MONTHS[5]: 71.2}, line=False, margins={MONTHS[5]: 4.4})),
    "effects": effects_chart(ROWS, unit=" %"),
    "effects of nothing": effects_chart([Said("Own past", 0.0, 0.0, 0.0, "0")], unit=""),
    "outputs": outputs_chart(MONTHS, dict.fromkeys(AFTER, 110.0), dict.fromkeys(AFTER, 95.0), start="2017-08"),
    "outputs without a plan": outputs_chart(MONTHS, {}, {AFTER[0]: 0.0}, start=""),
    "areas": areas_chart([-20.0, -3.0, 0.0, 1.0, 14.0] * 9, -18.0, "Ambermoor"),
    "dates": dates_chart(DATES, start="2017-10", unit=" %"),
}
each = pytest.mark.parametrize("figure", EVERY.values(), ids=EVERY)


@each
def test_plotly_takes_it(figure):
    go.Figure(figure)
    assert {trace["type"] for trace in figure["data"]} <= set(TRACE_TYPES)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


@each
def test_it_carries_no_text_that_is_no_label(figure):
    assert "title" not in figure["layout"]
    assert not figure["layout"].get("showlegend", False)


def test_a_missing_month_is_a_gap():
    line = EVERY["around"]["data"][0]
    assert line["y"][line["x"].index(next(x for x in line["x"] if x.startswith("2016-08")))] is None


def test_the_mean_before_goes_on_dotted_through_the_months_after():
    names = {trace["name"]: trace for trace in EVERY["around"]["data"]}
    dotted = names["As before, 103"]
    assert dotted["line"]["dash"] == "dot"
    assert [x[:7] for x in dotted["x"]] == list(AFTER)
    assert set(names["Mean 90"]["y"]) == {90.0}


def test_planned_and_actual_start_are_two_rules_and_the_roll_in_is_shaded():
    shapes = EVERY["around"]["layout"]["shapes"]
    assert [(shape["type"], shape["x0"][:7]) for shape in shapes] == [
        ("rect", "2017-08"),
        ("line", "2017-08"),
        ("line", "2017-05"),
    ]
    assert shapes[0]["x1"] == "2017-11-01"
    assert [shape["line"].get("dash") for shape in shapes[1:]] == ["solid", "dot"]


def test_counts_start_at_zero_and_high_shares_need_not():
    assert EVERY["around"]["layout"]["yaxis"]["range"][0] == 0
    low, high = EVERY["around shares"]["layout"]["yaxis"]["range"]
    assert 0 < low < 91
    assert 96 <= high <= 100


def test_a_description_is_hollow_and_a_design_has_its_interval():
    described, design = EVERY["effects"]["data"]
    assert "error_x" not in described or not described["error_x"].get("array")
    assert design["error_x"]["array"] == [22.0]
    assert design["error_x"]["arrayminus"] == [14.0]
    assert described["marker"]["color"] != design["marker"]["color"] or "line" in described["marker"]


def test_no_change_lies_inside_the_axis_of_effects():
    low, high = EVERY["effects"]["layout"]["xaxis"]["range"]
    assert low == -high
    assert high > 27


def test_every_area_is_one_dot_and_ours_is_told_apart():
    traces = EVERY["areas"]["data"]
    assert sum(len(trace["x"]) for trace in traces) == 46
    ours = next(trace for trace in traces if len(trace["x"]) == 1)
    assert ours["x"] == [-18.0]


def test_made_up_starts_have_their_whole_interval_on_the_axis():
    figure = EVERY["dates"]
    low, high = figure["layout"]["yaxis"]["range"]
    assert low <= -5 and high >= 10
