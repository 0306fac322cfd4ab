"""Colours and the small layout that every figure shares; the same tokens stand in ``assets/site.css``.

A colour has one job on all pages. Light data colours are for shapes only; text uses their darker shade.
"""

from typing import Any

INK, INK_2, CONTEXT = "#1D2733", "#4A5663", "#6B7785"
PAPER, QUIET, RULE = "#FFFFFF", "#F4F6F8", "#D5DBE1"
MAIN, SOCIAL, BOTH, ACCENT = "#12436D", "#28A197", "#801650", "#F46A25"
SOCIAL_TEXT, ACCENT_TEXT = "#1A756D", "#B84A0E"
WATCH = "#FDE9DD"
LIMITS = "#E7EDF3"
PALE = "rgba(255,255,255,.82)"  # ground of words that cross a line

BODY_COLOURS = {"nhs": MAIN, "social_care": SOCIAL, "both": BOTH, "all": INK}
BODY_TEXT_COLOURS = {"nhs": MAIN, "social_care": SOCIAL_TEXT, "both": BOTH, "all": INK}

FONT = "Atkinson Hyperlegible, system-ui, sans-serif"
TEXT, TICK = 14, 12
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showTips": False}


def layout(**extra: Any) -> dict[str, Any]:
    """The shared layout of a figure (plain dict), with what a figure adds to it."""
    base: dict[str, Any] = {
        "margin": {"l": 0, "r": 0, "t": 8, "b": 28},
        "font": {"family": FONT, "size": TEXT, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hovermode": "x unified",
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": CONTEXT, "font": {"size": TEXT, "color": INK}},
        "dragmode": False,
    }
    return {**base, **extra}
