"""Bytes of an upload to rows: the workbook of the template, or one of its sheets as CSV.

Pure, and run in a child process with limits (``child``). The same bytes give the same draft.
"""

import csv
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from domain import periods
from domain.local.sheets import SHEET_BY_NAME, SHEETS
from etl.local import grid
from etl.local.problem import Problem, shown
from etl.local.upload import About, Row
from etl.problems import FileRefused
from etl.workbook import Workbook, a1, sniff

ABOUT, LEFT_ALONE = "about", ("checklist", "lists", "how to fill this in")
MAX_CSV = 20_000_000
_FORMULA = re.compile(
    rb'<c r="([A-Z]+[0-9]+)"[^>]*>\s*<f[^>]*?(?:/>|>.*?</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>', re.DOTALL
)


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
        """Address of a field of the row at a place."""
        return a1(self.numbers[sheet][place] - 1, self.columns[sheet].get(name, 0))


def parse(data: bytes, file_name: str, areas: Mapping[str, str]) -> Draft:
    """The draft of a file; ``areas`` maps codes and names in small letters to codes. Raises FileRefused."""
    if PurePath(file_name).suffix.casefold() == ".csv":
        return _csv(data, file_name, areas)
    if sniff(data) != "xlsx":
        raise FileRefused("an old Excel workbook (.xls)", "the template as .xlsx, or a sheet as .csv", advice=ADVICE)
    return _workbook(data, areas)


ADVICE = "Take the template from the upload page, fill it in and upload it again."


def _workbook(data: bytes, areas: Mapping[str, str]) -> Draft:
    book = Workbook(data)
    named = {name.strip().casefold(): name for name in book.sheets}
    titles = {one.title.casefold(): one.name for one in SHEETS}
    found = {titles.get(word, word.replace(" ", "_")): name for word, name in named.items()}
    held = {key: name for key, name in found.items() if key in SHEET_BY_NAME}
    if not held:
        wanted = ", ".join(one.title for one in SHEETS)
        raise FileRefused(f"the sheets {', '.join(book.sheets)[:200]}", f"one or more of: {wanted}", advice=ADVICE)
    problems = [
        Problem(name, "", "a sheet that the template does not have", "only sheets of the template", "warning")
        for key, name in found.items()
        if key not in SHEET_BY_NAME and key.replace("_", " ") not in (ABOUT, *LEFT_ALONE)
    ]
    problems += _uncalculated(data)
    about, faults = _about(book.rows(found[ABOUT]) if ABOUT in found else [], areas)
    read = {key: grid.read(SHEET_BY_NAME[key], book.rows(name), areas) for key, name in held.items()}
    return _draft(about, read, [*problems, *faults])


def _csv(data: bytes, file_name: str, areas: Mapping[str, str]) -> Draft:
    name = re.sub(r"[^a-z]+", "_", PurePath(file_name).stem.casefold()).strip("_")
    key = next((one.name for one in SHEETS if one.name in name), "")
    if not key:
        wanted = ", ".join(f"{one.name}.csv" for one in SHEETS)
        raise FileRefused(
            f"a file named {shown(file_name)}", f"one of {wanted}", advice="Rename it and upload it again."
        )
    try:
        text = data.decode("utf-8-sig")
        cells = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as problem:
        raise FileRefused(
            f"text that cannot be read ({problem})", "comma-separated text in UTF-8", advice=ADVICE
        ) from None
    return _draft(None, {key: grid.read(SHEET_BY_NAME[key], cells, areas)}, [])


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


def _about(rows: Sequence[Sequence[Any]], areas: Mapping[str, str]) -> tuple[About | None, list[Problem]]:
    """The first sheet: labels in column A, answers in column B."""
    if not rows:
        return None, []
    given: dict[str, tuple[int, str]] = {}
    for number, row in enumerate(rows):
        label = str(row[0]).strip().casefold() if row else ""
        if label in LABELS and len(row) > 1:
            cell = row[1]
            text = periods.month_of(cell) if hasattr(cell, "year") else str(cell).strip()
            given[LABELS[label]] = (number, text)
    problems: list[Problem] = []
    said = {key: given.get(key, (0, ""))[1] for key in LABELS.values()}
    problems += [
        Problem(ABOUT, a1(given.get(key, (0, ""))[0], 1), shown(said[key]), expected)
        for key, expected in EXPECTED.items()
        if not said[key]
    ]
    named = [part.strip() for part in re.split(r"[,;\n]", said["councils"]) if part.strip()]
    where = a1(given.get("councils", (0, ""))[0], 1)
    problems += [
        Problem(ABOUT, where, shown(part), "codes or names of councils in the national figures, by commas")
        for part in named
        if part.casefold() not in areas
    ]
    try:
        as_at = periods.month(periods.from_words(said["as_at"]) or said["as_at"])
    except periods.PeriodError:
        as_at = ""
        if said["as_at"]:
            where = a1(given["as_at"][0], 1)
            problems.append(Problem(ABOUT, where, shown(said["as_at"]), EXPECTED["as_at"]))
    if problems:
        return None, problems
    codes = tuple(dict.fromkeys(areas[part.casefold()] for part in named))
    return About(said["place"][:100], codes, as_at, said["role"][:100]), []


LABELS = {"place": "place", "councils": "councils", "seen as at": "as_at", "uploaded by": "role"}
EXPECTED = {
    "place": "the name of the council or partnership",
    "councils": "codes or names of councils in the national figures, by commas",
    "as_at": "a month such as 2019-04",
    "role": "a role such as 'performance analyst', never a name",
}


def _uncalculated(data: bytes) -> list[Problem]:
    """Formulas whose result was never stored: their cells would read as empty."""
    problems = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            if part.startswith("xl/worksheets/") and part.endswith(".xml"):
                cells = _FORMULA.findall(archive.read(part))
                problems += [
                    Problem(PurePath(part).stem, cell.decode(), "a formula without a stored result", "a value")
                    for cell in cells[:20]
                ]
    return problems


__all__ = ["Draft", "parse"]
