"""Discharge reports to their tables: figures joined to their places and columns, then months from days.

The monthly mean that is quoted is the plain one; the mean of the seven weekday means stands beside it (METHODS M6).
Both carry the days and the providers behind them.
"""

from collections.abc import Sequence
from typing import Any

import numpy

from domain import areas, discharge, organisations, status
from domain.discharge import BALANCED, DAY, MONTH, MONTHLY_FILES, PLAIN, TIME_SERIES, TOTAL, WEEK
from etl.selection import Release
from etl.sitrep.facts import FACTS, PLACES, SLOTS
from warehouse.discharge_tables import DISCHARGE, DISCHARGE_DAILY
from warehouse.engines.duckdb import Writer

_NUMERIC = ("place", "slot", "value", "mark")
_DAILY = ", ".join(f"'{measure}'" for measure in discharge.DAILY)
_WEEKLY = ", ".join(f"'{measure}'" for measure in (*discharge.BED_DAYS, discharge.DELAYED_14PLUS))
_UNIT = " ".join(f"WHEN '{measure}' THEN '{unit}'" for measure, unit in discharge.UNITS.items())
_MARKS = (status.NOT_AVAILABLE, status.SUPPRESSED_MARK, status.NOT_APPLICABLE)  # of the marks 1, 2 and 3
_STATES = (status.NOT_SUBMITTED, status.SUPPRESSED, status.INAPPLICABLE)
_MARK = " ".join(f"WHEN {number} THEN '{mark}'" for number, mark in enumerate(_MARKS, 1))
_STATE = " ".join(f"WHEN {number} THEN '{state}'" for number, state in enumerate(_STATES, 1))
_ISSUED = f"CASE WHEN s.revised IS NULL THEN '{status.PUBLISHED}' ELSE '{status.REVISED}' END"
_OF_SLOT = ("series", "period", "period_type", "measure", "pathway", "detail")

# The names of places and columns are lists, so that a file's figures reach the engine as plain numbers.
_FACTS = f"""
WITH figures AS (
    SELECT LIST_EXTRACT($area_code, f.place + 1) AS area_code, LIST_EXTRACT($area_type, f.place + 1) AS area_type,
        {", ".join(f"LIST_EXTRACT(${name}, f.slot + 1) AS {name}" for name in _OF_SLOT)}{{more}},
        CASE WHEN f.mark = 0 THEN f.value END AS value, f.mark
    FROM staged AS f
    WHERE (LIST_EXTRACT($period_type, f.slot + 1) = '{MONTH}') = {{monthly}}
)
SELECT s.source, f.series, f.area_code, f.area_type, CAST(f.period AS DATE), f.period_type, f.measure, f.value,
    CASE f.measure {_UNIT} END, CASE f.mark {_STATE} ELSE {_ISSUED} END, CASE f.mark {_MARK} ELSE '' END,
    s.vintage, s.snapshot_id, f.pathway, f.detail{{extra}}
FROM figures AS f
JOIN snapshots AS s ON s.snapshot_id = $snapshot AND s.source = $source
"""  # noqa: S608 - words of ours
_DAYS = _FACTS.format(more="", monthly="FALSE", extra="")
_MONTHS = _FACTS.format(
    more=", LIST_EXTRACT($basis, f.slot + 1) AS basis, LIST_EXTRACT($days, f.slot + 1) AS days",
    monthly="TRUE",
    extra=", f.basis, NULLIF(f.days, 0), NULL",
)

_KEYS = "source, series, area_code, area_type, month, measure, vintage, snapshot_id, pathway, detail"
_ROW = f"""
    m.source, m.series, m.area_code, m.area_type, m.month AS period, '{MONTH}', m.measure, {{value}},
    CASE m.measure {_UNIT} END,
    CASE WHEN {{value}} IS NOT NULL THEN '{status.DERIVED}' WHEN m.days = 0 THEN '{status.NOT_SUBMITTED}'
        ELSE '{status.REFUSED}' END,
    CASE WHEN {{value}} IS NULL THEN '{status.NOT_AVAILABLE}' ELSE '' END,
    m.vintage, m.snapshot_id, m.pathway, m.detail, '{{basis}}', CAST(m.days AS INTEGER)
"""
# Months are made of the files that are new here; those of the others were taken over with them.
_FRESH = "(d.source || ' ' || d.snapshot_id) IN (SELECT UNNEST($fresh))"
# One after the other: a sum of fractions in the order of threads would be another number in its last digit each time.
_SEVEN = " + ".join(f"MAX(CASE WHEN weekday = {day} THEN mean END)" for day in range(1, 8))
# A week belongs to the month that holds most of its days; in a monthly file to the month of the file.
_DERIVED = f"""
WITH weekdays AS (
    SELECT source, series, area_code, area_type, CAST(DATE_TRUNC('month', period) AS DATE) AS month, measure, vintage,
        snapshot_id, pathway, detail, EXTRACT(ISODOW FROM period) AS weekday, SUM(value) AS total,
        COUNT(value) AS days, AVG(value) AS mean
    FROM discharge_daily AS d
    WHERE period_type = '{DAY}' AND measure IN ({_DAILY}) AND {_FRESH}
    GROUP BY {_KEYS}, weekday
),
from_days AS (
    SELECT {_KEYS}, SUM(total) AS total, SUM(days) AS days,
        CASE WHEN SUM(days) > 0 THEN SUM(total) / SUM(days) END AS plain,
        ({_SEVEN}) / 7 AS balanced
    FROM weekdays GROUP BY {_KEYS}
),
from_weeks AS (
    SELECT d.source, d.series, d.area_code, d.area_type,
        CASE WHEN d.series = '{MONTHLY_FILES}' THEN s.period_start
            ELSE CAST(DATE_TRUNC('month', d.period + INTERVAL 3 DAY) AS DATE) END AS month,
        d.measure, d.vintage, d.snapshot_id, d.pathway, d.detail, AVG(d.value) AS plain, COUNT(d.value) AS days
    FROM discharge_daily AS d
    JOIN snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.source = d.source
    WHERE d.period_type = '{WEEK}' AND d.measure IN ({_WEEKLY}) AND {_FRESH}
    GROUP BY d.source, d.series, d.area_code, d.area_type, month, d.measure, d.vintage, d.snapshot_id, d.pathway,
        d.detail
),
sent AS (
    SELECT DISTINCT d.source, d.snapshot_id, d.area_code, m.region_code, COALESCE(m.icb_code, o.icb_code) AS icb_code
    FROM discharge_daily AS d
    LEFT JOIN memberships AS m
        ON m.source = d.source AND m.snapshot_id = d.snapshot_id AND m.code = d.area_code
    LEFT JOIN organisations AS o ON o.code = d.area_code
    WHERE d.area_type = '{organisations.PROVIDER}' AND d.measure = '{discharge.PATIENTS}' AND d.value IS NOT NULL
        AND {_FRESH}
),
behind AS (
    SELECT source, snapshot_id, area_code, 1 AS providers FROM sent
    UNION ALL SELECT source, snapshot_id, '{areas.ENGLAND}', COUNT(*) FROM sent GROUP BY source, snapshot_id
    UNION ALL SELECT source, snapshot_id, region_code, COUNT(*) FROM sent GROUP BY source, snapshot_id, region_code
    UNION ALL SELECT source, snapshot_id, icb_code, COUNT(*) FROM sent GROUP BY source, snapshot_id, icb_code
),
monthly AS (
    SELECT {_ROW.format(value="m.plain", basis=PLAIN)} FROM from_days AS m WHERE m.pathway = '{discharge.ALL}'
    UNION ALL
    SELECT {_ROW.format(value="m.balanced", basis=BALANCED)} FROM from_days AS m WHERE m.pathway = '{discharge.ALL}'
    UNION ALL
    SELECT {_ROW.format(value="m.total", basis=TOTAL)} FROM from_days AS m WHERE m.pathway <> '{discharge.ALL}'
    UNION ALL
    SELECT {_ROW.format(value="m.plain", basis=PLAIN)} FROM from_weeks AS m
)
SELECT m.*, CASE WHEN m.series <> '{TIME_SERIES}' THEN b.providers END
FROM monthly AS m
LEFT JOIN behind AS b ON b.source = m.source AND b.snapshot_id = m.snapshot_id AND b.area_code = m.area_code
"""  # noqa: S608 - words of ours


def load(writer: Writer, every: Sequence[tuple[str, Release]]) -> None:
    """Fill both tables from files that neither holds yet; a file at a time, so that memory stays flat."""
    held = [(source, release) for source, release in every if FACTS in release.parsed.tables]
    for source, release in held:
        tables = release.parsed.tables
        staged = {name: numpy.asarray(tables[FACTS][name]) for name in _NUMERIC}
        names: dict[str, Any] = {"snapshot": release.snapshot.id, "source": source}
        names |= {"area_code": tables[PLACES]["area_code"], "area_type": tables[PLACES]["area_type"]}
        names |= {name: tables[SLOTS][name] for name in _OF_SLOT}
        writer.load(DISCHARGE_DAILY, staged, _DAYS, names)
        more = {name: tables[SLOTS][name] for name in ("basis", "days")}
        writer.load(DISCHARGE, staged, _MONTHS, {**names, **more})
    if held:
        fresh = [f"{source} {release.snapshot.id}" for source, release in held]
        writer.load(DISCHARGE, {"nothing": numpy.zeros(1)}, _DERIVED, {"fresh": fresh})
