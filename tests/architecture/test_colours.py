"""Colours: the tokens of the style sheet and those of figures are one."""

import re

import pytest

from components import theme
from tests.shared import ROOT

SHEETS = sorted((ROOT / "assets").glob("*.css"), key=lambda sheet: (sheet.name != "site.css", sheet.name))
CSS = "\n".join(sheet.read_text("utf-8") for sheet in SHEETS)
TOKENS = dict(re.findall(r"--([a-z0-9-]+): (#[0-9A-Fa-f]{6});", CSS))
SET_BY_COMPONENTS = {"at", "row", "rows", "columns", "shade"}
SHARED = {
    "ink": theme.INK,
    "ink-2": theme.INK_2,
    "context": theme.CONTEXT,
    "paper": theme.PAPER,
    "quiet": theme.QUIET,
    "rule": theme.RULE,
    "main": theme.MAIN,
    "accent": theme.ACCENT,
    "limits": theme.LIMITS,
    "nhs": theme.BODY_COLOURS["nhs"],
    "social": theme.SOCIAL,
    "social-text": theme.SOCIAL_TEXT,
    "both": theme.BOTH,
}


@pytest.mark.parametrize("token", SHARED)
def test_a_colour_of_pages_and_figures_is_the_same(token):
    assert TOKENS[token] == SHARED[token]


def test_the_style_sheet_uses_no_token_that_it_does_not_define():
    defined = set(re.findall(r"--([a-z0-9-]+):", CSS))
    assert set(re.findall(r"var\(--([a-z0-9-]+)", CSS)) <= defined | SET_BY_COMPONENTS


def test_colours_stand_in_tokens_only():
    rules = re.sub(r":root \{.*?\}", "", CSS, flags=re.DOTALL)  # all but the blocks of tokens
    loose = set(re.findall(r"#[0-9A-Fa-f]{3,6}\b", rules)) - {"#FFF"}
    assert not loose


def test_a_figure_is_set_in_the_face_of_the_page():
    assert theme.FONT.split(",")[0] in CSS
    for token, size in (("t-s", theme.TEXT), ("t-tick", theme.TICK)):
        (found,) = re.findall(rf"--{token}: ([\d.]+)rem;", CSS)
        assert float(found) * 16 == size


def test_letters_follow_the_size_that_a_reader_has_set():
    assert not re.findall(r"font(?:-size)?: [^;}]*?\d(?:px|pt)", CSS)
    assert not re.findall(r"@media[^{]*\dpx", CSS), "widths at which a page changes grow with the letters"


OTHERS = sorted(file for file in (ROOT / "assets").glob("*.css") if file.name != "site.css")


@pytest.mark.parametrize("sheet", OTHERS, ids=lambda file: file.name)
def test_a_further_style_sheet_uses_the_tokens_of_the_first_and_no_colour_of_its_own(sheet):
    css = sheet.read_text("utf-8")
    defined = set(re.findall(r"--([a-z0-9-]+):", CSS))
    assert set(re.findall(r"var\(--([a-z0-9-]+)", css)) <= defined | SET_BY_COMPONENTS
    assert not set(re.findall(r"#[0-9A-Fa-f]{3,6}\b(?=[^{}]*\})", css)) - {"#FFF"}
