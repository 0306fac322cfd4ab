"""One wide table of a workbook: columns of figures with their slots, and a row of values for each place."""

from collections.abc import Callable
from dataclasses import dataclass, field

from domain import areas, organisations
from etl.sitrep import cells
from etl.sitrep.facts import ABSENT, NOT_SUBMITTED, NUMBER, SUPPRESSED, Facts, Slot
from etl.sitrep.places import Place, Sheet, read_places
from etl.workbook import at

Heads = dict[int, Slot]  # column number to slot
Read = Callable[[Sheet], Heads]


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
        facts.add([place.area for place in self.places], facts.number(self.slots), self.values, self.marks)


def read_grid(sheet: Sheet, heads: Read, kind: str = cells.WHOLE) -> Grid:
    """A table with its headings read by ``heads``; raises FileRefused with sheet and cell."""
    slots = heads(sheet)
    grid = Grid(sheet.name, list(slots), list(slots.values()), read_places(sheet))
    for place in grid.places:
        row = [sheet.rows[place.row][column] for column in slots]
        values, marks = cells.read(row, kind=kind, sheet=sheet.name, row=place.row, columns=grid.columns)
        grid.values.append(values)
        grid.marks.append(marks)
    return grid


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
