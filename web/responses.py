"""Whole answers kept in process: pages and callbacks that depend on nothing but their request and the build.

The key holds the build, so a new build is seen at once. Only answers of status 200 are kept, with all their headers
and compressed as they were sent; the size of all of them together is bounded. A request is looked up before Flask
sees it: one that is the same, byte for byte, as one that was answered needs no second look.
"""

import hashlib
import io
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, request

from warehouse import serving
from web.callbacks import MAX_BYTES, PATH

KEY = "interface_monitor.answer"  # in the environment of a request

LIMIT = 4_000_000
UNCACHED = (b"refresh", b"snapshots", b'"/data"')  # callbacks and pages that show or do something that changes


@dataclass(frozen=True)
class _Kept:
    body: bytes
    headers: tuple[tuple[str, str], ...]

    @property
    def size(self) -> int:
        """Bytes of body and headers."""
        return len(self.body) + sum(len(name) + len(value) for name, value in self.headers)


class Answers:
    """Answers by key, oldest use dropped first when they grow beyond the limit."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._size, self._limit, self._lock = 0, limit, threading.Lock()

    def get(self, key: str) -> _Kept | None:
        """The answer of a key, or None."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: str, answer: _Kept) -> None:
        """Keep an answer."""
        with self._lock:
            if key in self._kept or answer.size > self._limit // 8:
                return
            self._kept[key] = answer
            self._size += answer.size
            while self._size > self._limit:
                self._size -= self._kept.popitem(last=False)[1].size


def register(server: Flask) -> None:
    """Answer from what is kept, and keep what was answered."""
    answers, inner = Answers(), server.wsgi_app

    def front(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        environ[KEY] = key = _key(environ)
        kept = answers.get(key) if key else None
        if kept is None:
            return inner(environ, start)
        start("200 OK", list(kept.headers))
        return [kept.body]

    @server.after_request
    def keep(answer: Response) -> Response:
        key = request.environ.get(KEY, "")
        if key and answer.status_code == 200 and not answer.direct_passthrough:
            answers.put(key, _Kept(answer.get_data(), tuple(answer.headers.items())))
        return answer

    # after_request functions run last-registered first: this one must see the compressed answer and every header
    functions = server.after_request_funcs[None]
    functions.insert(0, functions.pop())
    server.wsgi_app = front  # type: ignore[method-assign, assignment]  # the way Flask documents


def _key(environ: dict[str, Any]) -> str:
    """Key of a request whose answer may be kept, else empty."""
    view = serving.view()
    length = environ.get("CONTENT_LENGTH") or ""
    if view is None or environ["REQUEST_METHOD"] != "POST" or environ["PATH_INFO"] != PATH:
        return ""
    if not length.isascii() or not length.isdigit() or int(length) > MAX_BYTES:
        return ""
    body = environ["wsgi.input"].read(int(length))
    environ["wsgi.input"] = io.BytesIO(body)
    if any(name in body for name in UNCACHED):
        return ""
    sent = (environ.get("CONTENT_TYPE", ""), environ.get("HTTP_ACCEPT_ENCODING", ""))
    said = "\n".join((view.mode, view.key, serving.notes(), *sent))
    return hashlib.sha256(said.encode("utf-8", "replace") + b"\n" + body).hexdigest()
