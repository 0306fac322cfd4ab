"""The glossary: every term once, in a sentence and exactly, with a source; every status and reason is covered."""

import re

import pytest

from domain import delays, status
from domain.glossary import STATUS_TERMS, TERM_BY_ID, TERMS, place

each_term = pytest.mark.parametrize("term", TERMS, ids=lambda term: term.id)


def test_ids_and_terms_are_unique():
    assert len(TERM_BY_ID) == len(TERMS) == len({term.term.casefold() for term in TERMS})


def test_terms_stand_in_the_order_of_the_alphabet():
    assert [place(term) for term in TERMS] == sorted(place(term) for term in TERMS)


@each_term
def test_a_term_has_an_address_a_sentence_a_definition_and_a_source(term):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", term.id)
    assert term.plain.endswith(".")
    assert len(term.plain) <= 150
    assert term.exact.endswith(".")
    assert term.exact != term.plain
    assert len(term.source.name) > 10
    assert term.source.address.startswith(("https://", "/"))


@each_term
def test_a_term_leads_to_other_terms_that_exist(term):
    assert term.see
    assert set(term.see) <= set(TERM_BY_ID) - {term.id}


def test_every_status_and_every_shorthand_has_its_term():
    assert set(STATUS_TERMS) == {*status.STATUSES, *status.SHORTHAND}
    assert set(STATUS_TERMS.values()) <= set(TERM_BY_ID)


@pytest.mark.parametrize("word", ["published", "revised", "not submitted", "not applicable"])
def test_the_words_on_pages_are_the_words_of_the_glossary(word):
    assert any(word in term.term.casefold() for term in TERMS)


@pytest.mark.parametrize("name", delays.BODY_LABELS.values())
def test_the_bodies_are_named_where_they_are_explained(name):
    if name != "All":
        assert name.casefold() in TERM_BY_ID["responsible-body"].exact.casefold()


def test_no_term_blames_or_says_better():
    said = " ".join(f"{term.term} {term.plain} {term.exact}".casefold() for term in TERMS)
    assert not [word for word in ("bed block", "bed-block", "better than", "blame") if word in said]
