"""Links to the other pages of a section: what stands above the head of each of them."""

from typing import Any

import dash
from dash import dcc, html

NAMES = {"strategic": "Strategic", "operational": "Operational", "personal": "Personal"}


def draw(section: str, path: str, query: str = "") -> html.Nav:
    """The pages of a section in their order; the one at ``path`` is marked. ``query`` goes along to the others."""
    pages = [page for page in dash.page_registry.values() if page.get("section") == section]
    items = [html.Li(_link(page, path, query)) for page in sorted(pages, key=lambda page: page["section_order"])]
    name = NAMES[section]
    return html.Nav(
        [html.Span(name, className="section-name"), html.Ul(items)],
        className="section-nav",
        **{"aria-label": f"{name} pages"},
    )


def _link(page: dict[str, Any], path: str, query: str) -> Any:
    if page["path"] == path:
        return html.A(page["section_label"], href=path, **{"aria-current": "page"})
    return dcc.Link(page["section_label"], href=page["path"] + (f"?{query}" if query else ""))
