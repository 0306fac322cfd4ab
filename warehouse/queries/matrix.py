"""Councils and trusts crossed: which trusts hold a council's delays, and whose delays a trust holds (DTOC extracts).

The extracts list pairs with delays only, so an absent pair is no delay. Months that no extract holds are absent from
every answer. Nothing here is summed over England: its delays come from the national series.
"""

from typing import NamedTuple

from warehouse.reader import View


class Pair(NamedTuple):
    """Delayed days of a council's residents in a trust over some months; ``missing`` cells were left empty."""

    council_code: str
    council_name: str
    trust_code: str
    trust_name: str
    days: float
    months: int
    missing: int


class Crossed(NamedTuple):
    """Delayed days of a council for one reason and the body responsible, over some months."""

    reason: str
    body: str
    days: float
    missing: int


class Difference(NamedTuple):
    """A month in which an extract and a workbook give one area a different total of delayed days."""

    kind: str
    period: str
    code: str
    name: str
    extract: float
    workbook: float


_LIVE = """
WITH live AS (
    SELECT d.area_code, d.council_code, d.period, d.body, d.reason, d.value
    FROM national.trust_delays AS d
    JOIN national.snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.source = d.source
    WHERE s.is_current AND d.source = 'dtoc_extracts'
        AND ($start = '' OR d.period >= CAST($start || '-01' AS DATE))
        AND ($end = '' OR d.period <= CAST($end || '-01' AS DATE))
)
"""
_PAIRS = (
    _LIVE
    + """
SELECT l.council_code, COALESCE(MAX(a.area_name), l.council_code), l.area_code, COALESCE(MAX(o.name), l.area_code),
    COALESCE(SUM(l.value), 0), COUNT(DISTINCT l.period), COUNT(*) - COUNT(l.value)
FROM live AS l
LEFT JOIN national.areas AS a ON a.area_code = l.council_code
LEFT JOIN national.organisations AS o ON o.code = l.area_code
WHERE {which} AND ($body = 'all' OR l.body = $body) AND ($reason = 'all' OR l.reason = $reason)
GROUP BY l.council_code, l.area_code
ORDER BY 5 DESC, l.area_code, l.council_code
"""
)
_CROSSED = (
    _LIVE
    + """
SELECT l.reason, l.body, COALESCE(SUM(l.value), 0), COUNT(*) - COUNT(l.value)
FROM live AS l WHERE l.council_code = $code
GROUP BY l.reason, l.body ORDER BY l.reason, l.body
"""
)
_MONTHS = """
SELECT release FROM national.snapshots WHERE source = 'dtoc_extracts' AND is_current ORDER BY release
"""
_COMPARED = """
, councils AS (
    SELECT 'council' AS kind, l.period, l.council_code AS code, SUM(l.value) AS days FROM live AS l
    GROUP BY l.period, l.council_code
),
trusts AS (
    SELECT 'provider' AS kind, l.period, l.area_code AS code, SUM(l.value) AS days FROM live AS l
    GROUP BY l.period, l.area_code
),
printed AS (
    SELECT 'council' AS kind, d.period, d.area_code AS code, COALESCE(d.value, 0) AS days
    FROM national.delays AS d
    JOIN national.snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.source = d.source
    WHERE s.is_current AND d.source = 'dtoc_councils' AND d.area_type <> 'country'
        AND d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all'
    UNION ALL
    SELECT 'provider', d.period, d.area_code, COALESCE(d.value, 0)
    FROM national.trust_delays AS d
    JOIN national.snapshots AS s ON s.snapshot_id = d.snapshot_id AND s.source = d.source
    WHERE s.is_current AND d.source = 'dtoc_trusts'
        AND d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all'
),
summed AS (SELECT * FROM councils UNION ALL SELECT * FROM trusts),
both_hold AS (
    SELECT DISTINCT s.kind, s.period FROM summed AS s JOIN printed AS p ON p.kind = s.kind AND p.period = s.period
)
SELECT b.kind, STRFTIME(b.period, '%Y-%m'), c.code, COALESCE(a.area_name, o.name, c.code),
    COALESCE(s.days, 0), COALESCE(p.days, 0)
FROM both_hold AS b
JOIN (SELECT kind, period, code FROM summed UNION SELECT kind, period, code FROM printed) AS c
    ON c.kind = b.kind AND c.period = b.period
LEFT JOIN summed AS s ON s.kind = c.kind AND s.period = c.period AND s.code = c.code
LEFT JOIN printed AS p ON p.kind = c.kind AND p.period = c.period AND p.code = c.code
LEFT JOIN national.areas AS a ON a.area_code = c.code
LEFT JOIN national.organisations AS o ON o.code = c.code
WHERE COALESCE(s.days, 0) <> COALESCE(p.days, 0)
ORDER BY 1, 2, 3
"""


def months(view: View) -> tuple[str, ...]:
    """Months that an extract in use holds, in time order."""
    return tuple(row[0] for row in view.rows(_MONTHS))


def trusts_of(
    view: View, council: str, start: str = "", end: str = "", *, body: str = "all", reason: str = "all"
) -> tuple[Pair, ...]:
    """Trusts that hold a council's delays over some months, most days first."""
    return _pairs(view, "l.council_code = $code", council, start, end, body, reason)


def councils_of(
    view: View, trust: str, start: str = "", end: str = "", *, body: str = "all", reason: str = "all"
) -> tuple[Pair, ...]:
    """Councils whose residents' delays a trust holds over some months, most days first."""
    return _pairs(view, "l.area_code = $code", trust, start, end, body, reason)


def _pairs(view: View, which: str, code: str, *cut: str) -> tuple[Pair, ...]:
    asked = dict(zip(("start", "end", "body", "reason"), cut, strict=True))
    return tuple(Pair(*row) for row in view.rows(_PAIRS.format(which=which), {"code": code, **asked}))


def reasons_by_body(view: View, council: str, start: str = "", end: str = "") -> tuple[Crossed, ...]:
    """Reason by responsible body of a council over some months, which no council workbook crosses."""
    rows = view.rows(_CROSSED, {"code": council, "start": start, "end": end})
    return tuple(Crossed(*row) for row in rows)


def differences(view: View, start: str = "", end: str = "") -> tuple[Difference, ...]:
    """Control totals: areas whose extract does not add up to the workbook, in months that both hold."""
    return tuple(Difference(*row) for row in view.rows(_LIVE + _COMPARED, {"start": start, "end": end}))
