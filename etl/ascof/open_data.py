"""The yearly open data: one row a figure and part of it, as a workbook (2020-21) or as CSV (2018-19, 2019-20).

The file names no year. England's denominator of measure 2A(2) is its residents of 65 and over in the middle of
the calendar year in which the financial year starts, and that number tells the year.
"""

import csv
import io
from collections.abc import Sequence
from typing import Any, NamedTuple

from domain import areas, outcomes, status
from domain.outcomes import Measure
from etl import blocks
from etl.ascof import rows
from etl.ascof.rows import Cell, Place, Row
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused, NotThisPublication

NEEDED = frozenset({"geo_code", "name", "level", "ons_code", "measure", "breakdown", "type", "value", "words"})
YEAR_MEASURE = "care_home_admissions_65_and_over"
_BLANK = Cell(None, status.NOT_AVAILABLE)


def from_csv(data: bytes) -> list[list[str]]:
    """Rows of a CSV file, in UTF-8 or the encoding of older Excel."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return list(csv.reader(io.StringIO(text)))


def columns_of(head: Sequence[Any], lay: Layout) -> dict[str, int]:
    """Our name of each column to its number; raises NotThisPublication for another table."""
    found = {name: column for column, cell in enumerate(head) if (name := lay.name("open", cell))}
    if missing := sorted(NEEDED - found.keys()):
        raise NotThisPublication(f"no columns for {', '.join(missing)}")
    return found


def year_of(cells: Sequence[Sequence[Any]], columns: dict[str, int], sheet: str, lay: Layout) -> str:
    """The financial year; raises FileRefused when England's denominator is no known number of residents."""
    for number, row in enumerate(cells[1:], 1):
        words = (lay.name("measure", row[columns["words"]]), lay.name("type", row[columns["type"]]))
        if words == (YEAR_MEASURE, "denominator") and row[columns["ons_code"]] == areas.ENGLAND:
            place = Place(sheet, number, columns["value"])
            people = rows.read(row[columns["value"]], lay, place).number
            year = lay.name("year", f"{people:.0f}") if people is not None else None
            if year is None:
                found = f"{people:,.0f} residents of 65 and over" if people else "no number of residents"
                raise FileRefused(found, f"England's of {', '.join(lay.names('year'))}", str(place))
            return year
    raise FileRefused("no denominator of 2A(2) for England", "the row that tells the year", f"sheet '{sheet}'")


def read(cells: Sequence[Sequence[Any]], sheet: str, lay: Layout) -> list[Row]:
    """Every figure of the measures that are held, for everyone together (breakdowns by age and sex are left)."""
    columns = columns_of(cells[0] if cells else (), lay)
    year = year_of(cells, columns, sheet, lay)
    asked: dict[tuple[str, str], Measure | None] = {}
    found: dict[tuple[str, str], Figure] = {}
    for number, row in enumerate(cells[1:], 1):
        if lay.name("breakdown", row[columns["breakdown"]]) != "total":
            continue
        words, code = (str(row[columns[name]]) for name in ("words", "measure"))
        place = Place(sheet, number, columns["value"])
        if (words, code) not in asked:
            asked[words, code] = rows.held(plain(words), plain(code), year, lay, place)
        if measure := asked[words, code]:
            _take(found, _Line(row, columns, place), measure, lay)
    return [_row(one, year) for one in found.values()]


class Figure(NamedTuple):
    """A figure as it comes together from its lines: whose, of which measure, and its cells with their places."""

    who: rows.Who
    measure: Measure
    code: str
    cells: dict[str, tuple[Cell, Place]]


class _Line(NamedTuple):
    row: Sequence[Any]
    columns: dict[str, int]
    place: Place

    def text(self, name: str) -> str:
        return blocks.text_of(self.row[self.columns[name]])


def _take(found: dict[tuple[str, str], Figure], line: _Line, measure: Measure, lay: Layout) -> None:
    """Add one line to the figure it is a part of."""
    part, level = lay.name("type", line.text("type")), lay.name("level", line.text("level"))
    if part is None or level is None:
        kind = f"'{line.text('type')}' of a '{line.text('level')}'"
        raise FileRefused(kind, "a part and a level of the layout", str(line.place))
    code = line.text("geo_code" if level == outcomes.COUNCIL_TYPE else "ons_code")
    who = rows.area(level, code, line.text("name"), line.place)
    figure = found.setdefault((who.area_code, measure.id), Figure(who, measure, line.text("measure"), {}))
    if part in figure.cells:
        raise FileRefused(f"{line.text('type')} of {who.name} twice", "each part once", str(line.place))
    raw = line.row[line.columns["value"]]
    if raw not in ("", None):
        figure.cells[part] = (rows.read(raw, lay, line.place), line.place)
    elif part == rows.VALUE:
        figure.cells[part] = (_BLANK, line.place)


def _row(figure: Figure, year: str) -> Row:
    if rows.VALUE not in figure.cells:
        where = str(next(iter(figure.cells.values()))[1])
        raise FileRefused(f"no outcome of {figure.code} for {figure.who.name}", "an outcome beside its parts", where)
    cells = {part: cell for part, (cell, _) in figure.cells.items()}
    what = rows.What(figure.measure.id, year, figure.code)
    return rows.make(figure.who, what, cells, figure.cells[rows.VALUE][1])
