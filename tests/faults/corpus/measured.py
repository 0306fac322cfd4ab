"""The product's pool, reading one file at a time and telling how long each took and under which limits. Light."""

import resource
import time
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from etl.pool import Pool
from etl.reading import Outcome, Task, read_one


@dataclass(frozen=True)
class Measured:
    """An outcome, the seconds it took, the limit of memory in force and the child's largest memory, in bytes."""

    outcome: Outcome
    seconds: float = 0.0
    limit: int = 0
    largest: int = 0


def read_some(tasks: Sequence[Task]) -> list[Measured]:
    found = []
    for task in tasks:
        start = time.monotonic()
        outcome = read_one(task)
        usage = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        found.append(Measured(outcome, time.monotonic() - start, resource.getrlimit(resource.RLIMIT_AS)[0], usage))
    return found


class MeasuredPool(Pool):
    """One child, with the start, the limits and the second chances of the product's pool."""

    def _submit(self, tasks: Sequence[Task]) -> "Future[list[Measured]]":
        if self._executor is None or getattr(self._executor, "_broken", False):
            return self._started_anew(tasks)
        return self._executor.submit(read_some, tasks)

    def _started_anew(self, tasks: Sequence[Task]) -> "Future[list[Measured]]":
        if self._executor is None:
            super()._submit([])  # starts the child as the product does
            return self._executor.submit(read_some, tasks)
        return super()._submit(tasks)  # broken: the product's way to say so

    def measure(self, tasks: Sequence[Task]) -> list[Measured]:
        """What became of every file; those that broke the child have no measure."""
        return [one if isinstance(one, Measured) else Measured(one) for one in self.read(tasks)]
