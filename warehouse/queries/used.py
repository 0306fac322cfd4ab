"""The files behind a set of figures, the months held of an area, and when months were first published."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from warehouse.reader import View


class Used(NamedTuple):
    """A file that figures came from, with its publication."""

    snapshot_id: str
    source: str
    publication: str
    publisher: str
    licence: str
    release: str
    file_name: str
    url: str
    sha256: str
    published: date | None
    revised: date | None
    vintage: date


class Earlier(NamedTuple):
    """Delayed days of an area and month in a version before the current one."""

    area_code: str
    period: str
    days: float | None
    vintage: date


_FILES = """
SELECT s.snapshot_id, s.source, p.name, s.publisher, s.licence, s.release, s.file_name, s.url, s.sha256,
    s.published, s.revised, s.vintage
FROM national.snapshots AS s
JOIN national.publications AS p ON p.source = s.source
"""
_ORDER = " ORDER BY p.place, s.release, s.snapshot_id"
_YEARS = """
    SELECT CAST(population_year AS VARCHAR) FROM national.denominators
    WHERE area_code = ANY($codes) AND convention = 'calendar' AND population_year IS NOT NULL
        AND period >= CAST($start || '-01' AS DATE) AND period <= CAST($end || '-01' AS DATE)
"""
_MONTHS = """
SELECT area_code, STRFTIME(period, '%Y-%m') FROM national.delays_current
WHERE body = 'all' AND reason = 'all' AND care_type = 'all'
UNION
SELECT area_code, STRFTIME(period, '%Y-%m') FROM national.emergency_current
WHERE measure = 'emergency_admissions' AND area_type = 'country'
"""
_PUBLISHED = """
SELECT release, MIN(published) FROM national.snapshots
WHERE source = 'dtoc_councils' AND published IS NOT NULL AND release < $month
GROUP BY release ORDER BY release DESC LIMIT 1
"""
_EARLIER = """
WITH earlier AS (
    SELECT d.area_code, d.period, d.value, s.vintage,
        ROW_NUMBER() OVER (
            PARTITION BY d.area_code, d.period
            ORDER BY CASE WHEN s.vintage <= CAST($out AS DATE) THEN s.vintage END DESC NULLS LAST,
                s.vintage, s.snapshot_id
        ) AS place
    FROM national.delays AS d
    JOIN national.snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.source = d.source
    WHERE NOT s.is_current AND d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all'
        AND d.area_code = ANY($codes)
        AND ((d.area_type = 'country' AND d.source = 'dtoc_england')
            OR (d.area_type <> 'country' AND d.source = 'dtoc_councils'))
        AND d.period >= CAST($start || '-01' AS DATE) AND d.period <= CAST($end || '-01' AS DATE)
)
SELECT area_code, STRFTIME(period, '%Y-%m'), value, vintage FROM earlier WHERE place = 1
ORDER BY area_code, period
"""


def files(view: View, snapshots: Collection[str]) -> tuple[Used, ...]:
    """The files of some snapshots, by publication and release."""
    rows = view.rows(_FILES + "WHERE s.snapshot_id = ANY($ids)" + _ORDER, {"ids": sorted(snapshots)})
    return tuple(Used(*row) for row in rows)


def populations(view: View, codes: Sequence[str], start: str, end: str) -> tuple[Used, ...]:
    """The population files whose years the rates of these areas and months divide by."""
    where = f"WHERE s.source = 'population' AND s.is_current AND s.release IN ({_YEARS})"
    rows = view.rows(_FILES + where + _ORDER, {"codes": list(codes), "start": start, "end": end})
    return tuple(Used(*row) for row in rows)


def months(view: View) -> dict[str, frozenset[str]]:
    """Months for which an area has delays or emergency admissions, by area."""
    found: dict[str, set[str]] = {}
    for code, period in view.rows(_MONTHS):
        found.setdefault(code, set()).add(period)
    return {code: frozenset(held) for code, held in found.items()}


def published_before(view: View, month: str) -> tuple[str, date] | None:
    """The latest month before ``month`` whose workbook prints when it was first published, with that day."""
    rows = view.rows(_PUBLISHED, {"month": month})
    return (rows[0][0], rows[0][1]) if rows else None


def earlier(view: View, codes: Sequence[str], start: str, end: str, out: date) -> dict[tuple[str, str], Earlier]:
    """What an earlier version gave, by area and month: the one that was out on a day, else the oldest since."""
    rows = view.rows(_EARLIER, {"codes": list(codes), "start": start, "end": end, "out": str(out)})
    return {(row[0], row[1]): Earlier(*row) for row in rows}
