"""Checks between sources and between vintages: where two publications give one figure, and what was revised."""

from typing import NamedTuple

from warehouse.reader import View


class Difference(NamedTuple):
    """England in a council workbook beside England in the national series, in delayed days of a month."""

    period: str
    national_days: float
    councils_days: float
    difference: float


class Revision(NamedTuple):
    """A month's value in the version before and in the current one."""

    period: str
    before: float
    now: float


_ENGLAND = """
SELECT STRFTIME(period, '%Y-%m'), national_days, councils_days, difference
FROM national.england_check
WHERE body = 'all' AND reason = 'all' AND care_type = 'all'
ORDER BY period
"""
_REVISIONS = """
WITH versions AS (
    SELECT snapshot_id, vintage, ROW_NUMBER() OVER (ORDER BY is_current DESC, vintage DESC) AS place
    FROM national.snapshots WHERE source = 'ae_england'
)
SELECT STRFTIME(n.period, '%Y-%m'), b.value, n.value
FROM national.emergency_care AS n
JOIN versions AS vn ON vn.snapshot_id = n.snapshot_id AND vn.place = 1
JOIN national.emergency_care AS b ON b.period = n.period AND b.measure = n.measure AND b.area_code = n.area_code
JOIN versions AS vb ON vb.snapshot_id = b.snapshot_id AND vb.place = 2
WHERE n.measure = $measure AND ABS(n.value - b.value) >= 1
ORDER BY n.period
"""


def england(view: View) -> tuple[Difference, ...]:
    """Every month that both publications give, with the difference (workbook minus series)."""
    return tuple(Difference(*row) for row in view.rows(_ENGLAND))


def revisions(view: View, measure: str) -> tuple[Revision, ...]:
    """Months of an A&E measure that differ from the version held before by a person or more."""
    return tuple(Revision(*row) for row in view.rows(_REVISIONS, {"measure": measure}))
