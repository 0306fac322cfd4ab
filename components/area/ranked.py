"""Reasons ranked: a real table with bars in its cells and the bodies that can own each reason."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from dash import html

from components.area import reasons
from components.kept import part
from domain import delays

EDGE, LETTER = 0.02, 0.026  # of the longest bar: a part has room for its number with so much for each character
SPOKEN = {"nhs": "NHS", "social_care": "social care", "both": "both"}


class Ranked(NamedTuple):
    """A reason: its size and that in words, and by body where that is published (else empty)."""

    code: str
    size: float
    words: str
    bodies: tuple[tuple[str, float, str], ...] = ()


def draw(rows: Sequence[Ranked], *, heading: str, caption: str) -> html.Div:
    """The table inside a labelled region that scrolls; ``heading`` is that of the bars."""
    longest = max((row.size for row in rows), default=0.0) or 1.0
    heads = (("Reason", ""), (heading, "bars"), ("All", "r"), ("Can be owned by", "owners"))
    names = [html.Th(words, scope="col", className=name, role="columnheader") for words, name in heads]
    head = html.Thead(html.Tr(names, role="row"), role="rowgroup")
    body = html.Tbody([_row(row, longest) for row in rows], role="rowgroup")
    inner = [html.Caption(html.Span(caption), className="vh"), head, body]
    table = html.Table(inner, className="ranked", role="table")  # said, since a narrow page lays its rows out anew
    region = html.Div(table, className="scroll", role="region", tabIndex=0, **{"aria-label": f"{caption}, with bars"})
    return html.Div([_key(), region]) if any(row.bodies for row in rows) else region


def _key() -> html.Ul:
    """The colours of the bodies, in the order of the parts."""
    return html.Ul(
        [html.Li([html.Span(className=f"swatch {body}"), delays.BODY_LABELS[body]]) for body in delays.BODIES],
        className="body-key",
    )


def _row(row: Ranked, longest: float) -> dict[str, Any]:
    name = [part("B", reasons.letter(row.code)), part("Span", delays.REASON_BY_CODE[row.code].label)]
    cells = [
        part("Th", part("Div", name, className="reason"), scope="row", role="rowheader"),
        part("Td", part("Div", _bars(row, longest), className="bar-line"), className="bars", role="cell"),
        part("Td", part("B", row.words), className="r", role="cell"),
        part("Td", OWNERS[row.code], className="owners", role="cell"),
    ]
    return part("Tr", cells, role="row")


def _bars(row: Ranked, longest: float) -> list[dict[str, Any]]:
    """One bar, or one for each body; a body's number is said to those who do not see it."""
    if not row.size:
        return []
    if not row.bodies:
        return [part("Span", className="bar-part all", style={"width": f"{row.size / longest * 100:.2f}%"})]
    return [_bar(body, words, size / longest) for body, size, words in row.bodies if size > 0]


def _bar(body: str, words: str, share: float) -> dict[str, Any]:
    number = part(
        "Span",
        [part("Span", f"{SPOKEN[body]} ", className="vh"), f"{words} "],
        className="bar-number" if share >= EDGE + LETTER * len(words) else "vh",
    )
    return part("Span", number, className=f"bar-part {body}", style={"width": f"{share * 100:.2f}%"})


def _owners(code: str) -> dict[str, Any]:
    tags = [
        part("Span", delays.BODY_LABELS[body])
        if delays.can_own(body, code)
        else part("Span", [part("Span", "not ", className="vh"), delays.BODY_LABELS[body]], className="no")
        for body in delays.BODIES
    ]
    spaced = [one for tag in tags for one in (tag, " ")]
    return part("Span", spaced, className="owner-tags")


OWNERS = {code: _owners(code) for code in delays.REASON_CODES}
