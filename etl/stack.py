"""Columns of releases stacked for the engine: some files at a time, with the spine filled in by SQL."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy

from etl.correction_table import corrected_rows
from etl.selection import Release

Staged = dict[str, numpy.ndarray[Any, Any]]
NUMBERS = frozenset({"value", "margin", "base", "numerator", "denominator", "value_in_brackets"})
ROWS_AT_A_TIME = 40_000  # facts staged together: memory stays flat however many files there are


def arrays(columns: Mapping[str, Sequence[Any]]) -> Staged:
    """Columns as arrays, which DuckDB reads as they are; a value that is None becomes NULL."""
    if "value" in columns and "corrected" not in columns:
        columns = {**columns, "corrected": [False] * len(columns["value"])}
    return {name: numpy.array(values, float if name in NUMBERS else object) for name, values in columns.items()}


# Facts carry the id of their file; what is the same for the whole file comes from the snapshots table.
SPINE = """
    SELECT s.source, s.series, f.area_code, {area_type}, CAST(f.period AS DATE), {period_type}, {measure}, f.value,
        {unit}, CASE WHEN f.corrected THEN 'corrected' ELSE {status} END, {shorthand}, s.vintage, s.snapshot_id{extra}
    FROM staged AS f JOIN snapshots AS s ON s.snapshot_id = f.snapshot_id
"""


def batches(every: Sequence[tuple[str, Release]], table: str) -> Iterator[list[Release]]:
    """The releases that have a table, some at a time."""
    some: list[Release] = []
    for _, release in every:
        if table in release.parsed.tables:
            some.append(release)
        if sum(one.parsed.rows for one in some) >= ROWS_AT_A_TIME:
            yield some
            some = []
    if some:
        yield some


def stack(some: Sequence[Release], table: str, names: Sequence[str]) -> dict[str, list[Any]]:
    """The columns of one table over some releases, with the month and the snapshot of each row."""
    stacked: dict[str, list[Any]] = {name: [] for name in (*names, "period", "snapshot_id", "corrected")}
    for release in some:
        found = release.parsed.tables[table]
        for name in names:
            stacked[name] += found[name]
        size = len(found["value"])
        months = found.get("period") or [release.parsed.start] * size
        stacked["period"] += _days(months, end_of_month=table == "population")
        stacked["snapshot_id"] += [release.snapshot.id] * size
        stacked["corrected"] += corrected_rows(release.parsed, table, size)
    return stacked


def _days(months: Sequence[str], *, end_of_month: bool) -> list[str]:
    """Months as ISO dates: the first day, or 30 June for mid-year estimates."""
    days = {month: f"{month}-{'30' if end_of_month else '01'}" for month in set(months)}
    return [days[month] for month in months]
