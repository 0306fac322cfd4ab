"""Real processes of the product, each in a session of its own and marked, so that all it starts can be found."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.shared import ROOT

PATIENCE = 60  # seconds after which a test gives up waiting; nothing is asserted about time


@dataclass
class Started:
    """A process, where its output goes, and the mark in the environment of all that it starts."""

    process: subprocess.Popen
    output: Path
    mark: bytes

    @property
    def said(self) -> str:
        return self.output.read_text("utf-8", "replace")

    def wait(self) -> int:
        return self.process.wait(PATIENCE)

    def members(self) -> dict[int, str]:
        """Everything alive that was started by it, in whatever session: process id to command line."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if self.mark in (folder / "environ").read_bytes().split(b"\0"):
                    found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        return found

    def send(self, number: signal.Signals) -> None:
        """A signal to the process alone."""
        self.process.send_signal(number)

    def ctrl_c(self) -> None:
        """What a terminal does: SIGINT to the whole group in front."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGINT)

    def end(self) -> None:
        """End everything that is left."""
        while left := self.members():
            for number in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
            time.sleep(0.01)
        self.process.wait(PATIENCE)


@contextmanager
def started(output: Path, *arguments: str, **environment: object) -> Iterator[Started]:
    """``python ARGUMENTS`` in the repository with some settings; whatever is left of it is ended afterwards."""
    settings = {name: str(value) for name, value in environment.items()} | {"STARTED_BY_TEST": uuid.uuid4().hex}
    with open(output, "wb") as out:
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **settings},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    one = Started(process, output, f"STARTED_BY_TEST={settings['STARTED_BY_TEST']}".encode())
    try:
        yield one
    finally:
        one.end()


def eventually(look: Callable[[], object], what: str, seconds: float = PATIENCE):
    """What ``look`` gives as soon as that is something; fails after a long while."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found := look():
            return found
        time.sleep(0.02)
    raise AssertionError(f"{what}: still not so after {seconds} s")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
