"""Delays across changes of councils: the codes that must be added up, their sum by month, and what cannot be done."""

from datetime import date
from typing import NamedTuple

from domain import reaggregation
from domain.reaggregation import Group
from warehouse.reader import View


class GroupRow(NamedTuple):
    """One code of a change of councils or boards, and what may be compared across it."""

    changed_on: date
    area_type: str
    kind: str
    side: str
    area_code: str
    area_name: str
    group_code: str
    alone: bool
    comparable: str
    confirmed: bool


class Summed(NamedTuple):
    """Delayed days of a group of councils in a month; None where a council of the group sent no return."""

    period: str
    days: float | None
    councils: int
    missing: int


_ROWS = """
SELECT changed_on, area_type, kind, side, area_code, area_name, group_code, alone, comparable, confirmed
FROM national.area_groups WHERE $type = '' OR area_type = $type
ORDER BY changed_on, group_code, side DESC, area_code
"""
_SUMMED = """
SELECT STRFTIME(period, '%Y-%m'), CASE WHEN COUNT(*) = COUNT(value) THEN SUM(value) END, COUNT(*),
    COUNT(*) - COUNT(value)
FROM national.delays_current
WHERE area_code = ANY($codes) AND body = 'all' AND reason = 'all' AND care_type = 'all'
    AND period BETWEEN CAST($start || '-01' AS DATE) AND CAST($end || '-01' AS DATE)
GROUP BY period ORDER BY period
"""


def rows(view: View, area_type: str = "") -> tuple[GroupRow, ...]:
    """Every code of every change, oldest first; only of councils or boards where asked."""
    return tuple(GroupRow(*row) for row in view.rows(_ROWS, {"type": area_type}))


def summed(view: View, code: str, start: str, end: str) -> tuple[Group, tuple[Summed, ...]]:
    """The group that a council belongs to over a window of months, and the group's delayed days by month."""
    group = reaggregation.group_of(code, start, end)
    found = view.rows(_SUMMED, {"codes": sorted(group.codes), "start": start, "end": end})
    return group, tuple(Summed(*row) for row in found)
