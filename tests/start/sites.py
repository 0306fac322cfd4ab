"""The site as a newcomer starts it: the launcher in a session of its own, asked over HTTP."""

import http.client
import json
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests import shared
from tests.start.processes import Started, eventually, free_port, started

CLOSED = "http://127.0.0.1:9"  # the discard port: nobody answers


@dataclass
class Site:
    """A started site."""

    run: Started
    address: str

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of an answer; status 0 while nobody listens."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""

    def ready(self) -> dict:
        """What ``/readyz`` says once there are figures to serve."""

        def look():
            assert self.run.process.poll() is None, self.run.said
            return self.get("/readyz")[0] == 200

        eventually(look, "the site is ready")
        return json.loads(self.get("/readyz")[1])

    def page(self, path: str) -> str:
        """A page as the router draws it, as JSON text."""
        (router,) = [
            one for one in json.loads(self.get("/_dash-dependencies")[1]) if "_pages_content.children" in one["output"]
        ]
        values = {"_pages_location.pathname": path, "_pages_location.search": ""}
        inputs = [{**one, "value": values[f"{one['id']}.{one['property']}"]} for one in router["inputs"]]
        names = router["output"].strip(".").split("...")
        outputs = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
        body = {"output": router["output"], "outputs": outputs, "inputs": inputs, "state": []}
        body["changedPropIds"] = ["_pages_location.pathname"]
        request = urllib.request.Request(
            self.address + "/_dash-update-component",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()


@contextmanager
def launched(tmp_path: Path, **settings: object) -> Iterator[Site]:
    """``python -m ops.launch`` on a free port with one worker."""
    port = free_port()
    defaults = {"PORT": port, "DATA_DIR": tmp_path / "data", "WORKERS": 1, "THREADS": 2}
    with started(tmp_path / "launch.log", "-m", "ops.launch", **{**defaults, **settings}) as run:
        yield Site(run, f"http://127.0.0.1:{port}")


@dataclass
class Gate:
    """Holds council workbooks back: ``asked`` once one has been asked for, given after ``go``."""

    origin: str = ""
    asked: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)


@contextmanager
def replica_that_waits() -> Iterator[Gate]:
    """The replica, which gives no council workbook before it is told to."""
    server, gate = shared.replica_module().make_server(), Gate()
    gate.origin, body = f"http://127.0.0.1:{server.server_address[1]}", server.site.body

    def late(entry):
        if entry.local.startswith("dtoc_la/"):
            gate.asked.set()
            gate.go.wait(60)
        return body(entry)

    server.site.body = late
    server.handle_error = lambda *_: None  # clients that are stopped hang up
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield gate
    finally:
        gate.go.set()
        server.shutdown()
        server.server_close()
