"""Delayed days of many areas cut one way: by responsible body, by reason or by type of care."""

from collections.abc import Sequence
from typing import NamedTuple

from warehouse.reader import View


class CutDays(NamedTuple):
    """Delayed days of an area, a month and one cut; the two other dimensions are ``all``.

    ``days`` is None where no return was sent; ``missing`` of the area's ``parts`` councils sent none.
    """

    area_code: str
    period: str
    body: str
    reason: str
    care: str
    days: float | None
    status: str
    shorthand: str
    vintage: str
    source: str
    snapshot_id: str
    parts: int
    missing: int


_CUTS = """
SELECT area_code, STRFTIME(period, '%Y-%m'), body, reason, care_type, value, status, shorthand,
    STRFTIME(vintage, '%Y-%m-%d'), source, snapshot_id, parts, missing_parts
FROM national.delays_current
WHERE area_code = ANY($codes)
    AND period >= CAST($start || '-01' AS DATE) AND period <= CAST($end || '-01' AS DATE)
    AND CASE WHEN body = 'all' THEN 0 ELSE 1 END + CASE WHEN reason = 'all' THEN 0 ELSE 1 END
        + CASE WHEN care_type = 'all' THEN 0 ELSE 1 END <= 1
ORDER BY area_code, period, body, reason, care_type
"""


def cuts(view: View, codes: Sequence[str], start: str, end: str) -> dict[str, tuple[CutDays, ...]]:
    """Every cut and the total of each area, by area; months that no file holds have no row."""
    found: dict[str, list[CutDays]] = {code: [] for code in codes}
    for row in view.rows(_CUTS, {"codes": list(codes), "start": start, "end": end}):
        found[row[0]].append(CutDays(*row))
    return {code: tuple(cells) for code, cells in found.items()}
