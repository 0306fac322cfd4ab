"""A scheme's line: one verdict a level, never an average (METHODS M21), as in the example register."""

import pytest

from analysis.impact import reasons as r
from analysis.impact.facts import BALANCING, OUTCOME, PROCESS
from analysis.impact.summary import OPERATIONAL, PERSONAL, STRATEGIC, Judged, summary
from analysis.impact.verdict import Verdict


def _judged(indicator, level, code, role=OUTCOME, primary=False):
    return Judged(indicator, level, role, Verdict(code, r.GOOD_SIDE, "because", "settles", 15), primary)


S12 = [
    _judged("I09", STRATEGIC, r.WORKING, primary=True),
    _judged("I05", STRATEGIC, r.WORSE, BALANCING),
    _judged("I29", PERSONAL, r.WORSE, BALANCING),
]
S07 = [
    _judged("I10", OPERATIONAL, r.WORKING, primary=True),
    _judged("I11", OPERATIONAL, r.NOT_SEPARABLE),
    _judged("I02", STRATEGIC, r.CANNOT_TELL),
    _judged("I26", PERSONAL, r.WORKING),
    _judged("I04", STRATEGIC, r.CANNOT_TELL, BALANCING),
    _judged("I05", STRATEGIC, r.CANNOT_TELL, BALANCING),
]
S02 = [_judged("I16", OPERATIONAL, r.PROCESS_ONLY, PROCESS), _judged("I03", STRATEGIC, r.CANNOT_TELL, primary=True)]
S01 = [
    _judged("I14", OPERATIONAL, r.PROCESS_ONLY, PROCESS),
    _judged("I15", OPERATIONAL, r.WORKING),
    _judged("I28", PERSONAL, r.WORKING),
    _judged("I04", STRATEGIC, r.CANNOT_TELL, BALANCING),
    _judged("I03", STRATEGIC, r.CANNOT_TELL),
]


@pytest.mark.parametrize(
    ("indicators", "code", "levels"),
    [
        (S12, r.SUBSTITUTED, {OPERATIONAL: None, STRATEGIC: (r.SUBSTITUTED, "I09"), PERSONAL: (r.WORSE, "I29")}),
        (
            S07,
            r.WORKING,
            {OPERATIONAL: (r.WORKING, "I10"), STRATEGIC: (r.CANNOT_TELL, "I02"), PERSONAL: (r.WORKING, "I26")},
        ),
        (S02, r.CANNOT_TELL, {OPERATIONAL: (r.PROCESS_ONLY, "I16"), STRATEGIC: (r.CANNOT_TELL, "I03"), PERSONAL: None}),
        (
            S01,
            r.WORKING,
            {OPERATIONAL: (r.WORKING, "I15"), STRATEGIC: (r.CANNOT_TELL, "I03"), PERSONAL: (r.WORKING, "I28")},
        ),
    ],
)
def test_a_line_of_the_example(indicators, code, levels):
    found = summary(indicators)
    assert found.code == code
    shown = {level: cell and (cell.code, cell.judged.indicator) for level, cell in found.levels.items()}
    assert shown == levels


def test_what_got_worse_is_named():
    assert summary(S12).worse == ("I05", "I29")
    assert summary(S07).worse == ()


def test_substituted_replaces_working_on_every_level_and_nothing_else():
    worse = _judged("I05", STRATEGIC, r.WORSE, BALANCING)
    found = summary([*S07, worse])
    assert found.code == r.SUBSTITUTED
    assert found.levels[OPERATIONAL].code == found.levels[PERSONAL].code == r.SUBSTITUTED
    assert found.levels[STRATEGIC].code == r.CANNOT_TELL
    assert summary([*S02, worse]).code == r.CANNOT_TELL


def test_an_outcome_that_got_worse_substitutes_nothing():
    assert summary([*S07, _judged("I99", STRATEGIC, r.WORSE)]).code == r.WORKING


@pytest.mark.parametrize(
    ("code", "group"),
    [
        (r.NOT_SEPARABLE, r.JUDGED_NOT),
        (r.TOO_EARLY, r.JUDGED_NOT),
        (r.NOT_STARTED, r.DELIVERED_NOT),
        (r.NO_EFFECT, r.NO_EFFECT),
    ],
)
def test_lines_are_counted_in_groups(code, group):
    assert summary([_judged("I01", STRATEGIC, code, primary=True)]).group == group


def test_a_balancing_indicator_speaks_for_a_level_only_without_others():
    calm = _judged("I04", STRATEGIC, r.CANNOT_TELL, BALANCING)
    process = _judged("I21", STRATEGIC, r.PROCESS_ONLY, PROCESS)
    worse = _judged("I05", STRATEGIC, r.WORSE, BALANCING)
    assert summary([calm]).levels[STRATEGIC].judged == calm
    assert summary([calm, process]).levels[STRATEGIC].judged == process
    assert summary([calm, process, worse]).levels[STRATEGIC].judged == worse


def test_a_scheme_without_indicators_has_no_line():
    assert summary([]) is None
