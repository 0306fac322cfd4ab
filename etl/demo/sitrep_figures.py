"""Fictional figures of the discharge reports: every trust, every day, adding up as the publications do.

Discharges follow the days of the week; people remaining rise in winter. Discharges to a hospice are known for
regions only: an acute trust counts those people as remaining, a community provider does not count them at all.
"""

import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from domain import discharge, periods
from domain.demonstration import NHS_REGIONS
from etl.demo.cells import split
from etl.demo.organisations import Trust, trusts

MONTHS = {discharge.ACUTE: periods.span("2022-04", "2023-03"), discharge.COMMUNITY: periods.span("2022-10", "2023-03")}
SERIES_FROM = "2021-10"
_REMAINING = {discharge.ACUTE: 2_600.0, discharge.COMMUNITY: 420.0}
_LEAVING = {discharge.ACUTE: 0.75, discharge.COMMUNITY: 0.16}  # discharged for each one remaining
_WEEKDAYS = (1.0, 1.15, 1.1, 1.1, 1.25, 0.8, 0.6)
_HOSPICE = {discharge.ACUTE: 0.35, discharge.COMMUNITY: 0.2}  # people a day and region
_SILENT = {("DMT05", "2022-08"): range(9, 14), ("DMT11", "2022-12"): range(31)}  # days, from 0, without a return


@dataclass(frozen=True)
class Counts:
    """Everybody, discharged and remaining of a place on a day."""

    people: int
    discharged: int
    remaining: int

    @property
    def cells(self) -> list[int]:
        """The three columns of a day."""
        return [self.people, self.discharged, self.remaining]


def providers(setting: str) -> tuple[Trust, ...]:
    """Trusts with a major A&E send acute reports; the others and every third of these have community beds."""
    every = trusts()
    if setting == discharge.ACUTE:
        return tuple(one for one in every if one.major)
    return tuple(one for n, one in enumerate(every) if not one.major or n % 3 == 0)


def days(month: str) -> list[date]:
    """The days of a month."""
    first = periods.first_day(month)
    return [first + timedelta(days=n) for n in range(periods.days_in(month))]


def weeks(month: str) -> list[date]:
    """Mondays of the weeks that have most of their days in a month."""
    wanted = (day - timedelta(days=3) for day in days(month))
    return [day for day in wanted if day.weekday() == 0]


@cache
def counts(setting: str, trust: Trust, month: str, seed: int) -> tuple[Counts | None, ...]:
    """A trust's counts on each day; None where it sent no return."""
    rng = random.Random(f"{seed}/{setting}/{trust.code}/{month}")
    season = 1 + 0.08 * math.cos(2 * math.pi * (periods.split(month)[1] - 1) / 12)
    base = _REMAINING[setting] * trust.share * season
    silent = _SILENT.get((trust.code, month), ()) if setting == discharge.ACUTE else ()
    found: list[Counts | None] = []
    for n, day in enumerate(days(month)):
        remaining = max(0, round(base * rng.gauss(1, 0.05)))
        discharged = max(0, round(base * _LEAVING[setting] * _WEEKDAYS[day.weekday()] * rng.gauss(1, 0.06)))
        found.append(None if n in silent else Counts(remaining + discharged, discharged, remaining))
    return tuple(found)


def hospice(setting: str, region: str, day: date, seed: int) -> int:
    """Discharges to a hospice in a region on a day."""
    rng = random.Random(f"{seed}/{setting}/{region}/{day}")
    return int(rng.random() < _HOSPICE[setting]) + int(rng.random() < _HOSPICE[setting] / 3)


def together(found: Iterable[Counts | None]) -> Counts:
    """Counts added up; whoever sent nothing is in no total."""
    sent = [one for one in found if one]
    return Counts(*(sum(getattr(one, name) for one in sent) for name in ("people", "discharged", "remaining")))


def region_counts(setting: str, region: str, month: str, seed: int) -> list[Counts]:
    """Counts of a region on each day, with discharges to a hospice."""
    here = [counts(setting, one, month, seed) for one in providers(setting) if one.board.region_code == region]
    found = []
    for n, day in enumerate(days(month)):
        local, extra = together(one[n] for one in here), hospice(setting, region, day, seed)
        if setting == discharge.ACUTE:
            extra = min(extra, local.remaining)
            found.append(Counts(local.people, local.discharged + extra, local.remaining - extra))
        else:
            found.append(Counts(local.people + extra, local.discharged + extra, local.remaining))
    return found


def england_counts(setting: str, month: str, seed: int) -> list[Counts]:
    """England's counts on each day: its regions added up."""
    return [together(day) for day in zip(*(region_counts(setting, r, month, seed) for r in NHS_REGIONS), strict=True)]


def shared(whole: int, weights: Sequence[float], key: str) -> list[int]:
    """A whole number over weights that vary a little from place to place."""
    rng = random.Random(key)
    parts = split(whole, {str(n): weight * rng.uniform(0.85, 1.15) for n, weight in enumerate(weights)})
    return list(parts.values())


def bed_days(setting: str, trust: Trust, week: date, seed: int) -> list[int]:
    """Bed days of stays of 7, 14 and 21 days or over at the snapshot of a week; longer stays are among shorter ones."""
    rng = random.Random(f"{seed}/{setting}/{trust.code}/{week}")
    shortest = round(_REMAINING[setting] * trust.share * 9.5 * rng.gauss(1, 0.05))
    middle = round(shortest * rng.uniform(0.9, 0.94))
    return [shortest, middle, round(middle * rng.uniform(0.86, 0.9))]
