"""The tables of an impact page by the query that names a claim, for CSV."""

from collections.abc import Mapping
from typing import Any

from components.tables import Table
from panels.impact import page
from panels.impact.choice import parse
from panels.schemes.held import held
from panels.schemes.scope import where
from warehouse.reader import View


def of_areas(view: View, query: Mapping[str, Any]) -> Table | None:
    """Placebo areas of a claim."""
    place = where(view, query)
    found = held(view, place) if place else None
    choice = parse(found, query) if found else None
    return page.areas_table(found, choice) if found and choice else None


def of_dates(view: View, query: Mapping[str, Any]) -> Table | None:
    """Made-up start dates of a claim."""
    place = where(view, query)
    found = held(view, place) if place else None
    choice = parse(found, query) if found else None
    return page.dates_table(found, choice) if found and choice else None
