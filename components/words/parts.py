"""What pages of words are made of: a list of what stands on the page, and sections with an address of their own."""

from collections.abc import Sequence
from typing import Any

from dash import html


def page(places: Sequence[tuple[str, str]], sections: Sequence[Any], *, label: str = "On this page") -> html.Div:
    """Sections beside the list of their headings; on narrow screens the list stands above."""
    items = [html.Li(html.A(name, href=f"#{place}")) for place, name in places]
    contents = html.Nav([html.P(label, className="kick"), html.Ul(items)], **{"aria-label": label})
    inside = [html.Div(contents, className="contents"), html.Div(list(sections), className="words")]
    return html.Div(inside, className="read")


def section(place: str, heading: str, children: Sequence[Any]) -> html.Section:
    """A section that can be linked to."""
    return html.Section([html.H2(heading), *children], id=place, className="sec anchored", tabIndex=-1)


def paragraphs(*said: str, name: str = "") -> list[Any]:
    """Paragraphs of one kind."""
    return [html.P(one, className=name) if name else html.P(one) for one in said if one]


def points(said: Sequence[str]) -> list[Any]:
    """A list of short sentences; nothing where there are none."""
    return [html.Ul([html.Li(one) for one in said], className="plain")] if said else []
