"""The parts of the trends page in their order, each with its drawing."""

from typing import Any

from dash import html

from components import chart_panel, event_lane, page_head, section_nav, states, tables
from components.ids import Ids
from components.trends import aside, controls, season
from components.trends import several as drawing
from domain import periods
from domain.vintages import CURRENT
from panels.trends import control_chart, notes, several, verdict, words
from panels.trends.lines import lines
from panels.trends.trend import Trend
from warehouse.reader import View

LANE_WORDS = 0.175  # the lane is as wide as the chart, narrower than on the front page


def nav() -> html.Nav:
    """The pages of its section."""
    return section_nav.draw("strategic", words.PATH)


def head(found: Trend) -> list[Any]:
    """Question, answer, and calm lines about what could not be used or done."""
    banner = [states.demonstration()] if found.demonstration else []
    question = f"{found.area.name}: {words.QUESTION}"
    answer = page_head.draw(question, words.lead(found), notes.meta(found))
    refused, version = notes.refused(found), notes.version(found)
    current = html.A("Show the current version", href=words.link(found, vintage=CURRENT))
    said = [[refused]] if refused else []
    said += [[f"{version} ", current, "."]] if version else []
    return [*banner, nav(), answer, *aside.ignored(found.choice.ignored), *(states.banner(one) for one in said)]


def body(view: View, found: Trend, ids: Ids) -> list[Any]:
    """The chart with what it may say beside it; beneath it a new phase, the other indicators, the rules, the marks."""
    panel = control_chart.panel(view, found.choice)
    if panel is None:
        return []
    chart = chart_panel.draw(panel, size="control", class_name="nine")
    said = aside.aside(verdict.verdict(found), verdict.switch(found))
    lane = event_lane.draw(found.marks, start=found.months[0], end=found.months[-1], words=LANE_WORDS)
    inner = found.limited[6:-6]
    named = {mark.month: mark.short for mark in found.marks if mark.month in inner}
    form = controls.rebase(ids, words.PATH, found.choice, inner, named)
    factors = [season.factors(found.season.factors, notes.factors(found))] if found.season else []
    return [
        html.Div([html.Div([chart, lane]), said], className="nine-three"),
        *factors,
        form,
        *_several(view, found, ids),
        html.Div([_profiles(found), aside.marks(aside.SEASON if found.season else aside.MARKS)], className="halves"),
    ]


def _several(view: View, found: Trend, ids: Ids) -> list[Any]:
    every = lines(view, found)
    panel = several.panel(found, every)
    if panel is None:
        return []
    row = drawing.row(several.smalls(several.spoken(found, every)), prefix=several.ID)
    parts = html.Div([row, drawing.door(ids, len(every), found.choice.query)])
    return [chart_panel.draw(panel, drawing=parts, twin=False, class_name="several")]


def behind(view: View, found: Trend) -> list[Any]:
    """What the door of the several indicators opens on: a table of all, and the months of the small charts."""
    every = lines(view, found)
    drawn = several.spoken(found, every)
    whole = drawing.every(several.listed(found, every), caption=f"What the charts of {found.area.name} may say")
    months = several.table(found, drawn)
    return [whole, *([tables.draw(months, label=months.caption)] if drawn else [])]


def _profiles(found: Trend) -> html.Section:
    usual = found.choice.profile == "interface"
    this, other = ("Interface", "NHS-R") if usual else ("NHS-R", "Interface")
    switch = aside.Switch(f"Show by {other}", words.link(found, profile="nhsr" if usual else "interface"))
    return aside.profiles(this, other, [periods.short_label(month) for month in found.differing], switch)
