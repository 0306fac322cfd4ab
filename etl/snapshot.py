"""The raw store: every file ever fetched, under the sha256 of its bytes, with readable provenance.

``raw/<source>/<sha256>/<file name>`` holds the bytes, ``provenance.json`` beside it says where they came from.
Bytes are never edited or removed. ``ledger.json`` of a source remembers what each address last answered, for
conditional requests.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from etl.fetch import Fetched
from etl.source import Candidate, Parsed, Source

PROVENANCE = "provenance.json"


@dataclass(frozen=True)
class Snapshot:
    """Bytes that are kept: whose, where they lie, and where they came from."""

    source: str
    sha256: str
    file: Path
    provenance: dict[str, Any]

    @property
    def id(self) -> str:
        """Short name of a snapshot in tables and on pages."""
        return self.sha256[:16]

    @property
    def retrieved_at(self) -> str:
        """When the bytes first arrived, ISO text in UTC."""
        return str(self.provenance["retrieved_at"])


class RawStore:
    """The raw files of one kind of data (live or demonstration)."""

    def __init__(self, root: Path) -> None:
        self.root = root / "raw"
        self._ledgers: dict[str, dict[str, dict[str, str]]] = {}

    def snapshots(self, source: str) -> list[Snapshot]:
        """Everything kept of a source, oldest retrieval first."""
        folders = [file.parent for file in (self.root / source).glob(f"[!.]*/{PROVENANCE}")]
        found = [snapshot for folder in folders if (snapshot := self.get(source, folder.name))]
        return sorted(found, key=lambda snapshot: (snapshot.retrieved_at, snapshot.sha256))

    def get(self, source: str, sha256: str) -> Snapshot | None:
        """One snapshot; None when it is not held, or not whole: then the file is fetched again."""
        folder = self.root / source / sha256
        try:
            provenance = json.loads((folder / PROVENANCE).read_text("utf-8"))
            snapshot = Snapshot(source, folder.name, folder / provenance["file_name"], provenance)
            datetime.fromisoformat(snapshot.retrieved_at)
            whole = snapshot.file.stat().st_size == provenance["bytes"] and bool(provenance["url"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return snapshot if whole and sha256 else None

    def discard(self, snapshot: Snapshot) -> None:
        """Put a copy out of the way whose bytes are no longer those that were fetched."""
        gone = snapshot.file.parent.with_name(f".new-damaged-{snapshot.sha256}")
        shutil.rmtree(gone, ignore_errors=True)
        snapshot.file.parent.replace(gone)
        shutil.rmtree(gone, ignore_errors=True)

    def put(self, source: Source, candidate: Candidate, fetched: Fetched, now: datetime) -> tuple[Snapshot, bool]:
        """Keep an answer's bytes; the snapshot, and whether it is new. Same bytes keep their first provenance."""
        if fetched.body is None:
            raise ValueError("nothing to keep: the publisher answered that nothing changed")
        sha256 = hashlib.sha256(fetched.body).hexdigest()
        held = self.get(source.id, sha256)
        if held is None:
            self._write(self._provenance(source, candidate, fetched, sha256, now), fetched.body)
        elif candidate.url != held.provenance["url"] and candidate.url not in held.provenance.get("also_at", []):
            self.annotate(held, also_at=[*held.provenance.get("also_at", []), candidate.url])
        self.answered(source.id, candidate.url, sha256, fetched, now)
        kept = self.get(source.id, sha256)
        if kept is None:
            raise OSError(f"the file of {candidate.url} could not be kept in {self.root}")
        return kept, held is None

    def _provenance(
        self, source: Source, candidate: Candidate, fetched: Fetched, sha256: str, now: datetime
    ) -> dict[str, Any]:
        return {
            "source": source.id,
            "title": source.title,
            "publisher": source.publisher,
            "licence": source.licence,
            "url": fetched.url,
            "final_url": fetched.final_url,
            "link_text": candidate.text,
            "file_name": file_name(fetched.final_url),
            "retrieved_at": now.isoformat(timespec="seconds"),
            "published": None,
            "revised": None,
            "etag": fetched.etag,
            "last_modified": fetched.last_modified,
            "sha256": sha256,
            "bytes": len(fetched.body or b""),
        }

    def _write(self, provenance: dict[str, Any], body: bytes) -> None:
        """Write a folder beside its place and move it there, so that no half snapshot can be seen."""
        home = self.root / provenance["source"]
        home.mkdir(parents=True, exist_ok=True)
        with _new_folder(home) as folder:
            file = folder / provenance["file_name"]
            write_synced(file, body)
            file.chmod(0o444)
            write_synced(folder / PROVENANCE, _json(provenance))
            place = home / provenance["sha256"]
            shutil.rmtree(place, ignore_errors=True)  # only what an accident left there without its provenance
            folder.replace(place)

    def annotate(self, snapshot: Snapshot, **facts: Any) -> None:
        """Add what was learnt about a file to its provenance; nothing is written when it is known already."""
        merged = {**snapshot.provenance, **facts}
        if merged != snapshot.provenance:
            replace_file(snapshot.file.parent / PROVENANCE, _json(merged))
            snapshot.provenance.update(facts)

    def annotate_parsed(self, snapshot: Snapshot, parsed: Parsed) -> None:
        """Add what stands inside a file: release, period and dates of issue."""
        days = {
            name: day.isoformat() if day else None
            for name, day in (("published", parsed.published), ("revised", parsed.revised))
        }
        self.annotate(snapshot, release=parsed.key, period_start=parsed.start, period_end=parsed.end, **days)

    # -- the ledger: what each address last answered
    def ledger(self, source: str) -> dict[str, dict[str, str]]:
        """Address to the last answer: sha256, etag, last_modified, asked_at."""
        if source not in self._ledgers:
            file = self.root / source / "ledger.json"
            try:
                content = json.loads(file.read_text("utf-8"))
            except (OSError, ValueError):
                content = None  # lost or damaged: everything is asked for again, nothing else
            self._ledgers[source] = content if isinstance(content, dict) else {}
        return self._ledgers[source]

    def answered(self, source: str, url: str, sha256: str, fetched: Fetched, now: datetime) -> None:
        """Remember an answer in memory; ``save_ledger`` writes it."""
        tags = {"etag": fetched.etag, "last_modified": fetched.last_modified}
        self.ledger(source)[url] = {"sha256": sha256, **tags, "asked_at": now.isoformat(timespec="seconds")}

    def save_ledger(self, source: str) -> None:
        """Write the ledger of a source."""
        if self._ledgers.get(source):
            (self.root / source).mkdir(parents=True, exist_ok=True)
            replace_file(self.root / source / "ledger.json", _json(self._ledgers[source]))

    def fresh(self, source: str, candidate: Candidate, now: datetime) -> Snapshot | None:
        """The held copy of an address that need not be asked for again yet, else None."""
        last = self.ledger(source).get(candidate.url)
        if not last or not candidate.max_age:
            return None
        try:
            age = now - datetime.fromisoformat(last["asked_at"])
            young = timedelta(0) <= age < timedelta(days=candidate.max_age)  # asked in the future: by a wrong clock
        except (KeyError, ValueError, TypeError):
            return None
        return self.get(source, last["sha256"]) if young else None

    def right_clock(self, now: datetime) -> None:
        """What arrived in the future arrived by a wrong clock: it is dated anew, so that newer files outrank it."""
        for home in self.root.glob("*/"):
            for snapshot in self.snapshots(home.name):
                if datetime.fromisoformat(snapshot.retrieved_at) > now:
                    wrong = {"retrieved_by_wrong_clock": snapshot.retrieved_at}
                    self.annotate(snapshot, retrieved_at=now.isoformat(timespec="seconds"), **wrong)

    def sweep(self) -> None:
        """Remove what an interrupted run left half written."""
        for folder in self.root.glob("*/.new-*"):
            shutil.rmtree(folder, ignore_errors=True)
        for pattern in ("*/.ledger.json-*", f"*/*/.{PROVENANCE}-*"):
            for half in self.root.glob(pattern):
                half.unlink(missing_ok=True)


def file_name(url: str) -> str:
    """A safe file name from an address: its last path segment, without anything a file system minds."""
    name = unquote(urlsplit(url).path.rsplit("/", 1)[-1])
    return re.sub(r"[^A-Za-z0-9._-]+", "_", name).lstrip(".")[-120:] or "answer"


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True).encode() + b"\n"


@contextlib.contextmanager
def _new_folder(home: Path) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=".new-", dir=home))
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_synced(file: Path, body: bytes) -> None:
    """Write a file and make sure that it has reached the disk."""
    with open(file, "wb") as out:
        out.write(body)
        out.flush()
        os.fsync(out.fileno())


def replace_file(file: Path, body: bytes) -> None:
    """Replace a file in one step: readers see the old or the new, never a part."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        write_synced(temporary, body)
        temporary.chmod(0o644)
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
