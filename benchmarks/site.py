"""A site served by gunicorn with the product's own settings, asked over one kept connection for server times.

Each uncached question is another window of months, so neither the panels' results nor the kept answers can serve.
"""

import contextlib
import http.client
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

from benchmarks import processes
from domain import periods

ROOT = Path(__file__).resolve().parent.parent
PATH = "/_dash-update-component"
HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip, br"}
WORKERS = 2


@dataclass(frozen=True)
class Site:
    """A running site: its origin and the process that owns its workers."""

    port: int
    pid: int

    @property
    def origin(self) -> str:
        """Address without a path."""
        return f"http://127.0.0.1:{self.port}"

    def workers_memory(self) -> list[float]:
        """High-water mark of every worker in MB, largest first."""
        return sorted((processes.high_water(pid) / 1024 for pid in processes.tree(self.pid)[1:]), reverse=True)


@contextlib.contextmanager
def serve(module: str, environment: dict[str, str]) -> Iterator[Site]:
    """A site while the block runs."""
    port = processes.free_port()
    env = {**environment, "PORT": str(port), "WORKERS": str(WORKERS)}
    command = [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", f"{module}:server"]
    with processes.server(command, f"http://127.0.0.1:{port}/", cwd=ROOT, env=env) as process:
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
        self._callback: dict[str, Any] = {}

    def milliseconds(self, queries: list[str]) -> float:
        """Median over some queries, all on one new connection, that is to one worker."""
        self._connection.close()  # the server has let an idle one go
        self._callback = self._find()
        return median(self._ask(query) for query in queries)

    def _find(self) -> dict[str, Any]:
        """The callback that draws a page from the query of the address."""
        self._connection.request("GET", "/_dash-dependencies")
        found = json.loads(self._connection.getresponse().read())
        return next(
            one
            for one in found
            if not one.get("clientside_function") and "search" in {part["property"] for part in one["inputs"]}
        )

    def _ask(self, query: str) -> float:
        """Time from sending the question to the last byte of the answer; raises AssertionError for a failure."""
        body = json.dumps(self._body(query))
        start = time.perf_counter()
        self._connection.request("POST", PATH, body, HEADERS)
        answer = self._connection.getresponse()
        content = answer.read()
        took = (time.perf_counter() - start) * 1000
        assert answer.status == 200, f"{query}: {answer.status} {content[:200]!r}"
        return took

    def _body(self, query: str) -> dict[str, Any]:
        values = {"pathname": "/", "search": query}
        output = self._callback["output"]
        named = [
            dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in output.strip(".").split("...")
        ]
        inputs = [{**_part(one), "value": values.get(one["property"])} for one in self._callback["inputs"]]
        return {
            "output": output,
            "outputs": named if output.startswith("..") else named[0],
            "inputs": inputs,
            "changedPropIds": [f"{one['id']}.{one['property']}" for one in inputs],
            "state": [_part(one) for one in self._callback.get("state", [])],
        }


def _part(one: dict[str, Any]) -> dict[str, Any]:
    return {"id": one["id"], "property": one["property"]}
