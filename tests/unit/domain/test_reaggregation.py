"""What can be compared across changes of councils: groups, and England's total under every mapping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import area_changes, board_changes, periods, reaggregation
from domain.area_changes import CHANGES

CODES = sorted({code for change in CHANGES for code in (*change.before, *change.after)})
MONTHS = periods.span("2009-01", "2026-12")
codes = st.sampled_from([*CODES, *(f"E09{n:06d}" for n in range(1, 34))])
windows = st.tuples(st.sampled_from(MONTHS), st.sampled_from(MONTHS)).map(sorted).map(tuple)


@given(st.dictionaries(codes, st.integers(0, 50_000)), windows)
def test_no_mapping_changes_the_total_of_england(days, window):
    groups = reaggregation.mapping(days, *window)
    summed: dict[frozenset[str], int] = {}
    for code, value in days.items():
        summed[groups[code].codes] = summed.get(groups[code].codes, 0) + value
    assert sum(summed.values()) == sum(days.values())


@given(windows)
def test_a_code_is_in_one_group_of_a_window_at_most(window):
    found = [code for group in reaggregation.groups(*window) for code in group.codes]
    assert len(found) == len(set(found))


@given(windows, codes)
def test_the_group_of_a_code_holds_it_and_is_the_group_of_all_its_members(window, code):
    group = reaggregation.group_of(code, *window)
    assert code in group.codes
    assert {reaggregation.group_of(one, *window) for one in group.codes} == {group}


@given(windows)
def test_a_wider_window_never_splits_a_group(window):
    start, end = window
    wider = reaggregation.groups(MONTHS[0], MONTHS[-1])
    for group in reaggregation.groups(start, end):
        assert any(group.codes <= other.codes for other in wider)


@pytest.mark.parametrize(("start", "end", "changed"), [("2019-03", "2019-04", True), ("2019-04", "2020-03", False)])
def test_a_change_counts_only_when_months_lie_on_both_sides_of_it(start, end, changed):
    group = reaggregation.group_of("E10000009", start, end)
    assert (len(group.codes) == 5) is changed


def test_dorset_can_only_be_compared_together_with_bournemouth_and_poole():
    group = reaggregation.group_of("E06000059", "2018-04", "2020-02")
    assert group.codes == {"E06000028", "E06000029", "E10000009", "E06000058", "E06000059"}
    assert group.kind == area_changes.REDRAWN
    assert "only all of them" in group.words


def test_a_council_under_a_new_code_goes_on():
    group = reaggregation.group_of("E06000060", "2019-04", "2021-03")
    assert (group.codes, group.kind) == ({"E10000002", "E06000060"}, area_changes.RECODED)


def test_northamptonshire_is_the_sum_of_its_two_councils():
    group = reaggregation.group_of("E10000021", "2020-04", "2022-03")
    assert (group.codes, group.kind) == ({"E10000021", "E06000061", "E06000062"}, area_changes.DIVIDED)


def test_two_changes_of_one_council_make_one_group_with_the_strictest_kind():
    group = reaggregation.group_of("E10000022", "2009-01", "2014-01")
    assert group.codes == {"E10000022", "E06000048", "E06000057", "E08000020", "E08000037"}
    assert (group.kind, group.changed_on) == (area_changes.REDRAWN, ("2009-04-01", "2013-04-01"))


def test_a_council_that_no_change_touches_is_alone_and_needs_no_words():
    group = reaggregation.group_of("E08000035", "2009-01", "2026-12")
    assert (group.codes, group.words) == ({"E08000035"}, "")


def test_the_mergers_of_boards_are_marked_as_not_confirmed_and_carry_codes_of_five_characters():
    assert len(board_changes.CHANGES) == 6
    for change in board_changes.CHANGES:
        assert not change.confirmed
        assert change.note
        assert all(len(code) == 5 for code in change.after)
        assert all(len(code) == 3 for code in change.before)


def test_a_board_that_is_parted_between_two_is_never_a_plain_merger():
    for change in board_changes.CHANGES:
        shared = [c for c in board_changes.CHANGES if c is not change and set(c.before) & set(change.before)]
        assert not shared or change.kind == area_changes.REDRAWN
