"""From uploads to a published local build: the sheets as tables, and what is computed from exact values.

A local build is a pure function of the uploads that count, the national build, the schema and the code. A place that
would come out as it stands in the build before is carried over from there, so that an upload costs what its own place
costs. It is written and published like every build; pages see it with the next request.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy

import analysis
import domain
from etl.local.computed import computed
from etl.local.journal import Journal
from etl.local.state import Place, key, places
from etl.local.upload import Upload
from warehouse.builds import Build, Builds, write_manifest
from warehouse.engines.duckdb import EngineError, Writer
from warehouse.local_tables import ALONE, LOCAL_TABLES, PLACES, RECORD, SHEET_TABLES, UPLOADS
from warehouse.reader import View, local_builds
from warehouse.schema import LOCAL
from warehouse.table import Table

Record = Mapping[str, Any]


def rebuild(root: Path, now: datetime, *, keep: int = 12) -> Build | None:
    """Write and publish the local build of what is held now; None where nobody uploaded or national data are missing.

    When exactly this is served already, nothing is written.
    """
    national = Builds(root).usable()
    journal, builds = Journal(root), local_builds(root)
    uploads = journal.all()
    held = places(uploads)
    served = builds.usable()
    if national is None or (not uploads and served is None):
        return None
    marks = _marks(held, national.id)
    mark = _whole(marks, uploads)
    if served and served.manifest["fingerprint"] == mark:
        return served
    name = f"{now.astimezone(UTC):%Y%m%dT%H%M%S}{now.microsecond // 1000:03d}-{mark}"
    said = {"fingerprint": mark, "places": marks, "created_at": now.isoformat(timespec="seconds")}

    def make(before: Build | None) -> None:
        with builds.new(name) as folder:
            file = folder / "warehouse.duckdb"
            counts = _write(file, uploads, held, View(national), Before(before, _carried(before, marks)))
            write_manifest(folder, _manifest(name, national, uploads, counts=counts, **said))

    try:
        make(served)
    except EngineError:  # the file of the build before is damaged
        make(None)
    builds.publish(name)
    builds.prune(keep=keep)
    return builds.get(name)


def behind(root: Path) -> bool:
    """Whether something was accepted or taken back, or computes otherwise, since the local build that is served."""
    national, uploads, served = Builds(root).usable(), Journal(root).all(), local_builds(root).usable()
    if national is None or not uploads:
        return False
    marks = _marks(places(uploads), national.id)
    return served is None or served.manifest["fingerprint"] != _whole(marks, uploads)


def _marks(held: Mapping[str, Place], national: str) -> dict[str, str]:
    """The fingerprint of every place."""
    code = _code()
    return {name: fingerprint(name, place, national, code) for name, place in sorted(held.items())}


def _whole(marks: Mapping[str, str], uploads: Sequence[Upload]) -> str:
    """Short hash of all places and of every upload, those that no longer count too."""
    every = [(one.id, one.undone_at) for one in uploads]
    return hashlib.sha256(json.dumps([marks, every]).encode()).hexdigest()[:8]


def fingerprint(name: str, place: Place, national: str, code: bytes) -> str:
    """Hash of a place's uploads, the national build, the schema, and the code that computes."""
    digest = hashlib.sha256(f"{LOCAL.version} {national} {name}".encode() + code)
    for upload in place.uploads:
        digest.update(f"{upload.id} {upload.undone_at}".encode())
    return digest.hexdigest()[:16]


def _code() -> bytes:
    """Hash of the code that computes and protects."""
    digest = hashlib.sha256()
    for folder in (Path(__file__).parent, Path(analysis.__file__).parent, Path(domain.__file__).parent):
        for file in sorted(folder.rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.digest()


def _carried(before: Build | None, marks: Mapping[str, str]) -> list[str]:
    """Places that are in the build before exactly as they would be computed again."""
    held = before.manifest.get("places", {}) if before else {}
    return [name for name, mark in marks.items() if held.get(name) == mark]


@dataclass(frozen=True)
class Before:
    """The build that rows of unchanged places come from, and those places."""

    build: Build | None
    places: Sequence[str]


def _write(
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


def _manifest(name: str, national: Build, uploads: Sequence[Upload], **said: Any) -> dict[str, Any]:
    return {
        "build": name,
        "mode": national.manifest["mode"],
        "national_build": national.id,
        "schema_version": LOCAL.version,
        "files": [
            {"place": one.about.place_id, "upload": one.id, "sha256": one.sha256, "undone_at": one.undone_at}
            for one in uploads
        ],
        "rows": said.pop("counts"),
        **said,
    }
