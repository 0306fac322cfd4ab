"""Layouts as data: what each publisher called things, kept in ``layouts/<source>.csv``.

Columns of such a file: ``part`` (what kind of text it is), ``name`` (our word for it), ``pattern`` (a regular
expression for the publisher's wording, matched against the whole text in any case) and ``seen`` (where and
when). A new wording is a new line, never a new branch in the code.
"""

import csv
import functools
import re
from dataclasses import dataclass, field
from pathlib import Path

from etl.listing import plain

FOLDER = Path(__file__).parent / "layouts"


@dataclass(frozen=True)
class Layout:
    """The lines of one layout file: part to (name, compiled pattern), in the order of the file."""

    parts: dict[str, tuple[tuple[str, re.Pattern[str]], ...]]
    _told: dict[tuple[str, str], str | None] = field(default_factory=dict, repr=False, compare=False)

    def name(self, part: str, text: object) -> str | None:
        """Our word for a publisher's text, or None when no line of ``part`` matches it."""
        asked = (part, str(text))
        if asked not in self._told:  # the same words come again in every workbook
            wording = plain(asked[1])
            found = (name for name, pattern in self.parts.get(part, ()) if pattern.fullmatch(wording))
            self._told[asked] = next(found, None)
        return self._told[asked]

    def names(self, part: str) -> tuple[str, ...]:
        """Our words of a part, each once, in the order of the file."""
        return tuple(dict.fromkeys(name for name, _ in self.parts.get(part, ())))

    def values(self, part: str) -> tuple[str, ...]:
        """The pattern column as plain values, for parts that hold addresses and not wordings."""
        return tuple(pattern.pattern for _, pattern in self.parts.get(part, ()))

    def matches(self, part: str, text: str) -> bool:
        """Whether any line of a part matches a text."""
        return self.name(part, text) is not None


@functools.cache
def load(source: str) -> Layout:
    """The layout of a source; raises FileNotFoundError when it has none."""
    parts: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    with open(FOLDER / f"{source}.csv", encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            pattern = re.compile(line["pattern"], re.IGNORECASE)
            parts.setdefault(line["part"], []).append((line["name"], pattern))
    return Layout({part: tuple(rows) for part, rows in parts.items()})
