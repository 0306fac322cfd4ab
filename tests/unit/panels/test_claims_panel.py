"""Claims on demonstration data: no number of a claim, neither on the page nor in the file."""

from dash import html

from components.methods import claims as drawn
from domain.claims import CLAIMS
from domain.claims.claim import OFFICIAL_ONLY, VERDICTS
from panels.methods import claims, claims_table, examples
from tests.unit.components import walk
from tests.unit.panels.asked import values


def test_no_claim_is_computed_on_demonstration_data(demo):
    found = claims.checked(demo)
    assert len(found) == len(CLAIMS)
    assert {one.verdict for one in found} == {OFFICIAL_ONLY}
    assert not [line for one in found for line in one.lines]


def test_neither_page_nor_file_shows_a_claim_on_demonstration_data(demo):
    shown = walk.words(html.Div([drawn.overview(claims.checked(demo), numbers=False), *claims.lead(demo)]))
    table = claims_table.table(demo)
    for claim in CLAIMS:
        assert claim.words not in shown
        assert claim.title in shown
    assert set(table.column("words")) == {""}
    assert set(table.column("computed")) == {None}
    assert "%" not in shown


def test_a_verdict_has_words_beside_its_shape():
    for verdict, words in VERDICTS.items():
        found = drawn.shape(verdict)
        assert walk.words(found) == words
        assert walk.of(found, "Img")[0].alt == ""


def test_worked_examples_are_computed_from_the_build(view):
    days = values(view, "dtoc_days")
    first = examples.examples(view)["per-day"][0]
    assert f"{round(days['2017-02']):,} delayed days ÷ 28 days = {days['2017-02'] / 28:,.2f} " in first


def test_every_example_is_computed_or_says_that_its_months_are_not_held(view):
    for sentences in examples.examples(view).values():
        assert sentences
        assert all(one.endswith(".") for one in sentences)
