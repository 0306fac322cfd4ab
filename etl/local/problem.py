"""What is wrong with an upload, said so that a person can mend it: sheet, cell, found, expected."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault. ``sheet`` and ``cell`` may be empty where the whole file is meant; ``level`` is error or warning."""

    sheet: str
    cell: str
    found: str
    expected: str
    level: str = "error"

    def __str__(self) -> str:
        place = ", ".join(
            part for part in (self.sheet and f"sheet '{self.sheet}'", self.cell and f"cell {self.cell}") if part
        )
        return f"{place + ': ' if place else ''}found {self.found}; expected {self.expected}."


def shown(value: object) -> str:
    """A cell's content as it is quoted in a message: short, on one line."""
    text = " ".join(str(value).split())
    return "an empty cell" if not text else f"'{text[:60]}{'…' if len(text) > 60 else ''}'"
