"""Freshness, revisions and corrections in words: what is wrong, by how much, and what to do."""

from datetime import date
from types import SimpleNamespace

import pytest

from components.data import fresh, revisions
from domain.freshness import Freshness
from tests.unit.components import walk

NB = "\u00a0"
LATE = Freshness("late", "2026-04", date(2026, 5, 14), "Wait.")
CURRENT = Freshness("current")


def row(name, state):
    return (name, "March 2026", "20 May 2026", state, "second Thursday of the month after", name)


def test_a_source_that_needs_a_look_is_named_with_its_state_and_its_step():
    said = walk.words(fresh.section([row("A&E", LATE), row("Populations", CURRENT)]))
    assert "1 source needs a look." in said
    assert "Late: A&E. Wait." in said
    assert f"April{NB}2026, 14{NB}May{NB}2026 (second Thursday of the month after)" in said


def test_sources_that_are_as_fresh_as_their_publishers_need_nothing():
    said = walk.words(fresh.section([row("A&E", CURRENT), row("DTOC", Freshness("ended"))]))
    assert "Every source is as fresh as its publisher." in said
    assert "none: the series ended" in said


def line(**more):
    usual = {"area": "Leeds", "period": "2018-03", "measure": "delayed_days", "split": "", "before": 3388.0}
    usual |= {"after": 3453.0, "change": 65.0, "change_pct": 1.9185, "unit": "days", "source": "dtoc_councils"}
    return SimpleNamespace(**{**usual, **more})


def since(**more):
    usual = {"since": "B1", "of_pack": True, "total": 36, "new": 0, "gone": 0, "largest": (line(),), "lost": ""}
    return SimpleNamespace(**{**usual, **more})


def test_revised_values_are_counted_and_the_largest_is_named_with_the_build():
    found = since()
    assert revisions.heading(found) == "Revised since your last pack"
    assert revisions.words(found) == (
        f"36 published values, among them Leeds, March{NB}2018: 3,388 to 3,453 delayed days (+65, +1.9{NB}%). "
        "Compared with build B1."
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"total": 0, "largest": ()}, "nothing. Compared with build B1."),
        (
            {"total": 0, "largest": (), "new": 14},
            "no published value changed; 14 values came new. Compared with build B1.",
        ),
        (
            {"total": 0, "largest": (), "of_pack": False, "lost": "B0"},
            "no published value changed; 0 values came new. Compared with build B1; build B0 of your last pack cannot "
            "be compared any more.",
        ),
    ],
)
def test_nothing_revised_is_said_too(more, said):
    assert revisions.words(since(**more)) == said


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"before": None, "change": None, "change_pct": None}, "no number to 3,453 delayed days"),
        ({"before": 0.0, "change": 3453.0, "change_pct": None}, "0 to 3,453 delayed days (+3,453)"),
        ({"change": -65.0, "change_pct": -0.02}, f"delayed days (−65, under{NB}0.1{NB}%)"),
        ({"split": "body social_care"}, "delayed days, body social care"),
    ],
)
def test_a_value_that_changed_reads_as_what_it_is(more, said):
    assert said in revisions.line(line(**more))


def test_the_section_lists_the_largest_and_how_to_get_all():
    said = walk.words(revisions.section(since()))
    assert "The largest changes, totals first" in said
    assert "python -m etl changes --since B1 lists all." in said
    assert "Nothing is compared yet" in walk.words(revisions.section(None))


@pytest.mark.parametrize(
    ("fits", "said"), [(True, "each still fits its cell."), (False, "1 no longer fit and are not applied.")]
)
def test_a_correction_that_no_longer_fits_is_a_failed_check(fits, said):
    one = SimpleNamespace(correction="corrections/x.yml", fits=fits, words="what became of it")
    told = " ".join(walk.words(part) for part in revisions.corrections([one]))
    assert said in told
    assert "corrections/x.yml: what became of it" in told
    assert "No published figure is corrected here." in walk.words(revisions.corrections([])[0])
