"""Answers of interfaces (JSON) that are cut, nested, mistyped or about nothing."""

import copy
import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from tests.faults.corpus.samples import Sample
from tests.faults.corpus.verdict import Case

NOTHING: tuple[Any, ...] = (None, [], {}, "", 0, "text", [None], [[]], [1], True)


def answers(sample: Sample) -> Iterator[Case]:
    """Each part of an answer in turn is gone, of another type or about something else."""
    text, whole = sample.body.decode(), json.loads(sample.body)
    yield Case("a byte order mark", b"\xef\xbb\xbf" + sample.body)
    for name, body in {
        "blanks around": f"\n\n {text} \n",
        "in lines": json.dumps(whole, indent=1),
    }.items():
        yield Case(name, body.encode(), same=True)
    for name, body in {
        "nested too deep": "[" * 100_000,
        "an object too deep": '{"a":' * 100_000,
        "a list of it": f"[{text}]",
        "without its end": text[:-1],
        "a comma too many": text[:-1] + ",}",
        "single quotes": text.replace('"', "'"),
        "a comment": f"/* */ {text}",
        "a word": "null",
        "an error with status 200": '{"error": {"code": 400, "message": "Cannot perform query"}}',
        "in UTF-16": "",
    }.items():
        data = body.encode() if body else text.encode("utf-16")
        yield Case(name, data, refused=True, told=True)
    yield Case("the answer twice", (text + text).encode())
    for name in whole:
        for value in NOTHING:
            yield Case(
                f"{name} as {value!r}", _changed(whole, lambda one, n=name, v=value: one.update({n: v})), other=True
            )
    yield from _rows(whole)


def _rows(whole: dict[str, Any]) -> Iterator[Case]:
    """The rows of an answer: its longest list of objects."""
    lists = [key for key, value in whole.items() if isinstance(value, list) and len(value) > 3]
    if not lists:
        return
    name = max(lists, key=lambda key: len(whole[key]))
    inner = next((key for key, value in whole[name][0].items() if isinstance(value, dict)), "")

    def row(one: dict[str, Any], number: int) -> dict[str, Any]:
        found: dict[str, Any] = one[name][number][inner] if inner else one[name][number]
        return found

    yield Case("a row twice", _changed(whole, lambda one: one[name].append(one[name][0])))
    yield Case("no rows", _changed(whole, lambda one: one[name].clear()), refused=True)
    for field in row(whole, 0):
        yield Case(f"{field} gone", _changed(whole, lambda one, f=field: row(one, 3).pop(f)), where=("area", "row"))
        for value in (None, [], {"a": 1}, "", "<script>", -1e308, 1e999, True, "E12"):
            change = _changed(whole, lambda one, f=field, v=value: row(one, 3).update({f: v}))
            yield Case(f"{field} as {value!r}", change, where=("area", "row", "code"), reads_as=(value, str(value)))


def _changed(whole: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> Callable[[], bytes]:
    return partial(_written, whole, change)


def _written(whole: dict[str, Any], change: Callable[[dict[str, Any]], object]) -> bytes:
    one = copy.deepcopy(whole)
    change(one)
    return json.dumps(one).encode()
