"""The registry of claims: ids once, measures and months that exist, numbers only in what the claim itself says."""

import pytest

from domain import delays, periods
from domain.claims import CLAIM_BY_ID, CLAIMS, admissions, quoted
from domain.claims import delays as delay_claims
from domain.claims.claim import DIFFERENCE, DIFFERENCE_PER_DAY, PER_DAY, RAW, SHARE, SUM, VERDICTS
from domain.indicators import INDICATOR_BY_ID

each_claim = pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)


def test_ids_and_titles_are_unique():
    assert len(CLAIM_BY_ID) == len(CLAIMS) == len({claim.title for claim in CLAIMS})


def test_every_claim_of_a_module_is_shown():
    parts = (*delay_claims.CLAIMS, *admissions.CLAIMS, *quoted.FIGURES, *quoted.QUOTED)
    assert sorted(claim.id for claim in parts) == sorted(CLAIM_BY_ID)


@each_claim
def test_a_claim_says_who_made_it_when_and_what_to_know(claim):
    assert claim.words
    assert len(claim.source) > 10
    assert claim.dated
    assert claim.note.endswith(".")
    assert not any(sign.isdigit() for sign in claim.title.split(":")[-1] if "%" in claim.title)


@each_claim
def test_what_it_takes_to_compute_it_exists(claim):
    for one in claim.comparisons:
        assert one.measure in INDICATOR_BY_ID
        assert one.basis in (PER_DAY, RAW, DIFFERENCE, DIFFERENCE_PER_DAY)
        assert periods.gap(*one.now) >= 0
        assert periods.gap(*one.now) == periods.gap(*one.then)
        assert one.then < one.now
        assert one.said.step > 0
    for one in claim.ends:
        assert one.measure in INDICATOR_BY_ID
        assert one.body in delays.BODY_LABELS
        assert periods.gap(*one.window) > 0
    for one in claim.arithmetic:
        assert one.kind in (SHARE, SUM)
        assert len(one.parts) == 2


@each_claim
def test_a_claim_that_is_compared_has_a_reading_that_its_words_mean(claim):
    assert not claim.comparisons or any(one.literal for one in claim.comparisons)


def test_verdicts_are_words_of_their_own():
    assert len(set(VERDICTS.values())) == len(VERDICTS)
