"""The build that a web process serves: set once at the start, asked for once a request."""

import os
from pathlib import Path

from warehouse.builds import Builds
from warehouse.queries.revised import CHANGES, LAST_PACK
from warehouse.reader import Reader, View

_reader: Reader | None = None


def serve(root: Path) -> None:
    """Serve the builds under a root from now on."""
    global _reader  # noqa: PLW0603 - the one piece of state of a web process
    _reader = Reader(root)


def view() -> View | None:
    """The current build, or None while there is none."""
    return _reader.view() if _reader else None


def builds() -> Builds | None:
    """The builds that are served, for freshness and progress."""
    return _reader.builds if _reader else None


def notes() -> str:
    """What tells the notes beside the builds apart that pages read: what changed, and the last pack."""
    if _reader is None:
        return ""
    files = (_reader.builds.root / name for name in (CHANGES, LAST_PACK))
    return " ".join(str(file.stat().st_mtime_ns) if file.exists() else "" for file in files)


def local() -> Builds | None:
    """The local builds that are served."""
    return _reader.local if _reader else None


def refreshing() -> bool:
    """Whether a refresh of the data that is served is running now."""
    if _reader is None:
        return False
    status = _reader.builds.status()
    return bool(status) and not status.get("finished_at") and alive(status.get("pid"))


def alive(pid: object) -> bool:
    """Whether a process of this machine is still there."""
    if not isinstance(pid, int) or pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
