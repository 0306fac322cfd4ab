"""The site: Dash with its pages, the shell around them and the HTTP rooms. ``gunicorn app:server`` serves it."""

from html import escape
from typing import Any

import dash
from dash import Dash, html
from flask import Flask, request

from components import shell
from components.shell import NavItem
from config import Settings, load
from panels.data import fresh
from warehouse import serving
from warehouse.reader import where
from web import callbacks, documents, downloads, errors, find, health, packs, responses, security, static_files, uploads
from web.static_files import Prepared

NAME = "Interface Monitor"
DESCRIPTION = (
    "Delayed transfers of care and emergency admissions in England, next to the local schemes meant to change them."
)
INDEX = """<!DOCTYPE html>
<html lang="en-GB">
<head>
{%metas%}
<title>{%title%}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
{%head%}
{%css%}
</head>
<body>
{%app_entry%}
<noscript><p class="wrap">This site draws its charts with JavaScript. Every table can be taken away without it, for
example <a href="/export/home-delays.csv">delays</a> and
<a href="/export/home-admissions.csv">emergency admissions</a> in England as CSV.</p></noscript>
<div hidden>{%config%}{%scripts%}{%renderer%}</div>
</body>
</html>"""


class Site(Dash):
    """Dash whose document names the page's own title and loads what that page needs."""

    prepared: Prepared

    def interpolate_index(self, **parts: Any) -> str:
        """Fill the document: the title of the page asked for, fonts, and plotly only where there are charts."""
        page: dict[str, Any] = next((p for p in dash.page_registry.values() if _at(p, request.path)), {})
        title = f"{page['title']} – {NAME}" if page else NAME
        parts |= {"title": escape(title)}
        document = self.index_string.replace("{%head%}", _head(self.prepared, charts=bool(page.get("charts"))))
        for name, value in parts.items():
            document = document.replace("{%" + name + "%}", value)
        return document


def _head(prepared: Prepared, *, charts: bool) -> str:
    """Font faces, preloads, and where the drawing library lies."""
    lines = [documents.fonts(prepared)]
    if prepared.plotly:
        lines.append(f'<meta name="plotly" content="{prepared.plotly}">')
        lines += [f'<link rel="preload" href="{prepared.plotly}" as="script">'] if charts else []
    return "\n".join(lines)


def _at(page: dict[str, Any], path: str) -> bool:
    """Whether a page answers a path; a template answers everything below its fixed part."""
    template = page.get("path_template")
    return path.startswith(template.split("<")[0]) if template else page["path"] == path


def navigation() -> list[NavItem]:
    """Pages that name a place in the navigation, in order; only pages that exist are listed."""
    named = [page for page in dash.page_registry.values() if page.get("nav")]
    ordered = sorted(named, key=lambda page: page["order"])
    return [NavItem(page["nav"], page["path"], bool(page.get("areas")), bool(page.get("whole"))) for page in ordered]


def footer() -> list[NavItem]:
    """Pages that name a place in the footer, in order."""
    named = [page for page in dash.page_registry.values() if page.get("foot")]
    return [NavItem(page["foot"], page["path"]) for page in sorted(named, key=lambda page: page["foot_order"])]


def _frame(contents: Any, path: str) -> html.Div:
    """The shell around a page that is drawn without JavaScript."""
    return shell.frame(contents, navigation(), footer(), current=path, age=fresh.age())


def _document() -> html.Div:
    """The shell around every page, asked for once a document: the age of the figures in it is that of the day."""
    return html.Div(shell.frame(dash.page_container, navigation(), footer(), age=fresh.age()))


def create(settings: Settings) -> Site:
    """The site for some settings, warmed so that the first visitor waits for nothing."""
    serving.serve(settings.root(where(settings.data_dir, settings.sources)))
    server = Flask(NAME, static_folder=None)
    site = Site(
        __name__,
        server=server,
        use_pages=True,
        compress=True,
        title=NAME,
        description=DESCRIPTION,
        update_title="",
        index_string=INDEX,
        on_error=errors.shown,
        suppress_callback_exceptions=True,  # else every document carries every page; tests check the ids instead
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    site.prepared = Prepared.load(settings.static_dir)
    site.layout = _document
    health.register(server)
    downloads.register(server)
    find.register(server, site)
    packs.register(server)
    uploads.register(server, site, settings, _frame)
    errors.register(server)
    callbacks.register(server, site)
    responses.register(server)
    security.register(server, site)
    static_files.register(server, site.prepared)
    server.test_client().get("/")
    dash.page_registry["pages.home"]["layout"]()
    return site


app = create(load())
server = app.server
