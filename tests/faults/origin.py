"""A loopback server that answers, drips, redirects or breaks off as told, and a fetcher that has it as mirror."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from etl.fetch import Addresses
from etl.fetch.folder import place
from etl.fetch.http import HttpFetcher, Limits

HOST, OTHER = "www.example-publisher.test", "files.example-publisher.test"
HOSTS = frozenset({HOST, OTHER})
FILE = f"https://{HOST}/file.xls"
QUICK = Limits(seconds=20, size=1_000_000, tries=4, backoff=0.01)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # a body sent after its head would wait 40 ms for the reader

    def do_GET(self):
        self.server.origin.answer(self)

    def log_message(self, *_):
        pass

    def send(self, body=b"", *, status=200, **headers):
        """A whole answer; ``Content_Length=None`` leaves the length out and closes, another value lies about it."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        length = named.pop("Content-Length", str(len(body)))
        self.send_response(status)
        for name, value in named.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", length)
        self.close_connection = length != str(len(body))
        self.end_headers()
        self.wfile.write(body)

    def raw(self, data: bytes):
        """Bytes as they are, then the connection is closed."""
        self.close_connection = True
        self.wfile.write(data)

    def drip(self, data: bytes, every=0.2):
        """One byte at a time, until the other side has had enough."""
        self.close_connection = True
        for byte in data:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            if self.server.origin.closing.wait(every):
                return


class Server(ThreadingHTTPServer):
    daemon_threads, block_on_close = True, False

    def handle_error(self, *_):
        """Clients of these tests hang up on purpose."""


Answer = Callable[[Handler], None]


@dataclass
class Origin:
    """What is answered, path by path (several answers are given in turn, the last one for ever), and what was asked."""

    address: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    busiest: int = 0
    otherwise: Answer = lambda handler: handler.send(status=404)  # noqa: E731 - what no answer is given for
    closing: threading.Event = field(default_factory=threading.Event)
    _busy: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def on(self, url: str, *answers: Answer) -> None:
        """Answer an https address of a publisher in these ways, one after the other."""
        self.answers[url.removeprefix("https:/")] = list(answers)

    def answer(self, handler: Handler) -> None:
        with self._lock:
            self.asked.append((handler.path, dict(handler.headers)))
            queue = self.answers.get(handler.path, [self.otherwise])
            answer = queue.pop(0) if len(queue) > 1 else queue[0]
            self._busy += 1
            self.busiest = max(self.busiest, self._busy)
        try:
            answer(handler)
        except (BrokenPipeError, ConnectionResetError):
            handler.close_connection = True
        finally:
            with self._lock:
                self._busy -= 1

    @property
    def times(self) -> Counter:
        return Counter(path for path, _ in self.asked)


@contextmanager
def serving() -> Iterator[Origin]:
    server = Server(("127.0.0.1", 0), Handler)
    server.origin = Origin(f"http://127.0.0.1:{server.server_address[1]}")
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server.origin
    finally:
        server.origin.closing.set()
        server.shutdown()
        server.server_close()


class Pauses(list):
    """A pause that lasts no time and is remembered."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def mirror(origin: Origin, limits: Limits = QUICK, pause=None) -> HttpFetcher:
    """A fetcher whose mirror is the origin; pauses last no time."""
    return HttpFetcher(Addresses(HOSTS, origin.address), limits, Pauses() if pause is None else pause)


def hold(seconds: float) -> Answer:
    """An answer after some time."""

    def answer(handler: Handler) -> None:
        time.sleep(seconds)
        handler.send(b"late")

    return answer


def from_folder(site: Path, change: Callable[[str, str], str] = lambda page, _: page) -> Answer:
    """Answers with the files of a folder that stands for the publishers' sites; pages are changed on their way."""

    def answer(handler: Handler) -> None:
        url = f"https:/{handler.path}"
        file = place(site, url)
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            handler.send(status=404)
        elif file.suffix == ".html" or file.read_bytes()[:9].lower() == b"<!doctype":
            handler.send(change(file.read_text("utf-8"), url).encode("utf-8", "surrogateescape"))
        else:
            handler.send(file.read_bytes())

    return answer
