"""The process that answers: gunicorn's worker with threads, which takes no more connections than it can begin on.

By itself a worker takes every connection that waits, also while all its threads are busy. Browsers keep their
connections, so those who came together then queue at one worker while the others have nothing to do.
"""

from typing import Any

from gunicorn.workers.gthread import ThreadWorker  # type: ignore[import-untyped]


class Worker(ThreadWorker):
    """Accepts while a thread is free."""

    @property
    def worker_connections(self) -> int:
        """Connections from which no other is taken: those that are kept and idle, and one for every thread."""
        idle = len(self.keepalived_conns) + len(self.pending_conns)
        return min(self._most, idle + int(self.cfg.threads))

    @worker_connections.setter
    def worker_connections(self, most: Any) -> None:
        self._most = int(most)
