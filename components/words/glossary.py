"""The glossary: letters to jump to, a block for every term, and the reasons for delay as a table."""

import string
from collections.abc import Sequence
from typing import Any

from dash import html

from components import tables
from components.tables import Column, Table
from domain.delays import BODIES, BODY_LABELS, REASONS
from domain.glossary import TERM_BY_ID, Term, place

REASON_COLUMNS = (
    Column("reason", "Code", kind="text"),
    Column("label", "Waiting for", kind="text"),
    *(Column(body, BODY_LABELS[body], kind="text") for body in BODIES),
)


def letters(terms: Sequence[Term]) -> html.Nav:
    """The alphabet; letters without a term are there and lead nowhere."""
    used = {initial(term) for term in terms}
    items = [
        html.Li(html.A(one, href=f"#letter-{one}") if one in used else html.Span(one, **{"aria-hidden": "true"}))
        for one in string.ascii_uppercase
    ]
    return html.Nav(html.Ul(items, className="letters"), **{"aria-label": "Terms by letter"})


def initial(term: Term) -> str:
    """The letter that a term stands under."""
    return place(term)[0].upper()


def blocks(terms: Sequence[Term]) -> list[html.Section]:
    """A section a letter, and in it a block a term."""
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(initial(term), []).append(term)
    return [
        html.Section(
            [html.H2(letter), *(_term(term) for term in group)],
            id=f"letter-{letter}",
            className="sec anchored",
            tabIndex=-1,
        )
        for letter, group in found.items()
    ]


def _term(term: Term) -> html.Div:
    exactly: list[Any] = [html.P(term.exact, className="note")]
    if term.see:
        links: list[Any] = []
        for n, other in enumerate(term.see):
            links += [", "] if n else []
            links.append(html.A(TERM_BY_ID[other].term, href=f"#{other}"))
        exactly.append(html.P(["See also ", *links], className="see"))
    exactly.append(html.P(_source(term), className="src"))
    plainly = [html.H3(term.term), html.P(term.plain)]
    return html.Div([html.Div(plainly), html.Div(exactly)], id=term.id, className="term anchored", tabIndex=-1)


def _source(term: Term) -> list[Any]:
    source = term.source
    if source.address.startswith("/"):
        return ["Source: ", html.A(source.name, href=source.address)]
    return [f"Source: {source.name}, {source.address}"]


def reasons() -> html.Div:
    """Every reason and the bodies that can be responsible for it."""
    rows = tuple(
        (one.code, one.label, *("yes" if body in one.bodies else "no, by the rules" for body in BODIES))
        for one in REASONS
    )
    caption = "Reasons for delay, and who can be responsible for each"
    return tables.draw(Table("reasons", caption, REASON_COLUMNS, rows), label=caption)
