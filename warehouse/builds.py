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

from warehouse import whole
from warehouse.schema import NATIONAL, Schema

POINTER, FILE, MANIFEST, STATUS = "CURRENT", "warehouse.duckdb", "manifest.json", "refresh.json"
ROLLED_BACK = "rollback.json"
NEEDED = {"build", "mode", "fingerprint", "schema_version", "created_at", "rows", "files"}


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
    """The builds of one kind under one root (live or demonstration)."""

    def __init__(self, root: Path, schema: Schema = NATIONAL) -> None:
        self.root, self.folder, self.schema = root, root / "builds", schema

    @property
    def pointer(self) -> Path:
        """The file that names the current build."""
        return self.root / POINTER

    def current_id(self) -> str | None:
        """Id of the build that is served, or None."""
        try:
            return self.pointer.read_text("utf-8").strip() or None
        except (OSError, ValueError):
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
        return build if build and build.manifest.get("schema_version") == self.schema.version else None

    def get(self, name: str) -> Build:
        """A build by id; raises NoSuchBuild, also for one whose manifest cannot be read."""
        folder = self.folder / name
        if name and "/" not in name and not name.startswith(".") and (folder / FILE).is_file():
            with contextlib.suppress(OSError, ValueError):
                manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
                if isinstance(manifest, dict) and manifest.keys() >= NEEDED:
                    return Build(name, folder, manifest)
        raise NoSuchBuild(f"there is no build '{name}'; 'python -m etl builds' lists those that are kept")

    def whole(self, build: Build) -> bool:
        """Whether a build's file is as it was written."""
        return whole.is_whole(build.file, build.manifest, self.schema)

    def best(self) -> Build | None:
        """The build that is served; where that one is damaged, the newest other one that is whole."""
        served, name = self.usable(), self.current_id()
        if served and self.whole(served):
            return served
        damaged = served or (name and "/" not in name and self.current() is None and (self.folder / name).is_dir())
        others = [one for one in self.all() if one.id != name and one.manifest["schema_version"] == self.schema.version]
        return next((one for one in others if self.whole(one)), None) if damaged else None

    def all(self) -> list[Build]:
        """Every build that is kept and can be read, newest first."""
        kept = []
        for folder in sorted(self.folder.glob("[!.]*"), reverse=True):
            with contextlib.suppress(NoSuchBuild):
                kept.append(self.get(folder.name))
        return kept

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
        """Remove what an interrupted run left half written, and a served build whose file is damaged."""
        for half in self.root.glob(".*-*"):
            if half.is_file():  # a small file that was about to replace another one
                half.unlink(missing_ok=True)
        kept, served = {build.folder for build in self.all()}, self.usable()
        if served and not self.whole(served):
            kept.discard(served.folder)
        for folder in self.folder.glob("*"):
            if folder not in kept:
                shutil.rmtree(folder, ignore_errors=True)

    def went_back_from(self, name: str) -> bool:
        """Whether a person rolled back from this build to an earlier one, and wants it to stay so."""
        return self.read_note(ROLLED_BACK).get("from") == name

    def roll_back(self, name: str) -> None:
        """Serve an earlier build until there is something newer than today's newest; raises NoSuchBuild."""
        if not self.whole(self.get(name)):
            raise NoSuchBuild(f"the file of build '{name}' is damaged; 'python -m etl builds' lists the others")
        self.publish(name)
        newest = self.all()[0].id
        self.write_note(ROLLED_BACK, {"from": newest if newest != name else "", "to": name})

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
    """Write a build's manifest into its folder, with the size and the sha256 of its file."""
    marked = {**manifest, **(whole.mark(folder / FILE) if (folder / FILE).is_file() else {})}
    (folder / MANIFEST).write_text(json.dumps(marked, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


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
