"""Starts the process that makes packs, looks how far it is, and asks it to stop; one job at a time for a shelf.

The lock of the job is taken here and handed to the process, which holds it until it ends, however it ends: so a
job that is not locked and not finished was cut short.
"""

import dataclasses
import fcntl
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

from exports.jobs import note
from exports.jobs.note import CUT_SHORT, FAILED, LOCK, RUNNING, STOPPING, Job

HERE = Path(__file__).resolve().parents[2]
TRIES, PAUSE = 5, 0.02  # a look at the lock holds it for an instant


class Busy(Exception):
    """Another job makes packs for the same shelf."""


def start(out: Path, root: Path, job: Job) -> None:
    """Start a job on the builds under ``root``; raises Busy, or OSError."""
    out.mkdir(parents=True, exist_ok=True)
    with open(out / LOCK, "a", encoding="utf-8") as lock:
        _take(lock)
        (out / note.STOP).unlink(missing_ok=True)
        note.write(out, job)
        try:
            child = _child(out, root, lock.fileno())
        except OSError as problem:
            why = f"Its process could not be started ({problem.strerror}). Try again in a moment."
            note.write(out, dataclasses.replace(job, state=FAILED, why=why))
            return
    threading.Thread(target=child.wait, daemon=True).start()  # so that no dead process is left


def _child(out: Path, root: Path, lock: int) -> subprocess.Popen[bytes]:
    """The process: it ends with the server, which is the parent of a web process."""
    places = [str(out.resolve()), str(root.resolve()), str(lock), str(os.getppid())]
    command = [sys.executable, "-m", "exports.jobs", *places]
    return subprocess.Popen(command, cwd=HERE, pass_fds=(lock,), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def _take(lock: IO[str]) -> None:
    for left in reversed(range(TRIES)):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not left:
                raise Busy from None
            time.sleep(PAUSE)
        else:
            return


def look(out: Path) -> Job | None:
    """The running or last job, as it is now; None when there was none."""
    job = note.read(out)
    if job is None or job.state != RUNNING:
        return job
    if _locked(out):
        return dataclasses.replace(job, state=STOPPING) if note.asked_to_stop(out, job) else job
    again = note.read(out)  # it may have ended between the two looks
    return again if again != job else dataclasses.replace(job, state=CUT_SHORT)


def _locked(out: Path) -> bool:
    try:
        with open(out / LOCK, encoding="utf-8") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False
