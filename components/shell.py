"""The frame that every page stands in: skip link, header with navigation, main, footer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dash import dcc, html

from components import icons

AREAS = "nav-areas"  # ids of links that carry the chosen area along begin with it; assets/navigation.js reads it


@dataclass(frozen=True)
class NavItem:
    """A page in the navigation; ``areas``: whether it shows an area, so that its link carries the chosen one along."""

    label: str
    path: str
    areas: bool = False
    whole: bool = False  # loaded as a document of its own


def frame(
    pages: Any, nav: Sequence[NavItem], foot: Sequence[NavItem] = (), *, current: str = "", age: str = ""
) -> html.Div:
    """The whole document body around the page container; ``foot`` are pages that the footer lists.

    current: path that is marked already (elsewhere a script of the site marks it). age: how old the figures are.
    """
    return html.Div(
        [
            html.A("Skip to the content", className="skip", href="#main"),
            _header(nav, current),
            html.Div(id="problem", className="wrap", role="alert"),
            html.Main(pages, id="main", className="wrap", tabIndex=-1),
            _footer(foot, age),
            html.Div(id="live", role="status", className="vh", **{"aria-live": "polite"}),
        ]
    )


def _header(nav: Sequence[NavItem], current: str) -> html.Header:
    items = [html.Li(_link(place, item, current)) for place, item in enumerate(nav)]
    brand = dcc.Link([icons.mark(), "Interface Monitor"], href="/", className="brand")
    bar = html.Nav(html.Ul(items), **{"aria-label": "Pages"})
    return html.Header(html.Div([brand, bar, _search()], className="wrap"), className="top")


def _link(place: int, item: NavItem, current: str) -> Any:
    if item.path == current:
        return html.A(item.label, href=item.path, className="nav-link", **{"aria-current": "page"})
    name = {"id": f"{AREAS}-{place}"} if item.areas else {}
    return dcc.Link(item.label, href=item.path, className="nav-link", refresh=item.whole, **name)


def _search() -> html.Form:
    """Finds an area by name or code from every page; works without scripts."""
    field = dcc.Input(id="find-area", name="q", type="search", placeholder="Find an area", className="text")
    label = html.Label("Find an area, by name or code", htmlFor="find-area", className="vh")
    return html.Form([label, field], action="/find", method="get", role="search", className="find")


def _footer(foot: Sequence[NavItem], age: str) -> html.Footer:
    licence = [
        "Contains public sector information licensed under the ",
        "Open Government Licence v3.0",
        ". Delays, emergency admissions and the local schemes meant to change them.",
    ]
    links = [html.Li(dcc.Link(item.label, href=item.path)) for item in foot]
    listed = [html.Nav(html.Ul(links, className="foot"), **{"aria-label": "About the figures"})] if links else []
    aged = [html.P(age)] if age else []
    return html.Footer(html.Div([*listed, *aged, html.P(licence)], className="wrap"), className="bottom")


def page(*, title: str, children: Sequence[Any], doc_title_id: str) -> html.Div:
    """A page: its contents and a hidden element that carries the document's title."""
    return html.Div([html.Span(id=doc_title_id, hidden=True, **{"data-title": title}), *children])
