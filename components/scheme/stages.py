"""The stages of the care system drawn small: boxes in the order of a person's way, with what is spent at each."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html


class Stage(NamedTuple):
    """A stage: its name, pounds and share in words, schemes in words, and its share of all as a number."""

    name: str
    amount: str
    schemes: str
    share: float


def draw(way: Sequence[Stage], beside: Sequence[Stage]) -> html.Div:
    """The way in order, and what lies beside it."""
    steps = html.Ol([_box(stage) for stage in way], className="way")
    return html.Div([steps, html.Ul([_box(stage) for stage in beside], className="way beside")])


def _box(stage: Stage) -> html.Li:
    height = f"{max(2.0, 100 * stage.share):.1f}%"
    bar = html.Span(
        html.Span(className="fill", style={"height": height}), className="way-bar", **{"aria-hidden": "true"}
    )
    return html.Li(
        [bar, html.B(stage.name), html.Span(stage.amount, className="why"), html.Span(stage.schemes, className="why")]
    )
