"""Callback bodies: those that the pages send, and mutations of them from a seeded generator."""

import copy
import json
import random
from typing import Any

PATH = "/_dash-update-component"
JUNK: tuple[Any, ...] = (
    None, True, False, 0, -1, 1e308, "", "x", "\u0000", "\ud800", "../..", "2018-01", "9999-99", "<b>", "' OR 1=1 --",
    [], {}, [None], [[1]], {"a": 1}, ["2018-01"] * 3, "x" * 5000, ["x"] * 200, 10**30, "\uff12018-01", "0000-01",
    float("nan"), float("inf"), -0.0, [[[["2018-01"]]]], {"a": {"b": [{}]}}, "x" * 300_000, "E06999002", "England",
)  # fmt: skip
PATHS = (
    "/",
    "/data",
    "/operational/area",
    "/data/",
    "/nope",
    "//",
    "/\u0000",
    "/\ud800",
    "/a/../b",
    "/%00",
    "/" + "x" * 3000,
)
QUERIES = (
    "",
    "?",
    "?from=2018-01",
    "?from=x&to=",
    "?from=2018-01&from=2017-01",
    "?=&&=",
    "?%00=%ff",
    "?self=1",
    "?area=Quillshire",
    "?area=%ff&from=x",
)
DAMAGE = (b"\x00", b"NaN", b"Infinity", b"\xff\xfe", b"}", b"[" * 5000, b"")
CODINGS = ("utf-16", "utf-16-be", "utf-32", "utf-7", "cp500")


def valid(callback_map: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A body for each callback that runs on the server, by its output."""
    values = {"_pages_location.pathname": "/", "_pages_location.search": "", "home-from.value": "2016-10"}
    values |= {"home-to.value": "2018-01", "data-refresh-clock.n_intervals": 1}
    values |= {"area-area.value": "Saltmarrow", "area-from.value": "2017-02", "area-to.value": "2018-01"}
    values |= {"trends-every.n_clicks": 1}
    found = {}
    for output, callback in callback_map.items():
        if "callback" not in callback:
            continue
        inputs = [
            {**part, "value": values.get(f"{part['id']}.{part['property']}", "all")} for part in callback["inputs"]
        ]
        state = [{**part, "value": "rebase=2017-04&reason=x&author=y"} for part in callback["state"]]
        parts = [
            dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in output.strip(".").split("...")
        ]
        body = {"output": output, "outputs": parts if output.startswith("..") else parts[0], "inputs": inputs}
        found[output] = {**body, "changedPropIds": [f"{inputs[0]['id']}.{inputs[0]['property']}"], "state": state}
    return found


def mutated(body: Any, others: list[str], rng: random.Random) -> bytes:
    """A body, changed in one to three places; now and then its very text is damaged. ``others`` are known outputs."""
    body = copy.deepcopy(body)
    for _ in range(rng.randint(1, 3)):
        change = rng.choice((_value, _value, _value, _anywhere, _drop, _add, _swap, _elsewhere(others)))
        body = change(body, rng)
    text = json.dumps(body)
    if rng.random() < 0.1:
        text = _twice(text, rng)
    if rng.random() < 0.05:
        return text.encode(rng.choice(CODINGS), "replace")
    data = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.1:
        place = rng.randrange(len(data))
        data = data[:place] + rng.choice(DAMAGE) + data[place + 1 :]
    return data


def _value(body: Any, rng: random.Random) -> Any:
    """What a forged page could send: the right shape with any value."""
    for part in body.get("inputs", []) if isinstance(body, dict) and isinstance(body.get("inputs"), list) else []:
        if isinstance(part, dict) and rng.random() < 0.7:
            of = {"pathname": PATHS, "search": QUERIES}.get(str(part.get("property")), JUNK)
            part["value"] = copy.deepcopy(rng.choice(of if rng.random() < 0.8 else JUNK))
    return body


def _places(tree: Any) -> list[tuple[Any, Any]]:
    found = []
    for key in list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ():
        found += [(tree, key), *_places(tree[key])]
    return found


def _anywhere(body: Any, rng: random.Random) -> Any:
    if places := _places(body):
        holder, key = rng.choice(places)
        holder[key] = copy.deepcopy(rng.choice(JUNK))
        return body
    return rng.choice(JUNK)


def _drop(body: Any, rng: random.Random) -> Any:
    if places := _places(body):
        holder, key = rng.choice(places)
        del holder[key]
    return body


def _add(body: Any, rng: random.Random) -> Any:
    if places := [holder for holder, _ in _places(body)]:
        holder = rng.choice(places)
        if isinstance(holder, dict):
            holder[rng.choice(("", "id", "value", "__proto__", "output", "x"))] = copy.deepcopy(rng.choice(JUNK))
        else:
            holder.append(copy.deepcopy(rng.choice(JUNK)))
    return body


def _swap(body: Any, rng: random.Random) -> Any:
    """Inputs or states in another order, or in one another's place."""
    lists = [value for value in body.values() if isinstance(value, list) and value] if isinstance(body, dict) else []
    if lists:
        rng.shuffle(rng.choice(lists))
    return body


def _elsewhere(others: list[str]) -> Any:
    """The output of another callback, or of none."""

    def change(body: Any, rng: random.Random) -> Any:
        unknown = ("", "nope.children", "..", "....", "home-head.children...", "_pages_content.style", "x" * 9000)
        if isinstance(body, dict):
            body["output"] = rng.choice((*others, *unknown, None, 7, ["a"], {"a": "b"}))
        return body

    return change


def _twice(text: str, rng: random.Random) -> str:
    """A key that is given a second time, with something else."""
    key = rng.choice(("output", "outputs", "inputs", "state", "changedPropIds", "x"))
    return f'{text[:-1]}, "{key}": {json.dumps(rng.choice(JUNK))}}}' if text.endswith("}") else text
