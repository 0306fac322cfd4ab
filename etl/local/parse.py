"""Bytes of an upload to rows: the workbook of the template, or one of its sheets as CSV.

Pure, and run in a child process with limits (``child``). The same bytes give the same draft.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from domain.local.sheets import SHEET_BY_NAME, SHEETS
from etl.local import about as about_sheet
from etl.local import csv_file, grid, parts
from etl.local.problem import Problem
from etl.local.upload import About, Row
from etl.problems import FileRefused
from etl.workbook import ZIP, Workbook, a1, check_zip, sniff

ABOUT, LEFT_ALONE = "about", ("checklist", "lists", "how to fill this in")
ADVICE = parts.ADVICE
_HIDDEN = "a hidden sheet, which was read"


@dataclass(frozen=True)
class Draft:
    """What a file holds: whose it is (None where it does not say), rows by sheet, their addresses, and faults.

    numbers: row of the sheet (1-based) of each row. columns: column of each field, by sheet.
    """

    about: About | None
    rows: Mapping[str, tuple[Row, ...]]
    numbers: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def cell(self, sheet: str, place: int, name: str) -> str:
        """Address of a field of the row at a place; empty for a row that is held and not of this file."""
        if sheet not in self.numbers:
            return ""
        return a1(self.numbers[sheet][place] - 1, self.columns[sheet].get(name, 0))


def parse(data: bytes, file_name: str, areas: Mapping[str, str]) -> Draft:
    """The draft of a file; ``areas`` maps codes and names in small letters to codes. Raises FileRefused."""
    if PurePath(file_name).suffix.casefold() == ".csv" and not data.startswith(ZIP):
        sheet = csv_file.sheet_of(file_name)
        return _draft(None, {sheet: grid.read(SHEET_BY_NAME[sheet], csv_file.cells(data), areas)}, [])
    if sniff(data) != "xlsx":
        found = "an old Excel workbook (.xls), or one with a password"
        raise FileRefused(found, "the template as .xlsx, or a sheet as .csv", advice=ADVICE)
    return _workbook(data, areas)


def _workbook(data: bytes, areas: Mapping[str, str]) -> Draft:
    check_zip(data)
    marked = parts.marks(data)
    book = Workbook(data)
    titles = {one.title.casefold(): one.name for one in SHEETS}
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for name in book.sheets:
        word = name.strip().casefold()
        key = titles.get(word, word.replace(" ", "_"))
        if key in found and (key in SHEET_BY_NAME or key == ABOUT):
            problems.append(Problem(name, "", f"the same sheet as '{found[key]}'", "every sheet once"))
        found.setdefault(key, name)
    held = {key: name for key, name in found.items() if key in SHEET_BY_NAME}
    if not held:
        wanted = ", ".join(one.title for one in SHEETS)
        raise FileRefused(f"the sheets {', '.join(book.sheets)[:200]}", f"one or more of: {wanted}", advice=ADVICE)
    problems += _beside(book, found)
    about, faults = about_sheet.read(book.rows(found[ABOUT]), areas) if ABOUT in found else (None, [])
    read = {
        key: grid.read(SHEET_BY_NAME[key], marked.get(name, parts.Marks()).on(book.rows(name)), areas)
        for key, name in held.items()
    }
    return _draft(about, read, [*problems, *faults])


def _beside(book: Workbook, found: Mapping[str, str]) -> list[Problem]:
    """Sheets that are not of the template, and hidden ones."""
    warnings = [
        Problem(name, "", "a sheet that the template does not have", "only sheets of the template", "warning")
        for key, name in found.items()
        if key not in SHEET_BY_NAME and key.replace("_", " ") not in (ABOUT, *LEFT_ALONE)
    ]
    return warnings + [
        Problem(name, "", _HIDDEN, "every sheet in sight", "warning")
        for key, name in found.items()
        if name in book.hidden and key in SHEET_BY_NAME
    ]


def _draft(about: About | None, read: Mapping[str, grid.Read], problems: Sequence[Problem]) -> Draft:
    """A draft; a sheet without rows says nothing, so it leaves what is held as it is."""
    filled = {key: one for key, one in read.items() if one.rows}
    return Draft(
        about,
        {key: one.rows for key, one in filled.items()},
        {key: one.numbers for key, one in filled.items()},
        {key: one.columns for key, one in filled.items()},
        (*problems, *(problem for one in read.values() for problem in one.problems)),
    )


__all__ = ["Draft", "parse"]
