"""The watches: delays down while something else is up (METHODS M22).

Pressure: emergency admissions up. Substitution: long-term admissions, readmissions or packages up. Both sides must
be beyond "similar" on twelve months against the twelve before, per day, and beyond their intervals where these
exist. A watch says that both are true at once, never that one causes the other; the monthly series are not
correlated.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis import change
from analysis.change import Change, Monthly
from domain import periods


@dataclass(frozen=True)
class Pressure:
    """The state of the watch in a month: both changes (12 months v 12 before, per day) and whether it is on."""

    month: str
    delays: float
    admissions: float
    on: bool


def pressure(delays: Monthly, admissions: Monthly) -> tuple[Pressure, ...]:
    """The watch in every month in which both series have 24 months, in time order."""
    found = []
    for month in sorted(set(delays) & set(admissions)):
        down, up = change.twelve_months(delays, month), change.twelve_months(admissions, month)
        if down and up:
            on = down.direction == "down" and up.direction == "up"
            found.append(Pressure(month, down.ratio, up.ratio, on))
    return tuple(found)


@dataclass(frozen=True)
class Side:
    """One side of a watch.

    counts: by month. margins: by last month of twelve, half the width of the 95 % interval of their mean per day
    (METHODS M8), or the publisher's margin of error (M20); empty where no interval exists.
    """

    counts: Monthly
    margins: Monthly = field(default_factory=dict)


@dataclass(frozen=True)
class Substitution:
    """The state of the watch in a month: the change of delays, of every measure held, and which measures are up."""

    month: str
    delays: float
    others: Mapping[str, float]
    up: tuple[str, ...]

    @property
    def on(self) -> bool:
        """Whether delays are down and at least one measure is up."""
        return bool(self.up)


def substitution(delays: Side, others: Mapping[str, Side]) -> tuple[Substitution, ...]:
    """The watch in every month in which delays and one of the other measures have 24 months, in time order."""
    found = []
    for month in sorted(delays.counts):
        down = change.twelve_months(delays.counts, month)
        moved = {name: change.twelve_months(side.counts, month) for name, side in others.items()}
        known = {name: one for name, one in moved.items() if one}
        if down is None or not known:
            continue
        fallen = _direction(down, delays.margins, month) == "down"
        up = tuple(name for name, one in known.items() if _direction(one, others[name].margins, month) == "up")
        found.append(
            Substitution(month, down.ratio, {name: one.ratio for name, one in known.items()}, up if fallen else ())
        )
    return tuple(found)


def _direction(moved: Change, margins: Monthly, month: str) -> str:
    """``up``, ``down`` or ``similar``; a change inside its intervals, |Δ| ≤ √(m₁² + m₂²), is similar (M20)."""
    before = periods.plus(month, -12)
    if month in margins and before in margins:
        inside = abs(moved.now - moved.then) <= math.hypot(margins[month], margins[before])
        return "similar" if inside else moved.direction
    return moved.direction


def stretches(states: tuple[Pressure, ...]) -> tuple[tuple[str, str], ...]:
    """First and last month of every unbroken stretch in which the watch was on."""
    found: list[tuple[str, str]] = []
    for state in states:
        if not state.on:
            continue
        if found and periods.plus(found[-1][1], 1) == state.month:
            found[-1] = (found[-1][0], state.month)
        else:
            found.append((state.month, state.month))
    return tuple(found)
