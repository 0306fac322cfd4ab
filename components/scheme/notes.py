"""What people say of a scheme and what was decided: signed by roles, with whether council and NHS agree."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html


class Note(NamedTuple):
    """A note: what it is about and when, who signed it, the text, and both views in words."""

    about: str
    role: str
    text: str
    views: str


class Decided(NamedTuple):
    """A decision, proposed or taken: heading, reason, alternative turned down, when it is looked at again, by whom."""

    heading: str
    reason: str
    alternative: str
    review: str
    role: str


def notes(every: Sequence[Note]) -> html.Section:
    """Commentary, latest first."""
    items = [
        html.Li([html.B(one.about), html.P(one.text), html.P(f"{one.role}. {one.views}", className="note")])
        for one in every
    ]
    inner = html.Ul(items, className="plain") if items else html.P("Nobody has commented.", className="note")
    return html.Section([html.H2("Commentary"), inner], className="panel")


def decisions(every: Sequence[Decided], href: str) -> html.Section:
    """Decisions, latest first, and where to record the next."""
    items = [
        html.Li(
            [
                html.B(one.heading),
                html.P(one.reason),
                html.P(f"Turned down: {one.alternative}", className="note"),
                html.P(f"{one.role}. {one.review}", className="note"),
            ]
        )
        for one in every
    ]
    inner = html.Ul(items, className="plain") if items else html.P("No decision is recorded.", className="note")
    record = html.P(html.A("Record a decision", href=href, className="btn second"))
    return html.Section([html.H2("Go on, change, stop or scale?"), inner, record], className="panel")
