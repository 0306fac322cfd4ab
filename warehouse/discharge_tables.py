"""Tables of the discharge situation reports: figures of days and weeks, and of months."""

from warehouse.table import SPINE, SPINE_KEY, Column, Table

_CUT = (
    Column("pathway", "VARCHAR", "P0 to P3 for discharges by pathway, else all"),
    Column("detail", "VARCHAR", "where people went, or why they stayed; empty for all together"),
)
_KEY = (*SPINE_KEY, "series", "period_type", "pathway", "detail")

DISCHARGE_DAILY = Table(
    "discharge_daily",
    "People who no longer meet the criteria to reside, discharged and remaining, by day; bed days by week",
    (*SPINE, *_CUT),
    _KEY,
    ("measure", "detail", "area_code", "source", "period"),
)
DISCHARGE = Table(
    "discharge",
    "The same by month: totals and means as published, and the mean of the weekdays, with what is behind each",
    (
        *SPINE,
        *_CUT,
        Column("basis", "VARCHAR", "total, plain (mean as published) or balanced (mean of the seven weekday means)"),
        Column("days", "INTEGER", "days or weekly snapshots behind the figure; NULL where the file does not say"),
        Column("organisations", "INTEGER", "providers that sent figures in the month; NULL where it cannot be told"),
    ),
    (*_KEY, "basis"),
    ("measure", "detail", "area_code", "source", "period"),
)
