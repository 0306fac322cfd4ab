"""The example partnership through the door, the build and the statistics: what the product must say of it."""

import json
import shutil
from collections import Counter

import pytest

from etl.demo.partnership.deliver import deliver_all
from etl.demo.partnership.place import ABOUT
from etl.demo.partnership.uploads import faulty, uploads
from etl.local import door, template
from etl.local.journal import Journal
from tests.conftest import NOW
from warehouse.queries.local import evidence, measures, plan, record
from warehouse.reader import Reader, local_builds

PLACE = ABOUT.place_id
MUST_SAY = """
S01 I15 working|S01 I14 process_only|S01 I28 working|S01 I03 cannot_tell|S01 I04 cannot_tell
S02 I16 process_only|S02 I03 cannot_tell|S03 I17 working|S04 I03 too_early|S05 I03 cannot_tell|S05 I25 cannot_tell
S06 I27 cannot_tell|S07 I10 working|S07 I11 not_separable|S07 I02 cannot_tell|S07 I26 working|S07 I04 cannot_tell
S07 I05 cannot_tell|S08 I11 not_separable|S09 I07 no_effect|S10 I12 working|S10 I13 working|S11 I19 working
S11 I01 cannot_tell|S11 I26 cannot_tell|S11 I05 cannot_tell|S12 I09 working|S12 I05 worse|S12 I29 worse
S13 I20 cannot_tell|S14 I29 cannot_tell|S14 I04 cannot_tell|S15 I24 working|S16 I18 no_effect|S17 I21 not_delivered
S17 I22 not_delivered|S17 I06 not_delivered|S18 I07 not_started|S19 I01 cannot_tell
"""
CASES = [tuple(case.split()) for line in MUST_SAY.splitlines() for case in line.split("|") if case]
LINES = {
    "working": {"S01", "S03", "S07", "S10", "S11", "S15"},
    "substituted": {"S12"},
    "no_effect": {"S09", "S16"},
    "not_separable": {"S08"},
    "cannot_tell": {"S02", "S05", "S06", "S13", "S14", "S19"},
    "too_early": {"S04"},
    "not_delivered": {"S17"},
    "not_started": {"S18"},
}


@pytest.fixture(scope="module")
def verdicts(partnership):
    return {(one.scheme_id, one.indicator_id): one for one in evidence.verdicts(partnership, PLACE) if one.indicator_id}


@pytest.fixture(scope="module")
def lines(partnership):
    return {
        one.scheme_id: one for one in evidence.verdicts(partnership, PLACE) if not one.indicator_id and not one.level
    }


def effect(view, scheme, indicator, design):
    (found,) = evidence.effects(view, PLACE, scheme_id=scheme, indicator_id=indicator, design=design)
    return found


@pytest.mark.parametrize(("scheme", "indicator", "verdict"), CASES)
def test_a_claim_reads_as_the_example_says(verdicts, scheme, indicator, verdict):
    assert verdicts[scheme, indicator].verdict == verdict, verdicts[scheme, indicator].why


def test_every_claim_is_one_of_those(verdicts):
    assert set(verdicts) == {(scheme, indicator) for scheme, indicator, _ in CASES}


def test_schemes_count_as_the_example_says(lines):
    found = Counter(line.verdict for line in lines.values())
    assert found == {verdict: len(schemes) for verdict, schemes in LINES.items()}
    assert {verdict: {s for s, line in lines.items() if line.verdict == verdict} for verdict in LINES} == LINES


@pytest.mark.parametrize(
    ("scheme", "indicator", "reason"),
    [
        ("S02", "I03", "would_never_show"),
        ("S05", "I03", "would_never_show"),
        ("S07", "I11", "also_claimed"),
        ("S08", "I11", "also_claimed"),
        ("S14", "I29", "suppressed"),
        ("S17", "I22", "outputs_under_half"),
        ("S18", "I07", "never_opened"),
        ("S19", "I01", "too_short"),
    ],
)
def test_why_nothing_can_be_said(verdicts, scheme, indicator, reason):
    assert verdicts[scheme, indicator].reason == reason


def test_discharge_beds_are_substituted_because_two_balancing_indicators_got_worse(partnership, lines):
    assert lines["S12"].rests_on == "I09"
    assert lines["S12"].why.startswith("I05, I29")
    placed, admitted = effect(partnership, "S12", "I09", "its"), effect(partnership, "S12", "I05", "its")
    assert placed.estimate == pytest.approx(-42, abs=1.5)
    assert admitted.estimate == pytest.approx(38, abs=3)
    asked = effect(partnership, "S12", "I29", "survey")
    assert [round(one, 1) for one in (asked.estimate, asked.lower, asked.upper)] == [-7.0, -11.7, -2.4]


def test_the_best_strategic_reading_of_the_register_is_the_substituted_one(partnership):
    names = {one.indicator_id for one in measures.indicators(partnership, PLACE) if one.level == "strategic"}
    claimed = {(one.scheme_id, one.indicator_id) for one in measures.links(partnership, PLACE) if one.role == "outcome"}
    found = [
        one
        for one in evidence.effects(partnership, PLACE, design="its")
        if one.estimate is not None and one.indicator_id in names and (one.scheme_id, one.indicator_id) in claimed
    ]
    assert min(found, key=lambda one: one.estimate).scheme_id == "S12"


def test_the_taskforce_looks_striking_and_started_after_an_unusual_run(partnership):
    shown = effect(partnership, "S19", "I01", "before_after")
    assert (round(shown.mean_before, 1), round(shown.mean_after, 1), round(shown.estimate, 1)) == (19.6, 14.6, -25.7)
    plain, left_out = effect(partnership, "S19", "I01", "its"), effect(partnership, "S19", "I01", "its_chosen_left_out")
    assert plain.estimate == pytest.approx(-19, abs=1.5)
    assert left_out.estimate == pytest.approx(5, abs=1.5)
    assert left_out.lower < 0 < left_out.upper
    assert json.loads(left_out.details)["left_out"] == ["2017-10", "2017-11", "2017-12"]


def test_the_rule_of_unusual_runs_fires_for_no_other_scheme(partnership):
    fired = {one.scheme_id for one in evidence.effects(partnership, PLACE, design="its_chosen_left_out")}
    assert fired == {"S19"}


def test_no_strategic_reading_is_called_working(partnership):
    levels = [one for one in evidence.verdicts(partnership, PLACE) if one.level == "strategic" and not one.indicator_id]
    assert "working" not in {one.verdict for one in levels}
    assert len(levels) == 19


def test_the_build_holds_what_was_uploaded(partnership):
    (place,) = plan.places(partnership)
    assert (place.name, place.as_at, place.uploads) == ("Three Meres Partnership", "2019-04", 2)
    assert len(plan.schemes(partnership, PLACE)) == 19
    assert (
        sum(one.amount for one in plan.spend_lines(partnership, PLACE) if (one.version, one.scope) == ("plan", "grant"))
        == 36e6
    )
    assert [(one.added > 1_000, one.changed, one.removed) for one in record.uploads(partnership, PLACE)][::-1] == [
        (True, 0, 0),
        (False, 1, 0),
    ]


def test_handing_in_again_changes_nothing_and_another_generator_replaces_it(partnership_root, tmp_path):
    root = tmp_path / "demo"
    shutil.copytree(partnership_root, root, symlinks=True)
    before = [one.id for one in Journal(root).all()], local_builds(root).current_id()
    deliver_all(root, NOW)
    assert ([one.id for one in Journal(root).all()], local_builds(root).current_id()) == before
    deliver_all(root, NOW, seed=1)
    after = [one.id for one in Journal(root).all()]
    assert len(after) == 2
    assert not set(after) & set(before[0])
    assert local_builds(root).current_id() != before[1]


def test_an_upload_of_a_person_stays_when_the_example_is_made_anew(partnership_root, tmp_path):
    root = tmp_path / "demo"
    shutil.copytree(partnership_root, root, symlinks=True)
    about, rows, _ = uploads()[0]
    own = door.accept(root, template.workbook(about, {"events": rows["events"][:2]}), "own.xlsx", now=NOW)
    deliver_all(root, NOW, seed=1)
    assert own.id in [one.id for one in Journal(root).all()]
    assert len(record.events(Reader(root).view(), PLACE)) == 2


def test_the_faulty_workbook_is_refused_with_its_cell(partnership_root):
    about, rows = faulty()
    checked = door.check(partnership_root, template.workbook(about, rows), "faulty.xlsx")
    (problem,) = checked.errors
    assert "540" in problem.found
    assert (problem.sheet, problem.cell) == ("observations", "E9")
