"""Is each scheme delivering, and which cannot be told? The register, for leaders and commissioners."""

from typing import Any

import dash
from dash import ClientsideFunction, Input, Output, State, callback, clientside_callback, html

from components import page_head, section_nav, shell, states, tools
from components.ids import Ids
from components.scheme import empty, filters
from components.tools import Take
from domain.local.words import DEMAND, STAGE_SHORT
from panels.schemes import register_page as page
from panels.schemes import taken, words
from panels.schemes.held import Held, held
from panels.schemes.register import DECIDED, DUE, NAMES, Filters, lines
from panels.schemes.scope import where
from warehouse import serving
from warehouse.reader import View

dash.register_page(
    __name__,
    path=page.PATH,
    title="Schemes",
    areas=False,
    section="operational",
    section_label="Schemes",
    section_order=2,
)
ids = Ids("schemes")
QUESTION = "Is each scheme delivering?"
KEYS = ("area", "stage", "demand", "verdict", "decision")


def layout(**query: Any) -> html.Div:
    """The page for a query; works without a warehouse, without uploads and with any query."""
    view = serving.view()
    found = _found(view, query)
    if view is None or found is None:
        return shell.page(title="Schemes – Interface Monitor", children=_empty(view), doc_title_id=ids.of("title"))
    chosen = Filters.parse(query, tuple(one.code for one in found.where.councils))
    children = [
        html.Div(_head(view, found, chosen), id=ids.of("head")),
        _controls(found, chosen),
        html.Div(page.body(view, found, chosen), id=ids.of("body")),
        html.Span(id=ids.of("kept"), hidden=True, **{"data-place": found.where.place.place_id}),
    ]
    return shell.page(title=page.title(found), children=children, doc_title_id=ids.of("title"))


@callback(
    Output(ids.of("head"), "children"),
    Output(ids.of("body"), "children"),
    tools.output(ids),
    *(Input(ids.of(key), "value") for key in KEYS),
    State(ids.of("kept"), "data-place"),
    prevent_initial_call=True,
)
def show_schemes(*values: Any) -> tuple[Any, ...]:
    """Head, body and files for other filters."""
    *chosen, place = values
    view = serving.view()
    query = {"place": place, **dict(zip(KEYS, chosen, strict=True))}
    found = _found(view, query)
    if view is None or found is None:
        return _empty(view), [], dash.no_update
    narrowed = Filters.parse(query, tuple(one.code for one in found.where.councils))
    return _head(view, found, narrowed), page.body(view, found, narrowed), tools.files(ids, _take(found, narrowed))


clientside_callback(
    ClientsideFunction("url", "write"),
    Output(ids.of("written"), "children"),
    *(Input(ids.of(key), "value") for key in KEYS),
    prevent_initial_call=True,
)
tools.copying(ids)


def _take(found: Held, chosen: Filters) -> Take:
    return taken.take(found, "schemes-register", **chosen.pairs)


def _found(view: View | None, query: dict[str, Any]) -> Held | None:
    place = where(view, query) if view else None
    return held(view, place) if view and place else None


def _empty(view: View | None) -> list[Any]:
    nothing = states.no_warehouse(serving.refreshing()) if view is None else empty.nobody()
    return [
        *empty.banner(view.mode if view else None),
        section_nav.draw("operational", page.PATH),
        page_head.bare(QUESTION),
        nothing,
    ]


def _head(view: View, found: Held, chosen: Filters) -> list[Any]:
    every = lines(found, chosen)
    head = page_head.draw(page.question(found), page.lead(every), words.meta(view, found))
    nav = section_nav.draw("operational", page.PATH)
    return [
        *empty.banner(view.mode),
        nav,
        head,
        *states.ignored(found.where.ignored),
        *page.top(found, chosen),
    ]


def _controls(found: Held, chosen: Filters) -> html.Div:
    councils = {one.code: one.name for one in found.where.councils}
    groups = {key: name for key, (name, _) in NAMES.items()}
    selects = (
        ("area", "Area", {filters.ANY: "All councils", **councils}, chosen.area or filters.ANY),
        ("stage", "Stage", {filters.ANY: "All stages", **STAGE_SHORT}, chosen.stage or filters.ANY),
        ("demand", "Demand", {filters.ANY: "All", **DEMAND}, chosen.demand or filters.ANY),
        ("verdict", "Summary verdict", {filters.ANY: "All verdicts", **groups}, chosen.verdict or filters.ANY),
        ("decision", "Decision", {filters.ANY: "All", DUE: "Due", DECIDED: "Decided"}, chosen.decision or filters.ANY),
    )
    beside = tools.draw(ids, _take(found, chosen))
    return filters.draw(ids, selects, label="Which schemes are shown", tools=beside)
