"""What is wrong with an upload, said so that a person can mend it: sheet, cell, found, expected."""

from dataclasses import dataclass

from domain.local.sheets import SHEET_BY_NAME


@dataclass(frozen=True)
class Problem:
    """One fault. ``sheet`` and ``cell`` may be empty where the whole file is meant; ``level`` is error,
    warning or checklist (something that a scheme of its size should bring)."""

    sheet: str
    cell: str
    found: str
    expected: str
    level: str = "error"

    @property
    def title(self) -> str:
        """The sheet as the workbook names it."""
        if self.sheet in SHEET_BY_NAME:
            return SHEET_BY_NAME[self.sheet].title
        return "About" if self.sheet == "about" else self.sheet

    def __str__(self) -> str:
        place = ", ".join(
            part for part in (self.sheet and f"sheet '{self.title}'", self.cell and f"cell {self.cell}") if part
        )
        return f"{place + ': ' if place else ''}found {self.found}; expected {self.expected}."


def shown(value: object) -> str:
    """A cell's content as it is quoted in a message: short, on one line."""
    whole = isinstance(value, float) and value.is_integer()
    text = f"{value:.0f}" if whole else " ".join(str(value).split())
    return "an empty cell" if not text else f"'{text[:60]}{'…' if len(text) > 60 else ''}'"
