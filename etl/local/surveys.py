"""What surveys say of a scheme (METHODS M20): answers pooled before and after, or two results with their margins."""

import json

from analysis.impact import window as windows
from analysis.impact.effect import Effect
from analysis.impact.window import Window
from analysis.rates import Refused
from analysis.survey import Answers, Margin, Move, change, local_change, pooled, published
from domain import periods
from etl.local.case import Case, Record, effect_record, months_record, refused, short
from etl.local.designs import SURVEY, Evidence

Found = tuple[Effect, Record]


def survey_evidence(case: Case) -> Evidence:
    """The one design of a survey."""
    try:
        effect, record = _answers(case) if case.series.answers else _margins(case)
    except Refused as problem:
        return Evidence({SURVEY: refused(str(problem))}, SURVEY)
    return Evidence({SURVEY: {**effect_record(case, effect), **record}}, SURVEY, effect)


def _answers(case: Case) -> Found:
    """Pooled answers, with Newcombe's interval of the difference."""
    by, held = windows.quarters(case.window), case.series.answers
    before = [held[quarter] for quarter in by.before if quarter in held]
    after = [held[quarter] for quarter in by.judged if quarter in held]
    if not before or not after:
        raise Refused("no answers are held before the start, or none after the roll-in")
    then, now = pooled(*before), pooled(*after)
    found = local_change(then, now)
    means = _means(case, by, (then, now))
    details = {"answers_before": _nearest_five(then.of), "answers_after": _nearest_five(now.of)}
    record = {
        **months_record(by),
        **means,
        "pre_points": len(before),
        "post_points": len(after),
        "details": json.dumps(details),
    }
    return Effect(100 * found.value, 100 * found.low, 100 * found.high), record


def _means(case: Case, by: Window, sides: tuple[Answers, Answers]) -> Record:
    """Shares before and after; of people as whole percentages, and only where they may be shown (M25)."""
    names = ("mean_before", "mean_after")
    if case.guard is None:
        return {name: short(100 * side.yes / side.of) for name, side in zip(names, sides, strict=True)}
    pairs = zip(names, (by.before, by.judged), strict=True)
    return {name: float(case.guard.share(months)) for name, months in pairs}


def _margins(case: Case) -> Found:
    """The latest round that ended before the start against the latest that began after the roll-in.

    A round whose year holds the start or the roll-in stands for both sides, so it is not read.
    """
    values, margins, window, step = case.series.values, case.series.margins, case.window, case.series.step
    before = [period for period in values if periods.plus(period, step - 1) < window.start]
    after = [period for period in values if window.judged and period >= window.judged[0]]
    if not before or not after:
        raise Refused("no round of the survey ended before the start, or none began after the roll-in")
    first, last = max(before), max(after)
    then, now = (Margin(values[one], margins.get(one, -1.0)) for one in (first, last))
    found = _change(case, (first, then), (last, now))
    details = {"needs": short(found.needs), "then": then.margin, "now": now.margin}
    record = {
        "mean_before": short(then.value),
        "mean_after": short(now.value),
        "pre_first": first,
        "pre_last": first,
        "post_first": last,
        "post_last": last,
        "pre_points": 1,
        "post_points": 1,
        "details": json.dumps(details),
    }
    return Effect(found.change, found.low, found.high), record


def _change(case: Case, then: tuple[str, Margin], now: tuple[str, Margin]) -> Move:
    """The change of two rounds; of a national measure not between years that cannot be compared."""
    measure = case.series.measure
    if measure is None:
        return change(then[1], now[1])
    broken = measure.not_comparable(periods.financial_year(then[0]), periods.financial_year(now[0]))
    return published(then[1], now[1], decimals=measure.decimals, broken=broken)


def _nearest_five(answers: int) -> int:
    return 5 * round(answers / 5)
