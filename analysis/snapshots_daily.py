"""Monthly figures of daily snapshots (METHODS M6).

A month is the mean of its seven weekday means, so that a fifth Sunday makes no month worse by itself. Publishers
give the plain mean of all days; both are computed, named, and never taken for one another.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from analysis.limits import mean
from analysis.rates import Refused
from domain import periods

WEEK = 7
MOST_MISSED = 0.2  # of the days: an organisation that missed more leaves the constant panel

Daily = Mapping[date, float]
Name = TypeVar("Name")


@dataclass(frozen=True)
class Snapshot:
    """A month of a daily series.

    plain: mean of all days held, as publishers give it; balanced: mean of the seven weekday means; days: how many
    are held, of how many of the month.
    """

    month: str
    plain: float
    balanced: float
    days: int
    of: int


def weekdays(daily: Daily) -> dict[int, float]:
    """Mean of each weekday that is held, Monday 0 to Sunday 6."""
    found: dict[int, list[float]] = {}
    for day, value in daily.items():
        found.setdefault(day.weekday(), []).append(value)
    return {weekday: mean(found[weekday]) for weekday in sorted(found)}


def month_of(daily: Daily, month: str) -> Snapshot:
    """Both means of a month: Σ values ÷ days, and Σ of the seven weekday means ÷ 7.

    Raises Refused where a weekday is not held at all, since the others would stand for it.
    """
    held = {day: value for day, value in daily.items() if periods.month_of(day) == month}
    by_weekday = weekdays(held)
    if len(by_weekday) < WEEK:
        raise Refused(f"{len(by_weekday)} of 7 weekdays are held in {periods.label(month)}")
    return Snapshot(
        month, mean(list(held.values())), mean(list(by_weekday.values())), len(held), periods.days_in(month)
    )


def constant_panel(submitted: Mapping[Name, Collection[date]], days: Collection[date]) -> set[Name]:
    """Organisations that sent at least 80 % of the days; only these are followed over the whole time."""
    wanted = set(days)
    return {name for name, sent in submitted.items() if len(wanted - set(sent)) <= MOST_MISSED * len(wanted)}
