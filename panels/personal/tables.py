"""The tables of the page on outcomes by the query that names them, for CSV."""

from collections.abc import Mapping
from typing import Any

from components.tables import Table
from panels.personal import few, local, measure
from panels.personal.figures import outcomes_of
from panels.schemes.held import held
from panels.schemes.scope import one, where
from panels.schemes.series import drawn
from warehouse.reader import View


def of_outcomes(view: View, query: Mapping[str, Any]) -> Table | None:
    """A measure of an area (control over daily life by itself), its measures from records, or a local question."""
    if one(query, "indicator"):
        return _question(view, query)
    found = outcomes_of(view, one(query, "area"))
    if found is None:
        return None
    if one(query, "measure") == "records":
        return few.table(found, few.measures(found))
    asked = next((part for part in found.measures if part.measure.id == one(query, "measure")), found.measures[0])
    return measure.table(found, asked)


def _question(view: View, query: Mapping[str, Any]) -> Table | None:
    place, name = where(view, query), one(query, "indicator")
    of = held(view, place) if place else None
    if of is None or name not in {indicator.indicator_id for indicator in local.asked(of)}:
        return None
    return local.table(of, drawn(view, of, name, one(query, "area")), one(query, "area"))
