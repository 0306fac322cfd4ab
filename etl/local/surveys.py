"""What surveys say of a scheme (METHODS M20): answers pooled before and after, or two results with their margins."""

import json

from analysis.impact import window as windows
from analysis.impact.effect import Effect
from analysis.impact.window import Window
from analysis.rates import Refused
from analysis.survey import Answers, Margin, change, local_change, pooled
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
    """The latest result before the start against the latest after the roll-in."""
    values, margins, window = case.series.values, case.series.margins, case.window
    before = [period for period in values if period < window.start]
    after = [period for period in values if window.post and period >= window.start]
    if not before or not after:
        raise Refused("there is no survey before the start, or none after the roll-in")
    first, last = max(before), max(after)
    then, now = (Margin(values[one], margins.get(one, 0.0)) for one in (first, last))
    found = change(then, now)
    record = {
        "mean_before": short(then.value),
        "mean_after": short(now.value),
        "pre_first": first,
        "pre_last": first,
        "post_first": last,
        "post_last": last,
        "pre_points": 1,
        "post_points": 1,
        "details": json.dumps({"needs": short(found.needs)}),
    }
    return Effect(found.change, found.low, found.high), record


def _nearest_five(answers: int) -> int:
    return 5 * round(answers / 5)
