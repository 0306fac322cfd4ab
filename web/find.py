"""Finding an area from every page: one match goes straight to its page, several are listed by ``pages/find.py``.

Trusts, boards and NHS regions lead to trends.

The page on which the search was made stays, if it shows areas, with everything else that was chosen there; the list
carries both along in its own address.
"""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import dash
from dash import Dash
from flask import Flask, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from domain import organisations
from panels.trends import levels, words
from warehouse import serving
from warehouse.queries import outcomes, places
from warehouse.queries.areas import Area
from warehouse.reader import View

PATH = "/find"
ASKED, PAGE = "q", "page"  # keys of the address: what was typed, and the page that it was typed on


def register(server: Flask, site: Dash) -> None:
    """Add ``/find?q=``."""

    def find() -> AnyResponse | str:
        view, asked = serving.view(), request.args.get(ASKED, "").strip()
        found = places.matching(view, asked) if view and asked else ()
        page, choices = came_from()
        if view and len(found) == 1 and found[0].type in organisations.KINDS:
            return redirect(_of_the_nhs(view, found[0], page, choices))
        if len(found) == 1:
            return redirect(target(found[0].code, page, choices))
        if view and asked and (code := _with_outcomes(view, asked)):
            return redirect(f"{_outcomes()}?{urlencode({'area': code})}")
        if page and PAGE not in request.args:
            return redirect(f"{PATH}?{urlencode({ASKED: asked, PAGE: page, **choices})}")
        document: Response | str = site.index()
        return document

    server.add_url_rule(PATH, "find_area", find)


def came_from() -> tuple[str, dict[str, str]]:
    """The page with areas that the search was made on, and what was chosen there; empty for any other page."""
    if PAGE in request.args:
        return _known({key: value for key, value in request.args.items() if key != ASKED})
    parts = urlsplit(request.referrer or "")
    if parts.netloc not in ("", request.host):
        return "", {}
    query = dict(parse_qsl(parts.query))
    if parts.path == PATH:
        query.pop(ASKED, "")
        return _known(query)
    return _known({**query, PAGE: parts.path})


def _known(query: dict[str, str]) -> tuple[str, dict[str, str]]:
    page = query.pop(PAGE, "")
    return (page, query) if any(one["path"] == page for one in _pages()) else ("", {})


def _pages() -> list[dict[str, Any]]:
    return [page for page in dash.page_registry.values() if page.get("areas")]


def target(code: str, page: str, choices: dict[str, str]) -> str:
    """The address that shows an area: on the page the search came from, else on the page of areas."""
    if page:
        return f"{page}?{urlencode({**choices, 'area': code})}"
    home = next(one["path"] for one in _pages() if one.get("found_here"))
    return f"{home}?{urlencode({'area': code})}"


def _of_the_nhs(view: View, one: Area, page: str, choices: dict[str, str]) -> str:
    """The address that shows an NHS organisation: trends, with a measure that it has."""
    return f"{words.PATH}?{levels.query(view, one.code, choices if page == words.PATH else {})}"


def _with_outcomes(view: View, asked: str) -> str:
    """The code of an area of this code or name that has outcomes only: a council made after the last delays."""
    wanted = asked.casefold()
    return next((one.code for one in outcomes.places(view) if wanted in (one.code.casefold(), one.name.casefold())), "")


def _outcomes() -> str:
    """The page on outcomes for people."""
    pages: list[dict[str, Any]] = list(dash.page_registry.values())
    return str(next(page["path"] for page in pages if page.get("section") == "personal"))
