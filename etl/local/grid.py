"""A sheet's cells to rows of values: the header found by its words, then each row read field by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.local.examples import EXAMPLES
from domain.local.field import Field, Sheet
from etl.local.cells import Unreadable, value
from etl.local.parts import Broken
from etl.local.problem import Problem, shown
from etl.workbook import a1

HEADER_WITHIN = 12  # rows in which the header must stand
SKIPPED = ("example", "what goes in")  # first cells of rows that only explain
MAX_PROBLEMS = 200
MOST_ROWS = 50_000


@dataclass(frozen=True)
class Read:
    """Rows that could be read, the row of the sheet that each came from (1-based), and what was wrong."""

    rows: tuple[dict[str, Any], ...]
    numbers: tuple[int, ...]
    columns: Mapping[str, int]
    problems: tuple[Problem, ...]


def read(sheet: Sheet, cells: Sequence[Sequence[Any]], areas: Mapping[str, str]) -> Read:
    """Rows of a sheet; every fault with its cell, and no row with a fault."""
    found = _header(sheet, cells)
    if found is None:
        named = ", ".join(one.label for one in sheet.fields if one.required)
        return Read((), (), {}, (Problem(sheet.name, "", "no row of headings", f"a row with {named}"),))
    start, columns, problems = found
    if any(problem.level == "error" for problem in problems):
        return Read((), (), columns, tuple(problems))
    rows: list[dict[str, Any]] = []
    numbers: list[int] = []
    for number, row in enumerate(cells[start + 1 :], start + 1):
        if 0 not in columns.values() and _explains(row):
            problems += _changed_example(sheet, number, row, columns)
            continue
        if _empty(row, columns):
            continue
        if len(rows) == MOST_ROWS:
            problems.append(Problem(sheet.name, a1(number, 0), "more rows", f"at most {MOST_ROWS:,} rows a sheet"))
            break
        values, faults = _row(sheet, number, row, columns, areas)
        problems += faults
        if not faults:
            rows.append(values)
            numbers.append(number + 1)
        if len(problems) > MAX_PROBLEMS:
            break
    problems += _outside(sheet, cells[start + 1 :], start + 1, cells[start])
    return Read(tuple(rows), tuple(numbers), columns, tuple(problems))


def _header(sheet: Sheet, cells: Sequence[Sequence[Any]]) -> tuple[int, dict[str, int], list[Problem]] | None:
    """The header's row, the column of each field, and faults of the header; None where there is none."""
    words = {word.casefold(): field for field in sheet.fields for word in (field.name, field.label)}
    for number, row in enumerate(cells[:HEADER_WITHIN]):
        named = [(place, str(cell).strip()) for place, cell in enumerate(row) if str(cell or "").strip()]
        known = [(place, words[word.casefold()]) for place, word in named if word.casefold() in words]
        if len(known) >= 2 and len(known) * 2 >= len(named):
            return number, {field.name: place for place, field in known}, _faults(sheet, number, named, known)
    return None


def _faults(sheet: Sheet, number: int, named: list[tuple[int, str]], known: list[tuple[int, Field]]) -> list[Problem]:
    fields, places = [field.name for _, field in known], {place for place, _ in known}
    twice = [(place, field) for n, (place, field) in enumerate(known) if field.name in fields[:n]]
    problems = [
        Problem(sheet.name, a1(number, place), f"the heading '{field.label}' twice", "every heading once")
        for place, field in twice
    ]
    problems += [
        Problem(sheet.name, a1(number, 0), f"no heading '{field.label}'", "every heading that must be filled in")
        for field in sheet.fields
        if field.required and field.name not in fields
    ]
    problems += [
        Problem(sheet.name, a1(number, place), f"the heading {shown(word)}", "a heading of the template", "warning")
        for place, word in named
        if place not in places and word.casefold() not in ("row", "note")
    ]
    return problems


def _row(
    sheet: Sheet, number: int, row: Sequence[Any], columns: Mapping[str, int], areas: Mapping[str, str]
) -> tuple[dict[str, Any], list[Problem]]:
    values: dict[str, Any] = {}
    problems = []
    for field in sheet.fields:
        place = columns.get(field.name)
        cell = row[place] if place is not None and place < len(row) else None
        try:
            values[field.name] = value(field, cell, areas)
        except Unreadable as problem:
            where = a1(number, place if place is not None else 0)
            found = str(cell) if isinstance(cell, Broken) else shown("" if cell is None else cell)
            problems.append(Problem(sheet.name, where, found, str(problem)))
    return values, problems


def _empty(row: Sequence[Any], columns: Mapping[str, int]) -> bool:
    """Whether nothing stands under any heading of the template."""
    return not any(str(row[place]).strip() for place in columns.values() if place < len(row) and row[place] is not None)


def _explains(row: Sequence[Any]) -> bool:
    return bool(row) and isinstance(row[0], str) and row[0].strip().casefold().startswith(SKIPPED)


def _changed_example(sheet: Sheet, number: int, row: Sequence[Any], columns: Mapping[str, int]) -> list[Problem]:
    """A warning for an example row that somebody wrote their own values into: it is not read."""
    if not str(row[0]).strip().casefold().startswith("example"):
        return []
    held = {name: _as_text(row[place]) for name, place in columns.items() if place < len(row)}
    known = [{name: _as_text(one.get(name)) for name in held} for one in EXAMPLES[sheet.name]]
    if held in known or not any(held.values()):
        return []
    found = "an example row with other values, which is not read"
    expected = "the word 'Example' taken out, if it is meant"
    return [Problem(sheet.name, a1(number, 0), found, expected, "warning")]


def _as_text(cell: Any) -> str:
    text = str("" if cell is None else cell).strip().casefold()
    try:
        return f"{float(text.replace(',', '')):g}"
    except ValueError:
        return text


def _outside(sheet: Sheet, rows: Sequence[Sequence[Any]], first: int, header: Sequence[Any]) -> list[Problem]:
    """A warning for the first value that stands under no heading at all."""
    headed = {place for place, cell in enumerate(header) if str("" if cell is None else cell).strip()}
    for number, row in enumerate(rows, first):
        for place, cell in enumerate(row):
            if place not in headed and place > 0 and str("" if cell is None else cell).strip():
                found = f"{shown(cell)} under no heading, which is not read"
                return [Problem(sheet.name, a1(number, place), found, "a heading of the template above it", "warning")]
    return []
