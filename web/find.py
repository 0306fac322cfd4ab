"""Finding an area from every page: one match goes straight to its page, several are listed by ``pages/find.py``.

The page on which the search was made stays, if it shows areas, with everything else that was chosen there.
"""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import dash
from dash import Dash
from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from warehouse import serving
from warehouse.queries import areas

PATH = "/find"


def register(server: Flask, site: Dash) -> None:
    """Add ``/find?q=``."""

    def find() -> AnyResponse | str:
        view, asked = serving.view(), request.args.get("q", "").strip()
        found = areas.matching(view, asked) if view and asked else ()
        if len(found) == 1:
            return redirect(target(found[0].code, request.referrer or ""))
        document: Response | str = site.index()
        return document

    server.add_url_rule(PATH, "find_area", find)


def target(code: str, before: str) -> str:
    """The address that shows an area: the page the search came from, else the page that is about areas themselves."""
    pages: list[dict[str, Any]] = [page for page in dash.page_registry.values() if page.get("areas")]
    paths = [page["path"] for page in sorted(pages, key=lambda page: page["areas"] != "own")]
    parts = urlsplit(before)
    if parts.path in paths and parts.netloc in ("", request.host):
        query = {**dict(parse_qsl(parts.query)), "area": code}
        return f"{parts.path}?{urlencode(query)}"
    return f"{paths[0]}?{urlencode({'area': code})}"
