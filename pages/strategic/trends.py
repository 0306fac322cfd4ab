"""Is this going up or down, and is it signal or noise? Any indicator of any area, for leaders and their analysts."""

from typing import Any
from urllib.parse import parse_qsl

import dash
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, ctx, html

from components import page_head, shell, states, tools
from components.ids import Ids
from components.tools import Take
from components.trends import aside, controls, fitted
from components.trends.choice import Choice
from components.trends.controls import Offered
from components.url_state import href
from domain.vintages import CURRENT
from panels.trends import control_chart, levels, page, words
from panels.trends.trend import Trend, trend
from warehouse import serving
from warehouse.queries import versions
from warehouse.queries.offered import offered
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


def layout(**query: Any) -> html.Div:
    """The page for a query; works without a warehouse and with any query."""
    view, choice = serving.view(), Choice.parse(query)
    found = trend(view, choice) if view else None
    if view is None or found is None:
        children = [*_empty(view, choice), *aside.ignored(choice.ignored)]
        return shell.page(title="Trends – Interface Monitor", children=children, doc_title_id=ids.of("title"))
    children = [
        html.Div(page.head(found), id=ids.of("head")),
        controls.controls(ids, found.choice, _offered(view, found), beside=tools.draw(ids, _take(found))),
        html.Div(page.body(view, found, ids), id=ids.of("story")),
        html.Span(id=ids.of("kept"), hidden=True, **{"data-query": found.choice.query}),
    ]
    return shell.page(title=words.title(found), children=children, doc_title_id=ids.of("title"))


@callback(
    Output(ids.of("head"), "children"),
    Output(ids.of("story"), "children"),
    Output(ids.of("title"), "data-title"),
    tools.output(ids),
    *fitted.outputs(ids),
    *(Input(ids.of(key), "value") for key in controls.KEYS),
    State(ids.of("kept"), "data-query"),
    prevent_initial_call=True,
)
def show(*values: Any) -> tuple[Any, ...]:
    """Head, body, title and files for other choices; a phase or widened limits in the link are kept."""
    *chosen, link = values
    choice = Choice.parse({**controls.kept(link), **dict(zip(controls.KEYS, chosen, strict=True))})
    view = serving.view()
    found = trend(view, choice) if view else None
    if view is None or found is None:
        return _empty(view, choice), [], "Trends – Interface Monitor", dash.no_update, *fitted.kept()
    others = fitted.values(ctx.triggered_id, ids, choice, _offered(view, found))
    return page.head(found), page.body(view, found, ids), words.title(found), tools.files(ids, _take(found)), *others


@callback(
    Output(ids.of("tables"), "children"),
    Input(ids.of("every"), "n_clicks"),
    State(ids.of("tables"), "data-query"),
    prevent_initial_call=True,
)
def open_tables(clicks: Any, query: Any) -> Any:
    """The tables of the several indicators, when they are opened for the first time."""
    view = serving.view()
    found = trend(view, Choice.parse(dict(parse_qsl(query)) if isinstance(query, str) else {})) if view else None
    return page.behind(view, found) if view and found and clicks == 1 else dash.no_update


clientside_callback(
    ClientsideFunction("url", "write"),
    Output(ids.of("written"), "children"),
    *(Input(ids.of(key), "value") for key in controls.KEYS),
    prevent_initial_call=True,
)
tools.copying(ids)


def _empty(view: View | None, choice: Choice) -> list[Any]:
    head = [page.nav(), page_head.bare(f"England: {words.QUESTION}")]
    if view is None:
        return [*head, states.no_warehouse(serving.refreshing())]
    if not choice.vintage.is_final:
        now = html.A("Show the current version", href=href(words.PATH, choice.but(vintage=CURRENT).query))
        return [*head, states.banner([f"No version of this is held {choice.vintage.words}. ", now, "."])]
    other = html.A("Show delayed transfers of care", href=words.PATH)
    if not offered(view, [choice.defined]):
        said = "No file that this measure needs has been loaded yet, so nothing of it is shown. "
        return [*head, states.banner([said, other])]
    return [*head, states.banner(["Nothing is held of this measure for this area and these months. Choose others."])]


def _offered(view: View, found: Trend) -> Offered:
    """What can be chosen of a view."""
    months = [month for month, one in found.observations.items() if one.value is not None]
    days = versions.days(view, found.sources)
    return Offered(levels.groups(view, found.choice), levels.measured(view), months, days)


def _take(found: Trend) -> Take:
    """The files of a view: the pack is of the area that was asked for and the last month shown."""
    return Take(control_chart.csv(found), tools.pack(found.choice.area, found.latest))
