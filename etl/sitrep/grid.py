"""One wide table of a workbook: columns of figures with their slots, and a row of values for each place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain import areas, organisations
from etl import table
from etl.layout import Layout
from etl.problems import FileRefused
from etl.sitrep import cells
from etl.sitrep.facts import ABSENT, NOT_SUBMITTED, NUMBER, SUPPRESSED, Facts, Slot
from etl.sitrep.places import Place, find_england, read_places
from etl.workbook import at

Heads = dict[int, Slot]  # column number to slot
Rows = Sequence[Sequence[Any]]
Read = Callable[[Rows, int, int, Layout, str], Heads]


@dataclass
class Grid:
    """A table as read: values and marks by place, in the order of ``columns``; NaN where a mark says why."""

    sheet: str
    columns: list[int]
    slots: list[Slot]
    places: tuple[Place, ...]
    values: list[list[float]] = field(default_factory=list)
    marks: list[list[int]] = field(default_factory=list)

    def where(self, place: int, column: int) -> str:
        """Sheet and cell of a figure."""
        return at(self.sheet, self.places[place].row, self.columns[column])

    def of(self, *kinds: str) -> list[int]:
        """Numbers of the places of some kinds."""
        return [number for number, place in enumerate(self.places) if place.kind in kinds]

    def pour(self, facts: Facts) -> None:
        """Add every figure to the facts of the file."""
        for place, values, marks in zip(self.places, self.values, self.marks, strict=True):
            facts.add(place.area, self.slots, values, marks)


def read_grid(rows: Rows, lay: Layout, sheet: str, *, heads: Read, kind: str = cells.WHOLE) -> Grid:
    """A table with its headings read by ``heads``; raises FileRefused with sheet and cell."""
    top, label = find_england(rows, lay, sheet)
    slots = heads(rows, top, label, lay, sheet)
    places = read_places(rows, lay, sheet, england=(top, label))
    grid = Grid(sheet, list(slots), list(slots.values()), places)
    for place in places:
        row = rows[place.row]
        values, marks = cells.read([row[c] for c in slots], kind=kind, sheet=sheet, row=place.row, columns=grid.columns)
        grid.values.append(values)
        grid.marks.append(marks)
    return grid


def heading_row(rows: Rows, top: int, label: int, lay: Layout, part: str, sheet: str) -> int:
    """The last row above England's with a heading of a part to the right of the labels."""
    for number in range(top - 1, -1, -1):
        if any(isinstance(cell, str) and cell and lay.name(part, cell) for cell in rows[number][label + 1 :]):
            return number
    words = ", ".join(lay.names(part)[:4])
    raise FileRefused("no row of headings", f"headings such as {words}", f"sheet '{sheet}', above row {top + 1}")


def used(rows: Rows, top: int, column: int) -> bool:
    """Whether a column holds anything from England's row on."""
    return any(not table.blank(row[column]) for row in rows[top:])


def mark_suppressed(grid: Grid) -> None:
    """Dashes that stand for suppression: a column that no board and no provider has, but England does.

    Small groups (discharges to a hospice, some reasons) are published for regions and England only. A row that is
    nothing but dashes sent no return.
    """
    local = grid.of(organisations.ICB, organisations.PROVIDER)
    england = grid.of(areas.COUNTRY)[0]
    hidden = [
        c
        for c in range(len(grid.columns))
        if grid.marks[england][c] == NUMBER and all(grid.marks[place][c] == NOT_SUBMITTED for place in local)
    ]
    for place in local:
        marks = grid.marks[place]
        if NUMBER in marks:
            for c in hidden:
                marks[c] = SUPPRESSED


def drop_lost_days(grid: Grid) -> list[str]:
    """Days on which not one provider sent a return: a total of 0 is no number then. The days, as ISO dates."""
    providers = grid.of(organisations.PROVIDER)
    lost = []
    for day in dict.fromkeys(slot.period for slot in grid.slots):
        columns = [c for c, slot in enumerate(grid.slots) if slot.period == day]
        if any(grid.marks[place][c] == NUMBER for place in providers for c in columns):
            continue
        lost.append(day)
        for values, marks in zip(grid.values, grid.marks, strict=True):
            if not any(values[c] for c in columns if marks[c] == NUMBER):
                for c in columns:
                    values[c], marks[c] = ABSENT, NOT_SUBMITTED
    return lost
