"""Is money moving from meeting demand to managing it, and what became of the plan? For leaders and finance."""

from typing import Any

import dash
from dash import html

from components import page_head, section_nav, shell, states, tools
from components.ids import Ids
from components.scheme import empty
from panels.schemes import taken
from panels.schemes import words as scheme_words
from panels.schemes.held import held
from panels.schemes.scope import where
from panels.spend import page, words
from panels.spend.figures import figures
from warehouse import serving

PATH = "/strategic/spend"
dash.register_page(
    __name__, path=PATH, title="Spend", areas=False, section="strategic", section_label="Spend", section_order=2
)
ids = Ids("spend")
QUESTION = "is the money moving from meeting demand to managing it?"


def layout(**query: Any) -> html.Div:
    """The page for a place; works without a warehouse, without uploads and without spend lines."""
    view = serving.view()
    place = where(view, query) if view else None
    everything = held(view, place) if view and place else None
    found = figures(everything) if everything else None
    nav = section_nav.draw("strategic", PATH)
    if view is None or found is None:
        nothing = states.no_warehouse(serving.refreshing()) if view is None else empty.nobody()
        children = [
            *empty.banner(view.mode if view else None),
            nav,
            page_head.bare(QUESTION[0].upper() + QUESTION[1:]),
            nothing,
        ]
        return shell.page(title="Spend – Interface Monitor", children=children, doc_title_id=ids.of("title"))
    name = found.held.where.place.name
    head = page_head.draw(f"{name}: {QUESTION}", words.lead(found), scheme_words.meta(view, found.held))
    children = [
        *empty.banner(view.mode),
        nav,
        head,
        *states.ignored(found.held.where.ignored),
        tools.draw(ids, taken.take(found.held, "spend-lines")),
        *page.body(view, found),
    ]
    title = f"Spend {found.year}: {name} – Interface Monitor"
    return shell.page(title=title, children=children, doc_title_id=ids.of("title"))


tools.copying(ids)
