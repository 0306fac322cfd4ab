"""What each design says of a series (METHODS M13 to M19): one record a design, or why there is none.

Ids of designs: its (own past), its_chosen_left_out (after M17), england (over and above all other councils), peers,
placebo_areas, placebo_dates, before_after, same_months, could_show; ``surveys`` adds survey.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field

from analysis.impact import controlled, descriptive, its, placebo, placebo_dates, power, selection, variation
from analysis.impact.effect import Effect
from analysis.impact.its import Estimate
from analysis.impact.selection import Selection
from analysis.impact.window import Window
from analysis.rates import Refused
from etl.local.case import Case, Record, effect_record, months_record, refused, short
from etl.local.described import described_record

ITS, CHOSEN, ENGLAND, PEERS, AREAS, DATES = (
    "its",
    "its_chosen_left_out",
    "england",
    "peers",
    "placebo_areas",
    "placebo_dates",
)
BEFORE, SAME, SHOW, SURVEY = "before_after", "same_months", "could_show", "survey"
NO_PEERS = "no comparison exists for this indicator: no other area publishes it"
NO_DENSITY = "peers need people by age and density of every council; the figures held do not have density"


@dataclass
class Evidence:
    """What all designs say: records by design, and what the verdict reads.

    effect: of the primary design; why: its reason in words where it gives none.
    """

    records: dict[str, Record] = field(default_factory=dict)
    primary: str = ITS
    effect: Effect | None = None
    chosen: Selection | None = None
    estimate: Estimate | None = None
    showing: power.Showing | None = None

    @property
    def why(self) -> str:
        """Why the primary design gives no number; empty where it does."""
        return str(self.records.get(self.primary, {}).get("refused", ""))


def series_evidence(case: Case) -> Evidence:
    """Every design of a monthly or quarterly series.

    The registered primary design is the own past (M13), after M17 where it fired. Where other areas publish the
    series, the trend before the start and the placebo areas decide whether a good result may be called one (M21).
    """
    values, window, step = case.series.values, case.window, case.series.step
    good, found = case.series.indicator["good"], Evidence()
    if step == 1 and good in ("up", "down"):
        found.chosen = selection.selection(values, window.start, good)
    found.estimate = _own_past(case, window, ITS, found)
    judged = window
    if found.chosen and found.chosen.fired:
        found.primary, judged = CHOSEN, found.chosen.applied(window)
        found.estimate = _own_past(case, judged, CHOSEN, found)
    found.effect = found.estimate.effect if found.estimate else None
    if case.series.peers:
        _over_england(case, judged, found)
        _placebo_areas(case, judged, found)
        found.records[PEERS] = refused(NO_DENSITY)
    else:
        found.records |= {name: refused(NO_PEERS) for name in (ENGLAND, PEERS, AREAS)}
    _described(case, found)
    _could_show(case, found)
    if step == 1:
        _placebo_dates(case, found)
    return found


def _own_past(case: Case, window: Window, name: str, into: Evidence) -> Estimate | None:
    if window.left_out and case.guard and (why := case.guard.refuses(window.before, window.judged)):
        into.records[name] = {**months_record(window), **refused(why)}
        return None
    try:
        found = its.its(case.series.values, window, scale=case.scale, step=case.series.step)
    except Refused as problem:
        into.records[name] = {**months_record(window), **refused(str(problem))}
        return None
    least = found.ordinary
    details: Record = {"rho": found.rho, "df": least.df, "left_out": list(window.left_out)}
    if not case.small:
        ends = (least.estimate, least.low, least.high, least.se)
        details["least_squares"] = [short(one) for one in ends]
    into.records[name] = {
        **months_record(window),
        **effect_record(case, found.effect),
        "pre_points": found.pre,
        "post_points": found.post,
        "details": json.dumps(details),
    }
    return found


def _over_england(case: Case, window: Window, into: Evidence) -> None:
    try:
        beside = controlled.comparator(case.series.peers, window, without={case.series.area, *case.without})
        found = controlled.controlled(case.series.values, beside.values, window)
    except Refused as problem:
        into.records[ENGLAND] = {**months_record(window), **refused(str(problem))}
        return
    details = {
        "areas": len(beside.areas),
        "incomplete": len(beside.incomplete),
        "slope": [short(100 * one) for one in (found.slope.value, found.slope.low, found.slope.high)],
        "explained": short(found.explained),
    }
    into.records[ENGLAND] = {
        **months_record(window),
        **(effect_record(case, found.effect) if found.effect else refused(found.why)),
        "pre_points": found.pre,
        "post_points": found.post,
        "details": json.dumps(details),
    }


def _placebo_areas(case: Case, window: Window, into: Evidence) -> None:
    ours = case.series.area
    areas = {**case.series.peers, ours: case.series.beds}
    try:
        found = placebo.placebo_areas(areas, window, ours=ours, without={*case.without} - {ours})
    except Refused as problem:
        into.records[AREAS] = {**months_record(window), **refused(str(problem))}
        return
    details = {"others": sorted(short(100 * value) for value in found.others.values()), "extreme": found.extreme}
    into.records[AREAS] = {
        **months_record(window),
        "unit": "percent",
        "estimate": short(100 * found.statistic),
        "p": short(found.p),
        "details": json.dumps(details),
    }


def _placebo_dates(case: Case, into: Evidence) -> None:
    if case.small:
        into.records[DATES] = refused("made-up starts are not drawn: so many numbers would give the small ones away")
        return
    try:
        found = placebo_dates.placebo_dates(case.series.values, case.window.start, scale=case.scale)
    except Refused as problem:
        into.records[DATES] = refused(str(problem))
        return
    if not found:
        into.records[DATES] = refused("under 36 months are held before the start: no made-up start has its months")
        return
    drawn = [
        [one.start, *(short(case.times * value) for value in (one.effect.value, one.effect.low, one.effect.high))]
        for one in found
    ]
    into.records[DATES] = {"unit": case.unit, "details": json.dumps({"dates": drawn})}


def _described(case: Case, into: Evidence) -> None:
    """Before and after, and the same months of last year: difference and range, never an interval (M16).

    A scheme that ended is read over the months it ran against as many before; others over all months held.
    """
    window, values = case.window, case.series.values
    after = window.running or window.roll_in
    before = window.pre[-len(after) :] if window.ended or not window.running else window.pre[-24:]
    runs: dict[str, Callable[[], descriptive.Described]] = {
        BEFORE: lambda: descriptive.before_after(values, before, after),
        SAME: lambda: descriptive.same_months_last_year(values, window.start, after),
    }
    for name, run in runs.items():
        try:
            into.records[name] = described_record(case, run())
        except Refused as problem:
            into.records[name] = refused(str(problem))


def _could_show(case: Case, into: Evidence) -> None:
    """Months until the expected effect could show (M19)."""
    expected, reached = case.link["expected"], case.link["reached_pct"]
    if not expected:
        return
    share = 1.0 if reached is None else reached / 100
    try:
        own = variation.variation(case.series.values, case.window.start, scale=case.scale)
        found = power.could_show(expected / case.times, s=own.s, r1=own.r1, history=own.months, reached=share)
    except Refused as problem:
        into.records[SHOW] = refused(str(problem))
        return
    into.showing = found
    details = {"s": short(case.times * own.s), "r1": short(own.r1), "visible": short(case.times * found.visible)}
    into.records[SHOW] = {
        "unit": case.unit,
        "estimate": None if found.months is None else float(found.months),
        "pre_points": own.months,
        "details": json.dumps({**details, "months": found.months}),
    }
