"""Which files' facts are taken over from the build before: those that would come out exactly as they stand there.

The rows of a file depend on its bytes, on how it is read, on the code, on what the list of files says of it, and on a
few words of other files: the area codes of the councils that it names and the boards of the providers. The mark of a
file is the hash of all that, so equal marks mean equal rows. A build that is not as it was written gives nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from domain import organisations
from etl import made_by
from etl.names import Names
from etl.selection import Every, Release
from etl.sitrep.facts import PLACES
from warehouse.builds import Builds

MARKS, INPUTS = "marks", "inputs"  # of the files and of the marts, in a build's manifest
SnapshotKey = tuple[str, str]  # source and id of the snapshot


@dataclass(frozen=True)
class Before:
    """The build before: its warehouse file, the files whose facts are taken over, and what its marts were made of."""

    file: Path | None = None
    carried: frozenset[SnapshotKey] = field(default_factory=frozenset)
    inputs: Mapping[str, str] = field(default_factory=dict)

    def lacks(self, every: Every) -> list[tuple[str, Release]]:
        """The releases whose facts must be written anew."""
        return [(source, release) for source, release in every if (source, release.snapshot.id) not in self.carried]


def before(builds: Builds, marks: Mapping[SnapshotKey, str]) -> Before:
    """What can be taken over from the build that is served."""
    served = builds.usable()
    held = served.manifest.get(MARKS, {}) if served else {}
    carried = frozenset(file for file, mark in marks.items() if held.get(" ".join(file)) == mark)
    if served is None or not carried or not builds.whole(served):
        return Before()
    return Before(served.file, carried, served.manifest.get(INPUTS, {}))


def marks(every: Every, names: Names) -> dict[SnapshotKey, str]:
    """The mark of every file."""
    made = made_by.everything()
    return {(source, release.snapshot.id): _mark(made, source, release, names) for source, release in every}


def as_json(found: Mapping[SnapshotKey, str]) -> dict[str, str]:
    """Marks for a manifest."""
    return {" ".join(file): mark for file, mark in found.items()}


def _mark(made: str, source: str, release: Release, names: Names) -> str:
    parsed, month = release.parsed, release.parsed.key
    said = (parsed.key, parsed.start, parsed.end, parsed.series, release.vintage, release.revised)
    councils = [(*asked, *names.council(*asked, month)) for asked in sorted(parsed.asked)]
    boards = list(_boards(release, names.boards))
    told = json.dumps([made, source, release.snapshot.sha256, *map(str, said), councils, boards])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _boards(release: Release, boards: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The board of every provider that a discharge report names: it says how many providers stand behind a board."""
    places = release.parsed.tables.get(PLACES)
    if places is None:
        return
    for kind, code in zip(places["area_type"], places["area_code"], strict=True):
        if kind == organisations.PROVIDER:
            yield code, boards.get(code, "")
