"""What people say of a scheme and what was decided: signed by roles, with whether council and NHS agree."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html

Links = Sequence[tuple[str, str]]  # words and address


class Note(NamedTuple):
    """A note: what it is about and when, who signed it, the text, and both views in words; how it came, and links."""

    about: str
    role: str
    text: str
    views: str
    came: str = ""
    links: Links = ()


class Decided(NamedTuple):
    """A decision, proposed or taken: heading, reason, alternative turned down, when it is looked at again, by whom."""

    heading: str
    reason: str
    alternative: str
    review: str
    role: str
    came: str = ""
    links: Links = ()


def notes(every: Sequence[Note], link: tuple[str, str]) -> html.Section:
    """Commentary, latest first, and where to add to it."""
    items = [
        html.Li(
            [
                html.B(one.about),
                html.P(one.text),
                html.P(f"{one.role}. {one.views}", className="note"),
                *_under(one),
            ]
        )
        for one in every
    ]
    inner = html.Ul(items, className="plain") if items else html.P("Nobody has commented.", className="note")
    return html.Section([html.H2("Commentary"), inner, _button(link)], className="panel")


def decisions(every: Sequence[Decided], link: tuple[str, str]) -> html.Section:
    """Decisions, latest first, and where to record the next."""
    items = [
        html.Li(
            [
                html.B(one.heading),
                html.P(one.reason),
                html.P(f"Turned down: {one.alternative}", className="note"),
                html.P(f"{one.role}. {one.review}".strip(), className="note"),
                *_under(one),
            ]
        )
        for one in every
    ]
    inner = html.Ul(items, className="plain") if items else html.P("No decision is recorded.", className="note")
    head = html.H2("Go on, change, stop or scale?", id="decisions", tabIndex=-1)
    return html.Section([head, inner, _button(link)], className="panel")


def _under(one: Note | Decided) -> list[html.P]:
    """How it came, and what can be done with it."""
    links = [html.A(words, href=href) for words, href in one.links]
    return [html.P([one.came, *links], className="note came")] if one.came or links else []


def _button(link: tuple[str, str]) -> html.P:
    return html.P(html.A(link[0], href=link[1], className="btn second"))
