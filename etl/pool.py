"""Reading files in a few child processes with limits on memory and time.

Damaged workbooks can abort the reader, and an abort takes the whole pool down; some make it wait for ever. The
files that were unfinished then are read again one at a time; only the one that breaks its own pool is refused.
"""

import multiprocessing
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from etl.children import begin
from etl.problems import FileRefused
from etl.reading import ADVICE, Outcome, Task, read_some

WORKERS, FILES_A_TASK = 2, 12
SECONDS = 30.0  # without any file read in which the children are taken to hang
Chunk = Sequence[Task]


class Pool:
    """Child processes that read files; started at the first task, ended by ``close``."""

    def __init__(self, log: Path, workers: int = WORKERS, seconds: float = SECONDS) -> None:
        self._log, self._workers, self._seconds = log, workers, seconds
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["etl.reading"])
        self._executor: ProcessPoolExecutor | None = None

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, problem: type[BaseException] | None, *_: object) -> None:
        if problem:
            self._kill()
        self.close()

    def close(self) -> None:
        """End the children."""
        if self._executor:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def prepare(self) -> None:
        """Start the children, so that they are ready when there is something to read."""
        if self._executor is None:
            self._submit([])

    def read(self, tasks: Chunk) -> Iterator[Outcome]:
        """Outcome of every task, in no order."""
        size = max(1, min(FILES_A_TASK, -(-len(tasks) // self._workers)))
        chunks = [tasks[start : start + size] for start in range(0, len(tasks), size)]
        unfinished = yield from self._together(chunks)
        for task in unfinished:
            yield self._alone(task)

    def _together(self, chunks: Sequence[Chunk]) -> Generator[Outcome, None, list[Task]]:
        """Outcomes of the chunks that were read; returns the tasks of those that were not."""
        futures = {self._submit(chunk): chunk for chunk in chunks}
        unfinished: list[Task] = []
        waiting = set(futures)
        while waiting:
            done, waiting = wait(waiting, timeout=self._seconds, return_when=FIRST_COMPLETED)
            if not done:
                self._kill()
                unfinished += [task for future in waiting for task in futures[future]]
                break
            for future in done:
                try:
                    yield from future.result()
                except BrokenProcessPool:
                    unfinished += futures[future]
        return unfinished

    def _alone(self, task: Task) -> Outcome:
        """One file in a pool that nothing else uses: what breaks it now is this file."""
        if getattr(self._executor, "_broken", False):
            self.close()
        try:
            future = self._submit([task])
            done, _ = wait([future], timeout=self._seconds)
            if done:
                return future.result()[0]
            self._kill()
        except BrokenProcessPool:
            self.close()
        problem = FileRefused("a file that breaks the reader", "a file that can be read", advice=ADVICE)
        return Outcome(task, refused=str(problem), broken=True)

    def _submit(self, tasks: Chunk) -> "Future[list[Outcome]]":
        if self._executor is None:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            self._executor = ProcessPoolExecutor(self._workers, self._context, begin, (str(self._log),))
        try:
            return self._executor.submit(read_some, tasks)
        except BrokenProcessPool as problem:
            failed: Future[list[Outcome]] = Future()
            failed.set_exception(problem)
            return failed

    def _kill(self) -> None:
        """End children that hang; their executor is of no use afterwards."""
        if self._executor:
            for process in list(self._executor._processes.values()):
                process.kill()
            self.close()


__all__ = ["Outcome", "Pool", "Task"]
