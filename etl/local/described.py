"""What before and after, and the same months of last year, say of a series: means, their change and its months (M16).

Of people the means follow from sums as they may be shown (M25), so that no mean of a few months is a count.
"""

import json
from collections.abc import Sequence

from analysis.impact.descriptive import Described
from analysis.impact.its import LOG
from analysis.rates import Refused
from etl.local import people
from etl.local.case import Case, Record, short
from etl.local.exact import days
from etl.local.guard import KEPT_BACK, Guard

FEW = 3


def described_record(case: Case, found: Described) -> Record:
    """The record of a description. Raises Refused where small numbers would follow from it."""
    then, now = _means(case, found)
    moved = (now / then - 1 if then else None) if case.scale == LOG else now - then
    record: Record = {
        "unit": case.unit,
        "estimate": None if moved is None else short(case.times * moved),
        "mean_before": short(then),
        "mean_after": short(now),
        "pre_first": found.then_months[0],
        "pre_last": found.then_months[-1],
        "post_first": found.now_months[0],
        "post_last": found.now_months[-1],
        "pre_points": len(found.then_months),
        "post_points": len(found.now_months),
    }
    if case.guard:
        return record
    details = {"then": [short(one) for one in found.then_range], "now": [short(one) for one in found.now_range]}
    return {**record, "details": json.dumps(details)}


def _means(case: Case, found: Described) -> tuple[float, float]:
    guard, sides = case.guard, (found.then_months, found.now_months)
    if guard is None:
        return found.then, found.now
    if case.series.indicator["kind"] == people.COUNT and case.series.indicator["counts_people"] == "yes":
        before, after = (_mean(case, guard, side) for side in sides)
        return before, after
    if case.small and (why := guard.refuses(*sides) or _few(guard, *sides)):
        raise Refused(why)
    return found.then, found.now


def _few(guard: Guard, *sides: Sequence[str]) -> str:
    """A mean of few months that holds a small one says too much of it."""
    few = any(len(side) < FEW * 2 and any(guard.hides(month) for month in side) for side in sides)
    return KEPT_BACK if few else ""


def _mean(case: Case, guard: Guard, months: Sequence[str]) -> float:
    """A sum as it may be shown ÷ what the counts are divided by."""
    total = guard.tell(months)
    by = days(case.series.indicator, months, case.series.step)
    return total / by
