"""A split as one bar with its numbers in words: who is responsible for how many."""

from collections.abc import Sequence
from typing import NamedTuple

from dash import html

from components import text


class Part(NamedTuple):
    """A part of the bar: key for its colour, name, number with its unit, and share of the whole."""

    key: str
    name: str
    number: str
    share: float


def draw(parts: Sequence[Part]) -> html.Div:
    """A bar of true widths, and above it name, number and share of each part."""
    columns = " ".join(f"minmax(max-content, {max(part.share, 0.001):.4f}fr)" for part in parts)
    names = [
        html.Li(
            [html.B(part.name), f" {part.number}, {text.share(part.share)}"],
            className=f"split-name {part.key}",
        )
        for part in parts
    ]
    widths = [html.Span(className=f"split-part {part.key}", style={"flexGrow": round(part.share, 4)}) for part in parts]
    bar = html.Div([one for one, part in zip(widths, parts, strict=True) if part.share > 0], className="split-bar")
    return html.Div([html.Ul(names, className="split-names", style={"--columns": columns}), bar], className="split")
