"""The several indicators of an area as rows of a file: every month of every chart, with its limits and rules."""

from typing import Any

from components.rule_names import RULE_NAMES
from components.tables import Column, Table
from components.trends.choice import PROFILES, Choice
from domain import status
from panels.trends import reading
from panels.trends.lines import Line, lines
from panels.trends.trend import trend
from warehouse.reader import View

KEYS = (
    "area_code",
    "area_name",
    "series",
    "indicator",
    "body",
    "reason",
    "unit",
    "period",
    "value",
    "status",
    "mean",
    "lower_limit",
    "upper_limit",
    "rules",
    "r1",
    "may_say",
    "profile",
    "multiplier",
    "vintage",
    "source",
    "figures_version",
    "setting",
    "pathway",
)


def table(view: View, choice: Choice) -> Table | None:
    """Every month of every indicator; None where nothing is held of the choice."""
    found = trend(view, choice)
    if found is None:
        return None
    area = (found.area.code, found.area.name)
    rows = tuple((*area, *row) for line in lines(view, found) for row in _rows(line))
    caption = f"Indicators of {found.area.name} with their control charts"
    return Table("several indicators", caption, tuple(Column(key, key, kind="text") for key in KEYS), rows)


def _rows(line: Line) -> list[tuple[Any, ...]]:
    choice, defined = line.choice, line.choice.defined
    what = (line.name, choice.indicator, choice.body, choice.reason, defined.unit)
    made = (PROFILES[choice.profile], line.chart.options.multiplier)
    rows = []
    for month, point in zip(line.months, line.chart.points, strict=True):
        one = line.observations.get(month)
        met = ", ".join(RULE_NAMES[rule] for rule in point.rules) or "none"
        limits = (point.mean, point.lower, point.upper, met, line.fitness.r1, reading.sign(line)[1])
        issue = (one.vintage, one.source) if one else (None, None)
        state = status.LABELS[one.status] if one else "not held"
        rows.append((*what, month, point.value, state, *limits, *made, *issue, choice.vintage.text, *choice.cut))
    return rows
