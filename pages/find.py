"""Which area was meant? Lists the areas and NHS organisations whose name or code is like what was typed."""

from typing import Any
from urllib.parse import urlencode

import dash
from dash import dcc, html

from components import page_head, shell, states
from components.ids import Ids
from components.url_state import href
from warehouse import serving
from warehouse.queries import areas, places
from warehouse.queries.areas import Area

dash.register_page(__name__, path="/find", title="Find an area")
ids = Ids("find")
LONGEST = 200  # characters of a choice that is carried along
QUESTION = "Which area do you mean?"


def layout(**query: Any) -> html.Div:
    """Areas like the text in ``q``; works without a warehouse and with any query."""
    view, asked = serving.view(), query.get("q", "")
    asked = asked.strip()[:80] if isinstance(asked, str) else ""
    banner = [states.demonstration()] if view and view.mode == "demo" else []
    children = [*banner, page_head.bare(QUESTION), html.P(_said(asked), className="lead")]
    if view is None:
        children.append(states.no_warehouse(serving.refreshing()))
    else:
        found = places.matching(view, asked) or places.like(view, asked) if asked else areas.every(view)
        before = {key: value for key, value in query.items() if key != "q" and _short(value)} if "page" in query else {}
        links = [html.Li(_link(area, before)) for area in found]
        children.append(html.Ul(links, className="plain"))
    return shell.page(title="Find an area – Interface Monitor", children=children, doc_title_id=ids.of("title"))


def _link(area: Area, before: dict[str, str]) -> dcc.Link:
    """Leads to the area by way of the search, with the page that it was made on."""
    name, address = f"{area.name} ({area.code})", href("/find", urlencode({"q": area.code, **before}, errors="replace"))
    return dcc.Link(name, href=address, refresh=True)


def _short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST


def _said(asked: str) -> str:
    return (
        f"Several areas are like ‘{asked}’, or none is exactly that:"
        if asked
        else "Every area with figures of its own:"
    )
