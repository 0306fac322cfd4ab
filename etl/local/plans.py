"""Plan against actual of every target (METHODS M23), from exact values: to date, gap, projection, what the rest needs.

Counts add up over the months of a year; shares are Σ numerators ÷ Σ denominators; everything else is only compared
with the value of its own period. Sums of small counts of people are rounded from the true sum (M25).
"""

import json
from collections.abc import Mapping, Sequence

from analysis import plan as plans
from analysis import season
from analysis.disclosure.rounding import release, three_figures
from analysis.rates import Refused
from domain import periods
from domain.local import spans
from etl.local import people
from etl.local.case import Record
from etl.local.exact import DAYS, Exact, Library, days
from etl.local.guard import WITHHELD, Guard
from etl.local.state import Place
from etl.local.upload import Row

MET, MISSED, ON, OFF, REFUSED = "met", "missed", "on_track", "off_track", "refused"
HISTORY = 36


def records(library: Library, place: Place) -> list[Record]:
    """One row a target."""
    found = []
    for target in place.rows["targets"]:
        series = library.get(target["indicator_id"], target["area_code"])
        names = {name: target[name] for name in ("indicator_id", "area_code", "period", "kind", "source")}
        guard = library.guard(target["indicator_id"], target["area_code"])
        try:
            said = _judged(series, target, guard)
        except Refused as problem:
            said = {"state": REFUSED, "refused": str(problem)}
        found.append({**names, **said})
    return found


def _judged(series: Exact, target: Row, guard: Guard | None) -> Record:
    span = spans.parse(target["period"])
    if not series.values:
        raise Refused("no value of this indicator is held here")
    adds = series.step == 1 and series.indicator["kind"] == "count" and span.frequency == spans.YEAR
    if adds and (target["change_pct"] is not None or series.indicator["exposure"] == "none"):
        return _sum(series, target, span, guard)
    return _level(series, target, span, guard)


def _counts(series: Exact) -> dict[str, float]:
    """Monthly counts again: what is charted times the days it was divided by."""
    name = series.indicator["exposure"]
    each = DAYS.get(name, periods.days_in if series.indicator["national"] else None)
    return {month: value * each(month) for month, value in series.values.items()} if each else dict(series.values)


def _sum(series: Exact, target: Row, span: spans.Span, guard: Guard | None) -> Record:
    """A count over a year: plan to date by days and season, projection, and what the rest of the year needs."""
    counts = _counts(series)
    before = [periods.plus(month, -12) for month in span.months]
    last_year = _total(counts, before, guard) if all(month in counts for month in before) else None
    if target["value"] is not None:
        planned = target["value"]
    elif last_year is None:
        raise Refused("the year before is not held whole, so a change on it is no number")
    else:
        planned = last_year * (1 + target["change_pct"] / 100)
    own = _told({month: counts[month] for month in span.months if month in counts}, guard)
    factors = _factors(counts, span.start)
    found = plans.progress(own, plan=planned, months=span.months, factors=factors)
    better = -1 if series.indicator["good"] == "down" else 1
    over = better * found.over >= 0
    state = (MET if over else MISSED) if found.rest_factor is None else (ON if over else OFF)
    same = [periods.plus(month, -12) for month in own]
    now_before = _total(counts, same, guard) if last_year is not None and own else None
    unseen = plans.unseen(found.rest_factor, counts, factors, last=max(own))
    people = series.indicator["counts_people"] == "yes"
    return {
        "state": state,
        "unit": "total",
        "plan": _shown(found.plan, people=people),
        "actual": _shown(found.actual, people=people),
        "to_date": _shown(found.to_date, people=people),
        "over": _shown(found.actual, people=people) - _shown(found.to_date, people=people),
        "projection": _shown(found.projection, people=people),
        "rest_factor": None if found.rest_factor is None else three_figures(found.rest_factor),
        "needed": json.dumps({month: _shown(value, people=people) for month, value in found.needed.items()}),
        "change_planned": None if not last_year else three_figures(100 * (planned / last_year - 1)),
        "change_actual": None if not now_before else three_figures(100 * (found.actual / now_before - 1)),
        "months": len(own),
        "refused": unseen,
    }


def _total(counts: Mapping[str, float], months: Sequence[str], guard: Guard | None) -> float:
    """A sum of months; of people as it may be shown, so that nothing that follows from it says more (M25)."""
    return guard.tell(months) if guard else sum(counts[month] for month in months)


def _told(counts: dict[str, float], guard: Guard | None) -> dict[str, float]:
    """Counts of the months so far; of people scaled to their sum as it may be shown."""
    true = sum(counts.values())
    if guard is None or not true:
        return counts
    told = guard.tell(list(counts))
    return {month: value * told / true for month, value in counts.items()}


def _shown(value: float, *, people: bool) -> float:
    """A sum as it may be shown: of people to the nearest 5, else a whole number."""
    return float(release(round(value)).value or 0) if people else float(round(value))


def _factors(counts: Mapping[str, float], start: str) -> dict[int, float]:
    """Seasonal factors of the 36 months before the year; none (1 each) where they are not held."""
    months = periods.span(periods.plus(start, -HISTORY), periods.plus(start, -1))
    held = {month: counts[month] / periods.days_in(month) for month in months if month in counts}
    try:
        return season.factors(held)
    except Refused:
        return dict.fromkeys(range(1, 13), 1.0)


def _level(series: Exact, target: Row, span: spans.Span, guard: Guard | None) -> Record:
    """A share or rate against its target: over the months of the target that are held."""
    if target["value"] is None:
        raise Refused("a change of a share or average over a year has no sum: give the value aimed at")
    actual, held = _ratio(series, span, guard)
    better = actual >= target["value"] if series.indicator["good"] == "up" else actual <= target["value"]
    whole = held == len(span.months) // series.step
    return {
        "state": (MET if better else MISSED) if whole else (ON if better else OFF),
        "unit": "level",
        "plan": target["value"],
        "actual": three_figures(actual),
        "over": three_figures(actual - target["value"]),
        "months": held * series.step,
    }


def _ratio(series: Exact, span: spans.Span, guard: Guard | None) -> tuple[float, int]:
    """The level over a target's months: numerators and denominators added, counts over their days, else one value."""
    months = [month for month in span.months if month in series.values]
    if not months:
        raise Refused("no value is held in the months of this target")
    if guard and (found := _of_people(series, months, guard)) is not None:
        return found, len(months)
    if series.answers:
        held = [series.answers[month] for month in months if month in series.answers]
        return 100 * sum(one.yes for one in held) / sum(one.of for one in held), len(held)
    each = DAYS.get(series.indicator["exposure"], periods.days_in if series.indicator["national"] else None)
    if each and series.step == 1:
        return sum(series.values[m] * each(m) for m in months) / sum(each(m) for m in months), len(months)
    if len(months) > 1:
        raise Refused("averages of several periods are not averaged again")
    return series.values[months[0]], 1


def _of_people(series: Exact, months: Sequence[str], guard: Guard) -> float | None:
    """A level of people as it may be shown; None for an average, whose one value is read as it is."""
    kind = series.indicator["kind"]
    if kind == people.PROPORTION and series.answers:
        return float(guard.share(months))
    if any(guard.hides(month) for month in months) and (kind != people.COUNT or len(months) == 1):
        raise Refused(WITHHELD)
    if kind != people.COUNT or (len(months) > 1 and series.indicator["exposure"] not in DAYS):
        return None
    return guard.tell(months) / days(series.indicator, months, series.step)
