"""Errors as short plain answers with an id that is also in the log; nothing of the inside is shown."""

import logging
import secrets

from dash import set_props
from dash.exceptions import DependencyException, InvalidResourceError
from flask import Flask, Response
from werkzeug.exceptions import HTTPException

from components import states

log = logging.getLogger("interface_monitor.web")


def register(server: Flask) -> None:
    """Handle what no route handles."""
    server.register_error_handler(DependencyException, _no_such_file)
    server.register_error_handler(InvalidResourceError, _no_such_file)
    server.register_error_handler(Exception, _unexpected)


def shown(problem: Exception) -> None:
    """What a callback that failed leaves on the page: everything that stood there, and one calm sentence."""
    name = secrets.token_hex(4)
    log.exception("error %s", name, exc_info=problem)
    set_props("problem", {"children": states.failed(name)})


def _no_such_file(_: Exception) -> Response:
    return Response("There is no such file.\n", status=404, mimetype="text/plain")


def _unexpected(problem: Exception) -> Response | HTTPException:
    if isinstance(problem, HTTPException):
        return problem
    name = secrets.token_hex(4)
    log.exception("error %s", name, exc_info=problem)
    text = (
        f"Something went wrong (error {name}). Nothing was changed; please try again, and name the error when "
        "you report it.\n"
    )
    return Response(text, status=500, mimetype="text/plain")
