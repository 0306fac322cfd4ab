"""Reviewed corrections of known errors in published files: ``corrections/*.yml``, one cell a file.

A correction names a cell, what the publisher's cell must still say (``expect``) and what it should say. The files
are a strict part of YAML (README there), read here so that every value is text until it is asked for: YAML itself
would take ``2018-01`` for a number here and a date there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from etl.problems import Message, error

FOLDER = Path(__file__).parent.parent / "corrections"
APPLIED, MENDED, UNFIT, NOT_HELD = "applied", "mended", "unfit", "not_held"
_LINE = re.compile(r"([a-z_]+):(?: +(.*))?")
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LONGEST = 20_000


@dataclass(frozen=True)
class Correction:
    """One cell of a release. ``name`` is its file, ``sheet`` is empty for CSV; everything is text, as reviewed."""

    name: str
    source: str
    release: str
    sheet: str
    cell: str
    expect: str
    value: str
    reason: str
    evidence: str
    reviewed: str

    @property
    def file(self) -> str:
        """The reviewed file, as it is named in notes."""
        return f"corrections/{self.name}"

    @property
    def place(self) -> tuple[int, int]:
        """0-based row and column of the cell."""
        match = _CELL.fullmatch(self.cell)
        letters, row = (match[1], match[2]) if match else ("A", "1")
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - ord("A") + 1
        return int(row) - 1, column - 1


@dataclass(frozen=True)
class Corrected:
    """What became of a correction in one file.

    state: ``applied``; ``mended`` (the cell says something else now) or ``unfit`` (it cannot be applied), both left
    alone; ``not_held``. found: what the cell says. rows: the rows that took another value, by table.
    """

    correction: Correction
    state: str
    found: str = ""
    rows: tuple[tuple[str, tuple[int, ...]], ...] = ()


class NotACorrection(ValueError):
    """A file that is no correction; the text says where and what is expected."""


NAMES = tuple(field.name for field in fields(Correction) if field.name != "name")
OPTIONAL = frozenset({"sheet"})


def files() -> list[Path]:
    """The files of the room, by name."""
    return sorted(FOLDER.glob("*.yml"))


def load() -> tuple[tuple[Correction, ...], tuple[Message, ...]]:
    """Every correction, and a message for each file that is none: nothing of such a file is applied."""
    found: list[Correction] = []
    messages: list[Message] = []
    for file in files():
        try:
            found.append(read(file.name, file.read_text("utf-8")))
        except (NotACorrection, OSError, UnicodeDecodeError) as problem:
            messages.append(error(f"corrections/{file.name}", f"{problem}. This correction is not applied."))
    return tuple(found), tuple(messages)


def read(name: str, text: str) -> Correction:
    """A correction from the text of its file; raises NotACorrection."""
    given: dict[str, str] = {}
    for number, key, value in _pairs(text[:_LONGEST]):
        if key not in NAMES:
            raise NotACorrection(f"line {number}: '{key}' is not known; known are {', '.join(NAMES)}")
        if key in given:
            raise NotACorrection(f"line {number}: '{key}' stands twice")
        given[key] = value
    if missing := [one for one in NAMES if one not in OPTIONAL and not given.get(one)]:
        raise NotACorrection(f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} missing")
    if not _CELL.fullmatch(given["cell"]):
        raise NotACorrection(f"cell '{given['cell']}' is none; expected one such as F17")
    if same(given["expect"], given["value"]):
        raise NotACorrection("value is what expect says already; expected another one")
    return Correction(name=name, **{one: given.get(one, "") for one in NAMES})


def _pairs(text: str) -> Iterator[tuple[int, str, str]]:
    """(line, key, value) of each entry; a value after ``>`` goes on over the indented lines below it."""
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        number, line = at + 1, lines[at].rstrip()
        at += 1
        if not line or line.startswith("#") or line == "---":
            continue
        match = _LINE.fullmatch(line)
        if not match:
            raise NotACorrection(f"line {number}: found '{line[:60]}'; expected 'name: value'")
        value = (match[2] or "").strip()
        if value == ">":
            folded = []
            while at < len(lines) and (lines[at].startswith("  ") or not lines[at].strip()):
                folded.append(lines[at].strip())
                at += 1
            yield number, match[1], " ".join(part for part in folded if part)
        else:
            yield number, match[1], _plain(value, number)


def _plain(value: str, number: int) -> str:
    """The text of a value: quoted, or plain where YAML means the same by it."""
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in value[1:-1]:
        if value[0] == '"' and "\\" in value:
            raise NotACorrection(f"line {number}: no escapes are read in quotes")
        return value[1:-1]
    if value[:1] in set("\"'[]{}&*!|>%@`#,?") or ": " in value or " #" in value or value.endswith(":"):
        raise NotACorrection(f"line {number}: put '{value[:60]}' into double quotes")
    return value


def same(one: object, other: object) -> bool:
    """Whether two cells say the same: equal numbers, or equal text but for spaces around it."""
    texts = [str(each).strip() for each in (one, other)]
    try:
        numbers = [float(each.replace(",", "")) for each in texts]
    except ValueError:
        return texts[0] == texts[1]
    return numbers[0] == numbers[1]
