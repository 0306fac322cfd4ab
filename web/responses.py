"""Whole answers kept in process: pages and callbacks that depend on nothing but their request and the build.

The key holds the build, so a new build is seen at once. Only answers of status 200 are kept, compressed as they
were sent; the size of all of them together is bounded.
"""

import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass

from flask import Flask, Response, g, request

from warehouse import serving
from web.callbacks import PATH

LIMIT = 4_000_000
UNCACHED = (b"refresh", b"snapshots")  # callbacks of these names show or do something that changes


@dataclass(frozen=True)
class _Kept:
    body: bytes
    headers: tuple[tuple[str, str], ...]


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
            if key in self._kept or len(answer.body) > self._limit // 8:
                return
            self._kept[key] = answer
            self._size += len(answer.body)
            while self._size > self._limit:
                self._size -= len(self._kept.popitem(last=False)[1].body)


def register(server: Flask) -> None:
    """Answer from what is kept, and keep what was answered."""
    answers = Answers()

    @server.before_request
    def from_kept() -> Response | None:
        g.answer_key = key = _key()
        kept = answers.get(key) if key else None
        if kept is None:
            return None
        g.answer_key = ""
        return Response(kept.body, headers=list(kept.headers))

    @server.after_request
    def keep(answer: Response) -> Response:
        key = g.get("answer_key", "")
        if key and answer.status_code == 200 and not answer.direct_passthrough:
            names = ("Content-Type", "Content-Encoding", "Vary")
            headers = tuple((name, answer.headers[name]) for name in names if name in answer.headers)
            answers.put(key, _Kept(answer.get_data(), headers))
        return answer

    # after_request functions run last-registered first: this one must see the compressed answer
    functions = server.after_request_funcs[None]
    functions.insert(0, functions.pop())


def _key() -> str:
    """Key of a request whose answer may be kept, else empty."""
    view = serving.view()
    if view is None or request.method != "POST" or request.path != PATH:
        return ""
    body = request.get_data(cache=True)
    if any(name in body for name in UNCACHED):
        return ""
    digest = hashlib.sha256(body).hexdigest()
    return f"{view.mode}/{view.key}/{request.headers.get('Accept-Encoding', '')}/{digest}"
