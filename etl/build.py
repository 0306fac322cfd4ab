"""From releases to a new warehouse: columns to tables, then marts, then checks against the build before.

A build is a pure function of the files used, the layouts and the schema version; ``fingerprint`` says which.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from etl import corrections, layout, staging
from etl.selection import Release
from etl.sources import SOURCES
from warehouse import tables
from warehouse.builds import Build, Builds, write_manifest
from warehouse.engines.duckdb import Writer

Releases = Mapping[str, Sequence[Release]]  # source id to its usable releases


@dataclass(frozen=True)
class Plan:
    """What a build is made of and for: kind of data, refresh it belongs to, when, and the releases."""

    mode: str
    refresh_id: str
    now: datetime
    releases: Releases


def fingerprint(used: Iterable[tuple[str, str]]) -> str:
    """Short hash of the (source, sha256) pairs used, the layouts and the schema version."""
    digest = hashlib.sha256(reading().encode())
    for pair in sorted(used):
        digest.update(" ".join(pair).encode())
    return digest.hexdigest()[:8]


def reading() -> str:
    """Short hash of how files are read: the schema version, the layouts and the reviewed corrections."""
    digest = hashlib.sha256(str(tables.SCHEMA_VERSION).encode())
    for source in SOURCES:
        digest.update((layout.FOLDER / f"{source.id}.csv").read_bytes())
    for file in corrections.files():
        digest.update(file.read_bytes())
    return digest.hexdigest()[:8]


def used(releases: Releases) -> list[tuple[str, str]]:
    """(source, sha256) of every release, with the current ones told apart."""
    return [
        (source, ("*" if r.current else "") + r.snapshot.sha256) for source, found in releases.items() for r in found
    ]


class BuildRefused(Exception):
    """A new build must not be published: what is wrong with it, and what to do."""


def write(builds: Builds, plan: Plan) -> Build:
    """Write a new build (not yet published) and return it; raises BuildRefused when its keys are not unique."""
    mark = fingerprint(used(plan.releases))
    name = f"{_after(builds, plan.now.astimezone(UTC))}-{mark}"
    with builds.new(name) as folder:
        with Writer(folder / "warehouse.duckdb") as writer:
            staging.load(writer, [(source, r) for source, found in plan.releases.items() for r in found])
            writer.finish()
            _check_keys(writer)
            counts = {name: writer.rows(f"SELECT COUNT(*) FROM {name}")[0][0] for name in tables.TABLE_BY_NAME}  # noqa: S608
        write_manifest(folder, _manifest(name, mark, plan, counts))
    return builds.get(name)


def _after(builds: Builds, now: datetime) -> str:
    """The time in a build's id: always later than the newest build's, so that a wrong clock changes no order."""
    time = f"{now:%Y%m%dT%H%M%S}{now.microsecond // 1000:03d}"
    newest = next((build.id.split("-")[0] for build in builds.all()), "")
    if time > newest or not re.fullmatch(r"\d{8}T\d{9}", newest):
        return time
    later = datetime.strptime(newest + "000", "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC) + timedelta(milliseconds=1)
    return f"{later:%Y%m%dT%H%M%S}{later.microsecond // 1000:03d}"


def _check_keys(writer: Writer) -> None:
    """Every table's key names one row."""
    for table in tables.TABLES:
        key = ", ".join(table.key)
        twice = writer.rows(f"SELECT {key}, COUNT(*) FROM {table.name} GROUP BY {key} HAVING COUNT(*) > 1 LIMIT 1")  # noqa: S608
        if twice:
            found = ", ".join(map(str, twice[0]))
            raise BuildRefused(f"table {table.name}: found more than one row for ({found}); expected one. Report this.")


def losses(before: Build | None, releases: Releases) -> list[tuple[str, str]]:
    """(source, release) pairs that the build before shows and the new one would not."""
    now = {(source, r.parsed.key) for source, found in releases.items() for r in found if r.current}
    shown = {(f["source"], f["release"]) for f in (before.manifest["files"] if before else []) if f["current"]}
    return sorted(shown - now)


def _manifest(name: str, mark: str, plan: Plan, counts: dict[str, int]) -> dict[str, Any]:
    return {
        "build": name,
        "mode": plan.mode,
        "refresh_id": plan.refresh_id,
        "created_at": plan.now.isoformat(timespec="seconds"),
        "schema_version": tables.SCHEMA_VERSION,
        "fingerprint": mark,
        "reading": reading(),
        "rows": counts,
        "files": [
            {
                "source": source,
                "sha256": r.snapshot.sha256,
                "release": r.parsed.key,
                "current": r.current,
                "file_name": r.snapshot.file.name,
                "url": r.snapshot.provenance["url"],
            }
            for source, found in plan.releases.items()
            for r in found
        ],
    }
