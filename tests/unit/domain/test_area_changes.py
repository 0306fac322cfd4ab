"""Changes of councils since 2009: reviewed reference data with a legal source each."""

import re
from datetime import date

import pytest

from domain import area_changes, areas
from domain.area_changes import CHANGES

KINDS = {area_changes.RECODED, area_changes.MERGED, area_changes.DIVIDED, area_changes.REDRAWN}
each_change = pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.instrument)


@each_change
def test_a_change_takes_effect_on_a_first_of_april(change):
    day = date.fromisoformat(change.date)
    assert (day.month, day.day) == (4, 1)
    assert day >= date(2009, 4, 1)


@each_change
def test_a_change_names_councils_by_well_formed_codes(change):
    for code, name in (*change.before.items(), *change.after.items()):
        assert areas.ONS_COUNCIL_CODE.fullmatch(code)
        assert name == name.strip() != ""
    assert not set(change.before) & set(change.after)


@each_change
def test_a_change_has_a_statutory_instrument_of_the_years_before_as_its_source(change):
    assert re.fullmatch(r"https://www\.legislation\.gov\.uk/uksi/20\d\d/\d+", change.source)
    made = int(change.instrument.split("/")[0])
    assert made <= int(change.date[:4])
    assert change.order.endswith(str(made))


@each_change
def test_the_kind_of_a_change_agrees_with_its_councils(change):
    assert change.kind in KINDS
    before, after = len(change.before), len(change.after)
    if change.kind == area_changes.RECODED:
        assert (before, after) == (1, 1)
    if change.kind == area_changes.DIVIDED:
        assert before == 1 < after
    if change.kind == area_changes.MERGED:
        assert after == 1 < before


def test_changes_are_listed_in_time_order():
    assert [change.date for change in CHANGES] == sorted(change.date for change in CHANGES)


def test_a_code_ends_once_and_begins_once():
    ended = [code for change in CHANGES for code in change.before]
    began = [code for change in CHANGES for code in change.after]
    assert len(set(ended)) == len(ended)
    assert len(set(began)) == len(began)


@pytest.mark.parametrize(
    ("code", "began", "ended"),
    [
        ("E10000009", None, "2019-04-01"),  # Dorset county council
        ("E06000059", "2019-04-01", None),  # Dorset Council
        ("E06000048", "2009-04-01", "2013-04-01"),  # Northumberland, between two changes
        ("E06000057", "2013-04-01", None),
        ("E08000003", None, None),  # Manchester
    ],
)
def test_a_code_is_used_from_its_first_to_its_last_day(code, began, ended):
    assert area_changes.began(code) == began
    assert area_changes.ended(code) == ended


def test_the_reused_nhs_code_passes_from_an_ended_to_a_new_council():
    for month, before, after in area_changes.REUSED_NHS_CODES.values():
        assert area_changes.ended(before) == area_changes.began(after)
        assert area_changes.began(after) <= f"{month}-01"
