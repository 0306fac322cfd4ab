"""Several indicators of an area: who may carry an icon, what chance would give, and links that restore each view."""

from urllib.parse import parse_qs, urlsplit

import plotly.graph_objects as go
import pytest

from analysis import fitness
from components import text
from components.ids import Ids
from components.trends.choice import Choice
from domain import delays
from panels.trends import lines_taken, page, reading, several
from panels.trends.lines import EMERGENCY, lines
from panels.trends.trend import WINDOW, trend
from tests.unit.components import walk
from warehouse.queries.series import Ask, series

QUILLSHIRE = "E10999001"
MEDLOW = "E06999020"  # of its series the chart of reason G alone may speak
REGION = "E12999006"
VIEWS = [Choice(), Choice(area=QUILLSHIRE), Choice(area=REGION, indicator="dtoc_days"), Choice(end="2018-01")]
each_view = pytest.mark.parametrize("choice", VIEWS, ids=lambda choice: choice.query)


def _lines(view, choice):
    return lines(view, trend(view, choice))


def test_a_council_has_its_bodies_and_reasons_and_england_emergency_care_too(demo):
    council, england = _lines(demo, Choice(area=QUILLSHIRE)), _lines(demo, Choice())
    assert len(council) == 1 + len(delays.BODIES) + len(delays.REASON_CODES)
    assert len(england) == len(council) + len(EMERGENCY)
    assert not [line for line in council if line.choice.defined.family != "delays"]


@each_view
def test_values_are_those_of_the_series_of_their_view(demo, choice):
    for line in _lines(demo, choice):
        ask = Ask(line.choice.indicator, end=choice.end, body=line.choice.body, reason=line.choice.reason)
        published = {one.period: one.value for one in series(demo, ask, [line.choice.area])}
        assert line.values
        assert len(line.months) <= WINDOW
        assert line.published == {month: published[month] for month in line.published}
        assert max(line.published) == max(month for month, value in published.items() if value is not None)


@each_view
def test_a_link_restores_the_view_with_the_same_chart(demo, choice):
    found = trend(demo, choice)
    links = [one.href for one in several.listed(found, _lines(demo, choice)) if one.href]
    for link, line in zip(links, [one for one in _lines(demo, choice) if not _here(found, one)], strict=True):
        opened = trend(demo, Choice.parse(parse_qs(urlsplit(link).query)))
        assert opened.limited == line.months
        assert (opened.chart, opened.fitness, opened.slope, opened.year) == (
            line.chart,
            line.fitness,
            line.slope,
            line.year,
        )


def _here(found, line) -> bool:
    shown = (found.choice.indicator, found.body, found.choice.reason)
    return (line.choice.indicator, line.choice.body, line.choice.reason) == shown


@each_view
def test_no_icon_is_read_from_months_that_lean_or_from_a_trend(view, choice):
    area = choice.area if view.mode == "demo" else {QUILLSHIRE: "E10000014", REGION: "E12000003"}.get(choice.area, "")
    for line in _lines(view, choice.but(area=area)):
        name, heading = reading.sign(line)
        if reading.leaning(line) or (line.slope and abs(line.slope) > 0.02):
            assert name in ("none", "direction")
            assert reading.icon(line) == ""
        assert "better" not in heading.lower()


@each_view
def test_only_charts_that_may_speak_are_drawn_and_few_of_them(demo, choice):
    every = _lines(demo, choice)
    drawn = several.spoken(trend(demo, choice), every)
    assert len(drawn) <= several.MOST
    assert all(line.fitness.kind == fitness.ICON for line in drawn)
    if not drawn:
        assert "No single month can be called a signal" in several.panel(trend(demo, choice), every).finding


def test_signals_are_drawn_before_charts_that_only_say_that_nothing_changed(demo):
    able = [line for line in _lines(demo, Choice(area=QUILLSHIRE)) if line.fitness.kind == fitness.ICON]
    signs = [
        reading.icon(line) == "common" for line in several.spoken(trend(demo, Choice(area=QUILLSHIRE)), tuple(able))
    ]
    assert signs == sorted(signs)


@each_view
def test_the_list_ends_with_how_many_icons_chance_would_give(demo, choice):
    every = _lines(demo, choice)
    expected = sum(fitness.chance(line.fitness.r1) for line in every)
    said = several.panel(trend(demo, choice), every).note
    assert said.startswith(
        f"With {len(every)} indicators about {text.decimal(expected, 1)} icons would appear by chance"
    )
    shown = sum(reading.icon(line) not in ("", "common") for line in every)
    assert said.endswith({0: "none is given.", 1: "one is given."}.get(shown, f"{shown} are given."))


@each_view
def test_why_a_chart_carries_no_icon_is_said(demo, choice):
    for one in several.listed(trend(demo, choice), _lines(demo, choice)):
        assert bool(one.why) == (one.heading in ("Direction only", "No stable level"))


def _spoken(view, choice):
    return several.spoken(trend(view, choice), _lines(view, choice))


def _speaking(view):
    """An area of the demonstration with charts that may speak."""
    codes = (row[0] for row in view.rows("SELECT area_code FROM national.areas WHERE area_type = 'council'"))
    found = ((code, _spoken(view, Choice(area=code))) for code in sorted(codes))
    return max(found, key=lambda one: len(one[1]))


def test_the_table_under_the_small_charts_holds_what_they_draw(demo):
    code, drawn = _speaking(demo)
    assert drawn
    table = several.table(trend(demo, Choice(area=code)), drawn)
    for place, (line, small) in enumerate(zip(drawn, several.smalls(drawn), strict=True)):
        go.Figure(small.figure)
        values = {x[:7]: y for x, y in zip(small.figure["data"][0]["x"], small.figure["data"][0]["y"], strict=True)}
        rows = {row[0]: row[1 + 2 * place : 3 + 2 * place] for row in table.rows}
        assert values == {month: round(rows[month][0], 2) for month in values}
        marked = next(trace for trace in small.figure["data"] if trace["name"] == "month that meets a rule")
        assert {x[:7] for x in marked["x"]} == {month for month in line.months if rows[month][1] != "none"}
        band = next(shape for shape in small.figure["layout"]["shapes"] if shape["type"] == "rect")
        assert band["y1"] == line.chart.phases[0].upper


def test_the_file_holds_every_month_of_every_chart(demo):
    table = lines_taken.table(demo, Choice(area=QUILLSHIRE))
    every = _lines(demo, Choice(area=QUILLSHIRE))
    assert len(table.rows) == sum(len(line.months) for line in every)
    keyed = {(row[4], row[5], row[7]): row for row in table.rows}
    for line in every:
        for month, point in zip(line.months, line.chart.points, strict=True):
            row = keyed[line.choice.body, line.choice.reason, month]
            assert row[8] == point.value
            assert row[10:13] == (point.mean, point.lower, point.upper)


def test_the_view_itself_is_not_drawn_again_and_is_named_without_a_link(demo):
    choice = Choice(area=MEDLOW, reason="G")
    found, every = trend(demo, choice), _lines(demo, choice)
    assert [one.name for one in several.listed(found, every) if not one.href] == ["G: Patient or family choice"]
    assert several.spoken(found, every) == ()
    assert "only the one above may call a month a signal" in several.finding(found, every)


def test_the_tables_are_sent_when_they_are_opened_and_not_before(demo):
    found = trend(demo, Choice(area=_speaking(demo)[0]))
    section = next(part for part in page.body(demo, found, Ids("trends")) if "several" in str(part.className))
    assert walk.of(section, "Table") == []
    opened = page.behind(demo, found)
    assert [len(walk.of(walk.of(table, "Tbody"), "Tr")) for table in walk.of(opened, "Table")] == [15, WINDOW]
    for region in opened:
        assert walk.words(walk.of(region, "Caption"))


@pytest.mark.parametrize("changes", [{"season": "removed"}, {"limits": "all"}])
def test_a_view_that_is_read_in_another_way_is_one_of_the_others(demo, changes):
    choice = Choice(area=QUILLSHIRE, reason="A", **changes)
    assert all(one.href for one in several.listed(trend(demo, choice), _lines(demo, choice)))
