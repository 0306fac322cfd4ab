"""From releases to a new warehouse: columns to tables, then marts, then checks against the build before.

A build is a pure function of the files used, the layouts, the code and the schema version, whether their facts are
written anew or taken over from the build before (``carrying``).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from etl import carrying, mart_inputs, names, staging
from etl.carrying import Before
from etl.made_by import fingerprint, reading
from etl.selection import Every, Release
from etl.source import Parsed
from warehouse import tables
from warehouse.builds import Build, Builds, write_manifest
from warehouse.engines.duckdb import EngineError, Writer

Releases = Mapping[str, Sequence[Release]]  # source id to its usable releases


@dataclass(frozen=True)
class Plan:
    """What a build is made of and for: kind of data, refresh it belongs to, when, and the releases.

    with_facts: what a file holds, for releases whose facts were left out and are not in the build before.
    anew: take nothing over from the build before.
    """

    mode: str
    refresh_id: str
    now: datetime
    releases: Releases
    with_facts: Callable[[Sequence[Release]], Sequence[Parsed]] = lambda releases: [one.parsed for one in releases]
    anew: bool = False


def used(releases: Releases) -> list[tuple[str, str]]:
    """(source, sha256) of every release, with the current ones told apart."""
    return [
        (source, ("*" if r.current else "") + r.snapshot.sha256) for source, found in releases.items() for r in found
    ]


class BuildRefused(Exception):
    """A new build must not be published: what is wrong with it, and what to do."""


def write(builds: Builds, plan: Plan) -> Build:
    """Write a new build (not yet published) and return it; raises BuildRefused when its keys are not unique."""
    every = [(source, release) for source, found in plan.releases.items() for release in found]
    known = names.learnt(every)
    marks = carrying.marks(every, known)
    before = Before() if plan.anew else carrying.before(builds, marks)
    mark = fingerprint(used(plan.releases))
    name = f"{_after(builds, plan.now.astimezone(UTC))}-{mark}"

    def make(before: Before) -> None:
        held = _with_facts(plan, every, before)
        with builds.new(name) as folder:
            with Writer(folder / "warehouse.duckdb", onto=before.file) as writer:
                staging.load(writer, held, known, before)
                writer.complete()
                inputs = mart_inputs.of(writer, marks, [r.snapshot for _, r in every if r.current])
                writer.finish(unchanged=[one for one, made_of in inputs.items() if before.inputs.get(one) == made_of])
                _check_keys(writer)
                counts = {one: writer.rows(f"SELECT COUNT(*) FROM {one}")[0][0] for one in tables.TABLE_BY_NAME}  # noqa: S608
            said = _manifest(name, mark, plan, counts)
            write_manifest(folder, {**said, carrying.MARKS: carrying.as_json(marks), carrying.INPUTS: inputs})

    try:
        make(before)
    except EngineError:  # whatever is wrong with the build before: nothing of it is needed
        if before.file is None:
            raise
        make(Before())
    return builds.get(name)


def _with_facts(plan: Plan, every: Every, before: Before) -> Every:
    """The releases, with the facts of all that the build before does not give; raises BuildRefused without them."""
    lacking = [release for _, release in before.lacks(every) if release.parsed.left_out]
    found = {id(release): parsed for release, parsed in zip(lacking, plan.with_facts(lacking), strict=True)}
    if still := [one.snapshot.file.name for one in lacking if found[id(one)].left_out]:
        raise BuildRefused(f"{still[0]} has no facts to build from. Report this.")
    return [(source, replace(one, parsed=found.get(id(one), one.parsed))) for source, one in every]


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
