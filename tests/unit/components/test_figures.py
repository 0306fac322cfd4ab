"""Every figure is a plain specification that plotly takes, of allowed traces, honest about zero and gaps."""

import json
import re

import plotly.graph_objects as go
import pytest

from components import theme
from components.figures import TRACE_TYPES, admissions_chart, delays_chart, time_axis
from components.figures.delays import turn
from components.theme import BODY_COLOURS
from domain import periods
from tests.unit.components.figure_cases import DRAWN, EVERY, GAP, START

each_figure = pytest.mark.parametrize(("name", "figure", "shown"), EVERY, ids=[name for name, _, _ in EVERY])


@each_figure
def test_a_figure_has_a_drawing_here(name, figure, shown):
    assert figure is not None, f"add a drawing of {name} to figure_cases.py"
    assert shown


@each_figure
def test_plotly_takes_the_figure_and_each_of_its_narrow_variants(name, figure, shown):
    layout = figure["layout"]
    go.Figure(figure)
    variants = layout["meta"]["variants"]
    assert [variant["upto"] for variant in variants] == sorted(variant["upto"] for variant in variants)
    for variant in variants:
        assert set(variant["layout"]) <= set(layout)
        go.Figure(data=figure["data"], layout={**layout, **variant["layout"]})


@each_figure
def test_a_figure_is_made_of_allowed_traces_and_plain_values(name, figure, shown):
    assert {trace["type"] for trace in figure["data"]} <= set(TRACE_TYPES)
    assert json.loads(json.dumps(figure, allow_nan=False)) == figure


@each_figure
def test_its_lines_show_the_values_rounded_to_two_places(name, figure, shown):
    lines = {trace["name"]: trace for trace in figure["data"] if trace.get("mode") == "lines"}
    assert set(lines) == set(shown)
    for line, values in shown.items():
        drawn = {x[:7]: y for x, y in zip(lines[line]["x"], lines[line]["y"], strict=True) if y is not None}
        assert drawn == {month: round(value, 2) for month, value in values.items()}


@each_figure
def test_a_month_without_a_value_is_a_gap_and_never_bridged(name, figure, shown):
    for trace in figure["data"]:
        if trace.get("mode") != "lines":
            continue
        months = [x[:7] for x in trace["x"]]
        assert months == list(periods.span(months[0], months[-1]))
        assert trace["connectgaps"] is False
        if GAP in months and name != "pressure_chart":
            assert trace["y"][months.index(GAP)] is None


@pytest.mark.parametrize("name", ["delays_chart", "admissions_chart"])
def test_counts_are_drawn_from_zero_with_room_above(name):
    figure = next(drawn for function, drawn in DRAWN.items() if function.__name__ == name)
    bottom, top = figure["layout"]["yaxis"]["range"]
    assert bottom == 0
    assert top > max(y for trace in figure["data"] for y in trace["y"] if y is not None)


def test_changes_are_drawn_around_no_change():
    figure = next(drawn for function, drawn in DRAWN.items() if function.__name__ == "pressure_chart")
    bottom, top = figure["layout"]["yaxis"]["range"]
    assert bottom == -top
    assert figure["layout"]["yaxis"]["zeroline"] is True


@each_figure
def test_a_line_is_named_beside_it_and_not_in_a_legend(name, figure, shown):
    assert figure["layout"]["showlegend"] is False
    said = re.sub(r"\W", "", " ".join(note["text"] for note in figure["layout"]["annotations"]))
    for line in shown:
        assert re.sub(r"\W", "", line.split()[0]).lower() in said.lower()


@each_figure
def test_words_on_a_figure_are_in_colours_of_text(name, figure, shown):
    allowed = {theme.INK, theme.INK_2, *theme.BODY_TEXT_COLOURS.values(), theme.ACCENT_TEXT}
    layouts = [figure["layout"], *(variant["layout"] for variant in figure["layout"]["meta"]["variants"])]
    assert {note["font"]["color"] for layout in layouts for note in layout.get("annotations", [])} <= allowed


def test_bodies_keep_their_colours():
    lines = {trace["name"]: trace["line"]["color"] for trace in DRAWN[delays_chart]["data"] if trace["mode"] == "lines"}
    assert list(lines.values()) == [BODY_COLOURS[body] for body in ("all", "nhs", "social_care", "both")]


@each_figure
def test_the_axis_runs_from_the_first_to_the_last_day_of_its_months(name, figure, shown):
    first, last = figure["layout"]["xaxis"]["range"]
    lines = [trace["x"] for trace in figure["data"] if trace.get("mode") == "lines"]
    assert first == f"{lines[0][0][:7]}-01"
    assert last == f"{periods.plus(lines[0][-1][:7], 1)}-01"
    assert figure["layout"]["xaxis"]["tickvals"]


@pytest.mark.parametrize("months", [1, 2, 5, 16])
def test_a_short_window_is_drawn_too(months):
    end = periods.plus(START, months - 1)
    values = dict.fromkeys(periods.span(START, end), 100.0)
    lines = dict.fromkeys(("nhs", "social_care", "both", "all"), values)
    figure = delays_chart(lines, start=START, end=end, turns=[turn(end, 100.0)], marks=())
    go.Figure(figure)
    assert [len(trace["x"]) for trace in figure["data"][:4]] == [months] * 4


@pytest.mark.parametrize(("end", "first"), [("2017-03", "2016-03"), ("2015-05", "2015-04")])
def test_the_yearly_line_is_named_wherever_it_is_drawn(end, first):
    months = periods.span(START, end)
    monthly, yearly = dict.fromkeys(months, 100.0), dict.fromkeys(periods.span(first, end), 100.0)
    figure = admissions_chart(monthly, yearly, start=START, end=end, marks=())
    assert [note for note in figure["layout"]["annotations"] if "12 months" in note["text"]]


def test_neighbouring_axes_meet_without_a_gap():
    before, after = time_axis.axis("2010-08", "2020-02"), time_axis.axis("2020-03", "2026-03")
    assert before["range"][1] == after["range"][0]
    whole = time_axis.days_between("2010-08", "2026-03")
    assert time_axis.days_between("2010-08", "2020-02") + time_axis.days_between("2020-03", "2026-03") == whole
