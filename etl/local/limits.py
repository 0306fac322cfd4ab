"""Control limits of local indicators from exact values (METHODS M4, M25): one row for each phase.

A new definition starts a phase. Where outcomes of schemes that started rest on a series, the 24 months before the
first start fix the limits, so that a scheme is read against its own past.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis import fitness, spc
from analysis.disclosure.rounding import three_figures
from domain import periods
from etl.local.case import Record
from etl.local.exact import Exact
from etl.local.guard import Guard
from etl.local.upload import Row

BASELINE, WINDOW, LEAST = 24, 48, 13


def signals(series: Exact, start: str, guard: Guard | None = None) -> list[Record]:
    """The phases of a monthly series; ``start`` is the month of the first scheme that claims it, or empty.

    None where the small numbers of a series of people would follow from its mean or limits (METHODS M25).
    """
    if series.step != 1 or not series.values:
        return []
    months = periods.span(min(series.values), max(series.values))[-WINDOW:]
    changed = series.indicator["changed"]
    months = tuple(month for month in months if not changed or month >= changed) or months
    options = spc.PROFILES[spc.INTERFACE]
    before = [month for month in months if start and month < start][-BASELINE:]
    if len(before) >= LEAST:
        months = months[months.index(before[0]) :]
        options = replace(options, baseline=len(before))
    if guard and guard.refuses(before if len(before) >= LEAST else months):
        return []
    chart = spc.chart([series.values.get(month) for month in months], options, phases=[0] * len(months))
    return [_record(series, chart, months, guard)]


def _record(series: Exact, chart: spc.Chart, months: Sequence[str], guard: Guard | None) -> Record:
    last = chart.phases[-1]
    fit = fitness.fitness(chart)
    points = zip(months[last.first : last.last + 1], chart.points[last.first : last.last + 1], strict=True)
    hidden = guard.hides if guard else (lambda _: False)  # a rule would say on which side of a limit it lies
    flagged = {month: list(point.rules) for month, point in points if point.rules and not hidden(month)}
    lines = {name: _short(getattr(last, name)) for name in ("mean", "lower", "upper")}
    return {
        "indicator_id": series.indicator["indicator_id"],
        "area_code": series.area,
        "first_month": months[last.first],
        "last_month": months[last.last],
        "kind": last.kind,
        **lines,
        "r1": _short(fit.r1),
        "mark": fit.kind,
        "icon": "" if hidden(months[last.last]) else fitness.icon(chart, series.indicator["good"]),
        "why": fit.why,
        "flagged": json.dumps(flagged),
    }


def _short(number: float | None) -> float | None:
    return None if number is None else three_figures(number)


def first_starts(schemes: Sequence[Row], links: Sequence[Row]) -> Mapping[tuple[str, str], str]:
    """First actual start of the schemes that claim an indicator as an outcome, by (indicator, area)."""
    started = {row["scheme_id"]: row for row in schemes if row["actual_start"]}
    found: dict[tuple[str, str], str] = {}
    for link in links:
        scheme = started.get(link["scheme_id"])
        if scheme and link["role"] in ("outcome", "balancing"):
            pair = (link["indicator_id"], scheme["area_code"])
            found[pair] = min(found.get(pair, "9999-12"), scheme["actual_start"])
    return found
