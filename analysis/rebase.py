"""Rebases: new limits from a named event on, never automatically (SPC; NHS England, "Making Data Count").

A rebase has a date, a reason and an author, so that exports can print who drew new limits and why.
"""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rebase:
    """New limits from ``start`` on (a month, or any text that sorts in time order)."""

    start: str
    reason: str
    author: str

    def __post_init__(self) -> None:
        absent = [name for name in ("start", "reason", "author") if not getattr(self, name).strip()]
        if absent:
            raise ValueError(f"a rebase needs a date, a reason and an author; missing: {', '.join(absent)}")


def phases(periods: Sequence[str], starts: Sequence[str]) -> tuple[int, ...]:
    """The phase of every period, from 0: the first period at or after each start opens the next one.

    Takes starts of rebases and of series breaks alike; a start before the first period, or after the last,
    opens nothing. ``periods`` are in time order.
    """
    ordered = sorted(set(starts))
    passed = [bisect.bisect_right(ordered, period) for period in periods]
    numbers = {count: number for number, count in enumerate(dict.fromkeys(passed))}
    return tuple(numbers[count] for count in passed)
