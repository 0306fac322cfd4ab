"""``/healthz`` (the process is alive), ``/readyz`` (it has figures to serve) and ``/version``."""

from typing import Any

from flask import Flask, Response, jsonify

from warehouse import serving


def register(server: Flask) -> None:
    """Add the three routes."""
    server.add_url_rule("/healthz", "healthz", lambda: Response("ok\n", mimetype="text/plain"))
    server.add_url_rule("/readyz", "readyz", _ready)
    server.add_url_rule("/version", "version", _version)


def _ready() -> tuple[Response, int]:
    view = serving.view()
    state: dict[str, Any] = {
        "ready": view is not None,
        "build": view.id if view else None,
        "mode": view.mode if view else None,
    }
    builds = serving.builds()
    named = builds.current_id() if builds else None
    state["damaged"] = named if view and named != view.id else None  # another build stands in for it
    status = builds.status() if builds else {}
    state["refresh"] = {key: status.get(key) for key in ("doing", "started_at", "finished_at", "exit_code")}
    return jsonify(state), 200 if view else 503


def _version() -> Response:
    view = serving.view()
    return jsonify({"build": view.id if view else None, "mode": view.mode if view else None})
