"""The states of a publication: each means another thing and asks for another step."""

from datetime import UTC, date, datetime

import pytest

from domain.freshness import LABELS, Freshness, Looked, freshness
from domain.release_calendar import UNKNOWN, calendar

MONTHLY = calendar("ae_england")


def state(today, looked, *, end="2026-03", ended="", changed="", made=MONTHLY):
    at = datetime.combine(date.fromisoformat(looked), datetime.min.time(), UTC) if looked else None
    return freshness(made, end=end, ended=ended, looked=Looked(at, changed), today=date.fromisoformat(today))


@pytest.mark.parametrize(
    ("today", "looked", "expected"),
    [  # the figures of April 2026 come out on Thursday 14 May 2026
        ("2026-05-13", "2026-05-12", "current"),
        ("2026-05-13", "2026-05-05", "stale"),  # nobody looked for more than a week
        ("2026-05-14", "2026-05-13", "due"),
        ("2026-05-15", "2026-05-13", "stale"),  # nobody looked since they came out
        ("2026-05-15", "2026-05-14", "late"),
        ("2026-05-19", "2026-05-19", "late"),  # the third working day
        ("2026-05-20", "2026-05-20", "overdue"),
        ("2026-05-20", "", "stale"),
    ],
)
def test_a_monthly_publication_before_and_after_its_day(today, looked, expected):
    found = state(today, looked)
    assert (found.state, found.month, found.day) == (expected, "2026-04", date(2026, 5, 14))


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ({"changed": "the page is gone"}, "changed"),
        ({"changed": "the page is gone", "ended": "2020-02"}, "changed"),
        ({"ended": "2020-02"}, "ended"),
        ({"end": ""}, "nothing"),
        ({"made": UNKNOWN}, "current"),
    ],
)
def test_other_states(kept, expected):
    assert state("2026-05-20", "2026-05-20", **kept).state == expected


def test_a_publication_without_a_known_day_is_stale_after_a_week():
    assert state("2026-05-20", "2026-05-13", made=UNKNOWN).state == "current"
    assert state("2026-05-21", "2026-05-13", made=UNKNOWN).state == "stale"


def test_every_state_that_is_not_quiet_says_what_to_do_next_and_no_two_say_the_same():
    late = state("2026-05-15", "2026-05-14")
    overdue = state("2026-05-20", "2026-05-20")
    stale = state("2026-05-20", "")
    changed = state("2026-05-20", "2026-05-20", changed="x")
    nothing = state("2026-05-20", "2026-05-20", end="")
    steps = [one.step for one in (late, overdue, stale, changed, nothing)]
    assert len(set(steps)) == 5
    assert all(steps)
    assert len(set(LABELS.values())) == len(LABELS)
    assert Freshness("changed").label == "publisher changed its page"
