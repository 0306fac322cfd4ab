"""One refresh, or one upload, of the same data at a time: a lock on a file in its folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AnotherIsRunning(Exception):
    """Another refresh of the same data is under way."""


@contextmanager
def only_one(root: Path) -> Iterator[None]:
    """Hold the lock of a root; raises AnotherIsRunning when another process holds it."""
    root.mkdir(parents=True, exist_ok=True)
    with open(root / "refresh.lock", "w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherIsRunning(f"another refresh of {root.name} data is running") from None
        lock.write(f"{os.getpid()}\n")
        lock.flush()
        yield
