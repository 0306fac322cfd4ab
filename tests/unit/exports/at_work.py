"""A copy of the demonstration with an empty shelf, and jobs on it: waiting for them, and finding their process."""

import contextlib
import os
import shutil
import signal
import time
from pathlib import Path

from exports import counter
from exports.jobs import desk
from warehouse.reader import Reader

PATIENCE = 90  # seconds after which a test gives up waiting; nothing is asserted about time


def copied(demo_root, folder):
    """A view of a copy."""
    return Reader(shutil.copytree(demo_root, folder / "demo")).view()


def until(true, what):
    end = time.monotonic() + PATIENCE
    while not (found := true()):
        assert time.monotonic() < end, what
        time.sleep(0.005)
    return found


def ended(view):
    """The last job, once it has ended."""
    return until(
        lambda: (job := counter.state(view)) and job.state not in ("running", "stopping") and job, "it never ended"
    )


def processes(out) -> list[int]:
    """Processes that make packs for a shelf."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (folder / "cmdline").read_bytes().split(b"\0")
            if b"exports.jobs" in words and str(out).encode() in words:
                found.append(int(folder.name))
    return found


def held(out, *, packs) -> int:
    """The process of a job, stopped where it stands when at least some packs are there (SIGCONT lets it go on)."""
    until(lambda: len(list(out.glob("[!.]*/manifest.json"))) >= packs, "no pack was made")
    (number,) = processes(out)
    os.kill(number, signal.SIGSTOP)
    until(lambda: _stands(number), "it was never stopped")
    assert desk.look(out).state == "running"
    return number


def end(out) -> None:
    """End what makes packs for a shelf, stopped or not, so that the next test finds none."""
    for number in processes(out):
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)


def _stands(number: int) -> bool:
    """Whether every thread of a process is stopped: only then does it write nothing more."""
    states = [(task / "stat").read_text().rpartition(") ")[2][0] for task in Path(f"/proc/{number}/task").iterdir()]
    return set(states) == {"T"}
