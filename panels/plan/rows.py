"""Targets in words and rows: plan to date, actual, gap, what the rest of the year needs."""

import json
from collections.abc import Sequence

from components import text
from components.tables import Column, Table
from domain import periods
from domain.local import spans
from domain.local.words import TARGETS
from panels.schemes.held import Held
from warehouse.queries.local.evidence import Planned

STATES = {
    "met": "Met",
    "missed": "Missed",
    "on_track": "On track",
    "off_track": "Off track",
    "refused": "Cannot be told",
}
DONE = ("met", "missed")


def number(held: Held, one: Planned, value: float | None) -> str:
    """A value of a target as it is written: totals whole, levels as the indicator is."""
    if value is None:
        return "–"
    indicator = held.indicators[one.indicator_id]
    if one.unit == "total":
        return f"{text.whole(value)}{text.NBSP}days" if indicator.national.startswith("dtoc_") else text.whole(value)
    places = 1 if indicator.decimals is None else max(indicator.decimals, 1)
    return f"{text.decimal(value, places)}{text.NBSP + '%' if indicator.unit == '%' else ''}"


def period(one: Planned) -> str:
    """The months of a target in words."""
    return spans.parse(one.period).label


def rest(held: Held, one: Planned) -> str:
    """What the rest of the year must run at, with the next month in numbers."""
    if one.rest_factor is None:
        return "period over" if one.state in DONE else one.refused
    needed: dict[str, float] = json.loads(one.needed or "{}")
    month = min(needed, default="")
    following = f", {text.month(month)} {number(held, one, needed[month])}" if month else ""
    unseen = f"; {one.refused}" if one.refused else ""
    return f"the rest must run at {text.decimal(one.rest_factor, 2)} of the rate so far{following}{unseen}"


def narrative(held: Held, one: Planned) -> str:
    """What was said of it at the time: kept beside the result."""
    months = spans.parse(one.period).months
    said = [
        f"{text.sentence(note.role)}, {note.period}: {note.text}"
        for note in held.commentary
        if note.indicator_id == one.indicator_id
        and note.area_code in ("", one.area_code)
        and _inside(note.period, months)
    ]
    return said[0] if said else ""


def _inside(of: str, months: Sequence[str]) -> bool:
    try:
        return spans.parse(of).end in months
    except periods.PeriodError:
        return False


COLUMNS = (
    Column("indicator", "Measure", kind="text"),
    Column("area", "Area", kind="text"),
    Column("period", "Period", kind="text"),
    Column("kind", "Kind", kind="text"),
    Column("state", "Result", kind="text"),
    Column("plan", "Plan", kind="text"),
    Column("to_date", "Plan to date", kind="text"),
    Column("actual", "Actual", kind="text"),
    Column("gap", "Actual less plan", kind="text"),
    Column("rest", "What the rest needs", kind="text"),
    Column("narrative", "What was said", kind="text"),
)


def table(held: Held, every: Sequence[Planned]) -> Table:
    """Every target as a row, missed first."""
    order = list(STATES)
    rank = {"missed": 0, "off_track": 1, "refused": 2, "on_track": 3, "met": 4}
    rows = tuple(
        _row(held, one) for one in sorted(every, key=lambda one: (rank.get(one.state, len(order)), one.indicator_id))
    )
    return Table("targets", f"Plan against actual, {held.where.place.name}", COLUMNS, rows)


def _row(held: Held, one: Planned) -> tuple[str, ...]:
    indicator = held.indicators[one.indicator_id]
    gap = "–" if one.over is None else _gap(held, one, one.over)
    return (
        f"{one.indicator_id} {indicator.name}",
        held.where.council(one.area_code),
        period(one),
        TARGETS.get(one.kind, one.kind),
        STATES.get(one.state, one.state),
        number(held, one, one.plan),
        number(held, one, one.to_date),
        number(held, one, one.actual),
        gap,
        rest(held, one) if one.state != "refused" else one.refused,
        narrative(held, one) or "–",
    )


def _gap(held: Held, one: Planned, over: float) -> str:
    """The distance from plan in words: ``96 days over``, ``6.8 % under``."""
    words = number(held, one, abs(over))
    return f"{words} {'over' if over > 0 else 'under'}" if over else "as planned"


def changes(held: Held, every: Sequence[Planned]) -> list[tuple[str, str, str, str]]:
    """Planned and actual change of each measure over all councils with one planned, as national reports print it."""
    found: dict[str, list[Planned]] = {}
    for one in every:
        if one.change_planned is not None and one.change_actual is not None and one.kind == "plan":
            found.setdefault(one.indicator_id, []).append(one)
    return [_change(held, name, some) for name, some in found.items()]


def _change(held: Held, name: str, some: Sequence[Planned]) -> tuple[str, str, str, str]:
    """Changes of the sums, from the actual totals and what each was a year before."""
    before = sum((one.actual or 0.0) / (1 + (one.change_actual or 0.0) / 100) for one in some)
    actual = sum(one.actual or 0.0 for one in some) / before - 1
    planned = sum(one.plan or 0.0 for one in some) / before - 1
    missed = all(one.state in ("missed", "off_track") for one in some)
    met = all(one.state in ("met", "on_track") for one in some)
    word = "missed" if missed else "met" if met else "missed in some councils"
    return held.indicators[name].name, text.signed_percent(planned), text.signed_percent(actual), word
