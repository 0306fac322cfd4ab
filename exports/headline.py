"""The headline: each indicator in the month, and its changes by METHODS M3 (per day, incomplete years refused)."""

import math
from collections.abc import Sequence
from typing import Any

from analysis import change
from analysis.change import Change
from components import text
from domain import periods
from domain.indicators import INDICATOR_BY_ID, Indicator
from exports import cells
from exports.cells import Cell
from exports.figures import Figures, published
from exports.pack import NOT_HELD, Absent, Column, Table
from warehouse.queries.series import Observation

MIXED = -1  # decimals: whole numbers whole, others with one
NOT_GIVEN = Absent("[x]", "not given")
NO_MEAN = Absent("[z]", "not given: a percentage is not averaged over months")
LACKING = "councils not submitted"  # the note of a region's month
POINTS = "percentage points"
COLUMNS = (
    Column("indicator", "Indicator id", "Permanent id of the indicator"),
    Column("label", "Indicator", "Name of the indicator"),
    Column("period", "Month", "The month of the pack", kind="month"),
    Column("value", "Value", "Value in the month", "see unit", "number", MIXED),
    Column("unit", "Unit", "Unit of the values"),
    Column("month_before", "Month before", "Value in the month before", "see unit", "number", MIXED),
    Column("month_before_change", "Change on month before", "Relative change per day", "see change_unit", "number", 1),
    Column("year_before", "Same month last year", "Value a year before", "see unit", "number", MIXED),
    Column("year_before_change", "Change on last year", "Relative change per day", "see change_unit", "number", 1),
    Column("twelve_months", "12 months to the month", "Total, or mean per day", "see unit", "number", MIXED),
    Column("twelve_months_before", "12 months before those", "Total, or mean per day", "see unit", "number", MIXED),
    Column("twelve_months_change", "Change over 12 months", "Relative change per day", "see change_unit", "number", 1),
    Column("change_unit", "Unit of changes", "% of the earlier value per day, or percentage points"),
    Column("in_words", "In words", "The changes as sentences; within 1 % either way is similar"),
    Column("status", "Status", "published, revised, derived here, estimated, not submitted, not held or not shown"),
    Column("note", "Note", "What has to be said of the value"),
    Column("vintage", "Vintage", "Day on which the version used was issued"),
    Column("source", "Source", "Id of the publication"),
    Column("file_name", "File", "File the value was read from"),
)


def table(found: Figures) -> Table:
    """A row for each indicator that is published for the area."""
    rows = tuple(_row(found, INDICATOR_BY_ID[name]) for name in published(found.area))
    sources = ("dtoc_england", "ae_england", "population") if found.is_england else ("dtoc_councils", "population")
    about = (
        "Each indicator in the month, beside the month before, the same month of the year before, and 12 months "
        "beside the 12 before. Changes are per calendar day."
    )
    return Table("headline", "Headline figures", about, COLUMNS, rows, sources)


def _row(found: Figures, defined: Indicator) -> tuple[Any, ...]:
    months, at = found.series[defined.id], found.month
    one, before, year = months.get(at), periods.plus(at, -1), periods.plus(at, -12)
    now, then = periods.span(periods.plus(at, -11), at), periods.span(periods.plus(at, -23), year)
    changes = [_change(defined, months, [at], [before]), _change(defined, months, [at], [year])]
    changes.append(NO_MEAN if _points(defined) else _change(defined, months, now, then))
    return (
        defined.id,
        defined.label,
        at,
        cells.value(one),
        defined.unit,
        cells.value(months.get(before)),
        _size(changes[0]),
        cells.value(months.get(year)),
        _size(changes[1]),
        _stretch(defined, months, now),
        _stretch(defined, months, then),
        _size(changes[2]),
        POINTS if _points(defined) else "%",
        _words(defined, months, changes, (now, then)),
        cells.state(one),
        _note(found, one, defined),
        one.vintage if one else "",
        one.source if one else "",
        found.file_name(one.snapshot_id) if one else "",
    )


def _note(found: Figures, one: Observation | None, defined: Indicator) -> str:
    """What has to be said of the value, and of a region's months in which a council sent no return."""
    months = found.series[defined.id]
    short = [month for month in found.months if month in months and LACKING in months[month].note]
    parts = [cells.note(one, defined.id, found.month)]
    if short:
        listed = text.join([text.month(month) for month in short])
        parts.append(f"returns of a council are missing from {len(short)} of {len(found.months)} months ({listed})")
    return "; ".join(part for part in parts if part)


def _points(defined: Indicator) -> bool:
    return defined.unit == "%"


def _counts(defined: Indicator, months: dict[str, Observation]) -> dict[str, float]:
    """Values as counts of a month, which ``analysis.change`` takes per day."""
    held = {month: one.value for month, one in months.items() if one.value is not None}
    return {month: value * (periods.days_in(month) if defined.per_day else 1) for month, value in held.items()}


def _change(
    defined: Indicator, months: dict[str, Observation], now: Sequence[str], then: Sequence[str]
) -> Change | float | Absent:
    counts = _counts(defined, months)
    if _points(defined):
        held = now[0] in counts and then[0] in counts
        return counts[now[0]] - counts[then[0]] if held else NOT_GIVEN
    return change.compare(counts, now, then) or NOT_GIVEN


def _size(moved: Change | float | Absent) -> Cell:
    """A change as the number of its cell: per cent, or percentage points."""
    if isinstance(moved, Change):
        return Absent("[z]", "up from none") if math.isinf(moved.ratio) else moved.ratio * 100
    return moved


def _stretch(defined: Indicator, months: dict[str, Observation], some: Sequence[str]) -> Cell:
    """Total of twelve months; for what is per day their mean per day."""
    counts = _counts(defined, months)
    if _points(defined):
        return NO_MEAN
    if any(month not in counts for month in some):
        return NOT_GIVEN
    total = sum(counts[month] for month in some)
    return cells.whole(total / sum(map(periods.days_in, some)) if defined.per_day else total)


def _words(
    defined: Indicator,
    months: dict[str, Observation],
    changes: Sequence[Change | float | Absent],
    year: tuple[Sequence[str], Sequence[str]],
) -> str:
    at = year[0][-1]
    parts = [
        _against(defined, months, moved, at, other)
        for moved, other in zip(changes[:2], (periods.plus(at, -1), periods.plus(at, -12)), strict=True)
    ]
    if isinstance(changes[2], Change):
        countable = not defined.per_adults
        words = text.more_or_fewer(changes[2], countable=countable)
        parts.append(f"12 months: {words} {_than(changes[2])} in the 12 before")
    elif changes[2] is NOT_GIVEN:
        parts.append(f"12 months: not given ({_missing(months, [*year[1], *year[0]])})")
    return "; ".join(parts)


def sentences(words: str) -> tuple[str, str, str]:
    """The changes in words one by one: on the month before, on the year before, and over 12 months (may be empty)."""
    first, second, third = [*words.split("; ", maxsplit=2), "", ""][:3]
    return first, second, third


def _against(
    defined: Indicator, months: dict[str, Observation], moved: Change | float | Absent, at: str, other: str
) -> str:
    label = text.month(other)
    if isinstance(moved, Absent):
        lacking = other if isinstance(cells.value(months.get(at)), (int, float)) else at
        return f"{label}: not given, {text.month(lacking)} is {_why(months.get(lacking))}"
    if isinstance(moved, Change):
        return f"{text.more_or_fewer(moved, countable=not defined.per_adults)} {_than(moved)} in {label}"
    if f"{abs(moved):.1f}" == "0.0":
        return f"about the same as in {label}"
    return f"{text.decimal(abs(moved), 1)} {POINTS} {'higher' if moved > 0 else 'lower'} than in {label}"


def _than(moved: Change) -> str:
    return "as" if moved.direction == "similar" else "than"


def _why(one: Observation | None) -> str:
    found = cells.value(one)
    return found.words if isinstance(found, Absent) else NOT_HELD.words


def _missing(months: dict[str, Observation], some: Sequence[str]) -> str:
    """Which months of a stretch have no value, each kind apart."""
    by_kind: dict[str, list[str]] = {}
    for month in some:
        found = cells.value(months.get(month))
        if isinstance(found, Absent):
            by_kind.setdefault(found.words, []).append(text.month(month))
    count = sum(map(len, by_kind.values()))
    if count > 6:
        kinds = text.join([f"{kind} {len(which)}" for kind, which in by_kind.items()])
        return f"{count} of {len(some)} months have no value, {kinds}"
    return "; ".join(f"{kind}: {text.join(which)}" for kind, which in by_kind.items())
