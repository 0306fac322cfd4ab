"""Hands out the current builds for reading; opens the next ones when a pointer moves.

A ``View`` is one national build and, where a place has uploaded, one local build, opened side by side. A request
asks for it once and uses it throughout, so that everything on a page comes from the same builds. Files are opened
lazily in each process, never before a fork.
"""

import threading
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from domain.vintages import CURRENT, Vintage
from warehouse import vintages
from warehouse.builds import Build, Builds
from warehouse.engines.duckdb import Database, EngineError, mart
from warehouse.schema import LOCAL, NATIONAL

if TYPE_CHECKING:
    from config.settings import Mode, Sources

LOCAL_FOLDER = "local"  # below the root of one kind of data
Stamp = tuple[tuple[int, int] | None, tuple[int, int] | None]


class View:
    """One national build, and the local build beside it where there is one, opened read-only."""

    vintage = CURRENT

    def __init__(self, build: Build, local: Build | None = None) -> None:
        self.build, self.local = build, local
        files = {vintages.BASE: build.file} | ({LOCAL.name: local.file} if local else {})
        self._database = Database(files)
        self._fixed: dict[str, list[tuple[Any, ...]]] = {}
        self._schema = vintages.BASE
        self._made: set[str] = set()
        self._lock = threading.Lock()

    def at(self, vintage: Vintage) -> "View":
        """The same builds with national figures in another version; what places uploaded is as it is."""
        if vintage == self.vintage:
            return self
        other = copy(self)
        other.vintage = vintage
        other._schema = self._defined(self._normal(vintage))
        return other

    def _normal(self, vintage: Vintage) -> Vintage:
        """Days between two issues are one version: the latest day up to it on which anything changed."""
        if not vintage.day:
            return vintage
        days = sorted(row[0] for row in self._database.rows(vintages.ISSUES) if row[0])
        before = [day for day in days if day <= vintage.day]
        return replace(vintage, day=before[-1] if before else date.min.replace(year=1900))

    def _defined(self, vintage: Vintage) -> str:
        """Name of the schema of a version, made when it is asked for the first time."""
        if vintage.is_final:
            return vintages.BASE
        name = vintages.schema(vintage)
        with self._lock:
            if name not in self._made:
                self._database.define(name, vintages.views(vintage, {one: mart(one) for one in NATIONAL.marts}))
                self._made.add(name)
        return name

    @property
    def id(self) -> str:
        """Id of the national build, for source lines."""
        return self.build.id

    @property
    def key(self) -> str:
        """What tells this pair of builds, and the version of their figures, from every other, for caches."""
        both = self.both
        return both if self.vintage.is_final else f"{both}@{self.vintage.text}"

    @property
    def both(self) -> str:
        """Ids of the builds: the national one, and the local one where there is one."""
        return f"{self.build.id}+{self.local.id}" if self.local else self.build.id

    @property
    def mode(self) -> str:
        """``live`` or ``demo``."""
        return str(self.build.manifest["mode"])

    def rows(self, sql: str, parameters: Mapping[str, Any] | Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Rows of a query of this room."""
        return self._database.rows(self._asked(sql), parameters)

    def fixed(self, sql: str) -> list[tuple[Any, ...]]:
        """Rows of a short query that nearly every answer needs: asked once, since a build never changes."""
        asked = self._asked(sql)
        if asked not in self._fixed:
            self._fixed[asked] = self._database.rows(asked)
        return self._fixed[asked]

    def _asked(self, sql: str) -> str:
        return sql if self._schema == vintages.BASE else sql.replace(f"{vintages.BASE}.", f"{self._schema}.")


class Reader:
    """The current builds under a root, re-opened when a pointer names another one."""

    def __init__(self, root: Path) -> None:
        self.builds, self.local = Builds(root), local_builds(root)
        self._view: View | None = None
        self._stamp: Stamp = (None, None)
        self._lock = threading.Lock()

    def view(self) -> View | None:
        """The current build, or None when there is none yet."""
        stamp = (_stamp(self.builds), _stamp(self.local))
        if stamp != self._stamp or (self._view is None and stamp[0]):
            with self._lock:
                if stamp != self._stamp:
                    self._open(stamp)
        return self._view

    def _open(self, stamp: Stamp) -> None:
        """Open what the pointers name, or what stands in for it; the view before lives on until it is let go."""
        build, local = self.builds.best(), self.local.usable()
        local = local if local and self.local.whole(local) else None
        if build is None:
            self._view = None
        elif self._view is None or (build, local) != (self._view.build, self._view.local):
            self._view = _view(build, local)
        self._stamp = stamp


def local_builds(root: Path) -> Builds:
    """The local builds of one kind of data."""
    return Builds(root / LOCAL_FOLDER, LOCAL)


def _stamp(builds: Builds) -> tuple[int, int] | None:
    try:
        stat = builds.pointer.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_ino


def _view(build: Build, local: Build | None) -> View | None:
    """A view; without the local build where its file is damaged, and none where the national one is."""
    for beside in [local, None] if local else [None]:
        try:
            return View(build, beside)
        except EngineError:  # a damaged file: the next refresh or upload makes it anew
            continue
    return None


def where(data_dir: Path, sources: "Sources") -> "Mode":
    """Which kind of data is served: ``live`` or ``demo`` as set, and for ``auto`` live where there is a build."""
    if sources != "auto":
        return sources
    return "live" if Builds(data_dir / "live").usable() else "demo"
