"""The pressure watch: delays down while emergency admissions are up (METHODS M22).

Both sides must be beyond "similar" on twelve months against the twelve before, per day. The watch says that
both are true at once, never that one causes the other; the two monthly series are not correlated.
"""

from dataclasses import dataclass

from analysis import change
from analysis.change import Monthly
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
