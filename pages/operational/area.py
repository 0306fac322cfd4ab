"""Why are people delayed in one area, and who owns each reason? For commissioners and operational leads.

The split by responsible body, reasons ranked and each as a control chart, the place among councils with its
variation, England's reasons by body as context, and every month.
"""

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, callback, clientside_callback, html

from components import page_head, section_nav, shell, states, tools
from components.area import controls as area_controls
from components.area import notices
from components.area.choice import Choice
from components.ids import Ids
from components.tools import Take
from components.url_state import href
from panels.area import lead, page
from panels.area.figures import AreaFigures, area_figures, known, months_of_all
from warehouse import serving

PATH = "/operational/area"
dash.register_page(
    __name__,
    path=PATH,
    title="Why people are delayed in an area",
    nav="Operational",
    order=3,
    charts=True,
    areas=True,
    found_here=True,
    section="operational",
    section_label="Delays by reason",
    section_order=1,
)
ids = Ids("area")
QUESTION = "Why are people delayed, and who owns each reason?"
PARTS = ("window", "reasons", "context")


def layout(**query: Any) -> html.Div:
    """The page for a query; works without a warehouse and with any query."""
    choice, view = Choice.parse(query), serving.view()
    found = area_figures(view, choice.scope) if view else None
    if view is None or found is None:
        children = [_nav(), page_head.bare(QUESTION), states.no_warehouse(serving.refreshing())]
        return shell.page(title="No figures yet – Interface Monitor", children=children, doc_title_id=ids.of("title"))
    chosen = area_controls.controls(
        ids,
        area=found.area.code,
        choices=[(area.code, area.name, area.type) for area in known(view)],
        window=found.window,
        months=months_of_all(view),
        form=choice.form,
        take=_take(found, choice),
    )
    parts = page.panels(view, choice)
    window, reasons, context = (
        html.Div(part, id=ids.of(name), className="area-panels") for name, part in zip(PARTS, parts, strict=True)
    )
    children = [
        html.Div(_head(found, choice), id=ids.of("head")),
        chosen,
        window,
        html.Div([area_controls.drawn_as(ids, choice), reasons], className="over-time"),
        context,
    ]
    return shell.page(title=lead.title(found), children=children, doc_title_id=ids.of("title"))


@callback(
    Output(ids.of("head"), "children"),
    *(Output(ids.of(name), "children") for name in PARTS),
    Output(ids.of("title"), "data-title"),
    Output(ids.of("from"), "value"),
    Output(ids.of("to"), "value"),
    tools.output(ids),
    *(Input(ids.of(key), "value") for key in area_controls.KEYS),
    prevent_initial_call=True,
)
def show_area(*values: Any) -> tuple[Any, ...]:
    """Head, panels and title for another choice, the window as far as the area holds it, and its files."""
    choice = Choice.parse(dict(zip(area_controls.KEYS, values, strict=True)))
    view = serving.view()
    found = area_figures(view, choice.scope) if view else None
    if view is None or found is None:
        nothing = states.no_warehouse(serving.refreshing())
        return [_nav(), page_head.bare(QUESTION)], [nothing], [], [], "Interface Monitor", "", "", dash.no_update
    shown = page.panels(view, choice)
    window = (found.window.start, found.window.end)
    return _head(found, choice), *shown, lead.title(found), *window, tools.files(ids, _take(found, choice))


clientside_callback(
    ClientsideFunction("url", "write"),
    Output(ids.of("written"), "children"),
    *(Input(ids.of(key), "value") for key in area_controls.KEYS),
    prevent_initial_call=True,
)


tools.copying(ids)


def _take(found: AreaFigures, choice: Choice) -> Take:
    """The files of a view: every month of it, and the pack of its last month."""
    rows = href("/export/area-months.csv", choice.on(found.shown).query)
    return Take(rows, tools.pack(found.area.code, found.window.end))


def _nav() -> html.Nav:
    return section_nav.draw("operational", PATH)


def _head(found: AreaFigures, choice: Choice) -> list[Any]:
    banner = [states.demonstration()] if found.demonstration else []
    answer = page_head.draw(lead.heading(found), lead.lead(found), lead.meta(found))
    near = [(area.code, area.name) for area in found.nearest]
    unknown = notices.unknown(found.area.name, near, PATH) if found.unknown else []
    return [*banner, _nav(), answer, *unknown, *notices.ignored((*found.window.ignored, *choice.ignored))]
