"""The series of a pack as tidy tables: one row for each month and part, missing months included."""

from typing import Any

from domain import breaks, delays, periods, status
from domain.delays import BODIES, BODY_LABELS, CARE_LABELS, CARE_TYPES, REASON_BY_CODE, REASON_CODES
from domain.indicators import EMERGENCY, INDICATORS
from exports import cells
from exports.figures import Cut, Figures
from exports.pack import NOT_HELD, NOT_IN_USE, Absent, Column, Table
from warehouse.queries.cuts import CutDays
from warehouse.queries.series import Observation

BEDS, RATE = "dtoc_beds", "dtoc_beds_per_100k_18plus"
MONTH = Column("period", "Month", "Calendar month", kind="month")
STATE = (
    Column("status", "Status", "published, revised, derived here, estimated, not submitted, not held or not shown"),
    Column("note", "Note", "What has to be said of the value"),
)
ORIGIN = (
    Column("vintage", "Vintage", "Day on which the version used was issued"),
    Column("source", "Source", "Id of the publication"),
    Column("file_name", "File", "File the value was read from"),
)
DAYS = (
    Column("dtoc_days", "Delayed days", "Days of delay in the calendar month", "days", "number"),
    Column(BEDS, "People a day", "Delayed days divided by the days of the month", "people per day", "number", 1),
    Column("share_pct", "Share", "Share of all delayed days of the area in the month", "%", "number", 1),
)


def by_body(found: Figures) -> Table:
    """Delays by who was responsible."""
    keys = {body: (body, delays.ALL, delays.ALL) for body in (*BODIES, delays.ALL)}
    return _split(found, "body", "responsible body", keys, BODY_LABELS)


def by_reason(found: Figures) -> Table:
    """Delays by reason."""
    keys = {code: (delays.ALL, code, delays.ALL) for code in (*REASON_CODES, delays.ALL)}
    return _split(found, "reason", "reason", keys, reason_labels())


def by_care(found: Figures) -> Table:
    """Delays by type of care."""
    keys = {care: (delays.ALL, delays.ALL, care) for care in (*CARE_TYPES, delays.ALL)}
    return _split(found, "care_type", "type of care", keys, CARE_LABELS)


def reason_labels() -> dict[str, str]:
    """Reasons as their letter and what it stands for."""
    return {**{code: f"{code} {REASON_BY_CODE[code].label}" for code in REASON_CODES}, delays.ALL: "All"}


def _split(found: Figures, key: str, what: str, cuts: dict[str, tuple[str, str, str]], labels: dict[str, str]) -> Table:
    columns = (
        MONTH,
        Column(key, f"Id of {what}", f"Id of the {what}; all is their sum"),
        Column(f"{key}_label", what.capitalize(), f"Name of the {what}"),
        *DAYS,
        *STATE,
        *ORIGIN,
    )
    rows = tuple(
        (month, name, labels[name], *_cells(found, (month, *cut)))
        for month in found.months
        for name, cut in cuts.items()
    )
    about = f"Delayed days, and people delayed on an average day, by {what}, for {len(found.months)} months."
    return Table(f"by_{key}", f"Delays by {what}", about, columns, rows, delays_sources(found))


def delays_sources(found: Figures) -> tuple[str, ...]:
    """Publications of the area's delays."""
    return tuple(sorted({one.source for one in found.cuts.values()})) or ("dtoc_councils",)


def _cells(found: Figures, cut: Cut) -> tuple[Any, ...]:
    one, whole = found.cuts.get(cut), found.cuts.get((cut[0], delays.ALL, delays.ALL, delays.ALL))
    if one is None:
        absent = _absent(cut, whole)
        return absent, absent, absent, absent.words, _why(cut, absent), "", "", ""
    days = cells.number(one.days, one.status)
    beds = days if isinstance(days, Absent) else cells.whole(days / periods.days_in(one.period))
    return days, beds, _share(days, whole), status.LABELS[one.status], _parts(one), *_origin(found, one)


def _origin(found: Figures, one: CutDays | Observation | None) -> tuple[str, str, str]:
    """Vintage, publication and file of a value; empty for a month that is not held."""
    return (one.vintage, one.source, found.file_name(one.snapshot_id)) if one else ("", "", "")


def _absent(cut: Cut, whole: CutDays | None) -> Absent:
    """Why a cut has no row: a reason that was not in use yet, else a month that is not held."""
    early = cut[2] == "O" and cut[0] < delays.O_FIRST_USED
    return NOT_IN_USE if early and whole is not None else NOT_HELD


def _why(cut: Cut, absent: Absent) -> str:
    if absent is NOT_IN_USE:
        return f"first used in {periods.label(delays.O_FIRST_USED)}"
    return cells.ENDED if cut[0] > breaks.DTOC_LAST else ""


def _share(days: cells.Cell, whole: CutDays | None) -> cells.Cell:
    if isinstance(days, Absent):
        return days
    if whole is None or whole.days is None:
        return NOT_HELD
    return cells.whole(days / whole.days * 100) if whole.days else Absent("[z]", "no delays")


def _parts(one: CutDays) -> str:
    return f"{one.missing} of {one.parts} councils not submitted" if one.missing and one.parts > 1 else ""


def beside_england(found: Figures) -> Table:
    """The area's rate beside England's, month by month."""
    columns = (
        MONTH,
        Column("area_per_100k", "Area per 100,000", "DTOC beds per 100,000 adults, area", _RATE, "number", 1),
        Column("england_per_100k", "England per 100,000", "DTOC beds per 100,000 adults, England", _RATE, "number", 1),
        Column("difference", "Area minus England", "The first less the second", _RATE, "number", 1),
        Column("area_beds", "Area people a day", "DTOC beds of the area", "people per day", "number", 1),
        Column("england_beds", "England people a day", "DTOC beds of England", "people per day", "number", 1),
        *STATE,
        Column("vintage", "Vintage", "Day on which the version used for the area was issued"),
        Column("file_name", "File", "File the area's value was read from"),
        Column("england_vintage", "England's vintage", "Day on which the version used for England was issued"),
        Column("england_file_name", "England's file", "File England's value was read from"),
    )
    about = "People delayed on an average day for every 100,000 residents aged 18 and over, beside England."
    sources = (*delays_sources(found), "dtoc_england", "population")
    rows = tuple(_beside(found, month) for month in found.months)
    return Table("england_beside", "Delays beside England", about, columns, rows, sources)


_RATE = "people per day per 100,000 aged 18 and over"


def _beside(found: Figures, month: str) -> tuple[Any, ...]:
    mine, other = found.series[RATE].get(month), found.england[RATE].get(month)
    notes = [cells.note(mine, RATE, month), f"England: {other.note}" if other and other.note else ""]
    return (
        month,
        cells.value(mine),
        cells.value(other),
        _minus(cells.value(mine), cells.value(other)),
        cells.value(found.series[BEDS].get(month)),
        cells.value(found.england[BEDS].get(month)),
        cells.state(mine),
        "; ".join(note for note in notes if note),
        *_origin(found, mine)[::2],
        *_origin(found, other)[::2],
    )


def _minus(one: cells.Cell, other: cells.Cell) -> cells.Cell:
    """The difference of two numbers, or why there is none."""
    if isinstance(one, Absent):
        return one
    return other if isinstance(other, Absent) else cells.whole(one - other)


def emergency(found: Figures) -> Table:
    """England's emergency care, one row for each month and indicator."""
    columns = (
        MONTH,
        Column("indicator", "Indicator id", "Permanent id of the indicator"),
        Column("label", "Indicator", "Name of the indicator"),
        Column("value", "Value", "Value in the month", "see unit", "number", -1),
        Column("unit", "Unit", "Unit of the value"),
        *STATE,
        *ORIGIN,
    )
    wanted = [one for one in INDICATORS if one.family == EMERGENCY]
    rows = []
    for month in found.months:
        for defined in wanted:
            one = found.series[defined.id].get(month)
            what = month, defined.id, defined.label, cells.value(one), defined.unit
            rows.append((*what, cells.state(one), cells.note(one, defined.id, month), *_origin(found, one)))
    about = f"Emergency admissions, attendances and waits, England, for {len(found.months)} months."
    return Table("emergency_care", "Emergency care", about, columns, tuple(rows), ("ae_england",))
