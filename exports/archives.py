"""Packs as one file to take away: a pack, or every pack of a month; the same bytes for the same packs.

An archive lies beside the packs under a hidden name and is written into place in one step, a part at a time. What
is put into it is compared with the manifest, so that a pack which is being written is never taken half old, half new.
"""

import hashlib
import json
import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from exports import manifest
from exports.library import Kept
from exports.manifest import MANIFEST

EPOCH = (1980, 1, 1, 0, 0, 0)
STORED = (".xlsx",)  # is compressed already


class Damaged(OSError):
    """A pack's files are not those of its manifest."""


class Month(NamedTuple):
    """Every pack of a month and build as one file."""

    month: str
    build: str
    packs: int
    bytes: int


def one(kept: Kept) -> Path:
    """A pack as one file beside its folder, with the manifest's fingerprint as its comment; raises OSError."""
    stamp, file = _stamp(kept), zip_of(kept.path)
    if not _stamped(file, stamp):
        with _new(file) as archive:
            archive.comment = stamp.encode()
            _add(archive, kept, "")
    return file


def zip_of(folder: Path) -> Path:
    """Where the archive of a pack lies."""
    return folder.parent / f".{folder.name}.zip"


def month_file(out: Path, month: str) -> Path:
    """Where the archive of every pack of a month lies."""
    return out / f".all-{month}.zip"


def whole_month(out: Path, month: str, build: str, packs: Sequence[Kept]) -> Path:
    """Every pack of a month as one file, each in a folder of its own; raises OSError."""
    file, stamp = month_file(out, month), hashlib.sha256("".join(_stamp(kept) for kept in packs).encode()).hexdigest()
    said = json.dumps({"month": month, "build": build, "packs": len(packs), "stamp": stamp}).encode()
    if not _stamped(file, said.decode()):
        with _new(file) as archive:
            archive.comment = said
            for kept in packs:
                _add(archive, kept, f"all-{month}/")
    return file


def months(out: Path) -> tuple[Month, ...]:
    """The archives of whole months that are there, newest month first."""
    found = [month for file in out.glob(".all-*.zip") if (month := _month(file))]
    return tuple(sorted(found, reverse=True))


def _month(file: Path) -> Month | None:
    try:
        with zipfile.ZipFile(file) as archive:
            said = json.loads(archive.comment)
        return Month(str(said["month"]), str(said["build"]), int(said["packs"]), file.stat().st_size)
    except (OSError, zipfile.BadZipFile, ValueError, KeyError, TypeError):
        return None


def _stamp(kept: Kept) -> str:
    return hashlib.sha256((kept.path / MANIFEST).read_bytes()).hexdigest()


def _stamped(file: Path, stamp: str) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.comment == stamp.encode()
    except (OSError, zipfile.BadZipFile):
        return False


@contextmanager
def _new(file: Path) -> Iterator[zipfile.ZipFile]:
    """An archive that takes a file's place only when it is whole."""
    handle, name = tempfile.mkstemp(prefix=f"{file.name}-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            yield archive
        Path(name).chmod(0o644)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)


def _add(archive: zipfile.ZipFile, kept: Kept, above: str) -> None:
    """The files of a pack in the order of their names, without a date; raises Damaged."""
    content = manifest.read(kept.path)
    for name, sha256 in _named(content["files"]):
        data = (kept.path / name).read_bytes()
        if sha256 and hashlib.sha256(data).hexdigest() != sha256:
            raise Damaged(f"{kept.path / name} is not the file that its manifest names")
        entry = zipfile.ZipInfo(f"{above}{kept.path.name}/{name}", EPOCH)
        entry.external_attr = 0o644 << 16
        entry.compress_type = zipfile.ZIP_STORED if name.endswith(STORED) else zipfile.ZIP_DEFLATED
        archive.writestr(entry, data)


def _named(files: Iterable[dict[str, str]]) -> list[tuple[str, str]]:
    """Names of a pack's files with their fingerprints, the manifest among them without one."""
    return sorted([*((file["name"], file["sha256"]) for file in files), (MANIFEST, "")])
