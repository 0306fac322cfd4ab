"""The daily table once read: discharges of one day put together, numbers below 0 refused, the month told."""

from domain import discharge, periods
from etl.problems import FileRefused
from etl.sitrep.facts import ABSENT, NUMBER
from etl.sitrep.grid import Grid
from etl.sitrep.headings import AFTER_17, BY_17


def join_split(grid: Grid) -> None:
    """Discharges before and after 17:00 become the discharges of the day; a day with one part only has no sum."""
    by_key = {(slot.period, slot.measure): c for c, slot in enumerate(grid.slots)}
    late = [(by_key[day, BY_17], c) for (day, name), c in by_key.items() if name == AFTER_17]
    whole = {day for day, name in by_key if name == discharge.DISCHARGED}
    for early, after in late:
        for values, marks in zip(grid.values, grid.marks, strict=True):
            both = marks[early] == marks[after] == NUMBER
            values[early] = values[early] + values[after] if both else ABSENT
            marks[early] = max(marks[early], marks[after])
        grid.slots[early] = grid.slots[early]._replace(measure=discharge.DISCHARGED)
    gone = {after for _, after in late} | {early for early, _ in late if grid.slots[early].period in whole}
    if gone:
        kept = [c for c in range(len(grid.columns)) if c not in gone]
        grid.columns, grid.slots = [grid.columns[c] for c in kept], [grid.slots[c] for c in kept]
        grid.values = [[values[c] for c in kept] for values in grid.values]
        grid.marks = [[marks[c] for c in kept] for marks in grid.marks]


def refuse_negative(grid: Grid) -> None:
    """No count is below 0, but for people remaining where more were discharged than were counted that day."""
    by_key = {(slot.period, slot.measure): c for c, slot in enumerate(grid.slots)}
    for place, (values, marks) in enumerate(zip(grid.values, grid.marks, strict=True)):
        for c in [number for number, value in enumerate(values) if value < 0]:
            value = values[c]
            day, measure = grid.slots[c].period, grid.slots[c].measure
            people, out = (by_key.get((day, name), c) for name in discharge.DAILY[:2])
            explained = measure == discharge.REMAINING and marks[people] == marks[out] == NUMBER
            if not explained or values[people] - values[out] != value:
                raise FileRefused(f"'{value:g}'", "a number of at least 0", grid.where(place, c))


def month_of(grid: Grid) -> str:
    """The month of all days of the table; raises FileRefused where they are of two."""
    months = sorted({slot.period[:7] for slot in grid.slots})
    if len(months) > 1:
        found = f"days of {periods.label(months[0])} and of {periods.label(months[-1])}"
        raise FileRefused(found, "the days of one month", f"sheet '{grid.sheet}'")
    return months[0]
