"""The chart of a survey: points that are never joined, the publisher's margins as bars, an honest axis."""

import plotly.graph_objects as go
import pytest

from components.figures.survey import Dots, Survey, survey_chart

YEARS = ("2018-19", "2019-20", "2020-21", "2021-22")
OWN = Dots("Quillshire", {"2018-19": 74.1, "2019-20": 78.0, "2021-22": 76.0}, {"2018-19": 4.4, "2019-20": 4.6})
WHOLE = Survey(
    YEARS,
    OWN,
    region=Dots("North", {"2018-19": 77.0}),
    england=Dots("England", {"2018-19": 77.6, "2021-22": 76.9}),
    breaks=("2021-22",),
    voluntary=("2020-21",),
    top=100.0,
)


def test_no_trace_is_a_line_and_plotly_takes_it():
    figure = survey_chart(WHOLE)
    assert {trace["mode"] for trace in figure["data"]} == {"markers"}
    go.Figure(figure)


def test_bars_are_the_published_margins_of_the_area_alone():
    *beside, own = survey_chart(WHOLE)["data"]
    assert own["x"] == ["2018-19", "2019-20", "2021-22"]
    assert own["error_y"]["array"] == [4.4, 4.6, 0]
    assert not [trace for trace in beside if "error_y" in trace]


def test_the_axis_holds_every_bar_and_mark_and_no_value_that_cannot_be():
    low, high = survey_chart(WHOLE)["layout"]["yaxis"]["range"]
    assert low < 74.1 - 4.4
    assert 78.0 + 4.6 < high <= 100
    full = Survey(YEARS, Dots("Here", {"2018-19": 99.0}, {"2018-19": 3.0}), top=100.0)
    assert survey_chart(full)["layout"]["yaxis"]["range"][1] == 100


def test_a_voluntary_year_has_a_ground_and_a_break_a_dotted_line_before_it():
    rule, shade = survey_chart(WHOLE)["layout"]["shapes"]
    assert (rule["x0"], rule["x1"], rule["line"]["dash"]) == (2.5, 2.5, "dot")
    assert (shade["x0"], shade["x1"]) == (1.5, 2.5)


@pytest.mark.parametrize("count", [1, 2, 5, 10, 17])
def test_the_last_year_is_named_and_not_too_many_are(count):
    years = tuple(f"{2010 + n}-{11 + n}" for n in range(count))
    named = survey_chart(Survey(years, Dots("Here", {years[0]: 1.0})))["layout"]["xaxis"]["tickvals"]
    assert named[-1] == years[-1]
    assert len(named) <= 4


def test_one_point_and_none_are_drawn_without_harm():
    go.Figure(survey_chart(Survey(YEARS, Dots("Here", {"2018-19": 0.0}))))
    go.Figure(survey_chart(Survey(YEARS, Dots("Here", {}))))
