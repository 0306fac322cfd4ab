"""Which published values differ between two builds: by how much, of which place and month, from which files.

Only values in use are compared, each with the value of the same release: a figure that was published again, read
again by a mended parser, or corrected. Values of releases that only one of the builds has are counted, not listed.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from warehouse.builds import Build
from warehouse.engines.duckdb import Database
from warehouse.table import SPINE, Table
from warehouse.tables import TABLES

NOW, THEN = "national", "before"
DIMENSIONS = ("body", "reason", "care_type")
FACTS = tuple(table for table in TABLES if set(SPINE) <= set(table.columns))


class Changed(NamedTuple):
    """A published value that is another one now; None is no number. ``split`` is what it is cut by, or empty."""

    source: str
    measure: str
    area_code: str
    area_name: str
    period: str
    split: str
    before: float | None
    after: float | None
    unit: str
    status: str
    release: str
    file_before: str
    file_after: str
    vintage_before: date
    vintage_after: date

    @property
    def change(self) -> float | None:
        """By how much, in the unit; None where one of the two is no number."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def change_pct(self) -> float | None:
        """By how much of the value before, in per cent; None without one, or where it was 0."""
        return self.change / self.before * 100 if self.change is not None and self.before else None


class Counted(NamedTuple):
    """Values of a source in use now: how many are new since the build before, and how many are gone."""

    source: str
    new: int
    gone: int


class Compared(NamedTuple):
    """Two builds compared: the changed values, the largest first of each source, and the counts by source."""

    since: str
    build: str
    changed: tuple[Changed, ...]
    counted: tuple[Counted, ...]


def between(before: Build, after: Build) -> Compared:
    """Compare two builds; tables that one of them lacks, or keeps otherwise, are left out."""
    database = Database({NOW: after.file, THEN: before.file})
    try:
        tables = [table for table in FACTS if _columns(database, THEN, table) >= {one.name for one in table.columns}]
        same = {"same": _same(before, after)}
        changed = [one for table in tables for one in _changed(database, table, same)]
        counted = [one for table in tables for one in _counted(database, table, same)]
    finally:
        database.close()
    return Compared(before.id, after.id, tuple(sorted(changed, key=_place)), tuple(counted))


def _same(before: Build, after: Build) -> list[str]:
    """Files in use in both builds and read in the same way: their values cannot differ, and are not looked at."""
    if before.manifest.get("reading") is None or before.manifest["reading"] != after.manifest.get("reading"):
        return []
    used = [
        {(f["source"], f["release"], f["sha256"]) for f in one.manifest["files"] if f["current"]}
        for one in (before, after)
    ]
    return sorted(f"{source} {sha256[:16]}" for source, _, sha256 in used[0] & used[1])


def _place(one: Changed) -> tuple[str, bool, float, str, str]:
    """Totals before their splits, then by size."""
    return (one.source, bool(one.split), -abs(one.change or 0), one.area_code, one.period)


def _columns(database: Database, catalog: str, table: Table) -> set[str]:
    sql = "SELECT column_name FROM duckdb_columns() WHERE database_name = $name AND table_name = $table"
    return {row[0] for row in database.rows(sql, {"name": catalog, "table": table.name})}


def _current(catalog: str, table: Table) -> str:
    return f"""
        SELECT f.*, s.release, s.file_name, s.vintage AS issued
        FROM {catalog}.{table.name} AS f
        JOIN {catalog}.snapshots AS s ON s.snapshot_id = f.snapshot_id AND s.source = f.source
        WHERE s.is_current AND s.source || ' ' || s.snapshot_id <> ALL($same)
    """  # noqa: S608 - names of our own tables


def _join(table: Table) -> str:
    keys = [name for name in table.key if name != "snapshot_id"]
    return " AND ".join(f"n.{name} = b.{name}" for name in (*keys, "release"))


def _split(table: Table) -> str:
    """SQL for what a value is cut by, in words that stay the same: ``body nhs, reason A``."""
    own = [name for name in table.key if name not in ("source", "area_code", "period", "measure", "snapshot_id")]
    if not own:
        return "''"
    named = [f"CASE WHEN CAST(n.{x} AS VARCHAR) <> 'all' THEN '{x} ' || CAST(n.{x} AS VARCHAR) END" for x in own]
    return f"CONCAT_WS(', ', {', '.join(named)})"


def _changed(database: Database, table: Table, same: dict[str, list[str]]) -> Iterator[Changed]:
    sql = f"""
        SELECT n.source, n.measure, n.area_code, COALESCE(a.area_name, n.area_code), STRFTIME(n.period, '%Y-%m'),
            {_split(table)}, b.value, n.value, n.unit, n.status, n.release, b.file_name, n.file_name, b.issued, n.issued
        FROM ({_current(NOW, table)}) AS n
        JOIN ({_current(THEN, table)}) AS b ON {_join(table)}
        LEFT JOIN {NOW}.areas AS a ON a.area_code = n.area_code
        WHERE n.value IS DISTINCT FROM b.value
    """  # noqa: S608 - names of our own tables
    for row in database.rows(sql, same):
        yield Changed(*row)


def _counted(database: Database, table: Table, same: dict[str, list[str]]) -> Iterator[Counted]:
    """Values of releases that only one of the two builds has."""
    sql = f"""
        SELECT source, SUM(new), SUM(gone) FROM (
            {_only(table, NOW, THEN, "COUNT(*) AS new, 0 AS gone")}
            UNION ALL
            {_only(table, THEN, NOW, "0 AS new, COUNT(*) AS gone")}
        ) AS both_ways GROUP BY source ORDER BY source
    """  # noqa: S608 - names of our own tables
    for row in database.rows(sql, same):
        yield Counted(row[0], int(row[1]), int(row[2]))


def _only(table: Table, catalog: str, other: str, counts: str) -> str:
    return f"""
        SELECT n.source, {counts} FROM ({_current(catalog, table)}) AS n
        LEFT JOIN ({_current(other, table)}) AS b ON {_join(table)}
        WHERE b.source IS NULL GROUP BY n.source
    """  # noqa: S608 - names of our own tables


def by_source(found: Sequence[Changed]) -> dict[str, list[Changed]]:
    """Changed values of each source, in the order given."""
    grouped: dict[str, list[Changed]] = {}
    for one in found:
        grouped.setdefault(one.source, []).append(one)
    return grouped
