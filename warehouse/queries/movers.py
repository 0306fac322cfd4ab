"""Councils whose delays moved most: the same months of two years, per day."""

from typing import NamedTuple

from warehouse.reader import View


class Mover(NamedTuple):
    """A council's people delayed on an average day over the shared months of two years; ``ratio`` is relative."""

    code: str
    name: str
    before: float
    now: float
    ratio: float
    months: int


_MOVERS = """
WITH months_held AS (
    SELECT DISTINCT CAST(EXTRACT(YEAR FROM period) AS INTEGER) AS y, CAST(EXTRACT(MONTH FROM period) AS INTEGER) AS m
    FROM national.delays_current
    WHERE area_type = 'council' AND body = 'all' AND reason = 'all' AND care_type = 'all'
        AND EXTRACT(YEAR FROM period) IN ($year, $year - 1)
),
shared AS (
    SELECT m FROM months_held GROUP BY m HAVING COUNT(*) = 2
),
council AS (
    SELECT d.area_code, CAST(EXTRACT(YEAR FROM d.period) AS INTEGER) AS y,
        SUM(d.value) / SUM(c.days) AS per_day, COUNT(d.value) AS held
    FROM national.delays_current AS d
    JOIN national.months AS c ON c.period = d.period
    JOIN shared AS s ON s.m = EXTRACT(MONTH FROM d.period)
    WHERE d.area_type = 'council' AND d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all'
        AND EXTRACT(YEAR FROM d.period) IN ($year, $year - 1)
    GROUP BY d.area_code, EXTRACT(YEAR FROM d.period)
)
SELECT a.area_code, a.area_name, b.per_day, n.per_day, n.per_day / b.per_day - 1,
    CAST((SELECT COUNT(*) FROM shared) AS INTEGER)
FROM council AS n
JOIN council AS b ON b.area_code = n.area_code AND b.y = $year - 1
JOIN national.areas AS a ON a.area_code = n.area_code
WHERE n.y = $year AND b.per_day >= $least AND n.held = (SELECT COUNT(*) FROM shared) AND b.held = n.held
ORDER BY n.per_day / b.per_day DESC, a.area_name
"""
_LATEST_YEAR = """
SELECT MAX(CAST(EXTRACT(YEAR FROM period) AS INTEGER))
FROM national.delays_current
WHERE area_type = 'council' AND body = 'all' AND reason = 'all' AND care_type = 'all'
    AND EXTRACT(MONTH FROM period) = 12
"""


def latest_year(view: View) -> int | None:
    """The last calendar year whose December is held for councils, or None."""
    rows = view.rows(_LATEST_YEAR)
    return rows[0][0] if rows else None


def movers(view: View, *, year: int, least: float) -> tuple[Mover, ...]:
    """Councils with at least ``least`` people delayed a day in the year before, largest rise first, largest fall last.

    Only months held in both years count, and only councils that sent a return in all of them.
    """
    return tuple(Mover(*row) for row in view.rows(_MOVERS, {"year": year, "least": least}))
