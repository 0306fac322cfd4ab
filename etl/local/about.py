"""The first sheet of a workbook to whose it is: labels in column A, answers in column B."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain import periods
from etl.local.problem import Problem, shown
from etl.local.upload import About
from etl.workbook import a1

SHEET, LONGEST = "about", 100
LABELS = {"place": "place", "councils": "councils", "seen as at": "as_at", "uploaded by": "role"}
EXPECTED = {
    "place": "the name of the council or partnership, at most 100 characters",
    "councils": "codes or names of councils in the national figures, by commas",
    "as_at": "a month such as 2019-04",
    "role": "a role such as 'performance analyst', never a name, at most 100 characters",
}
_UNSEEN = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True)
class Answer:
    """What stands beside a label, and in which cell."""

    text: str
    cell: str


def read(rows: Sequence[Sequence[Any]], areas: Mapping[str, str]) -> tuple[About | None, list[Problem]]:
    """Whose a workbook is, or every fault of the sheet."""
    given: dict[str, Answer] = {}
    problems: list[Problem] = []
    for number, row in enumerate(rows):
        key = LABELS.get(str(row[0]).strip().casefold(), "") if row else ""
        if not key:
            continue
        cell = a1(number, 1)
        if key in given:
            problems.append(Problem(SHEET, a1(number, 0), shown(row[0]) + " twice", "every label once"))
        else:
            given[key] = Answer(_text(row[1]) if len(row) > 1 else "", cell)
    said = {key: given.get(key, Answer("", "")) for key in EXPECTED}
    problems += [
        Problem(SHEET, one.cell, shown(one.text) if key in given else f"no line '{_label(key)}'", EXPECTED[key])
        for key, one in said.items()
        if not _usable(key, one.text)
    ]
    named = [part.strip() for part in re.split(r"[,;\n]", said["councils"].text) if part.strip()]
    unknown = [part for part in named if part.casefold() not in areas]
    problems += [Problem(SHEET, said["councils"].cell, shown(part), EXPECTED["councils"]) for part in unknown]
    if problems:
        return None, problems
    codes = tuple(dict.fromkeys(areas[part.casefold()] for part in named))
    return About(said["place"].text, codes, _month(said["as_at"].text), said["role"].text), []


def _text(cell: Any) -> str:
    if hasattr(cell, "year"):
        return periods.month_of(cell)
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _label(key: str) -> str:
    return next(label for label, name in LABELS.items() if name == key).capitalize()


def _usable(key: str, text: str) -> bool:
    if not text or _UNSEEN.search(text.replace("\n", "") if key == "councils" else text):
        return False
    if key == "as_at":
        return bool(_month(text))
    if key == "place":
        return len(text) <= LONGEST and bool(re.search(r"[a-z0-9]", text.casefold()))
    return key == "councils" or len(text) <= LONGEST


def _month(text: str) -> str:
    """The month that a text names, from 2000 on; empty for none."""
    try:
        found = periods.month(periods.from_words(text) or text)
    except periods.PeriodError:
        return ""
    return found if "2000-01" <= found < "2100-01" else ""
