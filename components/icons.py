"""Icons as images of our own: the text face has no arrows or shapes, and systems draw glyphs differently."""

from dash import html


def mark() -> html.Img:
    """The product's mark; the name stands beside it."""
    return html.Img(src="/assets/mark.svg", width=28, height=28, alt="")


def sign(name: str) -> html.Img:
    """The shape before a verdict; the words after it say the same."""
    return html.Img(src=f"/assets/sign-{name}.svg", alt="", width=22, height=22, className="sign")
