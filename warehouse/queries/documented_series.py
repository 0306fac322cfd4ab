"""Series of the discharge ready date, and delays as a share of occupied beds with the base named (DEFINITIONS 3)."""

from collections.abc import Sequence
from typing import Any

from domain import areas, beds, periods, status
from domain.documented_indicators import BED_SHARE
from warehouse.queries.offered import loaded
from warehouse.queries.series import Ask, NotPublished, Observation
from warehouse.reader import View

_WINDOW = """
    AND ($start = '' OR f.period >= CAST($start || '-01' AS DATE))
    AND ($end = '' OR f.period <= CAST($end || '-01' AS DATE))
ORDER BY f.area_code, f.period
"""
_FACTS = """
SELECT f.area_code, STRFTIME(f.period, '%Y-%m'), f.value, f.status, f.shorthand, STRFTIME(f.vintage, '%Y-%m-%d'),
    f.source, f.snapshot_id
"""
_READY = (
    _FACTS
    + """
FROM national.discharge_ready AS f
JOIN national.snapshots AS s ON s.snapshot_id = f.snapshot_id AND s.source = f.source
WHERE s.is_current AND f.measure = $measure AND f.area_code = ANY($codes)
"""
    + _WINDOW
)
_ENGLAND = (
    _FACTS
    + """
FROM national.delays_current AS f
WHERE f.area_code = ANY($codes) AND f.area_type = 'country' AND f.body = 'all' AND f.reason = 'all'
    AND f.care_type = 'all'
"""
    + _WINDOW
)
_TRUSTS = (
    _FACTS
    + """
FROM national.trust_delays AS f
JOIN national.snapshots AS s ON s.snapshot_id = f.snapshot_id AND s.source = f.source
WHERE s.is_current AND f.area_code = ANY($codes) AND f.council_code = 'all' AND f.body = 'all' AND f.reason = 'all'
    AND f.care_type = 'all'
"""
    + _WINDOW
)
_BEDS = """
SELECT b.area_code, STRFTIME(b.period, '%Y-%m'), b.value, s.file_name
FROM national.beds AS b
JOIN national.snapshots AS s ON s.snapshot_id = b.snapshot_id AND s.source = b.source
WHERE s.is_current AND b.measure = 'beds_occupied' AND b.sector = 'all' AND b.area_code = ANY($codes)
"""
_WITH_BEDS = """
SELECT DISTINCT t.area_code
FROM national.trust_delays AS t
JOIN national.beds AS b ON b.area_code = t.area_code AND b.measure = 'beds_occupied' AND b.sector = 'all'
WHERE t.council_code = 'all' AND t.value IS NOT NULL AND b.value > 0
"""


def with_beds(view: View) -> frozenset[str]:
    """Codes of the trusts of which both delays and occupied beds are held."""
    return frozenset(row[0] for row in view.fixed(_WITH_BEDS))


def series(view: View, ask: Ask, codes: Sequence[str]) -> tuple[Observation, ...]:
    """Observations by area and month; raises NotPublished while a publication that it needs has no file in use."""
    defined = ask.defined
    if missing := [source for source in defined.needs if source not in loaded(view)]:
        raise NotPublished(f"{defined.id} is not shown: no file of {' and '.join(missing)} has been loaded yet")
    asked = {"start": ask.start, "end": ask.end, "codes": list(codes)}
    if defined.family == BED_SHARE:
        return _shares(view, ask, asked)
    rows = view.rows(_READY, {**asked, "measure": defined.measure})
    return tuple(_ready(ask, row) for row in rows)


def _ready(ask: Ask, row: tuple[Any, ...]) -> Observation:
    code, month, value, state, shorthand, vintage, source, snapshot = row
    if ask.defined.per_day and value is not None:
        value = value / periods.days_in(month)
    return Observation(code, month, value, ask.defined.unit, state, shorthand, vintage, source, snapshot)


def _shares(view: View, ask: Ask, asked: dict[str, Any]) -> tuple[Observation, ...]:
    """Delayed days over bed days; a month whose quarter of beds is not loaded is refused with the reason."""
    base = {(row[0], row[1]): row[2:] for row in view.rows(_BEDS, {"codes": asked["codes"]})}
    rows = view.rows(_ENGLAND, asked) + [row for row in view.rows(_TRUSTS, asked) if row[0] != areas.ENGLAND]
    return tuple(_share(row, *base.get((row[0], beds.quarter_start(row[1])), (None, ""))) for row in rows)


def _share(row: tuple[Any, ...], occupied: float | None, file: str) -> Observation:
    code, month, days, state, shorthand, vintage, source, snapshot = row
    quarter = beds.quarter_name(month)
    if days is None:
        return Observation(code, month, None, "%", state, shorthand, vintage, source, snapshot)
    if not occupied:
        note = f"no occupied beds of {quarter} are loaded for {code}: the share has no base"
        why = (status.REFUSED, status.NOT_AVAILABLE)
        return Observation(code, month, None, "%", *why, vintage, source, snapshot, note)
    share = days / (occupied * periods.days_in(month)) * 100
    note = f"base: {occupied:,.0f} beds occupied overnight on an average day of {quarter}, all sectors ({file})"
    return Observation(code, month, share, "%", status.DERIVED, shorthand, vintage, source, snapshot, note)
