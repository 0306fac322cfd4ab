"""What did one scheme change, and what must be decided? For boards, commissioners and those who run it."""

from typing import Any

import dash
from dash import dcc, html

from components import page_head, section_nav, shell, states, tools
from components.ids import Ids
from components.scheme import empty
from panels.schemes import scheme_page as page
from panels.schemes import taken
from panels.schemes.held import Held, held
from panels.schemes.scope import where
from warehouse import serving
from warehouse.queries.local.plan import Scheme
from warehouse.reader import View

dash.register_page(__name__, path_template=f"{page.PATH}/<scheme_id>", title="A scheme", charts=True, areas=False)
ids = Ids("scheme")
QUESTION = "What did this scheme change?"


def layout(scheme_id: str = "", **query: Any) -> html.Div:
    """The page of a scheme of the place in the query; says calmly what is not there."""
    view = serving.view()
    place = where(view, query) if view else None
    found = held(view, place) if view and place else None
    scheme = found.scheme(scheme_id) if found else None
    if view is None or found is None or scheme is None:
        children = _empty(view, found, scheme_id)
        return shell.page(title="A scheme – Interface Monitor", children=children, doc_title_id=ids.of("title"))
    children = [*_head(view, found, scheme), *page.body(view, found, scheme)]
    return shell.page(title=page.title(found, scheme), children=children, doc_title_id=ids.of("title"))


tools.copying(ids)


def _empty(view: View | None, found: Held | None, scheme_id: str) -> list[Any]:
    nav = section_nav.draw("operational", page.PATH)
    if view is None:
        return [nav, page_head.bare(QUESTION), states.no_warehouse(serving.refreshing())]
    if found is None:
        return [*empty.banner(view.mode), nav, page_head.bare(QUESTION), empty.nobody()]
    known = [
        html.Li(dcc.Link(f"{one.scheme_id} {one.name}", href=f"{page.PATH}/{one.scheme_id}")) for one in found.schemes
    ]
    said = html.P(f"{found.where.place.name} has no scheme ‘{scheme_id[:40]}’. Its schemes are:")
    return [
        *empty.banner(view.mode),
        nav,
        page_head.bare("This scheme is not held"),
        html.Div([said, html.Ul(known)], className="empty"),
    ]


def _head(view: View, found: Held, scheme: Scheme) -> list[Any]:
    head = page_head.draw(page.question(scheme), page.lead(found, scheme), page.meta(view, found, scheme))
    if word := page.verdict(found, scheme):
        head.children.insert(1, word)
    nav = section_nav.draw("operational", page.PATH, f"place={found.where.place.place_id}")
    take = taken.take(found, "scheme-series", council=scheme.area_code, scheme=scheme.scheme_id)
    return [*empty.banner(view.mode), nav, head, *states.ignored(found.where.ignored), tools.draw(ids, take)]
