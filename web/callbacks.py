"""Validation of callback bodies before Dash sees them: 400 for anything malformed, never a 500.

A body must name a callback that exists, with exactly its inputs and states by id, property and order, and hold
values that are scalars or short lists of scalars.
"""

import json
from typing import Any

from dash import Dash
from flask import Flask, Response, request

PATH = "/_dash-update-component"
MAX_BYTES, MAX_ITEMS, MAX_TEXT = 256_000, 100, 4_000
KEYS = {"output", "outputs", "inputs", "state", "changedPropIds", "parsedChangedPropsIds"}


class Malformed(ValueError):
    """A callback body that no page of ours can have sent."""


def register(server: Flask, app: Dash) -> None:
    """Refuse malformed callback bodies."""

    @server.before_request
    def validate() -> Response | None:
        if request.path != PATH or request.method != "POST":
            return None
        try:
            check(request.get_data(cache=True, as_text=False), app.callback_map, content_type=request.mimetype)
        except Malformed as problem:
            return Response(f"{problem}\n", status=400, mimetype="text/plain")
        return None


def check(data: bytes, known: dict[str, Any], *, content_type: str) -> None:
    """Raises Malformed for a body that is not a call of one of the known callbacks."""
    if content_type != "application/json" or len(data) > MAX_BYTES:
        raise Malformed("expected a JSON body of at most 256 KB")
    try:
        body = json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Malformed("expected a JSON object") from None
    if not isinstance(body, dict) or not set(body) <= KEYS:
        raise Malformed("expected the keys of a callback")
    output = body.get("output")
    callback = known.get(output) if isinstance(output, str) else None
    if not isinstance(output, str) or callback is None or "callback" not in callback:
        raise Malformed("no such callback")
    _check_parts(body, callback)
    _check_outputs(body.get("outputs"), output)
    _check_router(body)


def _refuse(_: str) -> Any:
    raise ValueError("not a number")


def _check_parts(body: dict[str, Any], callback: dict[str, Any]) -> None:
    """Inputs and states are those of the callback, in order, and what changed is among the inputs."""
    inputs = body.get("inputs")
    _check_list(inputs, callback["inputs"])
    _check_list(body.get("state", []), callback["state"])
    names = {f"{part['id']}.{part['property']}" for part in callback["inputs"]}
    changed = body.get("changedPropIds", [])
    if not isinstance(changed, list) or not all(isinstance(name, str) and name in names for name in changed):
        raise Malformed("changedPropIds must name inputs")
    parsed = body.get("parsedChangedPropsIds", [])
    if not isinstance(parsed, list) or not all(isinstance(name, str) for name in parsed):
        raise Malformed("parsedChangedPropsIds must be a list of names")


def _check_list(given: Any, expected: list[dict[str, Any]]) -> None:
    if not isinstance(given, list) or len(given) != len(expected):
        raise Malformed("inputs and state must be those of the callback")
    for one, wanted in zip(given, expected, strict=True):
        if not isinstance(one, dict) or not set(one) <= {"id", "property", "value"}:
            raise Malformed("an input must have an id, a property and a value")
        if one.get("id") != wanted["id"] or one.get("property") != wanted["property"]:
            raise Malformed("inputs and state must be those of the callback")
        _check_value(one.get("value"))


def _check_value(value: Any) -> None:
    values = value if isinstance(value, list) else [value]
    if len(values) > MAX_ITEMS:
        raise Malformed("a value has too many items")
    for item in values:
        if item is not None and not isinstance(item, str | int | float | bool):
            raise Malformed("a value must be text, a number, true, false or null")
        if isinstance(item, str) and len(item) > MAX_TEXT:
            raise Malformed("a value is too long")


def _check_outputs(outputs: Any, output: str) -> None:
    """The outputs are those that the output's name speaks of."""
    named = [
        {"id": name.rsplit(".", 1)[0], "property": name.rsplit(".", 1)[1]} for name in output.strip(".").split("...")
    ]
    many = output.startswith("..")
    if outputs != (named if many else named[0]):
        raise Malformed("outputs must be those of the callback")


def _check_router(body: dict[str, Any]) -> None:
    """Dash's own router expects a path and a query as text."""
    for one in body["inputs"]:
        if one["id"] != "_pages_location":
            continue
        value = one.get("value")
        if one["property"] == "pathname" and not (isinstance(value, str) and value.startswith("/")):
            raise Malformed("pathname must be a path")
        if one["property"] == "search" and not isinstance(value, str):
            raise Malformed("search must be text")
