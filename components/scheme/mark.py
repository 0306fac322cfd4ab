"""A verdict as a shape, a word and then a hue: the shape and the word say the same."""

from dash import html

from analysis.impact.reasons import (
    CANNOT_TELL,
    EMERGING,
    NO_BASELINE,
    NO_EFFECT,
    NOT_DELIVERED,
    NOT_SEPARABLE,
    NOT_STARTED,
    PROCESS_ONLY,
    SUBSTITUTED,
    TOO_EARLY,
    WORDS,
    WORKING,
    WORSE,
)

HUES = {WORKING: "good", EMERGING: "good", WORSE: "bad", SUBSTITUTED: "bad"}
ORDER = (
    WORKING,
    EMERGING,
    SUBSTITUTED,
    WORSE,
    NO_EFFECT,
    NOT_SEPARABLE,
    CANNOT_TELL,
    TOO_EARLY,
    NO_BASELINE,
    PROCESS_ONLY,
    NOT_DELIVERED,
    NOT_STARTED,
)


def shape(code: str, *, size: int = 18) -> html.Img:
    """The shape of a verdict; its word stands beside it."""
    return html.Img(
        src=f"/assets/scheme-{code.replace('_', '-')}.svg", alt="", width=size, height=size, className="sign"
    )


def mark(code: str, why: str = "") -> html.Span:
    """Shape, word and, beneath, a few words why."""
    said = [html.B(WORDS[code]), *([html.Span(why, className="why")] if why else [])]
    return html.Span([shape(code), html.Span(said)], className=f"v {HUES.get(code, '')}".strip())
