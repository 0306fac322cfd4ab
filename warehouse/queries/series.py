"""One indicator over time for some areas: the answer behind every chart, table and export.

Values come at full precision with their unit, status, vintage and source. Beds are days divided by the
calendar days of the month (METHODS M1), rates use the nearest population at most two years away (METHODS M2).
"""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from domain import areas, delays, organisations, periods, population, status
from domain.documented_indicators import DOCUMENTED_BY_ID, PUBLISHED_BELOW
from domain.indicators import DELAYS, INDICATOR_BY_ID, Indicator
from domain.provider_indicators import PROVIDER_INDICATOR_BY_ID
from domain.successors import SUCCESSOR_BY_ID
from warehouse.queries import remarks
from warehouse.queries.areas import Area
from warehouse.reader import View

CALENDAR, ASCOF = "calendar", "ascof"


class UnknownIndicator(LookupError):
    """No indicator has this id; the text names the nearest ones."""


class NotPublished(LookupError):
    """A figure that no source publishes at this level; the text says where it is."""


@dataclass(frozen=True)
class Ask:
    """What is asked for: an indicator, a window of months, and a slice of the delays.

    months are ``YYYY-MM``, empty for open ends; convention chooses the population (METHODS M2).
    """

    indicator: str
    start: str = ""
    end: str = ""
    body: str = delays.ALL
    reason: str = delays.ALL
    care: str = delays.ALL
    convention: str = CALENDAR

    @property
    def defined(self) -> Indicator:
        """The indicator; raises UnknownIndicator."""
        return indicator(self.indicator)

    @property
    def dimensions(self) -> list[str]:
        """Names of the dimensions that are cut."""
        cut = {"body": self.body, "reason": self.reason, "care": self.care}
        return [name for name, value in cut.items() if value != delays.ALL]


class Observation(NamedTuple):
    """A value of one area and month. ``value`` is None where there is none; ``note`` then says why, in words."""

    area_code: str
    period: str
    value: float | None
    unit: str
    status: str
    shorthand: str
    vintage: str
    source: str
    snapshot_id: str
    note: str = ""


def indicator(name: str) -> Indicator:
    """An indicator by id; raises UnknownIndicator with the nearest ids."""
    known = {**INDICATOR_BY_ID, **PROVIDER_INDICATOR_BY_ID, **DOCUMENTED_BY_ID}
    if name in known:
        return known[name]
    every = [*known, *SUCCESSOR_BY_ID]
    close = difflib.get_close_matches(name, every, n=4, cutoff=0.3) or every
    raise UnknownIndicator(f"unknown indicator '{name}'; nearest: {', '.join(close)}")


def check(ask: Ask, area: Area) -> None:
    """Raises NotPublished for a figure that no source publishes for such an area."""
    defined = ask.defined
    if defined.family != DELAYS:
        if ask.dimensions:
            raise NotPublished(f"{defined.id} has no {' or '.join(ask.dimensions)}; only delays are split so")
        if area.type not in (areas.COUNTRY, *organisations.KINDS, *PUBLISHED_BELOW.get(defined.family, ())):
            raise NotPublished(
                f"{defined.id} is not published for {area.name}: no national file has it by council or region; "
                f"ask for England ({areas.ENGLAND}), an NHS region, a board or a trust"
            )
    elif area.type in organisations.KINDS:
        raise NotPublished(
            f"{defined.id} is not published for {area.name}: no file loaded has it by NHS organisation; "
            f"ask for a council, a region or England ({areas.ENGLAND})"
        )
    elif len(ask.dimensions) > 1 and area.type != areas.COUNTRY:
        crossed = " x ".join(ask.dimensions)
        raise NotPublished(
            f"{crossed} is not published for {area.name}: council files hold each split on its own; "
            f"the cross is published for England ({areas.ENGLAND})"
        )


_DELAYS = """
SELECT d.area_code, STRFTIME(d.period, '%Y-%m'), d.value, d.status, d.shorthand, STRFTIME(d.vintage, '%Y-%m-%d'),
    d.source, d.snapshot_id, d.parts, d.missing_parts, d.reason, d.body
FROM national.delays_current AS d
WHERE {areas} AND ($body = '' OR d.body = $body) AND {reason} AND d.care_type = $care
    AND ($start = '' OR d.period >= CAST($start || '-01' AS DATE))
    AND ($end = '' OR d.period <= CAST($end || '-01' AS DATE))
ORDER BY d.area_code, d.period
"""
_ADULTS = """
SELECT d.area_code, STRFTIME(d.period, '%Y-%m'), d.adults, d.population_year, d.year_wanted, d.series
FROM national.denominators AS d
WHERE {areas} AND d.convention = $convention
"""
_REASON = "d.reason = $reason"
_SINGLE = "(d.body = 'all' OR d.reason = 'all')"
_EMERGENCY = """
SELECT e.area_code, STRFTIME(e.period, '%Y-%m'), e.value, m.days, e.status, e.shorthand,
    STRFTIME(e.vintage, '%Y-%m-%d'), e.source, e.snapshot_id, {note}, e.measure
FROM {table} AS e
JOIN national.months AS m ON m.period = e.period
WHERE e.measure = ANY($measures) AND {areas}
    AND ($start = '' OR e.period >= CAST($start || '-01' AS DATE))
    AND ($end = '' OR e.period <= CAST($end || '-01' AS DATE))
ORDER BY e.area_code, e.period
"""
_PUBLISHED = {"table": "national.emergency_current", "note": "''"}
# Boards and NHS regions have sums of their providers; England and providers have what was published.
_SUMS = {
    "table": "national.emergency_areas",
    "note": (
        "'sum of ' || e.providers || CASE e.providers WHEN 1 THEN ' provider' ELSE ' providers' END || "
        "CASE WHEN e.missing > 0 THEN ', ' || e.missing || ' more not submitted' ELSE '' END || "
        "CASE WHEN e.moved > 0 THEN '; by the board they last belonged to' ELSE '' END"
    ),
}


def series(view: View, ask: Ask, codes: Sequence[str]) -> tuple[Observation, ...]:
    """Observations of the areas by area and month; months that no file holds have no row."""
    if ask.indicator in DOCUMENTED_BY_ID:
        from warehouse.queries import documented_series

        return documented_series.series(view, ask, codes)
    window = {"start": ask.start, "end": ask.end}
    which = "area_code = $code" if len(codes) == 1 else "area_code = ANY($codes)"
    wanted = {"code": codes[0]} if len(codes) == 1 else {"codes": list(codes)}
    if ask.defined.family != DELAYS:
        asked = {**window, **wanted, "measures": [ask.defined.measure]}
        rows = view.rows(_EMERGENCY.format(areas="e." + which, **_PUBLISHED), asked)
        if set(codes) != {areas.ENGLAND}:
            rows = sorted(
                rows + view.rows(_EMERGENCY.format(areas="e." + which, **_SUMS), asked), key=lambda row: row[:2]
            )
        return remarks.told(view, (_emergency(ask.defined, row) for row in rows))
    cut = {"body": ask.body, "reason": ask.reason, "care": ask.care}
    rows = view.rows(_DELAYS.format(areas="d." + which, reason=_REASON), {**window, **wanted, **cut})
    return remarks.told(view, (_delay(ask.defined, row) for row in _divided(view, ask, which, wanted, rows)))


def bodies(view: View, ask: Ask, code: str) -> dict[str, tuple[Observation, ...]]:
    """The series of one area for each responsible body and for all, in the order in which they are always shown."""
    window, which = {"start": ask.start, "end": ask.end, "code": code}, "area_code = $code"
    cut = {"body": "", "reason": ask.reason, "care": ask.care}
    rows = view.rows(_DELAYS.format(areas="d." + which, reason=_REASON), {**window, **cut})
    found: dict[str, list[Observation]] = {body: [] for body in (*delays.BODIES, delays.ALL)}
    for row in _divided(view, ask, which, {"code": code}, rows):
        found[row[-1]].append(_delay(ask.defined, row))
    return {body: tuple(observations) for body, observations in found.items()}


def _divided(
    view: View, ask: Ask, which: str, wanted: dict[str, Any], rows: list[tuple[Any, ...]]
) -> Iterator[tuple[Any, ...]]:
    """Rows of delays with the days of their month and, for a rate, what it divides by, between value and status.

    Put together here: the engine takes longer to join these three tables than to read them, and keeps more memory.
    """
    adults: dict[tuple[str, str], tuple[Any, ...]] = {}
    if ask.defined.per_adults:
        found = view.rows(_ADULTS.format(areas="d." + which), {**wanted, "convention": ask.convention})
        adults = {(row[0], row[1]): row[2:] for row in found}
    for row in rows:
        people, year, year_wanted, variant = adults.get((row[0], row[1]), (None, None, None, None))
        yield (*row[:3], periods.days_in(row[1]), people, year, year_wanted, *row[3:10], variant, *row[10:])


def singles(view: View, ask: Ask, code: str) -> dict[tuple[str, str], tuple[Observation, ...]]:
    """The series of one area for all delays, for each responsible body and for each reason, by (body, reason)."""
    window, which = {"start": ask.start, "end": ask.end, "code": code}, "area_code = $code"
    cut = {"body": "", "care": delays.ALL}
    rows = view.rows(_DELAYS.format(areas="d." + which, reason=_SINGLE), {**window, **cut})
    found: dict[tuple[str, str], list[Observation]] = {}
    for row in _divided(view, ask, which, {"code": code}, rows):
        found.setdefault((row[-1], row[-2]), []).append(_delay(ask.defined, row))
    return {cut: tuple(observations) for cut, observations in found.items()}


def emergencies(
    view: View, indicators: Sequence[str], code: str, start: str, end: str
) -> dict[str, tuple[Observation, ...]]:
    """The series of one area for some indicators of emergency care, by indicator."""
    asked = {name: indicator(name) for name in indicators}
    measures = [one.measure for one in asked.values()]
    wanted = {"start": start, "end": end, "code": code, "measures": measures}
    rows = view.rows(_EMERGENCY.format(areas="e.area_code = $code", **_PUBLISHED), wanted)
    if not rows and code != areas.ENGLAND:
        rows = view.rows(_EMERGENCY.format(areas="e.area_code = $code", **_SUMS), wanted)
    return {name: tuple(_emergency(one, row) for row in rows if row[-1] == one.measure) for name, one in asked.items()}


def _emergency(defined: Indicator, row: tuple) -> Observation:  # type: ignore[type-arg]
    code, period, value, days, state, shorthand, vintage, source, snapshot, note, _ = row
    if defined.per_day and value is not None:
        value = value / days
    return Observation(code, period, value, defined.unit, state, shorthand, vintage, source, snapshot, note)


def _delay(defined: Indicator, row: tuple) -> Observation:  # type: ignore[type-arg]
    (
        code,
        period,
        value,
        days,
        adults,
        year,
        wanted,
        state,
        shorthand,
        vintage,
        source,
        snapshot,
        parts,
        missing,
        variant,
        *_,
    ) = row
    note = (
        f"{missing} of {parts} councils not submitted" if missing and len(code) == 9 and code.startswith("E12") else ""
    )
    if value is not None and defined.per_day:
        value = value / days
    if defined.per_adults and value is not None:
        if not adults:
            return Observation(
                code,
                period,
                None,
                defined.unit,
                status.REFUSED,
                status.NOT_AVAILABLE,
                vintage,
                source,
                snapshot,
                _no_population(wanted),
            )
        value = value / adults * defined.per_adults
        note = "; ".join(part for part in (note, _population_note(year, wanted, variant)) if part)
    return Observation(code, period, value, defined.unit, state, shorthand, vintage, source, snapshot, note)


def _no_population(wanted: int | None) -> str:
    if wanted is None:
        return "no population is published for people resident outside England"
    return f"no population for this code within {population.NEAREST_YEARS} years of {wanted}"


def _population_note(year: int, wanted: int, variant: str) -> str:
    notes = [f"{year} population used"] if year != wanted else []
    notes += ["population rebased after Census 2021"] if variant == population.REBASED else []
    return "; ".join(notes)
