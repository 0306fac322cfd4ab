"""Are we on plan: what was missed, what was met, and what would the rest of the year need? For boards and returns."""

from typing import Any

import dash
from dash import html

from components import page_head, section_nav, shell, states, tools
from components.ids import Ids
from components.scheme import empty
from panels.plan import page
from panels.schemes import taken, words
from panels.schemes.held import held
from panels.schemes.scope import where
from warehouse import serving
from warehouse.queries.local import evidence

PATH = "/strategic/plan"
dash.register_page(
    __name__, path=PATH, title="Plan", areas=False, section="strategic", section_label="Plan", section_order=3
)
ids = Ids("plan")
QUESTION = "Are we on plan?"


def layout(**query: Any) -> html.Div:
    """The page for a place; works without a warehouse, without uploads and without targets."""
    view = serving.view()
    place = where(view, query) if view else None
    found = held(view, place) if view and place else None
    nav = section_nav.draw("strategic", PATH)
    if view is None or found is None:
        nothing = states.no_warehouse(serving.refreshing()) if view is None else empty.nobody()
        children = [*empty.banner(view.mode if view else None), nav, page_head.bare(QUESTION), nothing]
        return shell.page(title="Plan – Interface Monitor", children=children, doc_title_id=ids.of("title"))
    every = evidence.planned(view, found.where.place.place_id)
    children = [
        *empty.banner(view.mode),
        nav,
        page_head.draw(page.question(found), page.lead(found, every), words.meta(view, found)),
        *states.ignored(found.where.ignored),
        tools.draw(ids, taken.take(found, "plan-targets")),
        *page.body(found, every),
    ]
    title = f"Plan against actual: {found.where.place.name} – Interface Monitor"
    return shell.page(title=title, children=children, doc_title_id=ids.of("title"))


tools.copying(ids)
