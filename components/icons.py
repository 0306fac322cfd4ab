"""Icons as images of our own: the text face has no arrows or shapes, and systems draw glyphs differently."""

from dash import html


def mark() -> html.Img:
    """The product's mark; the name stands beside it."""
    return html.Img(src="/assets/mark.svg", width=28, height=28, alt="")
