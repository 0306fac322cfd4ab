"""Find the random numbers of the demonstration for which every promised reading holds.

Run with ``python -m benchmarks.demo_salts``. Every series of the example partnership has random numbers of its own,
so each is searched alone: the least salt for which all schemes that claim the series read as promised, with an
estimate near the hidden truth and the change of the last year as promised. What is printed is the constant
``etl.demo.salts.SALTS``; the same code and seed give the same result.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from analysis.impact import its, selection, window
from analysis.impact.effect import Effect
from analysis.impact.facts import SURVEY, Facts
from analysis.impact.verdict import verdict
from analysis.impact.window import Window
from analysis.rates import Refused
from analysis.survey import Answers, local_change, pooled
from benchmarks.demo_promises import CODES, LEVEL, NEAR, PLAIN, TOTAL, YEAR
from domain import periods
from etl.demo import figures
from etl.demo.figures import MONTHS, PARTNERS, SEED
from etl.demo.partnership.claims import LINKS
from etl.demo.partnership.measures import INDICATOR_BY_ID
from etl.demo.partnership.observations import NAME, REVISED, REVISED_TO
from etl.demo.partnership.place import COUNCIL, LAST
from etl.demo.partnership.rules import RULES
from etl.demo.partnership.schemes import BY_ID
from etl.demo.partnership.series import SHARE, drawn
from etl.demo.partnership.truth import EFFECTS
from etl.demo.salts import stream
from etl.local.exact import DAYS

BEFORE, AFTER = periods.financial_year_months("2017-18"), periods.financial_year_months("2018-19")
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


def holds(name: str, area: str, series: Drawn) -> bool:
    """Whether everything promised of a series such as ``I05/Quillshire`` or ``I01/nhs/Ambermoor`` holds."""
    if name in YEAR and not _within(_year(name, series), YEAR[name]):
        return False
    if name in LEVEL and not _within(_level(series.values), LEVEL[name]):
        return False
    indicator, body = name.split("/")[:2] if name.count("/") == 2 else (name.partition("/")[0], "")
    links = [one for one in LINKS if (one["indicator_id"], one["body"] or "") == (indicator, body)]
    return all(_kept(link, series) for link in links if BY_ID[link["scheme_id"]]["area_code"] == area)


def _kept(link: Mapping[str, Any], series: Drawn) -> bool:
    name = f"{link['scheme_id']}/{link['indicator_id']}"
    found = read(link, series)
    if name in PLAIN and not _ends(found.plain, PLAIN[name]):
        return False
    if found.code != CODES.get(name, found.code) or found.fired != (name in PLAIN):
        return False
    return name not in NEAR or _ends(found.effect, NEAR[name])


def _ends(effect: Effect | None, wanted: tuple[tuple[float, float], ...]) -> bool:
    ends = (effect.value, effect.low, effect.high) if effect else ()
    return bool(ends) and all(_within(one, allowed) for one, allowed in zip(ends, wanted, strict=False))


def _within(value: float, wanted: tuple[float, float]) -> bool:
    return wanted[0] <= value <= wanted[1]


def _year(name: str, series: Drawn) -> float:
    """2018-19 against 2017-18 in per cent; of answers the share of 2018-19."""
    if series.answers:
        found = pooled(*(answers for month, answers in series.answers.items() if month in AFTER))
        return 100 * found.yes / found.of
    daily = INDICATOR_BY_ID[name.partition("/")[0]]["exposure"] == "calendar_day"
    days = {month: periods.days_in(month) if daily else 1 for month in (*BEFORE, *AFTER)}
    then, now = (sum(series.values[one] * days[one] for one in some) for some in (BEFORE, AFTER))
    return 100 * (now / then - 1)


def _level(values: Mapping[str, float]) -> float:
    """Mean of two years before the winter of 2017."""
    months = periods.span("2015-10", "2017-09")
    return sum(values[month] for month in months) / len(months)


def searched() -> Iterator[tuple[str, int]]:
    """Every series of a link or a promise with its least salt."""
    for indicator_id, areas in RULES.items():
        for area in areas:
            name = f"{indicator_id}/{NAME[area]}"
            yield name, next(s for s in range(20_000) if holds(name, area, local(indicator_id, area, s)))
    for council, series, of in NATIONAL:
        name, area = f"{of}/{council}", COUNCIL[council].ons_code
        found = next(s for s in range(20_000) if holds(name, area, national(council, series, of, s)))
        yield f"{council}/{series}", found


def remainder(found: Mapping[str, int]) -> int:
    """The least salt of Quillshire's other delays for which delays of all three councils change as promised."""
    return next(s for s in range(20_000) if _within(_total({**found, "Quillshire/rest": s}), TOTAL))


def _total(salts: Mapping[str, int]) -> float:
    """Delayed days of the three councils in 2018-19 against the year before, per cent."""
    years = dict.fromkeys((BEFORE, AFTER), 0.0)
    for council, rule in PARTNERS.items():
        found = rule(lambda one, council=council: stream(SEED, f"{council}/{one}", salts.get(f"{council}/{one}", 0)))
        for year in years:
            months = [(MONTHS.index(month), periods.days_in(month)) for month in year]
            years[year] += sum(body[t] * days for body in found.bodies.values() for t, days in months)
    return 100 * (years[AFTER] / years[BEFORE] - 1)


def main() -> None:
    """Search, and print the constant."""
    found = dict(searched())
    found["Quillshire/rest"] = remainder(found)
    print("SALTS: dict[str, int] = {")
    for name, salt in sorted(found.items()):
        if salt:
            print(f'    "{name}": {salt},')
    print("}")


if __name__ == "__main__":
    main()
