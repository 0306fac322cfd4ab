"""What became of each file that is held: in use, kept beside another version, another publication, or refused."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain import periods
from domain.listed import FAILED, LOADED, OLDER, OTHER, REFUSED
from etl.problems import Message
from etl.reading import Outcome
from etl.selection import Release
from etl.snapshot import Snapshot

NOT_USED = "it was read and is not used: look at what the refresh says of it"


@dataclass(frozen=True)
class Fate:
    """The outcome for a file, the release it stands for, and the words that tell why."""

    outcome: str
    release: str = ""
    words: str = ""


Fates = dict[tuple[str, str], Fate]  # (source, sha256) to what became of the file


def of(
    held: Mapping[str, Sequence[Snapshot]],
    chosen: Mapping[str, Sequence[Release]],
    read: Mapping[tuple[str, str], Outcome],
    messages: Iterable[tuple[str, Message]],
) -> Fates:
    """The fate of every file that is held, after reading and choosing, and after what was said of them."""
    said = {(source, message.about): message.text for source, message in messages if message.level == "error"}
    found: Fates = {}
    for source, snapshots in held.items():
        usable = {release.snapshot.sha256: release for release in chosen.get(source, ())}
        speaks = {release.parsed.key: release for release in chosen.get(source, ()) if release.current}
        for snapshot in snapshots:
            told = said.get((source, snapshot.file.name), "")
            release = usable.get(snapshot.sha256)
            if release is None:
                found[source, snapshot.sha256] = _unread(read[source, snapshot.sha256], told)
            else:
                found[source, snapshot.sha256] = _read(release, speaks.get(release.parsed.key), told)
    return found


def _unread(outcome: Outcome, told: str) -> Fate:
    if outcome.other:
        return Fate(OTHER, words=f"told by its contents: {outcome.other}")
    if outcome.spoilt:
        return Fate(FAILED, words="the copy held was damaged on the disk; it is fetched again at the next refresh")
    return Fate(REFUSED, words=outcome.refused or told or NOT_USED)


def _read(release: Release, speaks: Release | None, told: str) -> Fate:
    key = release.parsed.key
    if release.current:
        return Fate(LOADED, key)
    if told or speaks is None:
        return Fate(REFUSED, key, told or NOT_USED)
    words = f"{speaks.snapshot.file.name}, issued {periods.day_label(speaks.vintage)}, is in use"
    return Fate(OLDER, key, words)


def as_rows(fates: Fates) -> list[tuple[str, ...]]:
    """Fates as plain rows, for a note on the disk."""
    return [(*file, fate.outcome, fate.release, fate.words) for file, fate in fates.items()]


def from_rows(rows: Sequence[Sequence[str]]) -> Fates:
    """Fates of a note."""
    return {(source, sha256): Fate(*fate) for source, sha256, *fate in rows}
