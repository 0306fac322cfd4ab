"""What is known of the job that makes packs: a small file on the shelf, which every web process reads."""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path

from exports.writing import CSV_STEP, SAVING_STEP, WORKBOOK_STEP
from warehouse.builds import replace

NOTE, LOCK, STOP = ".job.json", ".job.lock", ".job.stop"
RUNNING, STOPPING, DONE, STOPPED, FAILED, CUT_SHORT = "running", "stopping", "done", "stopped", "failed", "cut short"
READING, ARCHIVE_STEP = "reading", "archive"
STEPS = (READING, WORKBOOK_STEP, CSV_STEP, SAVING_STEP, ARCHIVE_STEP)


@dataclass(frozen=True)
class Job:
    """Packs that are being made, or were.

    area:  code of an area, or ``all``; ``name`` in words.
    step:  what is being done, of ``STEPS``; ``now`` is the area it is done for.
    done:  packs that are there, of ``of``; ``made`` by this job, the others were there already.
    why:   what stopped a job that failed, and what to do, as sentences.
    """

    id: str
    area: str
    name: str
    month: str
    build: str
    of: int
    state: str = RUNNING
    step: str = READING
    now: str = ""
    done: int = 0
    made: int = 0
    why: str = ""

    @property
    def many(self) -> bool:
        """Whether it is for more than one area."""
        return self.of > 1

    @property
    def progress(self) -> tuple[int, int]:
        """How far it is, of how much: packs, or the steps of one pack."""
        if self.many or self.state == DONE:
            return self.done, self.of
        return STEPS.index(self.step), len(STEPS)

    @property
    def unfinished(self) -> bool:
        """Whether it can be taken up again."""
        return self.state in (STOPPED, FAILED, CUT_SHORT)


def write(out: Path, job: Job) -> None:
    """Keep what is known of a job; raises OSError."""
    replace(out / NOTE, json.dumps(dataclasses.asdict(job), ensure_ascii=False).encode())


def read(out: Path) -> Job | None:
    """What is known of the last job; None when there was none or the note cannot be used."""
    try:
        content = json.loads((out / NOTE).read_text("utf-8"))
        job = Job(**content)
    except (OSError, ValueError, TypeError):
        return None
    sound = job.step in STEPS and isinstance(job.of, int) and isinstance(job.done, int) and 0 <= job.done <= job.of
    return job if sound and job.of else None


def stop(out: Path, job: Job) -> None:
    """Ask a job to stop at its next step; raises OSError."""
    replace(out / STOP, job.id.encode())


def asked_to_stop(out: Path, job: Job) -> bool:
    """Whether somebody asked this job to stop."""
    try:
        return (out / STOP).read_text("utf-8") == job.id
    except (OSError, ValueError):
        return False
