"""The tables of a local build: the sheets as uploaded, and what is computed from exact values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy

from etl.local.computed import computed
from etl.local.state import Place, key
from etl.local.upload import Upload
from warehouse.builds import Build
from warehouse.engines.duckdb import Writer
from warehouse.local_tables import ALONE, LOCAL_TABLES, PLACES, RECORD, SHEET_TABLES, UPLOADS
from warehouse.reader import View
from warehouse.schema import LOCAL
from warehouse.table import Table

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Before:
    """The build that rows of unchanged places come from, and those places."""

    build: Build | None
    places: Sequence[str]


def write(
    file: Path, uploads: Sequence[Upload], held: Mapping[str, Place], view: View, before: Before
) -> dict[str, int]:
    """Rows of the places that changed, computed; those of the others as the build before has them."""
    records: dict[str, list[Record]] = {table.name: [] for table in LOCAL_TABLES}
    records[UPLOADS.name] = [_upload(one) for one in uploads]
    for place_id, place in sorted(held.items()):
        for name, rows in _of_place(place_id, place, view).items() if place_id not in before.places else ():
            records[name] += [{"place_id": place_id, **row} for row in rows]
    counts = {}
    with Writer(file, LOCAL, before=before.build.file if before.build and before.places else None) as writer:
        for table in LOCAL_TABLES:
            carries = before.places and table is not UPLOADS
            kept = writer.carry(table, "place_id", before.places) if carries else 0
            _load(writer, table, records[table.name])
            counts[table.name] = kept + len(records[table.name])
        writer.finish()
    return counts


def _of_place(place_id: str, place: Place, view: View) -> dict[str, Sequence[Record]]:
    tables: dict[str, Sequence[Record]] = {table.name: place.rows[table.name] for table in SHEET_TABLES}
    for name in RECORD:
        tables[name] = [{**row, ALONE.name: place.alone.get((name, *key(name, row)), "")} for row in place.rows[name]]
    tables[PLACES.name] = [_about(place, view.id)]
    return tables | computed(place_id, place, view)


def _about(place: Place, national: str) -> Record:
    counting = [one for one in place.uploads if one.counting]
    return {
        "name": place.about.place_name,
        "area_codes": " ".join(place.about.area_codes),
        "as_at": place.about.as_at,
        "uploaded_at": counting[-1].accepted_at,
        "uploads": len(counting),
        "national_build": national,
    }


def _upload(upload: Upload) -> Record:
    return {
        "place_id": upload.about.place_id,
        "upload_id": upload.id,
        "accepted_at": upload.accepted_at,
        "role": upload.about.role,
        "file_name": upload.file_name,
        "sha256": upload.sha256,
        "sheets": " ".join(upload.rows),
        **{name: upload.counts.get(name, 0) for name in ("added", "changed", "removed")},
        "undone_at": upload.undone_at or None,
    }


def _load(writer: Writer, table: Table, rows: Sequence[Record]) -> None:
    """Rows to a table; what a row does not name is NULL."""
    if not rows:
        return
    columns = {
        column.name: numpy.array([_plain(row.get(column.name)) for row in rows], object) for column in table.columns
    }
    casts = ", ".join(f"CAST({column.name} AS {column.type}) AS {column.name}" for column in table.columns)
    writer.load(table, columns, f"SELECT {casts} FROM staged")  # noqa: S608 - names of our own tables


def _plain(value: Any) -> Any:
    """Every cell as text, which SQL reads as the column's type; None and an empty text of a number are NULL."""
    return None if value is None or value == "" else str(value)
