"""Static files prepared at set-up: compressed once, answered from a folder, kept by browsers for ever.

The preparing is in ``ops.prepare``; without it (or for a file that changed since) Dash answers as usual.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

INDEX = "index.json"
FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Prepared:
    """The folder of prepared files and what is in it: address to file, type and policy."""

    folder: Path
    files: dict[str, dict[str, Any]]
    plotly: str = ""
    faces: tuple[dict[str, str], ...] = ()

    @staticmethod
    def load(folder: Path) -> "Prepared":
        """What was prepared; nothing when the folder is missing or damaged."""
        try:
            index = json.loads((folder / INDEX).read_text("utf-8"))
            return Prepared(folder, index["files"], index.get("plotly", ""), tuple(index.get("faces", ())))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Prepared(folder, {})


def register(server: Flask, prepared: Prepared) -> None:
    """Answer prepared addresses before anything else looks at the request."""

    def answer() -> Response | None:
        if request.method not in ("GET", "HEAD"):
            return None
        found = prepared.files.get(request.full_path.rstrip("?"))
        return _answer(prepared.folder, found) if found else None

    server.before_request_funcs.setdefault(None, []).insert(0, answer)


def _answer(folder: Path, found: dict[str, Any]) -> Response | None:
    encoding = next((e for e in ("br", "gzip") if e in found["encodings"] and request.accept_encodings[e] > 0), "")
    headers = {
        "Content-Type": found["type"],
        "Cache-Control": FOREVER if found["immutable"] else "no-cache",
        "ETag": f'"{found["hash"]}{"-" + encoding if encoding else ""}"',
        "Vary": "Accept-Encoding",
    }
    if headers["ETag"] in request.headers.get("If-None-Match", ""):
        return Response(status=304, headers=headers)
    suffix = {"br": ".br", "gzip": ".gz", "": ""}[encoding]
    try:
        body = (folder / (found["hash"] + suffix)).read_bytes()
    except OSError:
        return None
    if encoding:
        headers["Content-Encoding"] = encoding
    return Response(body, headers=headers)
