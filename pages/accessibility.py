"""Can everyone use it? What is aimed at, how it is tested, what is known not to work, how to say so."""

from typing import Any

import dash
from dash import html

from components import page_head, shell, states
from components.ids import Ids
from components.words import accessibility, parts
from warehouse import serving

dash.register_page(__name__, path="/accessibility", title="Accessibility statement", foot="Accessibility", foot_order=4)
ids = Ids("accessibility")
QUESTION = "Can everyone use this site?"
LEAD = (
    "It is built to be used with a keyboard, a screen reader, large text and a small screen. This page says what was "
    "tested, and what is known not to work."
)
INVENTED = "The figures of this site are invented; this statement is not."


def layout(**_: Any) -> html.Div:
    """The page; it needs no figures."""
    view = serving.view()
    banner = [states.demonstration(INVENTED)] if view and view.mode == "demo" else []
    meta = f"Accessibility statement of release {accessibility.RELEASE}, prepared in {accessibility.PREPARED}."
    places = [(one.id, one.heading) for one in accessibility.PARTS]
    sections = [
        parts.section(one.id, one.heading, [*parts.paragraphs(*one.said), *parts.points(one.points)])
        for one in accessibility.PARTS
    ]
    children = [
        *banner,
        html.Div(page_head.draw(QUESTION, [LEAD], meta), id=ids.of("head")),
        parts.page(places, sections),
    ]
    return shell.page(
        title="Accessibility statement – Interface Monitor", children=children, doc_title_id=ids.of("title")
    )
