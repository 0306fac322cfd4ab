"""Reading one part of an address of any content: what cannot be used is left out and named in ``ignored``."""

from collections.abc import Mapping
from typing import Any

from analysis.rebase import Rebase
from domain import periods, vintages
from domain.vintages import CURRENT, Vintage, VintageError

LONGEST = 200  # characters of a reason or a name in a link


def one(value: Any) -> str:
    """A text: the first where there are several, empty for anything else."""
    first = value[0] if isinstance(value, list | tuple) and value else value
    return first.encode("utf-8", "ignore").decode().strip() if isinstance(first, str) else ""


def of(given: Mapping[str, str], key: str, known: Mapping[str, str], usual: str, ignored: list[str]) -> str:
    """One of the known values, or the usual one."""
    value = given.get(key, "")
    if value and value not in known:
        ignored.append(key)
    return value if value in known else usual


def month(given: Mapping[str, str], key: str, ignored: list[str]) -> str:
    """A month, empty for the latest."""
    if given.get(key, "latest") in ("", "latest"):
        return ""
    try:
        return periods.month(given[key])
    except periods.PeriodError:
        ignored.append(key)
        return ""


def vintage(given: Mapping[str, str], ignored: list[str]) -> Vintage:
    """A version of the figures."""
    try:
        return vintages.parse(given.get("vintage", ""))
    except VintageError:
        ignored.append("vintage")
        return CURRENT


def rebase(given: Mapping[str, str], older: str, ignored: list[str]) -> Rebase | None:
    """A rebase that names its month, its reason and its author; anything less is none.

    older: the reason in links made before reasons for delay could be chosen.
    """
    start = month(given, "rebase", ignored)
    reason, author = (given.get("because", "") or older)[:LONGEST], given.get("author", "")[:LONGEST]
    if start and reason and author:
        return Rebase(start, reason, author)
    if given.get("rebase") and "rebase" not in ignored:
        ignored.append("rebase")
    return None
