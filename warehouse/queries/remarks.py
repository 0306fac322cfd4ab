"""What has to be said of single values beside their number: a version that is not held, a value that was corrected."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from domain import periods, status
from domain.vintages import FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warehouse.queries.series import Observation
    from warehouse.reader import View

LATER = "oldest version held"  # what every note of a first version that is not the first begins with
LONG = 75  # days after the end of a month: no monthly publication came out so late for the first time
_REVISIONS = """
SELECT snapshot_id, revised FROM national.snapshots
WHERE revised IS NOT NULL AND (published IS NULL OR revised > published)
"""


_CORRECTED = """
SELECT snapshot_id, STRING_AGG(reason || ' (' || correction || ')', '; ' ORDER BY correction)
FROM national.corrections WHERE state = 'applied' GROUP BY snapshot_id
"""


def told(view: View, found: Iterable[Observation]) -> tuple[Observation, ...]:
    """Observations with what has to be said of them added to their notes."""
    revised = dict(view.fixed(_REVISIONS)) if view.vintage.kind == FIRST else {}
    corrected = dict(view.fixed(_CORRECTED))
    first = view.vintage.kind == FIRST
    if not (first or corrected):
        return tuple(found)
    return tuple(_with(one, (_version(one, revised) if first else "", _correction(one, corrected))) for one in found)


def _with(one: Observation, said: tuple[str, ...]) -> Observation:
    parts = [part for part in (one.note, *said) if part]
    return one._replace(note="; ".join(parts)) if parts else one


def _version(one: Observation, revised: dict[str, date]) -> str:
    """The oldest version held is itself a later one: what was published first is not known here."""
    if one.snapshot_id in revised:
        day = periods.day_label(revised[one.snapshot_id])
        return f"{LATER}: the revision of {day}; the one first published is not held"
    over = periods.first_day(periods.plus(one.period, 1))
    if (date.fromisoformat(one.vintage) - over).days > LONG:
        return f"{LATER}: issued long after the month; the one first published is not held"
    return ""


def _correction(one: Observation, corrected: dict[str, str]) -> str:
    """Why a value is not what the publisher's cell says, and the reviewed file; of sums, that one lies in them."""
    why = corrected.get(one.snapshot_id, "")
    if not why or one.status not in (status.CORRECTED, status.DERIVED):
        return ""
    return f"corrected: {why}" if one.status == status.CORRECTED else f"its file holds a corrected value: {why}"
