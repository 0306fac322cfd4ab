"""Words of schemes: verdicts with their figures, decisions, and sources with both builds."""

import json

from analysis.impact import reasons
from components import text
from domain import periods
from domain.local.record_sheets import ADDABLE
from domain.local.words import DECISIONS
from panels.schemes.held import Held
from warehouse.queries.local.evidence import Effect, Verdict
from warehouse.queries.local.record import Decision
from warehouse.reader import View

PRIMARY = ("survey", "its_chosen_left_out", "its")
WITH_FIGURE = (reasons.WORKING, reasons.EMERGING, reasons.WORSE, reasons.NO_EFFECT, reasons.SUBSTITUTED)
UNITS = {"percent": f"{text.NBSP}%", "points": f"{text.NBSP}points", "score": f"{text.NBSP}points of the score"}


def change(effect: Effect) -> str:
    """An estimate with its sign and unit: ``−42 %``, ``+7.3 points``."""
    return signed(effect.estimate or 0.0, effect.unit)


def signed(value: float, unit: str) -> str:
    """A number with its sign and unit."""
    places = 0 if unit == "percent" and abs(value) >= 9.95 else 1
    sign = "+" if value > 0 else ""
    return f"{sign}{text.decimal(value, places)}{UNITS[unit]}"


def interval(effect: Effect) -> str:
    """An estimate with its 95 % interval: ``−42 % (−54 to −27)``."""
    if effect.estimate is None or effect.lower is None or effect.upper is None:
        return ""
    places = 0 if effect.unit == "percent" else 1
    ends = f"{text.decimal(effect.lower, places)} to {text.decimal(effect.upper, places)}"
    return f"{change(effect)} ({ends})"


def margins(effect: Effect) -> tuple[float | None, float | None]:
    """The published margins of a survey before and after; None for anything else."""
    details = json.loads(effect.details or "{}") if effect.design == "survey" else {}
    return details.get("then"), details.get("now")


def surveyed(effect: Effect) -> str:
    """The change between two rounds of a survey and what it needs: ``+3.9 points, needs 6.4.``; empty for others."""
    details = json.loads(effect.details or "{}") if effect.design == "survey" else {}
    if effect.estimate is None or "needs" not in details:
        return ""
    years = (periods.financial_year(effect.pre_first), periods.financial_year(effect.post_first))
    return f"{change(effect)} ({years[0]} to {years[1]}), needs {text.decimal(details['needs'], 1)}."


def why(held: Held, verdict: Verdict) -> str:
    """A few words why, as a register prints them: the indicator with its change, or the reason."""
    name = verdict.indicator_id or verdict.rests_on
    if verdict.verdict == reasons.SUBSTITUTED and not verdict.indicator_id:
        return verdict.why if not verdict.level else _with_figure(held, verdict, name)
    if verdict.verdict in WITH_FIGURE and name in held.indicators:
        return _with_figure(held, verdict, name)
    link = next((one for one in held.linked(verdict.scheme_id) if one.indicator_id == name), None)
    effect = held.effect(link, "survey") if link and verdict.reason == reasons.MARGIN else None
    said = surveyed(effect) if effect else ""
    return f"{said} {text.sentence(verdict.why)}" if said else verdict.why


def _with_figure(held: Held, verdict: Verdict, name: str) -> str:
    link = next((one for one in held.linked(verdict.scheme_id) if one.indicator_id == name), None)
    effect = held.effect(link, *PRIMARY) if link else None
    said = held.indicators[name].name
    return f"{said}: {change(effect)}" if effect and effect.estimate is not None else said


def decision(found: Decision | None) -> str:
    """``Change, due 16 May 2019``, ``Stop, decided 4 December 2018`` or ``none due``."""
    if found is None:
        return "none due"
    verb = "due" if found.state == "proposed" else "decided"
    return f"{DECISIONS.get(found.decision, found.decision)}, {verb} {text.day(found.date)}"


def source_line(held: Held) -> str:
    """Where a figure comes from: place, latest file with figures."""
    every = [one for one in held.uploads if one.undone_at is None]
    counting = [one for one in every if not set(one.sheets.split()) <= {*ADDABLE}] or every
    file = f", {counting[0].file_name}, accepted {text.day(counting[0].accepted_at.date())}" if counting else ""
    return f"Source: upload of {held.where.place.name}{file}. Local build {held.build}, national build {held.national}."


def meta(view: View, held: Held) -> str:
    """What kind of figures, seen from which month, from which upload and builds."""
    kind = "Demonstration data." if view.mode == "demo" else "Uploaded by the place."
    said = text.sentence(source_line(held).removeprefix("Source: "))
    return f"{kind} Seen as at {text.month(held.where.place.as_at)}. {said}"


def overdue(held: Held, last: dict[tuple[str, str], str]) -> list[tuple[str, str, int]]:
    """(indicator, area, months late) of local monthly series whose latest value is two months old or more.

    ``last`` is the latest month of each series; what is due is the month before the one it is seen from.
    """
    due = periods.plus(held.where.place.as_at, -1)
    late = ((name, area, periods.gap(month, due)) for (name, area), month in last.items())
    return [one for one in late if one[2] >= 2 and held.indicators[one[0]].frequency == "month"]
