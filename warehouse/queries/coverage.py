"""What is held and what is not: months of council workbooks, and the dated changes of councils."""

from datetime import date
from typing import NamedTuple

from domain import periods
from warehouse.reader import View


class AreaChangeRow(NamedTuple):
    """One pair of codes of a change of councils."""

    changed_on: date
    kind: str
    before_code: str
    before_name: str
    after_code: str
    after_name: str
    legal_order: str
    legal_source: str


def months(view: View, source: str) -> tuple[str, ...]:
    """Releases of a monthly source that are in use, in time order."""
    rows = view.rows(
        "SELECT DISTINCT release FROM national.snapshots WHERE source = $source AND is_current ORDER BY release",
        {"source": source},
    )
    return tuple(row[0] for row in rows)


def gaps(held: tuple[str, ...]) -> tuple[str, ...]:
    """Months between the first and the last one held that are not held."""
    return tuple(month for month in periods.span(held[0], held[-1]) if month not in held) if held else ()


def not_submitted(view: View) -> tuple[tuple[str, str], ...]:
    """(month, council) of every return that was not sent, in time order."""
    rows = view.rows(
        "SELECT STRFTIME(d.period, '%Y-%m'), a.area_name FROM national.delays_current AS d JOIN "
        "national.areas AS a ON a.area_code = d.area_code "
        "WHERE d.area_type = 'council' AND d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all' "
        "AND d.value IS NULL ORDER BY d.period, a.area_name"
    )
    return tuple((row[0], row[1]) for row in rows)


def area_changes(view: View) -> tuple[AreaChangeRow, ...]:
    """Changes of councils since 2009, oldest first."""
    return tuple(
        AreaChangeRow(*row) for row in view.rows("SELECT * FROM national.area_changes ORDER BY changed_on, before_code")
    )
