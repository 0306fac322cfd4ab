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
from warehouse.queries import areas, outcomes
from warehouse.reader import View

PATH = "/find"


def register(server: Flask, site: Dash) -> None:
    """Add ``/find?q=``."""

    def find() -> AnyResponse | str:
        view, asked = serving.view(), request.args.get("q", "").strip()
        found = areas.matching(view, asked) if view and asked else ()
        if len(found) == 1:
            return redirect(target(found[0].code, request.referrer or ""))
        if view and asked and (code := _with_outcomes(view, asked)):
            return redirect(f"{_outcomes()}?{urlencode({'area': code})}")
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


def _with_outcomes(view: View, asked: str) -> str:
    """The code of an area of this code or name that has outcomes only: a council made after the last delays."""
    wanted = asked.casefold()
    return next((one.code for one in outcomes.places(view) if wanted in (one.code.casefold(), one.name.casefold())), "")


def _outcomes() -> str:
    """The page on outcomes for people."""
    pages: list[dict[str, Any]] = list(dash.page_registry.values())
    return str(next(page["path"] for page in pages if page.get("section") == "personal"))
