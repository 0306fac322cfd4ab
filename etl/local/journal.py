"""Every accepted upload, kept for ever: its bytes, its rows, who and when. An undo is one more entry.

``local/uploads/<id>/`` holds the file as it came, ``rows.json`` and ``upload.json``; it appears in one step and is
never changed. ``undone.json`` beside them, once written, says when it was taken back. What was answered as
accepted is on the disk.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from domain.local.sheets import SHEET_BY_NAME
from etl.local.upload import About, Row, Rows, Upload
from warehouse.builds import replace
from warehouse.reader import LOCAL_FOLDER

ABOUT, ROWS, UNDONE = "upload.json", "rows.json", "undone.json"
STAMP = "%Y%m%dT%H%M%S%f"


class NoSuchUpload(LookupError):
    """An upload was named that is not there, or is taken back already."""


class Damaged(OSError):
    """An upload that is kept cannot be read: nothing is built without it, so that nothing is lost in silence."""


class Journal:
    """The uploads of one kind of data (live or demonstration)."""

    def __init__(self, root: Path) -> None:
        self.folder = root / LOCAL_FOLDER / "uploads"

    def all(self, place_id: str = "") -> list[Upload]:
        """Every upload, oldest first, of one place where one is named."""
        found = [self._read(folder) for folder in sorted(self.folder.glob("[!.]*"))]
        return [one for one in found if place_id in ("", one.about.place_id)]

    def accept(
        self,
        about: About,
        rows: Rows,
        *,
        file_name: str,
        data: bytes,
        now: datetime,
        counts: Mapping[str, int],
        dated: bool = False,
        adds: bool = False,
    ) -> Upload:
        """Keep an upload, after all others unless it is ``dated``; when this returns it is on the disk."""
        sha256 = hashlib.sha256(data).hexdigest()
        moment = now.astimezone(UTC) if dated else self._after_all(now.astimezone(UTC))
        name = f"{moment:{STAMP}}-{sha256[:8]}"
        upload = Upload(name, about, moment.isoformat(), Path(file_name).name, sha256, rows, counts, adds=adds)
        self._make()
        folder = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
        try:
            folder.chmod(0o755)
            said = {**asdict(upload), "rows": None}
            _write(folder / "file", data)
            _write(folder / ROWS, json.dumps(rows, ensure_ascii=False).encode())
            _write(folder / ABOUT, json.dumps(said, ensure_ascii=False, indent=1).encode())
            _sync(folder)
            folder.replace(self.folder / name)
            _sync(self.folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        return upload

    def undo(self, upload_id: str, now: datetime) -> Upload:
        """Take an upload back; its bytes stay. Raises NoSuchUpload."""
        upload = next((one for one in self.all() if one.id == upload_id and one.counting), None)
        if upload is None:
            raise NoSuchUpload(f"there is no upload '{upload_id}' that counts; 'python -m etl local list' names them")
        replace(self.folder / upload_id / UNDONE, json.dumps({"at": now.astimezone(UTC).isoformat()}).encode())
        _sync(self.folder / upload_id)
        return upload

    def file(self, upload_id: str) -> Path:
        """The bytes of an upload as they came."""
        return self.folder / upload_id / "file"

    def sweep(self) -> None:
        """Remove what an interrupted upload left half written."""
        for folder in self.folder.glob(".new-*"):
            shutil.rmtree(folder, ignore_errors=True)

    def _read(self, folder: Path) -> Upload:
        try:
            said: dict[str, Any] = json.loads((folder / ABOUT).read_text("utf-8"))
            rows = {
                name: tuple(_complete(name, row) for row in some)
                for name, some in json.loads((folder / ROWS).read_text("utf-8")).items()
                if name in SHEET_BY_NAME
            }
            about = said["about"]
            said["about"] = About(**{**about, "area_codes": tuple(about["area_codes"])})
            undone = folder / UNDONE
            at = json.loads(undone.read_text("utf-8"))["at"] if undone.exists() else ""
            return Upload(**{**said, "rows": rows, "undone_at": at})
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
            what = f"the upload {folder.name} cannot be read ({type(problem).__name__}); bring it back from a backup"
            raise Damaged(what) from None

    def _after_all(self, moment: datetime) -> datetime:
        """The moment, later than that of every upload kept: the order must hold when the clock was put back."""
        last = max((folder.name.split("-")[0] for folder in self.folder.glob("[!.]*")), default="")
        if f"{moment:{STAMP}}" > last:
            return moment
        return datetime.strptime(last, STAMP).replace(tzinfo=UTC) + timedelta(microseconds=1)

    def _make(self) -> None:
        """The folder, and its name in the folders above it on the disk."""
        missing = [one for one in (self.folder, *self.folder.parents) if not one.exists()]
        self.folder.mkdir(parents=True, exist_ok=True)
        for one in missing:
            _sync(one.parent)


def _complete(sheet: str, row: Row) -> Row:
    """A row with the fields of today's sheet: one that was declared since holds its default."""
    return {field.name: row.get(field.name, field.default) for field in SHEET_BY_NAME[sheet].fields}


def _write(file: Path, content: bytes) -> None:
    with open(file, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
