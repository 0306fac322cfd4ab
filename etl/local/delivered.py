"""What schemes delivered, as it may be shown: of people, small numbers suppressed and others to the nearest 5."""

from collections.abc import Sequence

from analysis.disclosure.attack import bounds
from analysis.disclosure.ledger import Ledger
from analysis.disclosure.rounding import release
from domain.local import spans
from etl.local import people
from etl.local.case import Record
from etl.local.upload import Row


def outputs(schemes: Sequence[Row], rows: Sequence[Row]) -> list[Record]:
    """Every period of every scheme."""
    of_people = {row["scheme_id"]: people.unit_of_people(row["output_unit"] or "") for row in schemes}
    return [{**row, **_shown(row["actual"], people=of_people.get(row["scheme_id"], False))} for row in rows]


def _shown(actual: float | None, *, people: bool) -> Record:
    if actual is None or not people:
        return {"actual": actual, "shown_as": "exact"}
    cell = release(round(actual))
    return {"actual": cell.value, "shown_as": "rounded" if cell.shown else "suppressed"}


def delivered(schemes: Sequence[Row], rows: Sequence[Row]) -> list[Record]:
    """One row a scheme with outputs: over the periods whose delivery is given, as a missing one is no zero."""
    found = []
    for scheme in schemes:
        own = [row for row in rows if row["scheme_id"] == scheme["scheme_id"]]
        if own:
            own.sort(key=lambda row: spans.parse(row["period"]).start)
            found.append({"scheme_id": scheme["scheme_id"], **_total(scheme, own)})
    return found


def _total(scheme: Row, rows: Sequence[Row]) -> Record:
    given = [row for row in rows if row["actual"] is not None]
    planned = sum(row["planned"] or 0.0 for row in given)
    actual: float | None = sum(row["actual"] for row in given)
    if people.unit_of_people(scheme["output_unit"] or ""):
        counts = [round(row["actual"]) for row in given]
        cell = Ledger(counts, [bounds(release(count)) for count in counts]).tell(0, len(counts) - 1) if counts else None
        actual = None if cell is None or cell.value is None else float(cell.value)
    share = actual / planned if planned and actual is not None else None
    return {"planned": planned, "actual": actual, "share": share}
