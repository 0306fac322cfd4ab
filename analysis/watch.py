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


@dataclass(frozen=True)
class Moved:
    """How a side moved on twelve months against the twelve before; margin: what the change had to exceed, or None."""

    change: Change
    margin: float | None

    @property
    def inside(self) -> bool:
        """Whether the change lies inside its intervals: |Δ| ≤ √(m₁² + m₂²) (M20)."""
        return self.margin is not None and abs(self.change.now - self.change.then) <= self.margin

    @property
    def direction(self) -> str:
        """``up``, ``down`` or ``similar``, which a change inside its intervals is too."""
        return "similar" if self.inside else self.change.direction


def moved(side: Side, month: str) -> Moved | None:
    """How a side moved to a month; None where one of the 24 months is missing."""
    change_ = change.twelve_months(side.counts, month)
    if change_ is None:
        return None
    before = periods.plus(month, -12)
    held = month in side.margins and before in side.margins
    return Moved(change_, math.hypot(side.margins[month], side.margins[before]) if held else None)


def both(delays: Moved | None, other: Moved | None) -> bool | None:
    """Whether delays are down and the other side is up; None where one of them is not known."""
    return None if delays is None or other is None else delays.direction == "down" and other.direction == "up"


def substitution(delays: Side, others: Mapping[str, Side]) -> tuple[Substitution, ...]:
    """The watch in every month in which delays and one of the other measures have 24 months, in time order."""
    found = []
    for month in sorted(delays.counts):
        down = moved(delays, month)
        known = {name: one for name, side in others.items() if (one := moved(side, month))}
        if down is None or not known:
            continue
        up = tuple(name for name, one in known.items() if both(down, one))
        ratios = {name: one.change.ratio for name, one in known.items()}
        found.append(Substitution(month, down.change.ratio, ratios, up))
    return tuple(found)


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
