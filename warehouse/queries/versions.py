"""What a version of a series lacks: months that were out on a day, in a version that is not held."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from domain.vintages import CURRENT
from warehouse.queries.series import Ask, Observation, series
from warehouse.reader import View

POPULATIONS = "populations are those in use now: their publisher prints no day of issue"
_PUBLISHED = "SELECT snapshot_id, published FROM national.snapshots WHERE published IS NOT NULL"


_ISSUED = """
SELECT DISTINCT vintage FROM national.snapshots
WHERE source = ANY($sources) AND (published IS NOT NULL OR revised IS NOT NULL)
ORDER BY vintage DESC
"""


def days(view: View, sources: Sequence[str]) -> tuple[date, ...]:
    """Days on which versions of some publications were issued, newest first; publications print no other day."""
    return tuple(row[0] for row in view.at(CURRENT).rows(_ISSUED, {"sources": list(sources)}))


def not_held(view: View, ask: Ask, codes: Sequence[str], held: Collection[str]) -> tuple[str, ...]:
    """Months that the version of a day lacks though they were out by then; for other versions none.

    held: the months that the version has. A month counts by the day on which it was first published.
    """
    return lacking(view, lambda current: series(current, ask, codes), held)


def lacking(view: View, observed: Callable[[View], Iterable[Observation]], held: Collection[str]) -> tuple[str, ...]:
    """The same of observations of any kind; ``observed`` gives those of the current version."""
    day = view.vintage.day
    if not day:
        return ()
    current = view.at(CURRENT)
    published = dict(current.fixed(_PUBLISHED))
    lacked = [one for one in observed(current) if one.period not in held]
    return tuple(sorted({one.period for one in lacked if (out := published.get(one.snapshot_id)) and out <= day}))
