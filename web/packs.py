"""Downloads of month packs: ``/packs/<area code>-<month>.zip``."""

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
            text = "There is no such pack. The snapshots page lists those that can be taken.\n"
            return Response(text, status=404, mimetype="text/plain")
        prefix = "demonstration-" if view.mode == "demo" else ""
        return send_file(file, mimetype="application/zip", as_attachment=True, download_name=f"{prefix}{name}.zip")
