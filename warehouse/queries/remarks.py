"""What has to be said of single values beside their number: a version that is not held, a value that was corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain import periods
from domain.vintages import FIRST

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from warehouse.queries.series import Observation
    from warehouse.reader import View

_REVISIONS = """
SELECT snapshot_id, revised FROM national.snapshots
WHERE revised IS NOT NULL AND (published IS NULL OR revised > published)
"""


def told(view: View, found: Iterable[Observation]) -> tuple[Observation, ...]:
    """Observations with what has to be said of them added to their notes."""
    revised = dict(view.fixed(_REVISIONS)) if view.vintage.kind == FIRST else {}
    return tuple(one if one.snapshot_id not in revised else _of_a_revision(one, revised) for one in found)


def _of_a_revision(one: Observation, revised: dict[str, date]) -> Observation:
    """The oldest version held is itself a revision: what was published first is not known here."""
    day = periods.day_label(revised[one.snapshot_id])
    said = f"oldest version held: the revision of {day}; the one first published is not held"
    return one._replace(note="; ".join(part for part in (one.note, said) if part))
