"""Short hashes of what a result depends on besides the files: how they are read, and the code that does it."""

import functools
import hashlib
from collections.abc import Iterable
from pathlib import Path

from etl import corrections, layout
from etl.sources import SOURCES
from warehouse import tables

ROOMS = ("domain", "etl", "warehouse")  # whose code decides what stands in a build


def reading() -> str:
    """Short hash of how files are read: the schema version, the layouts and the reviewed corrections."""
    digest = hashlib.sha256(str(tables.SCHEMA_VERSION).encode())
    for source in SOURCES:
        digest.update((layout.FOLDER / f"{source.id}.csv").read_bytes())
    for file in corrections.files():
        digest.update(file.read_bytes())
    return digest.hexdigest()[:8]


def fingerprint(used: Iterable[tuple[str, str]]) -> str:
    """Short hash of the (source, sha256) pairs used, the layouts and the schema version."""
    digest = hashlib.sha256(reading().encode())
    for pair in sorted(used):
        digest.update(" ".join(pair).encode())
    return digest.hexdigest()[:8]


def everything() -> str:
    """Hash of how files are read and of the code that reads them and writes builds."""
    return f"{reading()}-{_code()}"


@functools.cache
def _code() -> str:
    digest = hashlib.sha256()
    root = Path(__file__).parent.parent
    for room in ROOMS:
        for file in sorted(file for kind in ("*.py", "*.sql") for file in (root / room).rglob(kind)):
            digest.update(f"{file.relative_to(root)}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:16]
