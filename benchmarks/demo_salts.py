"""Find the random numbers of the demonstration for which every promised reading holds (python -m benchmarks.demo_salts).

Every series of the example partnership has random numbers of its own, so each is searched alone: the least salt for
which all schemes that claim the series read as promised, with estimates near the hidden truth. The result is printed
as the constant ``etl.demo.salts.SALTS``. Same code and seed, same result.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from analysis.impact import its, selection, window
from analysis.impact import verdict as verdicts
from analysis.impact.facts import Facts
from analysis.survey import Answers, local_change, pooled
from domain import periods
from etl.demo import figures
from etl.demo.partnership.claims import LINKS
from etl.demo.partnership.measures import INDICATOR_BY_ID
from etl.demo.partnership.observations import NAME
from etl.demo.partnership.place import COUNCIL, LAST
from etl.demo.partnership.rules import RULES
from etl.demo.partnership.schemes import BY_ID
from etl.demo.partnership.series import SHARE, drawn
from etl.demo.partnership.truth import EFFECTS
from etl.demo.partnership import calendar
from analysis.impact.effect import Effect
from analysis.rates import Refused
from etl.demo.salts import stream


@dataclass
class Reading:
    code: str
    reason: str
    effect: Effect | None
    fired: bool = False


def read(link, values, answers=None):
    scheme, indicator = BY_ID[link["scheme_id"]], INDICATOR_BY_ID[link["indicator_id"]]
    if not scheme["actual_start"]:
        return Reading("not_started", "", None)
    win = window.window(scheme["actual_start"], last=LAST, lag=link["lag"], end=scheme["ended"] or "", first="2015-04")
    scale = its.POINTS if indicator["kind"] == "proportion" else its.LOG
    times = 100 if scale == its.LOG else 1
    expected = None if link["expected"] is None else link["expected"] / times
    common = dict(
        good=indicator["good"],
        role=link["role"],
        ended=bool(scheme["ended"]),
        post_months=len(win.running),
        expected=expected,
    )
    if answers is not None:
        by = window.quarters(win)
        try:
            then, now = (pooled(*(answers[q] for q in part if q in answers)) for part in (by.before, by.judged))
            found = local_change(then, now)
            effect = Effect(100 * found.value, 100 * found.low, 100 * found.high)
        except Refused:
            effect = None
        v = verdicts.verdict(Facts(source="survey", effect=effect, **common))
        return Reading(v.code, v.reason, effect)
    chosen = selection.selection(values, win.start, indicator["good"])
    try:
        effect = its.its(values, chosen.applied(win), scale=scale).effect
    except Refused as e:
        effect = None
    pre = sum(m in values for m in win.pre)
    v = verdicts.verdict(
        Facts(effect=effect, pre_months=pre, selection_checked=chosen.checked, born_with_scheme=pre == 0, **common)
    )
    return Reading(v.code, v.reason, effect, chosen.fired)


def local(indicator_id, area, salt, seed=figures.SEED):
    rule = RULES[indicator_id][area]
    values = drawn(rule, EFFECTS.get((indicator_id, area), ()), stream(seed, f"{indicator_id}/{NAME[area]}", salt))
    if rule.form == SHARE:
        answers = {p: Answers(int(a), n) for p, (a, n) in zip(rule.periods, values)}
        if rule.quarterly:
            return None, answers
        return {p: 100 * a.yes / a.of for p, a in answers.items()}, None
    return {p: v / (calendar.days(p, rule.per) if rule.per else 1) for p, (v, _) in zip(rule.periods, values)}, None
