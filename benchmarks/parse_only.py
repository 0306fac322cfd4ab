"""The pool of the product with a task that reads files without checking them. Light: its children import it."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import replace

from etl.pool import Pool
from etl.reading import Outcome, Task
from etl.sources import SOURCE_BY_ID


def parse_some(tasks: Sequence[Task]) -> list[Outcome]:
    """Parse some files; what only checks need stays in the child, as in the product."""
    return [
        Outcome(task, replace(SOURCE_BY_ID[task.source].parse(task.file.read_bytes()), controls=None)) for task in tasks
    ]


class ParsePool(Pool):
    """The product's pool, with its start-up, limits, chunks and way of sending results, but without the checks."""

    def _submit(self, tasks: Sequence[Task]) -> "Future[list[Outcome]]":
        if self._executor is None:
            super()._submit([])  # starts the children as the product does
        assert self._executor
        return self._executor.submit(parse_some, tasks)
