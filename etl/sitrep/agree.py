"""What should add up in a file, and where it does not: said with sheet and cell, while the published value stands.

Regions make England on every sheet. Boards and providers make England in what they publish in full: acute reports
leave discharges to a hospice out below regions, community reports leave them out of everybody who no longer needs
to stay; so each report has one measure that must add up (``whole``). Averages of weekly snapshots need not add up
over providers that missed a week.
"""

from collections.abc import Iterator, Sequence

from domain import areas, discharge, organisations
from etl.problems import FileRefused
from etl.sitrep.facts import NUMBER
from etl.sitrep.grid import Grid
from etl.sitrep.series import Series

SHOWN = 3  # cells named in one note
MOST_WRONG = 0.5  # share of figures that must add up beyond which a file is refused
AVERAGE = 0.51  # decimals of averages are published in full, their sums may be off by a rounding
Found = tuple[str, float, float]  # cell, value found, value expected


def notes(grid: Grid, *, whole: Sequence[str] = (), average: bool = False) -> Iterator[str]:
    """A note for each way in which a table does not agree with itself.

    Raises FileRefused where most regions do not make England, or most people remaining are not those left: such a
    file was misread or is not what it says.
    """
    tolerance = AVERAGE if average else 0.0
    found = list(_sums(grid, organisations.NHS_REGION, tolerance))
    yield from _told(grid.sheet, "the regions do not add up to England", found, len(grid.columns))
    columns = [c for c, slot in enumerate(grid.slots) if slot.measure in whole]
    for kind in (organisations.ICB, organisations.PROVIDER):
        if grid.of(kind):
            what = f"the rows of each {organisations.KIND_LABELS[kind]} do not add up to England"
            yield from _told(grid.sheet, what, list(_sums(grid, kind, tolerance, columns)))
    if discharge.REMAINING in {slot.measure for slot in grid.slots}:
        what, of = "people less those discharged are not those remaining", len(grid.columns) * len(grid.places) // 3
        yield from _told(grid.sheet, what, list(_left(grid)), of)


def _sums(grid: Grid, kind: str, tolerance: float, columns: Sequence[int] | None = None) -> Iterator[Found]:
    england, parts = grid.of(areas.COUNTRY)[0], grid.of(kind)
    for c in range(len(grid.columns)) if columns is None else columns:
        if grid.marks[england][c] != NUMBER:
            continue
        total = sum([grid.values[place][c] for place in parts if grid.marks[place][c] == NUMBER])
        if abs(total - grid.values[england][c]) > tolerance:
            yield grid.where(england, c), grid.values[england][c], total


def _left(grid: Grid) -> Iterator[Found]:
    by_day: dict[str, dict[str, int]] = {}
    for c, slot in enumerate(grid.slots):
        by_day.setdefault(slot.period, {})[slot.measure] = c
    for columns in by_day.values():
        people, gone, left = (columns[name] for name in discharge.DAILY)
        for place, (values, marks) in enumerate(zip(grid.values, grid.marks, strict=True)):
            if marks[people] == marks[gone] == marks[left] == NUMBER and values[people] - values[gone] != values[left]:
                yield grid.where(place, left), values[left], values[people] - values[gone]


def _told(sheet: str, what: str, found: Sequence[Found], of: int = 0) -> Iterator[str]:
    """One note for all cells of a kind; raises FileRefused where most of ``of`` figures (if given) do not agree."""
    if of and len(found) > MOST_WRONG * of:
        where, value, expected = found[0]
        raise FileRefused(f"{value:,g}, and {len(found) - 1} more figures like it: {what}", f"{expected:,g}", where)
    if found:
        cells = "; ".join(
            f"{where.partition(', ')[2]}: {value:,g}, expected {expected:,g}"
            for where, value, expected in found[:SHOWN]
        )
        more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
        yield f"sheet '{sheet}': {what} ({cells}{more}); the published figures are used"


def between(daily: Grid, pathways: Grid) -> Iterator[str]:
    """England's discharges by pathway make the discharges of its days."""
    england = daily.of(areas.COUNTRY)[0], pathways.of(areas.COUNTRY)[0]
    days = sum(
        value
        for slot, value, mark in zip(daily.slots, daily.values[england[0]], daily.marks[england[0]], strict=True)
        if slot.measure == discharge.DISCHARGED and mark == NUMBER
    )
    month = sum(
        v for v, mark in zip(pathways.values[england[1]], pathways.marks[england[1]], strict=True) if mark == NUMBER
    )
    if days != month:
        where = pathways.where(england[1], 0)
        sums = f"discharges by pathway add up to {month:,g}, those by day to {days:,g}"
        yield f"{where}: {sums}; both are kept as published"


def series_notes(found: Series) -> Iterator[str]:
    """What does not agree within a daily series."""
    names = {name: c for c, name in enumerate(found.named.values())}
    people, gone, left = (names[name, discharge.ALL, ""] for name in discharge.DAILY)
    places = [c for (_, pathway, _), c in names.items() if pathway != discharge.ALL]
    wrong: list[Found] = []
    for row, (values, marks) in enumerate(zip(found.values, found.marks, strict=True)):
        if marks[people] == marks[gone] == marks[left] == NUMBER and values[people] - values[gone] != values[left]:
            wrong.append((found.where(row, left), values[left], values[people] - values[gone]))
    yield from _told(found.sheet, "people less those discharged are not those remaining", wrong, len(found.days))
    short = [
        (found.where(row, gone), values[gone], total)
        for row, (values, marks) in enumerate(zip(found.values, found.marks, strict=True))
        if places
        and all(marks[c] == NUMBER for c in places)
        and (total := sum(values[c] for c in places)) != values[gone]
    ]
    yield from _told(found.sheet, "places of discharge do not add up to all discharges", short, 2 * len(found.days))
