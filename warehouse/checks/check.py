"""What a check of the loaded tables is, and how one is run: two questions in SQL, one answer.

A check is declared, never programmed: how many things it looks at, and which of them are wrong. Where there is
nothing to look at it is not applicable, which is neither passed nor failed.
"""

from dataclasses import dataclass
from typing import Any

from warehouse.reader import View

PASSED, FAILED, NOT_APPLICABLE = "passed", "failed", "not applicable"
EXAMPLES = 5


@dataclass(frozen=True)
class Check:
    """One thing that must hold.

    about:  the table it is about. says: what must hold, as a sentence without a full stop.
    looked: SQL for how many things it looks at. wrong: SQL for those that are wrong, with what names them first.
    """

    about: str
    says: str
    looked: str
    wrong: str

    @property
    def id(self) -> str:
        """Its name: what it is about and what it says."""
        return f"{self.about}: {self.says}"


@dataclass(frozen=True)
class Result:
    """What became of a check: passed, failed or not applicable, how much it looked at, and what is wrong."""

    check: Check
    looked: int
    wrong: int
    examples: tuple[tuple[Any, ...], ...] = ()

    @property
    def status(self) -> str:
        """The outcome in a word."""
        if self.wrong:
            return FAILED
        return PASSED if self.looked else NOT_APPLICABLE

    def as_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        told = [[None if cell is None else str(cell) for cell in row] for row in self.examples]
        return {
            "check": self.check.id,
            "status": self.status,
            "looked_at": self.looked,
            "wrong": self.wrong,
            "examples": told,
        }


def run(check: Check, view: View) -> Result:
    """Run one check on the build that a view holds."""
    looked = int(view.rows(check.looked)[0][0] or 0)
    wrong = view.rows(check.wrong)
    return Result(check, looked, len(wrong), tuple(wrong[:EXAMPLES]))


def each(table: str, says: str, bad: str, *, named: str, where: str = "TRUE") -> Check:
    """A check of every row of a table: ``bad`` is the condition that no row may meet."""
    return among(table, says, f"SELECT * FROM national.{table} WHERE {where}", bad, named=named)


def among(about: str, says: str, things: str, bad: str, *, named: str = "*") -> Check:
    """A check of the rows of a query: ``bad`` is the condition that none may meet."""
    return Check(about, says, f"SELECT COUNT(*) FROM ({things})", f"SELECT {named} FROM ({things}) WHERE {bad}")


def none_missing(about: str, says: str, wanted: str, found: str) -> Check:
    """A check that every row of one query is a row of another."""
    return Check(about, says, f"SELECT COUNT(*) FROM ({wanted})", f"{wanted} EXCEPT {found}")
