"""The event lane: no two events of a row overlap, every event has its month, words and source."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import event_lane
from components.event_lane import LABEL_SHARE, arrange
from domain import breaks, periods
from tests.shared import ROOT
from tests.unit.components import walk
from tests.unit.domain.test_periods import quick

MONTHS = periods.span("2010-08", "2026-03")


def _lefts(shares):
    """Where the words of each event begin: at its month, or ending there at the right edge."""
    return [share if share + LABEL_SHARE <= 1 else share - LABEL_SHARE for share in shares]


ROWS = 4


def _overlaps(shares) -> list[tuple[float, float]]:
    rows: dict[int, list[float]] = {}
    for row, left in zip(arrange(shares), _lefts(shares), strict=True):
        rows.setdefault(row, []).append(left)
    return [
        pair for found in rows.values() for pair in pairwise(sorted(found)) if pair[1] - pair[0] < LABEL_SHARE - 1e-9
    ]


def _shares(start: str, end: str) -> list[float]:
    items = walk.of(walk.of(event_lane.draw(breaks.MARKS, start=start, end=end), "Ol"), "Li")
    return [float(walk.properties(item)["style"]["--at"].rstrip("%")) / 100 for item in items]


@pytest.mark.parametrize("start", MONTHS[::7])
def test_no_events_of_the_reference_list_overlap_in_any_window(start):
    for end in MONTHS[MONTHS.index(start) :: 5]:
        assert not _overlaps(_shares(start, end)), (start, end)


@given(shares=st.lists(st.floats(0, 1), min_size=1, max_size=ROWS).map(sorted))
@quick
def test_as_many_events_as_rows_never_overlap(shares):
    assert not _overlaps(shares)


@given(gaps=st.lists(st.floats(LABEL_SHARE / ROWS * 1.001, 0.3), min_size=1, max_size=30))
@quick
def test_events_that_leave_room_never_overlap(gaps):
    shares = [sum(gaps[:count]) for count in range(len(gaps))]
    assert not _overlaps([share for share in shares if share + LABEL_SHARE <= 1])


def test_more_events_of_one_month_than_rows_never_overlap():
    assert not _overlaps([0.5] * (ROWS + 1))


def test_the_share_of_the_words_covers_their_width_on_the_narrowest_lane():
    css = (ROOT / "assets" / "site.css").read_text("utf-8")
    width = 16 * float(re.search(r"\.event \{[^}]*?\bwidth: ([\d.]+)rem", css)[1])
    list_up_to = 16 * float(re.search(r"@media \(max-width: ([\d.]+)em\)", css)[1])
    padding = int(re.search(r"\.wrap \{[^}]*padding: 0 (\d+)px", css)[1])
    assert LABEL_SHARE * (list_up_to + 1 - 2 * padding) >= width


def test_each_event_stands_at_the_start_of_its_month():
    shares = _shares("2020-01", "2020-12")
    assert shares == [pytest.approx(60 / 366, abs=1e-4), pytest.approx(213 / 366, abs=1e-4)]


def test_an_event_in_the_first_month_stands_at_the_left_edge():
    assert _shares("2020-03", "2021-12")[0] == 0


def test_words_that_would_leave_the_lane_end_at_their_month():
    lane = event_lane.draw(breaks.MARKS, start="2019-01", end="2020-03")
    (item,) = walk.of(walk.of(lane, "Ol"), "Li")
    assert item.className == "event turned wall"


def test_every_event_shown_names_its_source():
    lane = event_lane.draw(breaks.MARKS, start=MONTHS[0], end=MONTHS[-1])
    said = walk.words(walk.of(lane, "Details"))
    assert all(f"{mark.text} Source: {mark.source}." in said for mark in breaks.MARKS)
    assert len(walk.of(walk.of(lane, "Ol"), "Li")) == len(breaks.MARKS)


def test_a_window_without_events_says_so():
    assert "No event of the reference list falls in this window." in walk.words(
        event_lane.draw(breaks.MARKS, start="2016-01", end="2016-12")
    )
