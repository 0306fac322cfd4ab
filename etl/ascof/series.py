"""The time series: a workbook with one table a measure, wide by financial year, England first and councils last."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from domain import outcomes
from domain.outcomes.measure import SURVEY_OF_CARERS
from etl import blocks, table
from etl.ascof import rows
from etl.ascof.rows import Cell, Place, Row
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.workbook import Workbook

_TITLE = re.compile(r"table (\d[a-z](?:\(\w+\))?): (.*?)(?: ?\[note.*)?", re.IGNORECASE)
_HEAD = re.compile(r"(20\d\d) to (20\d\d) - (.+)", re.IGNORECASE)
LEADS = ("nhs_code", "name", "ons_code")
Columns = dict[str, dict[str, int]]  # financial year to part to column


def read(book: Workbook, lay: Layout) -> Iterator[Row]:
    """Every figure of the measures that are held; raises FileRefused for a table that is not understood."""
    for sheet in book.sheets:
        cells = book.rows(sheet)
        titled = bool(cells and cells[0] and _TITLE.fullmatch(plain(str(cells[0][0]))))
        if titled or lay.name("sheet", sheet) == "table":  # a sheet of a new name is known by its title
            yield from _table(cells, sheet, lay)


def _table(cells: Sequence[Sequence[Any]], sheet: str, lay: Layout) -> Iterator[Row]:
    title = _TITLE.fullmatch(plain(str(cells[0][0]))) if cells else None
    if not title:
        raise FileRefused(f"'{str(cells[0][0])[:80] if cells else ''}'", "'Table 3a: …'", str(Place(sheet, 0, 0)))
    number, words = title[1], title[2]
    if lay.matches("other", words):
        return
    head = table.find_row(cells, lay, "lead", LEADS, sheet)
    leads, years = _columns(cells[head], head, sheet, lay)
    measure = rows.held(words, number, max(years), lay, Place(sheet, 0, 0))
    if measure is None:
        return
    for number_of_row in range(head + 1, len(cells)):
        row, place = cells[number_of_row], Place(sheet, number_of_row, leads["ons_code"])
        who = _who(row, leads, place, lay)
        if who is None and not all(table.blank(row[column]) for parts in years.values() for column in parts.values()):
            raise FileRefused("figures in a row without a code", "an ONS area code", str(place))
        if who is None:
            continue
        for year, parts in years.items():
            two = measure.origin == SURVEY_OF_CARERS and year == rows.BRACKETS_YEAR
            found = {
                part: Cell(raw)
                if (raw := row[column]).__class__ is float and 0 <= raw < 1e12  # nearly every cell
                else rows.read(raw, lay, Place(sheet, number_of_row, column), brackets=two)
                for part, column in parts.items()
            }
            place = Place(sheet, number_of_row, parts[rows.VALUE])
            yield rows.make(who, rows.What(measure.id, year, number.upper()), found, place)


def _who(row: Sequence[Any], leads: dict[str, int], place: Place, lay: Layout) -> rows.Who | None:
    """The area of a row; None for an empty row or a note. Only council types have [z] for a code."""
    letter, name, code = (blocks.text_of(row[leads[lead]]) for lead in LEADS)
    if not code:
        return None
    if lay.name("mark", code) == "not_applicable":
        return rows.area(outcomes.COUNCIL_TYPE, letter, name, place)
    return rows.area(rows.level_of(code), code, name, place)


def _columns(head: Sequence[Any], at_row: int, sheet: str, lay: Layout) -> tuple[dict[str, int], Columns]:
    """Lead columns, and the columns of every year; raises FileRefused for a heading that is not understood."""
    leads: dict[str, int] = {}
    years: Columns = {}
    for column, cell in enumerate(head):
        text = plain(str(cell))
        if not text:
            continue
        if lead := lay.name("lead", text):
            leads[lead] = column
            continue
        found = _HEAD.fullmatch(text)
        part = lay.name("part", found[3]) if found else None
        if not found or part is None or int(found[2]) != int(found[1]) + 1:
            expected = "a year and a part, such as '2018 to 2019 - outcome'"
            raise FileRefused(f"the column '{text}'", expected, str(Place(sheet, at_row, column)))
        parts = years.setdefault(f"{found[1]}-{found[2][2:]}", {})
        if part in parts:
            raise FileRefused(f"the column '{text}' twice", "each column once", str(Place(sheet, at_row, column)))
        parts[part] = column
    if not years or any(rows.VALUE not in parts for parts in years.values()):
        raise FileRefused(
            "a year without an outcome", "an outcome for every year", f"sheet '{sheet}', row {at_row + 1}"
        )
    _check_whole(years, f"sheet '{sheet}', row {at_row + 1}")
    return leads, years


def _check_whole(years: Columns, where: str) -> None:
    """Years follow each other, and each has the same columns and an outcome."""
    if not years or any(rows.VALUE not in parts for parts in years.values()):
        raise FileRefused("a year without an outcome", "an outcome for every year", where)
    names, first = sorted(years), years[min(years)].keys()
    starts = [int(name[:4]) for name in names]
    if starts != list(range(starts[0], starts[0] + len(starts))):
        raise FileRefused(f"the years {', '.join(names)}", "every year once, with no gap", where)
    if odd := [name for name in names if years[name].keys() != first]:
        raise FileRefused(f"other columns in {odd[0]}", f"{', '.join(first)} as in {names[0]}", where)
