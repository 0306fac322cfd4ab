"""How a child process that reads a foreign file begins: with limits, and with an end when its parent ends."""

import multiprocessing
import os
import resource
import threading

MEMORY, CPU_SECONDS = 1 << 30, 60


def begin(log: str) -> None:
    """Start of a child: limits, its error stream into a file (an abort writes a long trace), and its end in time."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644), 2)
    threading.Thread(target=_end_with_refresh, daemon=True).start()


def _end_with_refresh() -> None:
    """A refresh that was killed cannot end its children: they wait for its end themselves."""
    if refresh := multiprocessing.parent_process():
        refresh.join()
        os._exit(1)
