"""Downloads of month packs: ``/packs/<area code>-<month>.zip``, and ``/packs/all-<month>.zip`` for every area."""

import re

from flask import Flask, Response, send_file

from exports import counter
from warehouse import serving

_NAME = re.compile(r"([A-Za-z0-9]{3,12})-([0-9]{4}-[0-9]{2})")


def register(server: Flask) -> None:
    """Add the route."""

    @server.get("/packs/<name>.zip", endpoint="pack")
    def pack(name: str) -> Response:
        view, match = serving.view(), _NAME.fullmatch(name)
        file = counter.zipped(view, match[1], match[2]) if view and match else None
        if view is None or file is None:
            return _sorry()
        prefix = "demonstration-" if view.mode == "demo" else ""
        try:  # a file that was dropped from the shelf since is no pack any more; one that is open is sent to its end
            return send_file(file, mimetype="application/zip", as_attachment=True, download_name=f"{prefix}{name}.zip")
        except FileNotFoundError:
            return _sorry()


def _sorry() -> Response:
    text = "There is no such pack. The snapshots page lists those that can be taken.\n"
    return Response(text, status=404, mimetype="text/plain")
