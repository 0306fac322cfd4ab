"""Is this going up or down, and is it signal or noise? Any indicator of any area, for leaders and their analysts."""

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, html

from components import chart_panel, event_lane, page_head, shell, states
from components.ids import Ids
from components.trends import aside, controls
from components.trends.choice import Choice
from domain import periods
from panels.trends import control_chart, verdict, words
from panels.trends.trend import Trend, trend
from warehouse import serving
from warehouse.queries import areas
from warehouse.reader import View

dash.register_page(
    __name__,
    path=words.PATH,
    title="Trends",
    nav="Strategic",
    order=2,
    charts=True,
    areas=True,
    section="strategic",
    section_label="Trends",
    section_order=1,
)
ids = Ids("trends")
LANE_WORDS = 0.175  # the lane is as wide as the chart, narrower than on the front page
CRUMB = "Strategic / Trends"


def layout(**query: Any) -> html.Div:
    """The page for a query; works without a warehouse and with any query."""
    view, choice = serving.view(), Choice.parse(query)
    found = trend(view, choice) if view else None
    if view is None or found is None:
        children = [*_empty(view), *states.ignored(choice.ignored)]
        return shell.page(title="Trends – Interface Monitor", children=children, doc_title_id=ids.of("title"))
    known = [(area.code, area.name) for area in areas.every(view)]
    months = [month for month in found.observations if found.observations[month].value is not None]
    children = [
        html.Div(_head(found), id=ids.of("head")),
        controls.controls(ids, found.choice, known, months),
        html.Div(_body(view, found), id=ids.of("story")),
        html.Span(id=ids.of("kept"), hidden=True, **{"data-query": found.choice.query}),
    ]
    return shell.page(title=words.title(found), children=children, doc_title_id=ids.of("title"))


@callback(
    Output(ids.of("head"), "children"),
    Output(ids.of("story"), "children"),
    Output(ids.of("title"), "data-title"),
    *(Input(ids.of(key), "value") for key in controls.KEYS),
    State(ids.of("kept"), "data-query"),
    prevent_initial_call=True,
)
def show(*values: Any) -> tuple[list[Any], list[Any], str]:
    """Head, body and title for other choices; a phase or widened limits in the link are kept."""
    *chosen, link = values
    choice = Choice.parse({**controls.kept(link), **dict(zip(controls.KEYS, chosen, strict=True))})
    view = serving.view()
    found = trend(view, choice) if view else None
    if view is None or found is None:
        return _empty(view), [], "Trends – Interface Monitor"
    return _head(found), _body(view, found), words.title(found)


clientside_callback(
    ClientsideFunction("url", "write"),
    Output(ids.of("written"), "children"),
    *(Input(ids.of(key), "value") for key in controls.KEYS),
    prevent_initial_call=True,
)


def _empty(view: View | None) -> list[Any]:
    head = page_head.bare(f"England: {words.QUESTION}", crumb=CRUMB)
    if view is None:
        return [head, states.no_warehouse(serving.refreshing())]
    return [head, states.banner(["Nothing is held of this measure for this area and these months. Choose others."])]


def _head(found: Trend) -> list[Any]:
    banner = [states.demonstration()] if found.demonstration else []
    question = f"{found.area.name}: {words.QUESTION}"
    answer = page_head.draw(question, words.lead(found), words.meta(found), crumb=CRUMB)
    return [*banner, answer, *states.ignored(found.choice.ignored)]


def _body(view: View, found: Trend) -> list[Any]:
    """The chart with what it may say beside it; beneath it the other profile, a new phase and the marks."""
    panel = control_chart.panel(view, found.choice)
    if panel is None:
        return []
    chart = chart_panel.draw(panel, size="control", class_name="nine")
    said = aside.aside(verdict.verdict(found), verdict.switch(found))
    lane = event_lane.draw(found.marks, start=found.months[0], end=found.months[-1], words=LANE_WORDS)
    named = {mark.month: mark.short for mark in found.marks if mark.month in found.limited[6:-6]}
    form = controls.rebase(ids, words.PATH, found.choice, found.limited[6:-6], named)
    other = "NHS-R" if found.choice.profile == "interface" else "Interface"
    this = "Interface" if other == "NHS-R" else "NHS-R"
    switch = aside.Switch(f"Show by {other}", words.link(found, profile="nhsr" if other == "NHS-R" else "interface"))
    differing = [periods.short_label(month) for month in found.differing]
    return [
        html.Div([html.Div([chart, lane]), said], className="nine-three"),
        form,
        html.Div([aside.profiles(this, other, differing, switch), aside.marks(aside.MARKS)], className="halves"),
    ]
