"""The processes the launcher starts: each leads a group of its own, so that Ctrl-C reaches the launcher alone.

A terminal sends Ctrl-C to everything in its foreground group. Web workers that hear it twice, once from the
terminal and once from their master, can wait for themselves for ever.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from types import FrameType

PATIENCE = 10  # seconds children have to end by themselves
Child = subprocess.Popen[bytes]


class Stopped(Exception):
    """The launcher was asked to end."""


class Children:
    """Everything that was started, and the request to stop it."""

    def __init__(self) -> None:
        self._all: list[Child] = []
        self._asked = self._starting = False

    def listen(self) -> None:
        """Ctrl-C, a closed terminal and SIGTERM raise Stopped, once."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)

    def _stop(self, _: int, __: FrameType | None) -> None:
        if not self._asked:
            self._asked = True
            if not self._starting:
                raise Stopped

    def start(self, arguments: list[str], environment: dict[str, str]) -> Child:
        """Start this interpreter with some arguments; a stop that comes meanwhile waits until the child is known."""
        self._starting = True
        try:
            child = subprocess.Popen(
                [sys.executable, *arguments],
                env={**os.environ, **environment},
                stdin=subprocess.DEVNULL,
                process_group=0,
            )
            self._all.append(child)
        finally:
            self._starting = False
        if self._asked:
            raise Stopped
        return child

    def end(self) -> None:
        """Ask every child that still runs to end, wait, and kill what is left of their groups."""
        self._asked = True
        for child in self._all:
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        for child in self._all:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(timeout=max(0.1, until - time.monotonic()))
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
