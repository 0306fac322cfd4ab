"""Tables as the sheets of a workbook show them: for reading and for paper, so with fewer columns than the CSV.

Months stand downwards with their parts side by side, the headline has a row for each comparison, and where a
number was read from is said once: above the table, and on the sheet of files.
"""

import dataclasses
from datetime import date
from typing import Any

from components import text
from domain import periods
from exports import headline
from exports.pack import Absent, Column, Number, Table
from exports.tables import BEDS

SPLITS = {"by_body": "body", "by_reason": "reason", "by_care_type": "care_type"}
MONTH = Column("period", "Month", "Calendar month", kind="month")
DAYS = ("published", "revised", "vintage", "date")  # ISO dates in the CSV
SHORT = {headline.POINTS: "points"}
LEFT_OUT = {
    "england_beside": ("file_name", "england_vintage", "england_file_name"),
    "schemes": ("payer", "gains", "planned_start", "ended"),
    "verdicts": ("scheme", "indicator_id", "months_before", "months_after"),
    "spend": ("market", "sustains_nhs", "payer", "gains", "carried_gbp"),
}


def view(table: Table) -> Table:
    """The table of a sheet."""
    if table.name in SPLITS or table.name == "emergency_care":
        return _side_by_side(table)
    if table.name == "headline":
        return _compared(table)
    return _dated(table)


def _side_by_side(table: Table) -> Table:
    """Months downwards and parts side by side, in the order of the rows of the first month."""
    keys, split = [column.key for column in table.columns], table.name in SPLITS
    part, value = (SPLITS[table.name], BEDS) if split else ("indicator", "value")
    label = f"{part}_label" if split else "label"
    at = {name: keys.index(name) for name in (part, label, value)}
    parts = {row[at[part]]: _title(row, keys, at[label]) for row in table.rows}
    held = {(row[0], row[at[part]]): row for row in table.rows}
    places = {name: _places([row[at[value]] for row in table.rows if row[at[part]] == name]) for name in parts}
    unit = "people per day" if split else "see column"
    columns = [MONTH, *(Column(name, said, said, unit, "number", places[name]) for name, said in parts.items())]
    rows: list[tuple[Any, ...]] = []
    for month in dict.fromkeys(row[0] for row in table.rows):
        tail = (held[month, "all"][keys.index("dtoc_days")],) if split else ()
        rows.append((month, *(held[month, name][at[value]] for name in parts), *tail))
    if split:
        columns.append(Column("dtoc_days", "Delayed days, all", "Delayed days of the month", "days", "number"))
    about = f"People delayed on an average day. {table.about}" if split else table.about
    return dataclasses.replace(table, about=about, columns=tuple(columns), rows=tuple(rows))


def _title(row: tuple[Any, ...], keys: list[str], label: int) -> str:
    """A part's name, with its unit where the parts have different ones."""
    return f"{row[label]} ({row[keys.index('unit')]})" if "unit" in keys else str(row[label])


def _places(values: list[Any]) -> int:
    """Decimals that show a set of numbers alike: none where all are whole, else one."""
    return int(any(isinstance(one, float) and not one.is_integer() for one in values))


def _compared(table: Table) -> Table:
    """A row for each indicator and comparison."""
    columns = (
        Column("label", "Indicator", "Name of the indicator"),
        Column("unit", "Unit", "Unit of the values"),
        Column("compared", "Compared", "What is compared with what"),
        Column("value", "Value", "Value in the later month or months", "see unit", "number"),
        Column("earlier", "Earlier value", "Value in the earlier month or months", "see unit", "number"),
        Column("change", "Change", "% of the earlier value per day, or percentage points", "see cell", "number", 1),
        Column("in_words", "In words", "The change as a sentence"),
        Column("status", "Status", "Status of the month's value"),
        Column("note", "Note", "What has to be said of the month's value"),
    )
    keys = [column.key for column in table.columns]
    rows = tuple(line for row in table.rows for line in _comparisons(dict(zip(keys, row, strict=True))))
    return dataclasses.replace(table, columns=columns, rows=rows)


def _comparisons(row: dict[str, Any]) -> list[tuple[Any, ...]]:
    at = row["period"]
    kinds = [
        (f"With {text.month(periods.plus(at, -1))}, the month before", "value", "month_before"),
        (f"With {text.month(periods.plus(at, -12))}, a year before", "value", "year_before"),
    ]
    if row["twelve_months"] is not headline.NO_MEAN:
        kinds.append(("12 months, with the 12 before", "twelve_months", "twelve_months_before"))
    places = _places([row[name] for _, *names in kinds for name in names])
    change = {"month_before": "month_before_change", "year_before": "year_before_change"}
    said = headline.sentences(row["in_words"])
    return [
        (
            row["label"],
            row["unit"],
            compared,
            _number(row[later], places),
            _number(row[earlier], places),
            _number(row[change.get(earlier, "twelve_months_change")], 1, row["change_unit"]),
            text.sentence(words),
            row["status"],
            row["note"],
        )
        for (compared, later, earlier), words in zip(kinds, said, strict=False)
    ]


def _number(value: Any, places: int, unit: str = "") -> Any:
    return value if isinstance(value, Absent) else Number(value, places, SHORT.get(unit, unit))


def _dated(table: Table) -> Table:
    """Dates as dates, and without what the sheet of files says."""
    kept = [at for at, one in enumerate(table.columns) if one.key not in LEFT_OUT.get(table.name, ())]
    columns = tuple(_column(table.columns[at]) for at in kept)
    rows = tuple(
        tuple(_day(row[at]) if one.kind == "day" else row[at] for at, one in zip(kept, columns, strict=True))
        for row in table.rows
    )
    return dataclasses.replace(table, columns=columns, rows=rows)


def _column(one: Column) -> Column:
    return dataclasses.replace(one, kind="day") if one.key in DAYS else one


def _day(value: Any) -> Any:
    """An ISO date as a date; other words as they are."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return value
