"""From uploads to a published local build: the sheets as tables, and what is computed from exact values.

A local build is a pure function of the uploads that count, the national build, the schema and the code. A place that
would come out as it stands in the build before is carried over from there, so that an upload costs what its own place
costs. It is written and published like every build; pages see it with the next request.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import analysis
import domain
from etl.local.journal import Journal
from etl.local.state import Place, places
from etl.local.upload import Upload
from warehouse.builds import Build, Builds, write_manifest
from warehouse.engines.duckdb import EngineError
from warehouse.reader import View, local_builds
from warehouse.schema import LOCAL


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
    from etl.local import filling  # what computes takes half a second to load, and is seldom needed

    name = f"{now.astimezone(UTC):%Y%m%dT%H%M%S}{now.microsecond // 1000:03d}-{mark}"
    said = {"fingerprint": mark, "places": marks, "created_at": now.isoformat(timespec="seconds")}

    def make(before: Build | None) -> None:
        with builds.new(name) as folder:
            file = folder / "warehouse.duckdb"
            counts = filling.write(file, uploads, held, View(national), filling.Before(before, _carried(before, marks)))
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
