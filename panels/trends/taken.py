"""The control chart's rows as a file: the table of the page, and in every row what somebody decided about it.

A rebase has its month, reason and author beside every number, so that no copy of the rows hides who set new limits.
"""

from typing import Any

from components.tables import Column, Table
from components.trends.choice import PROFILES, Choice
from domain import status
from panels.trends import control_chart
from panels.trends.trend import Trend, trend
from warehouse.reader import View

AREA = ("area_code", "area_name")
MADE = (
    "body",
    "reason",
    "unit",
    "status",
    "note",
    "vintage",
    "source",
    "phase",
    "profile",
    "multiplier",
    "rebase_month",
    "rebase_reason",
    "rebase_author",
    "season",
    "season_from",
    "season_to",
    "figures_version",
    "setting",
    "pathway",
)


def table(view: View, choice: Choice) -> Table | None:
    """The rows of a choice; None where nothing is held of it."""
    found = trend(view, choice)
    if found is None:
        return None
    shown = control_chart.table(found)
    columns = (*_columns(AREA), *shown.columns, *_columns(MADE))
    phases = {month: point.phase + 1 for month, point in zip(found.limited, found.chart.points, strict=True)}
    rows = tuple(
        (found.area.code, found.area.name, *row, *_observed(found, row[0]), phases.get(row[0]), *_decided(found))
        for row in shown.rows
    )
    return Table(shown.name, shown.caption, columns, rows)


def _columns(keys: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(key, key, kind="text") for key in keys)


def _observed(found: Trend, month: str) -> tuple[Any, ...]:
    """What was published of a month, and in which issue."""
    one = found.observations.get(month)
    cut = (found.body, found.choice.reason, found.choice.defined.unit)
    return (*cut, status.LABELS[one.status], one.note, one.vintage, one.source) if one else (*cut, *[None] * 4)


def _decided(found: Trend) -> tuple[Any, ...]:
    """The rules, and what somebody chose: the same in every row."""
    rebase, season = found.choice.rebase, found.season
    set_by = (rebase.start, rebase.reason, rebase.author) if rebase else (None, None, None)
    removed = ("removed", season.first, season.last) if season else ("as published", None, None)
    version = found.choice.vintage.text
    return (
        PROFILES[found.choice.profile],
        found.chart.options.multiplier,
        *set_by,
        *removed,
        version,
        *found.choice.cut,
    )
