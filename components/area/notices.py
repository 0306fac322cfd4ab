"""Calm lines about parts of an address that could not be used on the page of an area."""

from collections.abc import Sequence
from typing import Any

from dash import html

from components import states
from components.url_state import Scope, href


def unknown(shown: str, nearest: Sequence[tuple[str, str]], path: str) -> list[Any]:
    """No area of this name or code: what is shown in its place, and links to the (code, name) most like it."""
    links: list[Any] = []
    for code, name in nearest:
        links += [", " if links else "", html.A(name, href=href(path, Scope(code).query))]
    near = [" The nearest names are: ", *links, "."] if links else []
    return [states.banner([f"The area in this address is not held, so {shown} is shown.", *near])]


def ignored(keys: Sequence[str]) -> list[Any]:
    """Parts of the address that could not be used; nothing when all were."""
    if not keys:
        return []
    named = " and ".join(f"‘{key}’" for key in dict.fromkeys(keys))
    months = " Months are written as 2018-01." if {"from", "to"} & set(keys) else ""
    return [states.banner([f"The part {named} of this address could not be used.{months}"])]
