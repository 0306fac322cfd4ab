"""Reading files in a few child processes with limits on memory and time.

Damaged workbooks can abort the reader, and an abort takes the whole pool down. The files that were unfinished
then are read again one at a time; only the one that breaks its own pool is refused (PITFALLS d).
"""

import multiprocessing
import os
import resource
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from etl.problems import FileRefused, NotThisPublication
from etl.source import Parsed
from etl.sources import SOURCE_BY_ID

MEMORY, CPU_SECONDS = 1 << 30, 60
WORKERS, FILES_A_TASK = 2, 12
ADVICE = "Fetch it again later; if it stays like this, tell the publisher."


@dataclass(frozen=True)
class Task:
    """A file to read as a source's."""

    source: str
    file: Path


@dataclass(frozen=True)
class Outcome:
    """What became of a file: ``parsed``, or ``refused`` with a reason, or ``other`` for another publication."""

    task: Task
    parsed: Parsed | None = None
    refused: str = ""
    other: str = ""


def read_one(task: Task) -> Outcome:
    """Parse and check one file; every way to fail is an outcome."""
    source = SOURCE_BY_ID[task.source]
    try:
        parsed = source.parse(task.file.read_bytes())
        source.check(parsed)
        return Outcome(task, replace(parsed, controls=None))
    except FileRefused as problem:
        return Outcome(task, refused=str(problem))
    except NotThisPublication as problem:
        return Outcome(task, other=str(problem))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as problem:  # noqa: BLE001 - the reader's panics are no Exceptions
        return Outcome(
            task,
            refused=str(
                FileRefused(f"a damaged file ({type(problem).__name__})", "a file that can be read", advice=ADVICE)
            ),
        )


def _read_some(tasks: Sequence[Task]) -> list[Outcome]:
    return [read_one(task) for task in tasks]


def _limit(log: str) -> None:
    """Start of a child: limits, and its error stream into a file (an abort writes a long trace)."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    os.dup2(descriptor, 2)


class Pool:
    """Child processes that read files; started at the first task, ended by ``close``."""

    def __init__(self, log: Path, workers: int = WORKERS) -> None:
        self._log, self._workers = log, workers
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["etl.pool"])
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the children."""
        if self._executor:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def read(self, tasks: Sequence[Task]) -> Iterator[Outcome]:
        """Outcome of every task, in no order."""
        size = max(1, min(FILES_A_TASK, -(-len(tasks) // self._workers)))
        chunks = [tasks[start : start + size] for start in range(0, len(tasks), size)]
        unfinished: list[Task] = []
        futures = {self._submit(chunk): chunk for chunk in chunks}
        for future in as_completed(futures):
            try:
                yield from future.result()
            except BrokenProcessPool:
                unfinished += futures[future]
        for task in unfinished:
            yield self._alone(task)

    def _alone(self, task: Task) -> Outcome:
        self._restart_if_broken()
        try:
            return self._submit([task]).result()[0]
        except BrokenProcessPool:
            self._restart_if_broken(broken=True)
            problem = FileRefused("a file that breaks the reader", "a file that can be read", advice=ADVICE)
            return Outcome(task, refused=str(problem))

    def _submit(self, tasks: Sequence[Task]) -> "Future[list[Outcome]]":
        if self._executor is None:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            self._executor = ProcessPoolExecutor(self._workers, self._context, _limit, (str(self._log),))
        try:
            return self._executor.submit(_read_some, tasks)
        except BrokenProcessPool as problem:
            failed: Future[list[Outcome]] = Future()
            failed.set_exception(problem)
            return failed

    def _restart_if_broken(self, *, broken: bool = False) -> None:
        if self._executor and (broken or getattr(self._executor, "_broken", False)):
            self.close()
