"""What each mart is made of, as a hash: with the same inputs the mart of the build before is the mart of this one.

Inputs are found by the names in the mart's SQL. Facts stand in by the marks of their files and by which of these are
in use, which says all that the list of files holds of them; other tables by their rows; a mart by its own inputs.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from etl.carrying import SnapshotKey
from etl.snapshot import Snapshot
from warehouse import tables, vintages
from warehouse.engines.duckdb import Writer, mart


def of(writer: Writer, marks: Mapping[SnapshotKey, str], current: Iterable[Snapshot]) -> dict[str, str]:
    """The hash of the inputs of every mart, with the tables of a new build in place."""
    in_use = {(one.source, one.id) for one in current}
    held: dict[str, Any] = {tables.SNAPSHOTS.name: None}  # told by the files of the facts beside it
    for table in tables.FACTS:
        files = writer.rows(f"SELECT DISTINCT source, snapshot_id FROM {table.name}")  # noqa: S608 - our own tables
        held[table.name] = sorted((*file, marks[file], file in in_use) for file in files)
    found: dict[str, str] = {}
    for name in tables.MARTS:
        sql = mart(name)
        read = vintages.read_by(sql)
        for one in read:
            if one not in held:
                held[one] = found.get(one) or _rows(writer, one)
        found[name] = hashlib.sha256(json.dumps([sql, [[one, held[one]] for one in read]]).encode()).hexdigest()[:16]
    return found


def _rows(writer: Writer, table: str) -> str:
    """All rows of a small table, as a number of rows and two sums of their hashes."""
    sums = "COUNT(*), SUM(HASH(t)::HUGEINT), BIT_XOR(HASH(t))"
    return str(writer.rows(f"SELECT {sums} FROM {table} AS t")[0])  # noqa: S608 - names of our own tables
