"""Colours: text can be read on its ground, and shapes can be told from it (WCAG 2.2, 1.4.3 and 1.4.11)."""

import pytest

from components import theme


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_the_guidelines_do():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#FFFFFF", "#28A197") == pytest.approx(3.17, abs=0.005)


@pytest.mark.parametrize("ground", [theme.PAPER, theme.QUIET])
@pytest.mark.parametrize("colour", [theme.INK, theme.INK_2, *theme.BODY_TEXT_COLOURS.values(), theme.ACCENT_TEXT])
def test_text_can_be_read_on_its_ground(colour, ground):
    assert contrast(colour, ground) >= 4.5


@pytest.mark.parametrize("colour", [*theme.BODY_COLOURS.values(), theme.CONTEXT, theme.ACCENT])
def test_lines_and_points_can_be_told_from_paper(colour):
    assert contrast(colour, theme.PAPER) >= 3


def test_a_body_has_one_colour_for_lines_and_one_for_words():
    assert list(theme.BODY_COLOURS) == list(theme.BODY_TEXT_COLOURS) == ["nhs", "social_care", "both", "all"]
    assert len(set(theme.BODY_COLOURS.values())) == 4


def test_a_figure_adds_to_the_shared_layout_and_never_changes_it():
    before = theme.layout()
    assert theme.layout(margin={"l": 9})["margin"] == {"l": 9}
    assert theme.layout() == before
