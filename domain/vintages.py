"""Which version of a figure is meant: the current one, the first one, or the one that was out on a day.

A publisher issues a figure and may revise it; every version that was loaded is kept. *Final* is the version in
use now, *first* the oldest that is held, and *as at* a day the one that was current on that day.
"""

from dataclasses import dataclass
from datetime import date

from domain import periods

FINAL, FIRST, AS_AT = "final", "first", "as_at"
EXPECTED = "final, first or a day such as 2018-05-10"


class VintageError(ValueError):
    """A text that names no version; the message says what was found and what is expected."""


@dataclass(frozen=True)
class Vintage:
    """A version: ``kind`` is final, first or as_at; ``day`` is set for as_at only."""

    kind: str = FINAL
    day: date | None = None

    @property
    def is_final(self) -> bool:
        """Whether the version in use now is meant."""
        return self.kind == FINAL

    @property
    def text(self) -> str:
        """As it is written in commands and links: ``final``, ``first`` or ``2018-05-10``."""
        return self.day.isoformat() if self.day else self.kind

    @property
    def words(self) -> str:
        """The version in words, for the head of a page and for exports."""
        if self.day:
            return f"as published by {periods.day_label(self.day)}"
        return "as first published" if self.kind == FIRST else "current version"


CURRENT, FIRST_PUBLISHED = Vintage(), Vintage(FIRST)


def parse(text: str) -> Vintage:
    """A version from a command or a link; empty text is the current one. Raises VintageError."""
    cleaned = text.strip().lower()
    if cleaned in ("", FINAL):
        return CURRENT
    if cleaned == FIRST:
        return FIRST_PUBLISHED
    return as_at(cleaned)


def as_at(text: str) -> Vintage:
    """The version that was out on a day, ``YYYY-MM-DD``; raises VintageError."""
    cleaned = text.strip()
    try:
        day = date.fromisoformat(cleaned)
    except ValueError:
        day = None
    if day is None or day.isoformat() != cleaned:
        raise VintageError(f"'{text}' names no version; expected {EXPECTED}")
    return Vintage(AS_AT, day)
