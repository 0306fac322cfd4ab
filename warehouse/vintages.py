"""The tables and marts of a build as they were in another version: views with the same names in a schema of its own.

Fact tables hold every version, keyed by its file, so a version is a choice of files. Views are made from the very
SQL of the marts, and a query is asked of them unchanged but for the name of the schema. Populations are never
chosen so: their publisher prints no day of issue, and rates of all versions divide by the estimates in use now.
"""

import re
from collections.abc import Iterator

from domain.vintages import FIRST, Vintage
from warehouse.schema import NATIONAL
from warehouse.table import SPINE, Table
from warehouse.tables import POPULATION, SNAPSHOTS, TABLES

BASE = NATIONAL.name
ISSUES = f"SELECT vintage FROM {BASE}.snapshots UNION SELECT period_end FROM {BASE}.snapshots"  # noqa: S608
_NAMED = re.compile(r"\b(FROM|JOIN)\s+(\w+)\b")
_OURS = NATIONAL.names
_BASIS = f"source = '{POPULATION.name}'"
_UNDATED = "s.published IS NULL AND s.revised IS NULL"
_SPEAKS = "MAX(CASE WHEN is_current THEN 1 ELSE 0 END) OVER (PARTITION BY source, release) = 1"


def read_by(statement: str) -> list[str]:
    """Names of the tables and marts that a mart's statement reads, in order."""
    return sorted({name for _, name in _NAMED.findall(statement) if name in _OURS})


def schema(vintage: Vintage) -> str:
    """Name of the schema of a version."""
    return f"as_at_{vintage.day:%Y%m%d}" if vintage.day else vintage.kind


def views(vintage: Vintage, marts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """(name, select) of every table and mart in a version; ``marts`` are the statements that make them."""
    home = schema(vintage)
    for table in (SNAPSHOTS, *(one for one in TABLES if one is not SNAPSHOTS)):
        yield table.name, _table(table, vintage)
    for name, statement in marts.items():
        yield name, _mart(statement, home)


def _table(table: Table, vintage: Vintage) -> str:
    if table is SNAPSHOTS:
        return _first_files() if vintage.kind == FIRST else _files_out(str(vintage.day))
    if vintage.kind == FIRST and table is not POPULATION and set(SPINE) <= set(table.columns):
        return _first_values(table)
    return f"SELECT * FROM {BASE}.{table.name}"  # noqa: S608 - names of our own tables


def _files(is_current: str, where: str) -> str:
    """The files that ``where`` lets through, with another answer to which of them speak."""
    columns = [f"{is_current} AS {c.name}" if c.name == "is_current" else c.name for c in SNAPSHOTS.columns]
    inner = f"SELECT *, {_SPEAKS} AS speaks FROM {BASE}.snapshots"  # noqa: S608 - names of our own tables
    return f"SELECT {', '.join(columns)} FROM ({inner}) AS s WHERE {where}"  # noqa: S608


def _files_out(day: str) -> str:
    """Files that were out on a day; of a release the one in use now if it was out, else the latest that was.

    A file that prints no day of issue was not out before the time it covers was over.
    """
    latest = "ROW_NUMBER() OVER (PARTITION BY source, release ORDER BY is_current DESC, vintage DESC, snapshot_id) = 1"
    chosen = f"CASE WHEN {_BASIS} THEN is_current ELSE speaks AND {latest} END"
    return _files(chosen, f"{_BASIS} OR CASE WHEN {_UNDATED} THEN period_end ELSE vintage END <= DATE '{day}'")


def _first_files() -> str:
    """Every file speaks for the values that it was the first to give, which ``_first_values`` chooses."""
    return _files(f"CASE WHEN {_BASIS} THEN is_current ELSE speaks END", "TRUE")


def _first_values(table: Table) -> str:
    """Of each value the oldest version: by day of issue, and where files print none, by the time they cover."""
    key = ", ".join(f"f.{name}" for name in table.key if name != "snapshot_id")
    columns = ", ".join(column.name for column in table.columns)
    age = f"CASE WHEN {_UNDATED} THEN s.period_end ELSE s.vintage END, s.vintage, s.snapshot_id"
    return f"""
        SELECT {columns} FROM (
            SELECT f.*, ROW_NUMBER() OVER (PARTITION BY {key} ORDER BY {age}) AS place
            FROM {BASE}.{table.name} AS f
            JOIN {schema(Vintage(FIRST))}.snapshots AS s ON s.snapshot_id = f.snapshot_id AND s.source = f.source
            WHERE s.is_current
        ) AS aged WHERE place = 1
    """  # noqa: S608 - names of our own tables


def _mart(statement: str, home: str) -> str:
    """The select of a mart with its tables taken from a schema; views have no order of their own."""
    select = re.sub(r"^CREATE TABLE \w+ AS\s", "", re.sub(r"(?m)^--.*\n", "", statement).strip().rstrip(";"))
    return _NAMED.sub(lambda found: f"{found[1]} {home}.{found[2]}" if found[2] in _OURS else found[0], select)
