"""Schemes counted by verdict: a number, a word, and a shape with a link for each scheme."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html

from components.scheme.mark import HUES, shape


class Group(NamedTuple):
    """A group of verdicts: its heading, what it means, and (scheme id, verdict) of its schemes."""

    name: str
    meaning: str
    schemes: tuple[tuple[str, str], ...]


def draw(groups: Sequence[Group], page: str = "") -> html.Section:
    """The groups side by side; schemes link to their lines on this page, or on another that is named."""
    return html.Section(
        [_group(group, page) for group in groups], className="tally", **{"aria-label": "Schemes by verdict"}
    )


def _group(group: Group, page: str) -> html.Div:
    items = [
        html.Li(html.A([shape(code, size=24), scheme], href=f"{page}#{scheme}", className=HUES.get(code, "")))
        for scheme, code in group.schemes
    ]
    head = html.H2([html.Span(str(len(items)), className="big"), group.name])
    return html.Div([head, html.P(group.meaning, className="note"), html.Ul(items)])
