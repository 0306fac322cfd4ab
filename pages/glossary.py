"""What does this word mean? The field's terms in one sentence each, with the exact definition and its source."""

from typing import Any

import dash
from dash import html

from components import page_head, shell, states
from components.ids import Ids
from components.words import glossary, parts
from domain.glossary import TERMS
from warehouse import serving

dash.register_page(__name__, path="/glossary", title="Glossary", foot="Glossary", foot_order=3)
ids = Ids("glossary")
QUESTION = "What does this word mean?"
LEAD = (
    "Every term of the figures and charts here: first in one sentence, then exactly, with the source that defines it."
)
INVENTED = "The figures of this site are invented; the terms and sources on this page are real."


def layout(**_: Any) -> html.Div:
    """The page; it needs no figures."""
    view = serving.view()
    banner = [states.demonstration(INVENTED)] if view and view.mode == "demo" else []
    meta = f"{len(TERMS)} terms. Addresses are written out; nothing on this page leads to another site."
    children = [
        *banner,
        html.Div(page_head.draw(QUESTION, [LEAD], meta), id=ids.of("head")),
        glossary.letters(TERMS),
        html.Div(
            [
                *glossary.blocks(TERMS),
                parts.section("reasons-for-delay", "Reasons for delay", [glossary.reasons()]),
            ],
            className="words",
        ),
    ]
    return shell.page(title="Glossary – Interface Monitor", children=children, doc_title_id=ids.of("title"))
