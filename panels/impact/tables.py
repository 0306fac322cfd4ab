"""The tables of an impact page by the query that names a claim, for CSV."""

from collections.abc import Callable, Mapping
from typing import Any

from components.tables import Table
from panels.impact import page
from panels.impact.choice import Choice, parse
from panels.schemes.held import Held, held
from panels.schemes.scope import one, where
from warehouse.reader import View

Query = Mapping[str, Any]
Drawn = Callable[[Held, Choice], Table]


def of_areas(view: View, query: Query) -> Table | None:
    """Placebo areas of a claim."""
    return _of(view, query, page.areas_table)


def of_dates(view: View, query: Query) -> Table | None:
    """Made-up start dates of a claim."""
    return _of(view, query, page.dates_table)


def _of(view: View, query: Query, drawn: Drawn) -> Table | None:
    """The table of the claim asked for; of the first claim that has one where none is named."""
    place = where(view, query)
    found = held(view, place) if place else None
    choice = parse(found, query) if found else None
    if found is None or choice is None:
        return None
    table = drawn(found, choice)
    if one(query, "scheme") or table.rows:
        return table
    for verdict in found.verdicts:
        asked = {"scheme": verdict.scheme_id, "indicator": ".".join(filter(None, (verdict.indicator_id, verdict.body)))}
        if verdict.indicator_id and (other := parse(found, asked)) and (rows := drawn(found, other)).rows:
            return rows
    return table
