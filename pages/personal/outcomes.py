"""Is life better for people? What people who use services and their carers say, each figure with its margin.

For people who draw on care, scrutiny members and leaders; the questions of local schemes to the people they reach
stand beneath.
"""

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, callback, clientside_callback, html

from components import page_head, section_nav, shell, states, tools
from components.area import notices
from components.ids import Ids
from components.scheme import filters
from components.tools import Take
from components.url_state import href
from domain.areas import REGION
from panels.personal import lead, page
from panels.personal.figures import Outcomes, known, outcomes_of
from panels.schemes.scope import one
from warehouse import serving
from warehouse.reader import View

PATH = "/personal/outcomes"
dash.register_page(
    __name__,
    path=PATH,
    title="Outcomes for people",
    nav="Personal",
    order=4,
    charts=True,
    areas=True,
    section="personal",
    section_label="Outcomes",
    section_order=1,
)
ids = Ids("personal")


def layout(**query: Any) -> html.Div:
    """The page for a query; works without a warehouse, without outcomes and with any query."""
    view = serving.view()
    found = outcomes_of(view, one(query, "area")) if view else None
    if view is None or found is None:
        return shell.page(title=f"Outcomes – {lead.NAME}", children=_empty(view), doc_title_id=ids.of("title"))
    children = [
        html.Div(_head(found), id=ids.of("head")),
        _controls(view, found),
        html.Div(page.body(view, found), id=ids.of("body")),
    ]
    return shell.page(title=lead.title(found), children=children, doc_title_id=ids.of("title"))


@callback(
    Output(ids.of("head"), "children"),
    Output(ids.of("body"), "children"),
    Output(ids.of("title"), "data-title"),
    tools.output(ids),
    Input(ids.of("area"), "value"),
    prevent_initial_call=True,
)
def show_outcomes(area: Any) -> tuple[Any, ...]:
    """Head, sections, title and files for another area."""
    view = serving.view()
    found = outcomes_of(view, one({"area": area}, "area")) if view else None
    if view is None or found is None:
        return _empty(view), [], f"Outcomes – {lead.NAME}", dash.no_update
    return _head(found), page.body(view, found), lead.title(found), tools.files(ids, _take(found))


clientside_callback(
    ClientsideFunction("url", "write"),
    Output(ids.of("written"), "children"),
    Input(ids.of("area"), "value"),
    prevent_initial_call=True,
)
tools.copying(ids)


def _take(found: Outcomes) -> Take:
    return Take(href("/export/personal-outcomes.csv", found.query), tools.pack(found.area.code))


def _empty(view: View | None) -> list[Any]:
    question = page_head.bare(lead.QUESTION[:1].upper() + lead.QUESTION[1:])
    if view is None:
        return [section_nav.draw("personal", PATH), question, states.no_warehouse(serving.refreshing())]
    banner = [states.demonstration()] if view.mode == "demo" else []
    nothing = states.nothing("No outcome measure is held.", "The next refresh reads the publisher’s tables.")
    return [*banner, section_nav.draw("personal", PATH), question, nothing]


def _head(found: Outcomes) -> list[Any]:
    banner = [states.demonstration()] if found.demonstration else []
    answer = page_head.draw(lead.heading(found), lead.lead(found), lead.meta(found))
    near = [(area.code, area.name) for area in found.nearest]
    unknown = notices.unknown(found.area.name, near, PATH) if found.unknown else []
    return [*banner, section_nav.draw("personal", PATH), answer, *unknown]


def _controls(view: View, found: Outcomes) -> html.Div:
    names = [area.name for area in known(view)]
    choices = {
        area.code: f"{area.name} (region)"
        if area.type == REGION
        else f"{area.name} ({area.code})"
        if names.count(area.name) > 1
        else area.name
        for area in known(view)
    }
    chosen = (("area", "Area", choices, found.area.code),)
    return filters.draw(ids, chosen, label="Area shown", tools=tools.draw(ids, _take(found)))
