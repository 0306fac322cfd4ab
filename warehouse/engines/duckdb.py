"""DuckDB: writing a build's file and opening it read-only and locked down. Nothing else imports duckdb.

Order of opening (PITFALLS e): connect to memory, ATTACH read-only, then shut external access, then lock the
configuration; after that no other file can be read and no setting changed.
"""

import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from warehouse.schema import NATIONAL, Schema
from warehouse.table import Table

MARTS_FOLDER = Path(__file__).parent.parent / "marts"
LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
    "threads": 1,
    "memory_limit": "256MB",
    "allocator_flush_threshold": "1MB",  # what one query needed is given back at once: a worker stays small
    "allocator_bulk_deallocation_flush_threshold": "1MB",
}
EngineError = duckdb.Error


class Writer:
    """A new warehouse file: tables from columns, then marts from SQL.

    before: a file that rows may come from. onto: a file to go on from: the new one begins as its copy.
    """

    def __init__(
        self, file: Path, schema: Schema = NATIONAL, *, before: Path | None = None, onto: Path | None = None
    ) -> None:
        self._schema = schema
        config: dict[str, str | bool | int | float | list[str]] = {
            "threads": 2,
            "memory_limit": "192MB",
            "preserve_insertion_order": True,
        }
        if onto:
            shutil.copyfile(onto, file)
        self._connection = duckdb.connect(str(file), config=config)
        if before:
            self._connection.execute(f"ATTACH '{_quoted(before)}' AS before (READ_ONLY)")

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def load(self, table: Table, staged: Any, select: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Create a table and fill it with ``select`` over ``staged`` (arrays by name), stored in the table's order."""
        if not self._exists(table.name):
            self._connection.execute(table.ddl)
        self._connection.register("staged", staged)
        order = f" ORDER BY {', '.join(table.order)}" if table.order else ""
        columns = ", ".join(column.name for column in table.columns)
        self._connection.execute(f"INSERT INTO {table.name} ({columns}) {select}{order}", parameters or {})
        self._connection.unregister("staged")

    def carry(self, table: Table, column: str, names: Sequence[str]) -> int:
        """Add the rows of the file before whose column holds one of these names; how many there are."""
        if not self._exists(table.name):
            self._connection.execute(table.ddl)
        order = f" ORDER BY {', '.join(table.order)}" if table.order else ""
        columns = ", ".join(column.name for column in table.columns)
        sql = f"INSERT INTO {table.name} SELECT {columns} FROM before.{table.name} WHERE {column} IN (SELECT unnest($names))"  # noqa: S608, E501 - names of our own tables
        found = self._connection.execute(sql + order, {"names": list(names)}).fetchall()
        return int(found[0][0]) if found else 0

    def retain(self, table: Table, files: Iterable[tuple[str, str]]) -> None:
        """Of the rows that a file gone on from brought along, keep those of these files (source and snapshot id)."""
        if not self._exists(table.name):
            return
        named = [*files]
        self._connection.execute(
            f"DELETE FROM {table.name} AS r WHERE NOT EXISTS (SELECT 1 FROM "  # noqa: S608 - names of our own tables
            "(SELECT UNNEST($sources) AS source, UNNEST($ids) AS snapshot_id) AS f "
            "WHERE f.source = r.source AND f.snapshot_id = r.snapshot_id)",
            {"sources": [source for source, _ in named], "ids": [name for _, name in named]},
        )

    def drop(self, name: str) -> None:
        """Take away a table or mart that a file gone on from brought along."""
        self._connection.execute(f"DROP TABLE IF EXISTS {name}")

    def _exists(self, name: str) -> bool:
        return bool(
            self._connection.execute(
                "SELECT 1 FROM duckdb_tables() WHERE table_name = ? AND database_name = current_database()", [name]
            ).fetchall()
        )

    def complete(self) -> None:
        """Make sure that every table exists."""
        for table in self._schema.tables:
            if not self._exists(table.name):
                self._connection.execute(table.ddl)

    def finish(self, unchanged: Collection[str] = ()) -> None:
        """Run the marts in order, but for those that stand as they would be made, and write everything to the file."""
        self.complete()
        for name in self._schema.marts:
            if name not in unchanged:
                self.drop(name)
        self._connection.execute("CHECKPOINT")  # packs the tables, which makes room for the marts
        for name in self._schema.marts:
            if name not in unchanged:
                self._connection.execute(mart(name))
        self._connection.execute("CHECKPOINT")

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of a query on the new file, for the checks before it is published."""
        return self._connection.execute(sql).fetchall()


class Database:
    """Builds' files opened for reading, each under the name of its schema.

    Each query takes a cursor of its own, so threads may share it.
    """

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._connection = duckdb.connect(":memory:", config=dict(LOCKED))
        for name, file in files.items():
            self._connection.execute(f"ATTACH '{_quoted(file)}' AS {name} (READ_ONLY)")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")

    def rows(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query; parameters by name or by place."""
        cursor = self._connection.cursor()
        try:
            return cursor.execute(sql, parameters).fetchall()
        finally:
            cursor.close()

    def define(self, schema: str, views: Iterable[tuple[str, str]]) -> None:
        """Make views in a schema of its own, in memory; what is there already is left as it is."""
        cursor = self._connection.cursor()
        try:
            cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
            for name, select in views:
                cursor.execute(f"CREATE VIEW IF NOT EXISTS {schema}.{name} AS {select}")
        finally:
            cursor.close()

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()


def mart(name: str) -> str:
    """The statement that makes a mart."""
    return (MARTS_FOLDER / f"{name}.sql").read_text("utf-8")


def readable(file: Path, schema: Schema = NATIONAL) -> bool:
    """Whether a warehouse file opens and holds every table and mart of its kind."""
    try:
        database = Database({schema.name: file})
    except EngineError:
        return False
    try:
        names = {
            row[0]
            for row in database.rows(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = $name", {"name": schema.name}
            )
        }
    except EngineError:
        return False
    finally:
        database.close()
    return names >= schema.names


def _quoted(file: Path) -> str:
    return str(file.resolve()).replace("'", "''")
