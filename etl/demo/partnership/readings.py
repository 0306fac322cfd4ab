"""Series with any random numbers, and what a claim on them reads as: what the search tries."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.impact import its, selection, window
from analysis.impact.effect import Effect
from analysis.impact.facts import SURVEY, Facts
from analysis.impact.verdict import verdict
from analysis.impact.window import Window
from analysis.rates import Refused
from analysis.survey import Answers, local_change, pooled
from domain import periods
from domain.demonstration import SEED
from etl.demo import figures
from etl.demo.figures import MONTHS, PARTNERS
from etl.demo.partnership.measures import INDICATOR_BY_ID
from etl.demo.partnership.observations import NAME, REVISED, REVISED_TO
from etl.demo.partnership.place import LAST
from etl.demo.partnership.rules import RULES
from etl.demo.partnership.schemes import BY_ID
from etl.demo.partnership.series import SHARE, drawn
from etl.demo.partnership.truth import EFFECTS
from etl.demo.salts import stream
from etl.local.exact import DAYS

# Series of national files: council, series, and where its values stand.
NATIONAL: dict[tuple[str, str, str], Callable[[figures.Delays], list[float]]] = {
    ("Quillshire", "I09", "I09"): lambda found: found.placement or [],
    ("Quillshire", "I13", "I13"): lambda found: found.non_acute or [],
    ("Ambermoor", "I18", "I18"): lambda found: found.choice or [],
    ("Ambermoor", "nhs", "I01/nhs"): lambda found: found.bodies["nhs"],
    ("Ambermoor", "social_care", "I01/social_care"): lambda found: found.bodies["social_care"],
    ("Saltmarrow", "social_care", "I02"): lambda found: found.bodies["social_care"],
}


@dataclass(frozen=True)
class Drawn:
    """A series as statistics read it: by month, or answers by quarter."""

    values: Mapping[str, float]
    answers: Mapping[str, Answers] = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """What a link reads as; the effect in per cent or points. fired: it started after an unusual run (M17)."""

    code: str
    effect: Effect | None = None
    plain: Effect | None = None
    fired: bool = False


def local(indicator_id: str, area: str, salt: int) -> Drawn:
    """An uploaded series with a salt."""
    rule = RULES[indicator_id][area]
    pairs = drawn(rule, EFFECTS.get((indicator_id, area), ()), stream(SEED, f"{indicator_id}/{NAME[area]}", salt))
    held = dict(zip(rule.periods, pairs, strict=True))
    if (indicator_id, area) == REVISED[:2]:
        held[REVISED[2]] = (REVISED_TO, 0)
    if rule.form != SHARE:
        return Drawn({one: v / (DAYS[rule.per](one) if rule.per else 1) for one, (v, _) in held.items()})
    answers = {one: Answers(round(yes), of) for one, (yes, of) in held.items()}
    return Drawn({one: 100 * found.yes / found.of for one, found in answers.items()}, answers if rule.quarterly else {})


def national(council: str, series: str, name: str, salt: int) -> Drawn:
    """A series of the national files with a salt: whole days, a day."""
    found = PARTNERS[council](lambda one: stream(SEED, f"{council}/{one}", salt if one == series else None))
    values = zip(MONTHS, NATIONAL[council, series, name](found), strict=True)
    return Drawn({one: round(v * periods.days_in(one)) / periods.days_in(one) for one, v in values})


def read(link: Mapping[str, Any], series: Drawn) -> Reading:
    """The reading of a link, as a build judges it."""
    scheme, indicator = BY_ID[link["scheme_id"]], INDICATOR_BY_ID[link["indicator_id"]]
    if not scheme["actual_start"]:
        return Reading("not_started")
    ended = scheme["ended"] or ""
    span = window.window(scheme["actual_start"], last=LAST, lag=link["lag"], end=ended, first=MONTHS[0])
    times = 1 if indicator["kind"] == "proportion" else 100
    same = {
        "role": link["role"],
        "ended": bool(ended),
        "post_months": len(span.running),
        "expected": link["expected"] and link["expected"] / times,
    }
    if series.answers:
        effect = _asked(series.answers, span)
        return Reading(verdict(Facts(indicator["good"], source=SURVEY, effect=effect, **same)).code, effect)
    chosen = selection.selection(series.values, span.start, indicator["good"])
    plain, judged = (_estimate(series.values, one, times) for one in (span, chosen.applied(span)))
    before = sum(month in series.values for month in span.pre)
    told = Facts(
        indicator["good"],
        effect=judged,
        pre_months=before,
        born_with_scheme=not before,
        selection_checked=chosen.checked,
        **same,
    )
    return Reading(verdict(told).code, _times(judged, times), _times(plain, times), chosen.fired)


def _asked(answers: Mapping[str, Answers], span: Window) -> Effect | None:
    by = window.quarters(span)
    parts = [pooled(*(answers[one] for one in some if one in answers)) for some in (by.before, by.judged)]
    try:
        found = local_change(*parts)
    except Refused:
        return None
    return Effect(100 * found.value, 100 * found.low, 100 * found.high)


def _estimate(values: Mapping[str, float], span: Window, times: int) -> Effect | None:
    try:
        return its.its(values, span, scale=its.LOG if times == 100 else its.POINTS).effect
    except Refused:
        return None


def _times(effect: Effect | None, times: int) -> Effect | None:
    return effect and effect.moved(lambda one: one * times)
