"""Hands out the current build for reading; opens the next one when the pointer moves.

A ``View`` is one build, opened. A request asks for it once and uses it throughout, so that everything on a page
comes from the same build. The file is opened lazily in each process, never before a fork.
"""

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from config.settings import Mode, Sources
from warehouse.builds import Build, Builds
from warehouse.engines.duckdb import Database, EngineError


class View:
    """One build, opened read-only."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self._database = Database(build.file)
        self._fixed: dict[str, list[tuple[Any, ...]]] = {}

    @property
    def id(self) -> str:
        """Id of the build, for caches and for source lines."""
        return self.build.id

    @property
    def mode(self) -> str:
        """``live`` or ``demo``."""
        return str(self.build.manifest["mode"])

    def rows(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query of this room."""
        return self._database.rows(sql, parameters)

    def fixed(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of a short query that nearly every answer needs: asked once, since a build never changes."""
        if sql not in self._fixed:
            self._fixed[sql] = self.rows(sql)
        return self._fixed[sql]


class Reader:
    """The current build under a root, re-opened when the pointer names another one."""

    def __init__(self, root: Path) -> None:
        self.builds = Builds(root)
        self._view: View | None = None
        self._stamp: tuple[int, int] | None = None
        self._lock = threading.Lock()

    def view(self) -> View | None:
        """The current build, or None when there is none yet."""
        stamp = self._pointer_stamp()
        if stamp != self._stamp or (self._view is None and stamp):
            with self._lock:
                if stamp != self._stamp:
                    self._open(stamp)
        return self._view

    def _pointer_stamp(self) -> tuple[int, int] | None:
        try:
            stat = self.builds.pointer.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_ino

    def _open(self, stamp: tuple[int, int] | None) -> None:
        """Open what the pointer names; the view before lives on until its last request lets it go."""
        build = self.builds.usable()
        if build is None:
            self._view = None
        elif self._view is None or build.id != self._view.id:
            try:
                self._view = View(build)
            except EngineError:  # a damaged file: the next refresh makes it anew
                self._view = None
        self._stamp = stamp


def where(data_dir: Path, sources: Sources) -> Mode:
    """Which kind of data is served: ``live`` or ``demo`` as set, and for ``auto`` live where there is a build."""
    if sources != "auto":
        return sources
    return "live" if Builds(data_dir / "live").usable() else "demo"
