"""Callbacks as Dash's own script sends them: their bodies, and whole requests made ready before the clock starts."""

import http.client
import json
from dataclasses import dataclass
from typing import Any

PATH = "/_dash-update-component"
HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip, br"}


@dataclass(frozen=True)
class Callback:
    """A callback of a running site, as the site declares it."""

    declared: dict[str, Any]

    def body(self, values: dict[str, Any]) -> str:
        """The body of a call. Values are given by property for the router, else by the last part of an input's id."""
        output = self.declared["output"]
        named = [
            dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in output.strip(".").split("...")
        ]
        inputs = [{**_part(one), "value": _value(one, values)} for one in self.declared["inputs"]]
        return json.dumps(
            {
                "output": output,
                "outputs": named if output.startswith("..") else named[0],
                "inputs": inputs,
                "changedPropIds": [f"{one['id']}.{one['property']}" for one in inputs],
                "state": [_part(one) for one in self.declared.get("state", [])],
            }
        )

    def request(self, values: dict[str, Any]) -> str:
        """A whole request over a kept connection."""
        body = self.body(values)
        head = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
        return f"POST {PATH} HTTP/1.1\r\nHost: bench\r\n{head}Content-Length: {len(body.encode())}\r\n\r\n{body}"


def get(path: str) -> str:
    """A whole request for a page."""
    return f"GET {path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: {HEADERS['Accept-Encoding']}\r\n\r\n"


def router(port: int) -> Callback:
    """The callback that draws a page from the address."""
    return _first(port, lambda one: "search" in {part["property"] for part in one["inputs"]})


def of_input(port: int, name: str) -> Callback:
    """The first callback that answers to an input of this name: the last part of its id."""
    return _first(port, lambda one: name in {part["id"].rsplit("-", 1)[-1] for part in one["inputs"]})


def declared(port: int, name: str) -> Callback:
    """The first callback that answers to the input of this id."""
    return _first(port, lambda one: name in {part["id"] for part in one["inputs"]})


def _first(port: int, fits: Any) -> Callback:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/_dash-dependencies")
    found = json.loads(connection.getresponse().read())
    connection.close()
    return Callback(next(one for one in found if not one.get("clientside_function") and fits(one)))


def _value(one: dict[str, Any], values: dict[str, Any]) -> Any:
    return values.get(one["property"] if one["property"] != "value" else one["id"].rsplit("-", 1)[-1])


def _part(one: dict[str, Any]) -> dict[str, Any]:
    return {"id": one["id"], "property": one["property"]}
