"""Delayed days of one area in every split that is published for it, and England's reasons by responsible body."""

from typing import NamedTuple

from warehouse.reader import View


class Cell(NamedTuple):
    """Delayed days of a month in one split: ``all`` stands for a dimension that is not cut.

    days is None where no return was sent; missing, parts: councils of a region without a return, and all of them.
    """

    period: str
    body: str
    reason: str
    care: str
    days: float | None
    status: str
    missing: int
    parts: int


class Owned(NamedTuple):
    """Delayed days in England for one reason and the body responsible."""

    period: str
    reason: str
    body: str
    days: float


_HELD = """
SELECT area_code, STRFTIME(MIN(period), '%Y-%m'), STRFTIME(MAX(period), '%Y-%m')
FROM national.delays_current
WHERE body = 'all' AND reason = 'all' AND care_type = 'all'
GROUP BY area_code
"""
_SINGLE = """
SELECT STRFTIME(period, '%Y-%m'), body, reason, care_type, value, status, missing_parts, parts
FROM national.delays_current
WHERE area_code = $code
    AND (reason = 'all' AND care_type = 'all' OR body = 'all' AND care_type = 'all' OR body = 'all' AND reason = 'all')
"""
_OWNED = """
SELECT STRFTIME(period, '%Y-%m'), reason, body, value
FROM national.delays_current
WHERE area_code = $code AND body <> 'all' AND reason <> 'all' AND care_type = 'all' AND value IS NOT NULL
    AND period BETWEEN CAST($start || '-01' AS DATE) AND CAST($end || '-01' AS DATE)
ORDER BY period
"""


def held(view: View) -> dict[str, tuple[str, str]]:
    """First and last month with a row, of every area that has delays."""
    return {row[0]: (row[1], row[2]) for row in view.rows(_HELD)}


def single(view: View, code: str) -> tuple[Cell, ...]:
    """Totals and every single split (body, reason or type of care) of an area, in no order."""
    return tuple(map(Cell._make, view.rows(_SINGLE, {"code": code})))


def owned(view: View, code: str, start: str, end: str) -> tuple[Owned, ...]:
    """Reasons by responsible body in some months, in time order; nothing where no file crosses the two."""
    return tuple(Owned(*row) for row in view.rows(_OWNED, {"code": code, "start": start, "end": end}))
