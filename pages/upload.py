"""How does a place bring in its schemes and indicators? The workbook, its check, and every upload so far.

The site sends this page as a document of its own, so that the form works without JavaScript (``web.uploads``).
"""

from typing import Any

import dash
from dash import html

from components import page_head, shell, states
from components.ids import Ids
from components.upload import about, forms, history
from panels.upload import accepted
from warehouse import serving
from warehouse.reader import View

PATH = "/upload"
ids = Ids("upload")
QUESTION = "How do we bring in our schemes and indicators?"
WHO = {
    "local": "Files are taken from the machine that this site runs on (UPLOADS=local).",
    "key": "Files are taken from everybody who knows the upload key of this site (UPLOADS=key).",
    "off": "Uploads are switched off on this site (UPLOADS=off).",
}


def layout(**_: Any) -> html.Div:
    """The page as a move inside the site draws it; forms are answered by the server alone."""
    return draw("local", "")


def draw(uploads: str, closed: str) -> html.Div:
    """The page. uploads: who may upload here; closed: why this visitor cannot, in words, else empty."""
    view = serving.view()
    listed = history.draw(accepted.entries(view), links=not closed)
    children = [
        *([states.demonstration(DEMO)] if view and view.mode == "demo" else []),
        page_head.draw(QUESTION, [about.LEAD], _meta(view)) if view else page_head.bare(QUESTION),
        *([] if view else [states.no_warehouse(serving.refreshing())]),
        about.take(),
        *_forms(view, key=uploads == "key", closed=closed),
        html.Section([html.H2("Uploads so far"), listed], className="sec stack"),
        about.kept(WHO[uploads]),
    ]
    return shell.page(title="Upload local data – Interface Monitor", children=children, doc_title_id=ids.of("title"))


DEMO = "The places and figures of this site are invented; what is uploaded here stands beside them."


def _meta(view: View) -> str:
    local = f"local build {view.local.id}" if view.local else "no local build yet"
    return f"National build {view.id}; {local}."


def _forms(view: View | None, *, key: bool, closed: str) -> list[Any]:
    """The forms; for a visitor who cannot use them, why."""
    if view is None:
        return []
    if closed:
        said = [html.B(f"{closed} "), "The workbook and its sheets can be taken all the same."]
        return [html.Section([html.H2("2. Check it and upload it"), states.banner(said)], className="sec stack")]
    places = accepted.places(view)
    check = [html.H2("2. Check it and upload it"), forms.check(ids, tuple(places.values()), key=key)]
    plan = [
        html.H2("Start from a Better Care Fund plan"),
        html.P(
            "The expenditure sheet of a planning workbook becomes a draft: schemes, lines of money and expected "
            "outputs. Where a scheme acts is filled in where its type says so; purposes, starts and indicators are "
            "yours to add. Nothing is uploaded by this."
        ),
        forms.plan(ids, key=key),
    ]
    sections = [check, plan]
    if places:
        words = "As a workbook, to change and upload again. It holds exact numbers: treat it as you treat the source."
        sections.append([html.H2("Take away what is held"), html.P(words), forms.held(ids, places, key=key)])
    return [html.Section(parts, className="sec stack") for parts in sections]


dash.register_page(__name__, path=PATH, title="Upload local data", nav="Upload", order=95, whole=True, document=draw)
