"""Head of a page: what it is about, the question, the answer in one sentence, and how fresh it is."""

from collections.abc import Sequence
from typing import Any

from dash import html


def draw(question: str, lead: Sequence[Any], meta: str, *, crumb: str = "") -> html.Div:
    """Crumb, h1, lead and meta line."""
    top = [html.P(crumb, className="crumb")] if crumb else []
    head = [*top, html.H1(question, tabIndex=-1), html.P(list(lead), className="lead"), html.P(meta, className="meta")]
    return html.Div(head, className="head")


def bare(question: str, *, crumb: str = "") -> html.Div:
    """The head while there is nothing to answer with."""
    top = [html.P(crumb, className="crumb")] if crumb else []
    return html.Div([*top, html.H1(question, tabIndex=-1)], className="head")
