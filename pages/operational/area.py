"""Why are people delayed in one area, and who owns each reason? For commissioners and operational leads.

The split by responsible body, reasons ranked and over time, the place among councils with its variation, England's
reasons by body as context, and every month.
"""

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, callback, clientside_callback, html

from components import page_head, shell, states
from components.area import controls as area_controls
from components.area import notices
from components.ids import Ids
from components.url_state import Scope
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
    areas="own",
    section="operational",
    section_label="Delays by reason",
    section_order=1,
)
ids = Ids("area")
QUESTION = "Why are people delayed, and who owns each reason?"
CRUMB = "Operational"


def layout(**query: Any) -> html.Div:
    """The page for a query; works without a warehouse and with any query."""
    scope = Scope.parse(query)
    view = serving.view()
    found = area_figures(view, scope) if view else None
    if view is None or found is None:
        children = [page_head.bare(QUESTION, crumb=CRUMB), states.no_warehouse(serving.refreshing())]
        return shell.page(title="No figures yet – Interface Monitor", children=children, doc_title_id=ids.of("title"))
    chosen = area_controls.controls(
        ids,
        area=found.area.code,
        choices=[(area.code, area.name, area.type) for area in known(view)],
        window=found.window,
        months=months_of_all(view),
    )
    children = [
        html.Div(_head(found), id=ids.of("head")),
        chosen,
        html.Div(page.panels(view, scope), id=ids.of("panels"), className="area-panels"),
    ]
    return shell.page(title=lead.title(found), children=children, doc_title_id=ids.of("title"))


@callback(
    Output(ids.of("head"), "children"),
    Output(ids.of("panels"), "children"),
    Output(ids.of("title"), "data-title"),
    Output(ids.of("from"), "value"),
    Output(ids.of("to"), "value"),
    Input(ids.of("area"), "value"),
    Input(ids.of("from"), "value"),
    Input(ids.of("to"), "value"),
    prevent_initial_call=True,
)
def show_area(area: Any, start: Any, end: Any) -> tuple[list[Any], list[Any], str, str, str]:
    """Head, panels and title for another area or window, and the window as far as the area holds it."""
    scope = Scope.parse({"area": area, "from": start, "to": end})
    view = serving.view()
    found = area_figures(view, scope) if view else None
    if view is None or found is None:
        nothing = states.no_warehouse(serving.refreshing())
        return [page_head.bare(QUESTION, crumb=CRUMB)], [nothing], "Interface Monitor", "", ""
    return _head(found), page.panels(view, scope), lead.title(found), found.window.start, found.window.end


clientside_callback(
    ClientsideFunction("url", "write"),
    Output(ids.of("written"), "children"),
    Input(ids.of("area"), "value"),
    Input(ids.of("from"), "value"),
    Input(ids.of("to"), "value"),
    prevent_initial_call=True,
)


def _head(found: AreaFigures) -> list[Any]:
    banner = [states.demonstration()] if found.demonstration else []
    answer = page_head.draw(lead.heading(found), lead.lead(found), lead.meta(found), crumb=CRUMB)
    near = [(area.code, area.name) for area in found.nearest]
    unknown = notices.unknown(found.area.name, near, PATH) if found.unknown else []
    return [*banner, answer, *unknown, *notices.ignored(found.window.ignored)]
