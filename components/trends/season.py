"""The twelve factors of a season, as a small table that opens."""

from collections.abc import Mapping

from dash import html

from components import tables
from components.tables import Column, Table
from domain import periods


def factors(found: Mapping[int, float], said: str) -> html.Details:
    """Month of the year and factor; ``said``: where they come from."""
    columns = (Column("month_of_year", "Month of the year", kind="text"), Column("season_factor", "Factor", 3))
    rows = tuple((periods.MONTH_NAMES[month - 1], found[month]) for month in sorted(found))
    table = Table("the twelve factors", "Factors of the season: 1.000 is an average month", columns, rows)
    parts = [
        html.Summary("Show the twelve factors of the season"),
        html.P(said, className="note"),
        tables.draw(table, label=table.caption),
    ]
    return html.Details(parts, className="rebase factors")
