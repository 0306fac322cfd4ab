"""What reading each file gave, kept without its facts, so that a file that is held is read once.

The facts themselves stand in the build before (``carrying``). What is kept goes with the note of what was read last
and with the layouts, the corrections and the code: with any other, everything is read again. Losing it costs time; a
sha256 tells when a letter of it is not what was written, as names of places come from here.
"""

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeGuard

from etl import made_by
from etl.reading import Outcome
from etl.sitrep.facts import SLOTS
from etl.snapshot import Snapshot
from etl.source import LeftOut, Parsed
from warehouse.builds import Builds

NOTE = "readings.json"
File = tuple[str, str]  # source and sha256
_DAYS = ("published", "revised")
_WORDS = ("key", "title", "start", "end", "series", "notes")


def keep(builds: Builds, seen: str, read: Mapping[File, Outcome]) -> None:
    """Keep what was read, for as long as ``seen`` is what was seen last; what cannot be kept stops nothing."""
    files = {" ".join(file): _written(outcome.parsed) for file, outcome in read.items() if _can_be_kept(outcome.parsed)}
    with contextlib.suppress(OSError, TypeError):  # a full disk, a cell of a kind that JSON does not know
        body = json.dumps(files, ensure_ascii=False)
        note = {"seen": seen, "made_by": made_by.everything(), "sha256": _sha256(body), "files": body}
        builds.write_note(NOTE, note)


def load(builds: Builds, seen: str) -> dict[File, Parsed]:
    """What was kept by file, without facts; nothing where files were read otherwise or something else was seen last."""
    note = builds.read_note(NOTE)
    if not seen or (note.get("seen"), note.get("made_by")) != (seen, made_by.everything()):
        return {}
    body = note.get("files")
    if not isinstance(body, str) or _sha256(body) != note.get("sha256"):  # damaged on the disk
        return {}
    named = ((name.partition(" "), row) for name, row in json.loads(body).items())
    return {(source, sha256): _read(row) for (source, _, sha256), row in named}


def is_intact(snapshot: Snapshot) -> bool:
    """Whether the bytes on the disk are those that were fetched."""
    try:
        with open(snapshot.file, "rb") as body:
            return hashlib.file_digest(body, "sha256").hexdigest() == snapshot.sha256
    except OSError:
        return False


def _sha256(body: str) -> str:
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()


def _can_be_kept(parsed: Parsed | None) -> TypeGuard[Parsed]:
    """What became of corrections is told with their cells: such files are read again."""
    return parsed is not None and not parsed.corrected


def without_facts(parsed: Parsed) -> Parsed:
    """The names in a file and everything else about it, but not its facts."""
    if parsed.left_out:
        return parsed
    facts = {name for name, columns in parsed.tables.items() if "value" in columns}
    rest = {name: columns for name, columns in parsed.tables.items() if name not in (*facts, SLOTS)}
    left = LeftOut(parsed.rows, tuple(sorted(parsed.asked))) if facts else None
    return replace(parsed, tables=rest, left_out=left)


def _written(parsed: Parsed) -> dict[str, Any]:
    kept = without_facts(parsed)
    days = {name: day.isoformat() if (day := getattr(kept, name)) else "" for name in _DAYS}
    left = {"rows": kept.left_out.rows, "asked": kept.left_out.asked} if kept.left_out else None
    return {**{name: getattr(kept, name) for name in _WORDS}, **days, "tables": kept.tables, "left_out": left}


def _read(row: dict[str, Any]) -> Parsed:
    days: dict[str, Any] = {name: date.fromisoformat(row[name]) if row[name] else None for name in _DAYS}
    words = {name: row[name] for name in _WORDS} | {"notes": tuple(row["notes"])}
    left = row["left_out"]
    if left:
        left = LeftOut(left["rows"], tuple((nhs, ons) for nhs, ons in left["asked"]))
    return Parsed(**words, **days, tables=row["tables"], left_out=left)
