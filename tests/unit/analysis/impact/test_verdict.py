"""The verdict on a scheme and an indicator (METHODS M21): order, and every reason."""

import dataclasses

import pytest

from analysis.impact import facts as f
from analysis.impact import reasons as r
from analysis.impact.effect import Effect
from analysis.impact.facts import Claim, Design, Facts, claimed_by_others
from analysis.impact.verdict import verdict

GOOD = Effect(-0.30, -0.42, -0.15, -0.38, -0.20)
BAD = Effect(0.38, 0.16, 0.64, 0.22, 0.55)
NOTHING = Effect(-0.01, -0.06, 0.05, -0.04, 0.03)
WIDE = Effect(-0.10, -0.35, 0.20, -0.28, 0.10)
HOPEFUL = Effect(-0.18, -0.35, 0.02, -0.28, -0.06)
SOLID = Facts("down", post_months=15, pre_months=27, effect=GOOD, expected=-0.2, selection_checked=True, outputs=0.94)


def _with(**changes):
    return verdict(dataclasses.replace(SOLID, **changes))


CASES = [
    ({}, r.WORKING, r.GOOD_SIDE),
    ({"started": False, "outputs": 0.0, "post_months": 0, "effect": None}, r.NOT_STARTED, r.NEVER_OPENED),
    ({"outputs": 0.49}, r.NOT_DELIVERED, r.UNDER_HALF),
    ({"outputs": 0.5}, r.WORKING, r.GOOD_SIDE),
    ({"outputs": None}, r.WORKING, r.GOOD_SIDE),
    ({"outputs": 0.45, "post_months": 2}, r.NOT_DELIVERED, r.UNDER_HALF),
    ({"post_months": 5}, r.TOO_EARLY, r.UNDER_SIX),
    ({"post_months": 5, "pre_months": 3}, r.TOO_EARLY, r.UNDER_SIX),
    ({"post_months": 0, "ended": True}, r.CANNOT_TELL, r.TOO_SHORT),
    ({"pre_months": 23}, r.NO_BASELINE, r.SHORT_HISTORY),
    ({"pre_months": 23, "also_claimed_by": ("S08",)}, r.NO_BASELINE, r.SHORT_HISTORY),
    ({"born_with_scheme": True, "pre_months": 0}, r.PROCESS_ONLY, r.BORN),
    ({"role": f.PROCESS}, r.PROCESS_ONLY, r.PROCESS),
    ({"source": f.SURVEY, "pre_months": 0, "selection_checked": False}, r.WORKING, r.GOOD_SIDE),
    ({"also_claimed_by": ("S08",)}, r.NOT_SEPARABLE, r.ALSO_CLAIMED),
    ({"also_claimed_by": ("S08",), "effect": BAD}, r.NOT_SEPARABLE, r.ALSO_CLAIMED),
    ({"also_claimed_by": ("S08",), "effect": BAD, "role": f.BALANCING}, r.WORSE, r.BAD_SIDE),
    ({"effect": BAD}, r.WORSE, r.BAD_SIDE),
    ({"effect": BAD, "post_months": 6}, r.WORSE, r.BAD_SIDE),
    ({"effect": BAD, "good": "up", "expected": 0.2}, r.WORKING, r.GOOD_SIDE),
    ({"effect": GOOD, "good": "up", "expected": 0.2}, r.WORSE, r.BAD_SIDE),
    ({"role": f.BALANCING, "effect": GOOD, "expected": None}, r.CANNOT_TELL, r.NO_HARM),
    ({"role": f.BALANCING, "effect": None, "refused": r.SUPPRESSED}, r.CANNOT_TELL, r.SUPPRESSED),
    ({"post_months": 11}, r.EMERGING, r.UNDER_TWELVE),
    ({"selection_checked": False}, r.EMERGING, r.UNCHECKED),
    ({"peers": True}, r.CANNOT_TELL, r.PRE_TREND),
    ({"peers": True, "pre_trend_passed": True}, r.EMERGING, r.PLACEBO),
    ({"peers": True, "pre_trend_passed": True, "placebo_p": 0.101}, r.EMERGING, r.PLACEBO),
    ({"peers": True, "pre_trend_passed": True, "placebo_p": 0.10}, r.WORKING, r.GOOD_SIDE),
    ({"chosen_afterwards": True}, r.EMERGING, r.AFTERWARDS),
    ({"effect": NOTHING}, r.NO_EFFECT, r.HALF_EXCLUDED),
    ({"effect": NOTHING, "expected": -0.1}, r.CANNOT_TELL, r.SPANS_ZERO),
    ({"effect": NOTHING, "expected": None}, r.CANNOT_TELL, r.SPANS_ZERO),
    ({"effect": HOPEFUL}, r.EMERGING, r.ONLY_80),
    ({"effect": WIDE}, r.CANNOT_TELL, r.SPANS_ZERO),
    ({"effect": WIDE, "could_show": False}, r.CANNOT_TELL, r.NEVER_SHOWS),
    ({"effect": Effect(3.9, -2.5, 10.3), "good": "up", "expected": 2, "source": f.SURVEY}, r.CANNOT_TELL, r.MARGIN),
    ({"effect": None, "refused": r.PRE_TREND, "peers": True}, r.CANNOT_TELL, r.PRE_TREND),
    ({"effect": None, "refused": r.SUPPRESSED, "pre_months": 0}, r.CANNOT_TELL, r.SUPPRESSED),
    ({"effect": None}, r.CANNOT_TELL, r.NO_ESTIMATE),
]


@pytest.mark.parametrize(("changes", "code", "reason"), CASES)
def test_the_first_rule_that_matches_gives_verdict_and_reason(changes, code, reason):
    found = _with(**changes)
    assert (found.code, found.reason) == (code, reason)
    assert found.words == r.WORDS[code]
    assert found.because
    assert found.settles


def test_every_reason_and_every_verdict_but_substituted_occurs():
    assert {reason for _, _, reason in CASES} == set(r.REASONS)
    assert {code for _, code, _ in CASES} == set(r.WORDS) - {r.SUBSTITUTED}
    assert set(r.GROUPS) == set(r.WORDS)


def test_no_effect_and_cannot_tell_have_different_words():
    assert _with(effect=NOTHING).words != _with(effect=WIDE).words


def test_a_verdict_names_months_and_the_designs_that_agree():
    designs = (Design("its", -0.3), Design("before and after", -0.26), Design("same months last year", 0.02))
    found = _with(designs=designs)
    assert found.months == 15
    assert found.agreeing == ("its", "before and after")
    assert _with(designs=designs, effect=None).agreeing == ()


def test_not_separable_names_the_other_schemes():
    assert _with(also_claimed_by=("S08",)).with_schemes == ("S08",)
    assert _with(also_claimed_by=("S08",), outputs=0.1).with_schemes == ()


def test_the_words_of_a_refusal_are_kept():
    found = _with(effect=None, refused=r.NO_ESTIMATE, refused_words="over 3 months in a row are missing")
    assert found.because == "over 3 months in a row are missing"


CLAIMS = (
    Claim("S07", "Saltmarrow", "I11", f.OUTCOME, "2017-11"),
    Claim("S08", "Saltmarrow", "I11", f.OUTCOME, "2017-10"),
    Claim("S09", "Saltmarrow", "I07", f.OUTCOME, "2017-09"),
    Claim("S18", "Saltmarrow", "I07", f.OUTCOME, ""),
    Claim("S02", "Quillshire", "I03", f.OUTCOME, "2018-01"),
    Claim("S04", "Quillshire", "I03", f.OUTCOME, "2018-11"),
    Claim("S05", "Ambermoor", "I03", f.OUTCOME, "2017-08"),
    Claim("S07", "Saltmarrow", "I05", f.BALANCING, "2017-11"),
    Claim("S12", "Saltmarrow", "I05", f.BALANCING, "2017-09"),
)


@pytest.mark.parametrize(
    ("at", "others"), [(0, ("S08",)), (1, ("S07",)), (2, ()), (3, ()), (4, ()), (6, ()), (7, ()), (8, ())]
)
def test_schemes_that_claim_the_same_series_within_six_months_are_found(at, others):
    assert claimed_by_others(CLAIMS[at], CLAIMS) == others
