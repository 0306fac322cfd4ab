"""For which areas a measure is published: those that have a value of it in any month."""

from collections.abc import Iterable

from domain import areas, discharge
from domain.documented_indicators import BED_SHARE, READY
from domain.indicators import DELAYS, EMERGENCY, Indicator
from domain.successors import DISCHARGE
from warehouse.queries import documented_series
from warehouse.queries.discharge import SHARE
from warehouse.queries.offered import offered
from warehouse.reader import View

_DELAYS = "SELECT DISTINCT 'delayed_days', area_code FROM national.delays_current WHERE value IS NOT NULL"
_EMERGENCY = """
SELECT DISTINCT measure, area_code FROM national.emergency_current WHERE value IS NOT NULL
UNION SELECT DISTINCT measure, area_code FROM national.emergency_areas WHERE value IS NOT NULL
"""
_DISCHARGE = """
SELECT DISTINCT CASE WHEN pathway = 'all' THEN measure ELSE 'discharge_pathway_share' END || ' ' || source, area_code
FROM national.discharge_current
WHERE value IS NOT NULL
    AND (pathway = 'all' AND detail = '' AND basis = 'plain' OR pathway <> 'all' AND basis = 'total')
"""
_READY = """
SELECT DISTINCT f.measure, f.area_code
FROM national.discharge_ready AS f
JOIN national.snapshots AS s ON s.snapshot_id = f.snapshot_id AND s.source = f.source
WHERE s.is_current AND f.value IS NOT NULL
"""
_QUERIES = {DELAYS: _DELAYS, EMERGENCY: _EMERGENCY, DISCHARGE: _DISCHARGE, READY: _READY}


def codes(view: View, indicator: Indicator, setting: str = discharge.ACUTE) -> frozenset[str]:
    """Codes of the areas that have an indicator; none while a publication that it needs has no file in use."""
    if not offered(view, [indicator]):
        return frozenset()
    if indicator.family == BED_SHARE:
        return documented_series.with_beds(view) | {areas.ENGLAND}
    measure = indicator.measure
    if indicator.family == DISCHARGE:
        measure = f"{SHARE if indicator.id == SHARE else measure} {discharge.SOURCE_OF_SETTING[setting]}"
    return _of(measure, view.fixed(_QUERIES[indicator.family]))


def _of(measure: str, pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    return frozenset(code for held, code in pairs if held == measure)
