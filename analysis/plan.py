"""Plan against actual within a year, by the days and the season of its months (METHODS M23)."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.change import Monthly
from analysis.rates import Refused
from domain import periods

STEEP, STRETCH, SEEN_IN = 0.8, 6, 36
NOT_SEEN = "would need a fall not seen in this series"


@dataclass(frozen=True)
class Progress:
    """A plan for a year, part of which has passed.

    share: of the year's weight, to date; to_date: of the plan; over: actual less plan to date; projection: the year
    at the rate so far; rest_factor: the rate that the rest must run at, as a share of the season-adjusted rate so far
    (None when the year is over); needed: by month, at that rate.
    """

    plan: float
    actual: float
    weight: float
    share: float
    to_date: float
    over: float
    projection: float
    rest_factor: float | None
    needed: dict[str, float]


def weights(months: Sequence[str], factors: Mapping[int, float]) -> dict[str, float]:
    """days × seasonal factor (M5, of the last three full years) of each month."""
    return {month: periods.days_in(month) * factors[periods.split(month)[1]] for month in months}


def progress(actual: Monthly, *, plan: float, months: Sequence[str], factors: Mapping[int, float]) -> Progress:
    """Plan to date = plan × Σ(w to date) ÷ Σw; rest factor = (plan − actual) ÷ Σ(w left) ÷ (actual ÷ Σ(w to date)).

    actual: counts of the months so far, which are the first of ``months``. Ratios, surveys and snapshots have no
    year-to-date sum: their numerators and denominators are added (see ratio_to_date).

    Raises:
        Refused: without a month, with a gap, or without an actual count.
    """
    held = [month for month in months if month in actual]
    if not held or held != list(months[: len(held)]):
        raise Refused("the months so far are not all held, so the year to date has no sum")
    each = weights(months, factors)
    so_far, total = math.fsum(each[month] for month in held), math.fsum(each.values())
    done = math.fsum(actual[month] for month in held)
    if plan <= 0 or done <= 0:
        raise Refused("the plan or the count so far is 0: no share of it can be told")
    left = [month for month in months if month not in actual]
    rest = (plan - done) / math.fsum(each[month] for month in left) / (done / so_far) if left else None
    needed = {month: done / so_far * (rest or 0.0) * each[month] for month in left}
    due = plan * so_far / total
    return Progress(plan, done, total, so_far / total, due, done - due, done * total / so_far, rest, needed)


def ratio_to_date(numerators: Monthly, denominators: Monthly, months: Sequence[str]) -> float:
    """Σ numerators ÷ Σ denominators of the months so far: ratios are never added or averaged.

    Raises:
        Refused: where a month lacks one of them.
    """
    if not months or any(month not in numerators or month not in denominators for month in months):
        raise Refused("numerators and denominators of every month are needed for a ratio to date")
    below = math.fsum(denominators[month] for month in months)
    if below <= 0:
        raise Refused("nobody was counted in these months")
    return math.fsum(numerators[month] for month in months) / below


def unseen(rest_factor: float | None, history: Monthly, factors: Mapping[int, float], *, last: str) -> str:
    """ "Would need a fall not seen in this series", or nothing.

    Said for a rest factor below 0.8 when, in the 36 months to ``last``, no 6 months in a row ran at that share of
    the season-adjusted rate of the 6 months before them. Stretches with a missing month show nothing.
    """
    if rest_factor is None or rest_factor >= STEEP:
        return ""
    start = periods.plus(last, 1 - SEEN_IN)
    for begin in periods.span(periods.plus(start, STRETCH), periods.plus(last, 1 - STRETCH)):
        then, now = _rate(history, factors, periods.plus(begin, -STRETCH)), _rate(history, factors, begin)
        if then and now is not None and now <= rest_factor * then:
            return ""
    return NOT_SEEN


def _rate(values: Monthly, factors: Mapping[int, float], begin: str) -> float | None:
    months = periods.span(begin, periods.plus(begin, STRETCH - 1))
    if any(month not in values for month in months):
        return None
    return math.fsum(values[month] for month in months) / math.fsum(weights(months, factors).values())
