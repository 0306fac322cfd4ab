"""Pages of words: every section can be linked to, every term, reason, status and break is there."""

import pytest
from dash import html

from components.methods import options, page, words
from components.methods.sections import SECTIONS
from components.words import accessibility, glossary
from domain import breaks, delays, status
from domain.glossary import TERMS
from tests.unit.components import walk


def test_every_section_of_the_methods_has_a_sentence_and_more_under_it():
    drawn = page.draw({})
    ids = walk.ids(drawn)
    assert [link.href for link in walk.of(walk.of(drawn, "Nav"), "A")] == [f"#{name}" for name in ids]
    for one in SECTIONS:
        assert one.first.endswith(".")
        section = next(part for part in walk.of(drawn, "Section") if part.id == one.id)
        assert len(walk.words(section)) > len(one.heading) + len(one.first) + 100


def test_worked_examples_stand_in_their_section():
    drawn = page.draw({"change": ("Seven is more than six.",)})
    section = next(part for part in walk.of(drawn, "Section") if part.id == "change")
    assert "Seven is more than six." in walk.words(section)


def test_both_sets_of_rules_answer_every_option():
    table = options.profiles()
    assert [column.heading for column in table.columns[1:]] == list(options.PROFILES)
    assert all(all(row) for row in table.rows)
    differing = {row[0] for row in table.rows if row[1] != row[2]}
    assert len(differing) == 3  # screening, trend, and points beyond the limit in two in three


def test_every_status_shorthand_and_break_is_explained():
    said = {row[0] for row in words.statuses().rows}
    assert said == {*status.LABELS.values(), *status.SHORTHAND}
    assert [row[0] for row in words.marks().rows] == [mark.month for mark in breaks.MARKS]


def test_the_glossary_has_a_block_for_every_term_under_its_letter():
    sections = glossary.blocks(TERMS)
    found = [name for section in sections for name in walk.ids(section) if not name.startswith("letter-")]
    assert found == [term.id for term in TERMS]
    linked = {link.href for link in walk.of(glossary.letters(TERMS), "A")}
    assert linked == {f"#{section.id}" for section in sections}


@pytest.mark.parametrize("reason", delays.REASONS, ids=lambda reason: reason.code)
def test_every_reason_says_who_can_be_responsible(reason):
    rows = [[walk.words(cell) for cell in row.children] for row in walk.of(glossary.reasons(), "Tr")]
    row = next(row for row in rows if row[0] == reason.code)
    assert row[1] == reason.label
    assert [cell == "yes" for cell in row[2:]] == [body in reason.bodies for body in delays.BODIES]


def test_the_accessibility_statement_names_no_contact_that_is_not_known():
    said = walk.words(html.Div([html.P(one) for part in accessibility.PARTS for one in (*part.said, *part.points)]))
    assert "whoever runs this site" in said
    assert "@" not in said
    assert "http" not in said
