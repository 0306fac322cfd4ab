"""What the process of a job does: makes the packs that its note asks for, and notes how far it is.

It ends by itself when the server that started it is gone, and gives way to the pages: its priority is low.
"""

import contextlib
import dataclasses
import errno
import logging
import os
import signal
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from config import load
from exports import archives, library
from exports.choice import ALL, MonthNotHeld, choose
from exports.jobs import note
from exports.jobs.note import ARCHIVE_STEP, DONE, FAILED, STOPPED, Job
from exports.library import MADE
from exports.pack import folder_name
from exports.pruning import prune
from exports.writing import AnotherIsWriting, NotAPack, only_one
from warehouse.queries.areas import Area, UnknownArea
from warehouse.reader import Reader, View
from warehouse.serving import alive

log = logging.getLogger("interface_monitor.packs")
OK, NOT_DONE, CUT = 0, 3, 130
NICE, WATCH = 10, 0.5  # lower priority; seconds between looks at the server
FULL = {errno.ENOSPC: "The disk is full", errno.EDQUOT: "The disk is full"}


class Asked(Exception):
    """Somebody asked the job to stop."""


def run(arguments: Sequence[str]) -> int:
    """Do the job of a shelf: ``SHELF ROOT LOCK SERVER``; the exit code."""
    out, root, lock, server = Path(arguments[0]), Path(arguments[1]), int(arguments[2]), int(arguments[3])
    signal.signal(signal.SIGTERM, _cut)
    os.nice(NICE)
    try:
        threading.Thread(target=_watch, args=(server,), daemon=True).start()
        return _do(out, root)
    except KeyboardInterrupt:
        return CUT  # the note still says that it runs: whoever reads it sees that it does not
    finally:
        os.close(lock)  # the next job need not wait until this process is gone


def _do(out: Path, root: Path) -> int:
    job, view = note.read(out), Reader(root).view()
    if job is None or view is None:
        return NOT_DONE
    teller = Teller(out, job)
    try:
        _make(view, out, teller)
    except Asked:
        teller.tell(state=STOPPED)
    except (UnknownArea, MonthNotHeld, NotAPack, AnotherIsWriting, OSError) as problem:
        log.exception("packs could not be made")
        with contextlib.suppress(OSError):  # on a full disk the note cannot be written either: it was cut short then
            teller.tell(state=FAILED, why=why(problem))
        return NOT_DONE
    return OK


def why(problem: Exception) -> str:
    """What stopped a job and what to do, for a reader who sees the page only."""
    if isinstance(problem, AnotherIsWriting):
        return "Packs are being written by a command just now. Try again when it has ended."
    if isinstance(problem, NotAPack):
        return "A folder on the shelf holds something else. Whoever runs this site can move it away."
    if isinstance(problem, OSError):
        said = FULL.get(problem.errno or 0, f"A file could not be written ({problem.strerror or problem})")
        return f"{said}. Whoever runs this site can make room; then try again."
    return f"{str(problem)[0].upper()}{str(problem)[1:]}."


def _cut(_: int, __: FrameType | None) -> None:
    raise KeyboardInterrupt


def _watch(server: int) -> None:
    """Ends this process when the server is gone, so that nothing is left behind."""
    while alive(server):
        time.sleep(WATCH)
    os.kill(os.getpid(), signal.SIGTERM)


class Teller:
    """Notes how far a job is; what it is asked to note is where it can be stopped."""

    def __init__(self, out: Path, job: Job) -> None:
        self.out, self.job = out, job

    def tell(self, **changed: object) -> None:
        """Change the note."""
        self.job = dataclasses.replace(self.job, **changed)  # type: ignore[arg-type]
        note.write(self.out, self.job)

    def step(self, name: str) -> None:
        """Say what is done next; raises Asked when the job is to stop. Of many packs only the whole ones are told."""
        if note.asked_to_stop(self.out, self.job):
            raise Asked
        if not self.job.many or name == ARCHIVE_STEP:
            self.tell(step=name)


def _make(view: View, out: Path, teller: Teller) -> None:
    job = teller.job
    areas = choose(view, [job.area], job.month)
    needed = {folder_name(area.code, job.month) for area in areas}
    teller.tell(build=view.id, of=len(areas), now=areas[0].name)
    with only_one(out):
        prune(out, keep=load().keep_packs, build=view.id, needed=needed)
    made = 0
    for done, one in enumerate(library.make(view, areas, job.month, out, step=teller.step), 1):
        made += one.state == MADE
        if (kept := library.get(out, one.code, job.month)) and not job.many:
            teller.step(ARCHIVE_STEP)
            archives.one(kept)
        teller.tell(done=done, made=made, now=one.name)
    if job.area == ALL:
        teller.step(ARCHIVE_STEP)
        archives.whole_month(out, job.month, view.key, _there(out, areas, job.month))
    teller.tell(state=DONE)


def _there(out: Path, areas: Sequence[Area], month: str) -> list[library.Kept]:
    return [kept for area in areas if (kept := library.get(out, area.code, month))]
