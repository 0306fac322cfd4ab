"""A site served by gunicorn with the product's own settings, asked over one kept connection for server times.

Each uncached question is another window of months, so neither the panels' results nor the kept answers can serve.
"""

import contextlib
import http.client
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from benchmarks import asking, processes
from domain import periods

ROOT = Path(__file__).resolve().parent.parent
PLAIN = ROOT / "benchmarks" / "baseline"
WORKERS = 2
QUIET = ("--log-level", "warning", "--no-control-socket")


@dataclass(frozen=True)
class Site:
    """A running site: its origin and the process that owns its workers."""

    port: int
    pid: int

    @property
    def origin(self) -> str:
        """Address without a path."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def workers(self) -> list[int]:
        """Processes that answer."""
        return processes.tree(self.pid)[1:]

    def workers_memory(self) -> list[float]:
        """High-water mark of every worker in MB, largest first."""
        return sorted((processes.high_water(pid) / 1024 for pid in self.workers), reverse=True)

    def workers_share(self) -> list[float]:
        """Proportional share of memory of every worker in MB now, largest first."""
        return sorted((processes.proportional(pid) / 1024 for pid in self.workers), reverse=True)


@contextlib.contextmanager
def serve(module: str, environment: dict[str, str], *, plain: bool = False) -> Iterator[Site]:
    """A site while the block runs; ``plain`` with nothing said to gunicorn but the number of workers."""
    port = processes.free_port()
    env = {**environment, "PORT": str(port), "WORKERS": str(WORKERS)}
    said = ["-w", str(WORKERS), "-b", f"127.0.0.1:{port}", "--pythonpath", str(ROOT), *QUIET] if plain else []
    command = [sys.executable, "-m", "gunicorn", *said, f"{module}:server"]
    folder = PLAIN if plain else ROOT  # gunicorn reads the gunicorn.conf.py of the folder in which it starts
    with processes.server(command, f"http://127.0.0.1:{port}/", cwd=folder, env=env) as process:
        yield Site(port, process.pid)


def windows(first: str, last: str, count: int) -> list[str]:
    """Queries of different windows of months, nearly as long as what is held (long pages are slow pages)."""
    months = periods.span(first, last)
    pairs = [(start, end) for start in range(count) for end in range(count) if start < len(months) - end - 13]
    pairs.sort(key=sum)
    return ["?" + urlencode({"from": months[start], "to": months[-1 - end]}) for start, end in pairs[1 : count + 1]]


class Asker:
    """Sends the page's own callback."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._callback = asking.router(port)

    def milliseconds(self, queries: list[str]) -> float:
        """Median over some queries, all on one new connection, that is to one worker."""
        self._connection.close()  # the server has let an idle one go
        return median(self._ask(query) for query in queries)

    def _ask(self, query: str) -> float:
        """Time from sending the question to the last byte of the answer; raises AssertionError for a failure."""
        body = self._callback.body({"pathname": "/", "search": query})
        start = time.perf_counter()
        self._connection.request("POST", asking.PATH, body, asking.HEADERS)
        answer = self._connection.getresponse()
        content = answer.read()
        took = (time.perf_counter() - start) * 1000
        assert answer.status == 200, f"{query}: {answer.status} {content[:200]!r}"
        return took
