"""Where builds lie, which one is current, and how the last refresh went.

``<root>/builds/<id>/warehouse.duckdb`` and ``manifest.json`` are written once and never changed. ``CURRENT``
names the build that is served and is replaced in one step, so readers never wait and never see half a build.
"""

import contextlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warehouse.tables import SCHEMA_VERSION

POINTER, FILE, MANIFEST, STATUS = "CURRENT", "warehouse.duckdb", "manifest.json", "refresh.json"


class NoSuchBuild(LookupError):
    """A build was named that is not there."""


@dataclass(frozen=True)
class Build:
    """One immutable build: its id, its folder and its manifest."""

    id: str
    folder: Path
    manifest: dict[str, Any]

    @property
    def file(self) -> Path:
        """The warehouse file."""
        return self.folder / FILE


class Builds:
    """The builds under one root (live or demonstration)."""

    def __init__(self, root: Path) -> None:
        self.root, self.folder = root, root / "builds"

    @property
    def pointer(self) -> Path:
        """The file that names the current build."""
        return self.root / POINTER

    def current_id(self) -> str | None:
        """Id of the build that is served, or None."""
        try:
            return self.pointer.read_text("utf-8").strip() or None
        except OSError:
            return None

    def current(self) -> Build | None:
        """The build that is served, or None when there is none."""
        name = self.current_id()
        with contextlib.suppress(NoSuchBuild):
            return self.get(name) if name else None
        return None

    def usable(self) -> Build | None:
        """The build that is served, or None when there is none that this version of the product can read."""
        build = self.current()
        return build if build and build.manifest.get("schema_version") == SCHEMA_VERSION else None

    def get(self, name: str) -> Build:
        """A build by id; raises NoSuchBuild."""
        folder = self.folder / name
        if not name or "/" in name or name.startswith(".") or not (folder / FILE).is_file():
            raise NoSuchBuild(f"there is no build '{name}'; 'python -m etl builds' lists those that are kept")
        return Build(name, folder, json.loads((folder / MANIFEST).read_text("utf-8")))

    def all(self) -> list[Build]:
        """Every build that is kept, newest first."""
        names = [
            folder.name
            for folder in self.folder.glob("[!.]*")
            if (folder / MANIFEST).is_file() and (folder / FILE).is_file()
        ]
        return [self.get(name) for name in sorted(names, reverse=True)]

    @contextlib.contextmanager
    def new(self, name: str) -> Iterator[Path]:
        """A folder to write a build into; it becomes visible under its id only when the block ends well."""
        self.folder.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=".new-", dir=self.folder))
        try:
            folder.chmod(0o755)
            yield folder
            for file in folder.iterdir():
                _sync(file)
            folder.replace(self.folder / name)
            _sync(self.folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def publish(self, name: str) -> None:
        """Point at a build; raises NoSuchBuild."""
        self.get(name)
        replace(self.pointer, (name + "\n").encode())
        _sync(self.root)

    def prune(self, *, keep: int, refresh_id: str = "") -> None:
        """Drop what a later build of the same refresh replaced, then all but the newest ``keep``."""
        kept, served = self.all(), self.current_id()
        earlier = [b for b in kept if refresh_id and b.manifest.get("refresh_id") == refresh_id][1:]
        rest = [build for build in kept if build not in earlier]
        for build in [*earlier, *rest[keep:]]:
            if build.id != served:
                self._drop(build)

    def _drop(self, build: Build) -> None:
        """Take a build out of sight in one step, then remove it; ``sweep`` finishes what is interrupted."""
        gone = self.folder / f".new-dropped-{build.id}"
        build.folder.replace(gone)
        shutil.rmtree(gone, ignore_errors=True)

    def sweep(self) -> None:
        """Remove what an interrupted run left half written."""
        for folder in self.folder.glob(".new-*"):
            shutil.rmtree(folder, ignore_errors=True)

    # -- how the last refresh went, for the terminal and for /data
    def status(self) -> dict[str, Any]:
        """State of the running or last refresh; empty when there was none."""
        return self.read_note(STATUS)

    def read_note(self, name: str) -> dict[str, Any]:
        """A small file of the root; empty when it is not there or damaged."""
        try:
            content = json.loads((self.root / name).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return content if isinstance(content, dict) else {}

    def write_note(self, name: str, content: dict[str, Any]) -> None:
        """Replace a small file of the root."""
        self.root.mkdir(parents=True, exist_ok=True)
        replace(self.root / name, json.dumps(content, ensure_ascii=False).encode())


def write_manifest(folder: Path, manifest: dict[str, Any]) -> None:
    """Write a build's manifest into its folder."""
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


def replace(file: Path, content: bytes) -> None:
    """Replace a small file in one step."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(file)
    finally:
        Path(name).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
