"""A workbook of the discharge reports: the tables of a month, or the sheets of the national series."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from domain import discharge, organisations, periods
from etl import metadata
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused, NotThisPublication
from etl.sitrep import agree, cells, days, headings, long_format, missing, series
from etl.sitrep.facts import Facts
from etl.sitrep.grid import Grid, Read, drop_lost_days, mark_suppressed, read_grid
from etl.sitrep.places import open_sheet
from etl.source import Columns, Parsed
from etl.workbook import Workbook

FEW = 3  # sheets that a long file in a workbook may have
DAILY_SERIES, WEEKLY_SERIES = "daily_series", "weekly_series"
TABLES = {
    "missing": "organisations that sent nothing",
    "weekly": "bed days",
    "pathways": "pathways",
    "reasons": "reasons",
}
Rows = Sequence[Sequence[Any]]


@dataclass
class Book:
    """A workbook being read: the rows of its sheets by what they hold, with the sheet's name, and what was found."""

    lay: Layout
    sheets: dict[str, tuple[str, Rows]] = field(default_factory=dict)
    cover: dict[str, Any] = field(default_factory=dict)
    facts: Facts = field(default_factory=Facts)
    notes: list[str] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The title on the cover, empty without one."""
        return plain(str(self.cover.get("title", "")))


def read(data: bytes, lay: Layout, *, whole: Sequence[str]) -> Parsed:
    """Tidy tables of a workbook; raises FileRefused, or NotThisPublication for a workbook of another kind.

    whole: the measures of a day that boards and providers publish in full.
    """
    workbook = Workbook(data)
    if long := _long_sheet(workbook, lay):
        return long
    book = _look(workbook, lay)
    _identify(book, workbook)
    found = _month(book, whole) if "daily" in book.sheets else _national(book)
    printed = metadata.dated_notes(book.cover)
    return Parsed(
        key=found.key,
        title=book.title or "Discharge situation report, without a cover sheet",
        start=found.start,
        end=found.end,
        published=metadata.day(book.cover.get("published")),
        revised=metadata.day(book.cover.get("revised")),
        tables={**book.facts.tables(), **found.tables},
        series=found.series,
        notes=(*book.notes, *printed),
    )


def _long_sheet(workbook: Workbook, lay: Layout) -> Parsed | None:
    """The long file, should it have been put into a workbook; its sheet may have any name."""
    for name in workbook.sheets[:FEW]:
        if len(workbook.sheets) <= FEW and lay.name("sheet", name) is None:
            rows = workbook.rows(name)
            if long_format.is_long(rows):
                return long_format.read(rows, lay, f"sheet '{name}'")
    return None


@dataclass(frozen=True)
class Found:
    """What a workbook is a release of, the months it covers, and its tables beside the figures."""

    key: str
    start: str
    end: str
    series: str
    tables: dict[str, Columns] = field(default_factory=dict)


def _look(workbook: Workbook, lay: Layout) -> Book:
    """Sheets by what they hold: their names say which may be ours, their titles and headings which they are."""
    book = Book(lay)
    for name in sorted(workbook.sheets, key=lambda one: one in workbook.hidden):  # hidden ones last, in their order
        kind = lay.name("sheet", name)
        if kind is None:
            continue
        rows = workbook.rows(name)
        if kind == "cover":
            book.cover = metadata.read(rows, lay)
            continue
        what = kind if kind != "table" else _holds(rows, lay)
        if not what:
            book.notes.append(f"sheet '{name}' is not read: its title '{series.title(rows)[:80]}' is new")
        elif what in book.sheets and name in workbook.hidden:
            book.notes.append(f"the hidden sheet '{name}' is not read beside '{book.sheets[what][0]}'")
        elif what in book.sheets:
            raise FileRefused(f"sheets '{book.sheets[what][0]}' and '{name}'", f"one sheet of {what} figures")
        else:
            book.sheets[what] = name, rows
    return book


def _holds(rows: Rows, lay: Layout) -> str:
    """What a table holds, by its title or, where that is new, by its headings; empty when neither tells."""
    if named := lay.name("title", series.title(rows)):
        return named
    for row in rows[:15]:
        for part in ("daily", "weekly"):
            if len({lay.name(part, cell) for cell in row if isinstance(cell, str) and cell} - {None}) > 1:
                return part
    return ""


def _identify(book: Book, workbook: Workbook) -> None:
    """Whether it is this publication: by the title on its cover or, without one, by what it calls England."""
    if book.title:
        if not book.lay.matches("identity", book.title):
            raise NotThisPublication(f"its title is '{book.title[:60]}'")
    elif "daily" in book.sheets:
        sheet, rows = book.sheets["daily"]
        opened = open_sheet(rows, book.lay, sheet)
        said = str(rows[opened.top][opened.label])
        if not book.lay.matches("own_england", said):
            raise NotThisPublication(f"it calls England '{said}'")
        book.notes.append("there is no cover sheet: the month is that of the days, the date of issue is not known")
    if not {"daily", DAILY_SERIES} & book.sheets.keys():
        names = ", ".join(workbook.sheets)[:120]
        if book.title:
            raise FileRefused(f"the sheets {names}", "a table of daily figures")
        raise NotThisPublication(f"no table of daily figures among the sheets {names}")


def _month(book: Book, whole: Sequence[str]) -> Found:
    """The tables of one month."""
    daily = _daily(book, whole)
    month = days.month_of(daily)
    _check_cover(book, month)
    daily.pour(book.facts)
    weekly = _table(book, "weekly", headings.weekly, daily)
    if weekly:
        book.notes += agree.notes(weekly)
    pathways = _table(book, "pathways", headings.pathways(month), daily)
    if pathways:
        book.notes += [*agree.notes(pathways), *agree.between(daily, pathways)]
    weeks = len({slot.period for slot in weekly.slots}) if weekly else 0
    reasons = _table(book, "reasons", headings.reasons(month, weeks), daily, whole=cells.ANY)
    if reasons:
        book.notes += agree.notes(reasons, average=True)
    if "missing" in book.sheets:
        sheet, rows = book.sheets["missing"]
        missing.pour(rows, book.lay, sheet, month, book.facts)
    for kind, what in TABLES.items():
        if kind not in book.sheets:
            book.notes.append(f"there is no table of {what}")
    _series_beside(book)
    return Found(month, month, month, discharge.MONTHLY_FILES, {"organisations": _organisations(daily)})


def _daily(book: Book, whole: Sequence[str]) -> Grid:
    sheet, rows = book.sheets["daily"]
    grid = read_grid(open_sheet(rows, book.lay, sheet), headings.daily)
    days.join_split(grid)
    days.refuse_negative(grid)
    if lost := drop_lost_days(grid):
        book.notes.append(f"sheet '{sheet}': nobody sent figures on {', '.join(lost)}; a total of 0 is left out")
    book.notes += agree.notes(grid, whole=whole)
    return grid


def _table(book: Book, kind: str, heads: Read, daily: Grid, *, whole: str = cells.WHOLE) -> Grid | None:
    """One of the tables beside the daily one, poured into the facts; None where the workbook has none."""
    if kind not in book.sheets:
        return None
    sheet, rows = book.sheets[kind]
    grid = read_grid(open_sheet(rows, book.lay, sheet), heads, whole)
    for place, values in zip(grid.places, grid.values, strict=True):
        cells.refuse_negative(values, sheet=sheet, row=place.row, columns=grid.columns)
    mark_suppressed(grid)
    grid.pour(book.facts)
    if odd := {place.area for place in grid.places} ^ {place.area for place in daily.places}:
        some = ", ".join(code for _, code in sorted(odd)[:5])
        book.notes.append(f"sheet '{sheet}': {len(odd)} organisations ({some}) stand on it or on '{daily.sheet}' only")
    return grid


def _check_cover(book: Book, month: str) -> None:
    """The period on the cover is the month of the days; where it is not, every day speaks against one cell."""
    printed = book.cover.get("period")
    if printed in (None, ""):
        return
    said = metadata.month(printed, "cover sheet, Period")
    if said != month:
        found = f"the period on the cover is {periods.label(said)}, the days are of {periods.label(month)}"
        book.notes.append(f"{found}: it is taken for {periods.label(month)}")


def _organisations(daily: Grid) -> Columns:
    """Regions, boards and providers as the daily table prints them."""
    local = [place for place in daily.places if place.kind in organisations.KINDS]
    return {
        "code": [place.code for place in local],
        "name": [place.name for place in local],
        "kind": [place.kind for place in local],
        "region": [place.region for place in local],
        "icb_code": ["" for _ in local],
    }


def _national(book: Book) -> Found:
    """The national series: daily and, where there is one, weekly.

    A series whose places of discharge are named otherwise stands beside the one we know and does not replace it.
    """
    found = _series_beside(book)[-1]
    start, end = found.months
    known = {*book.lay.names("location"), ""}
    new = {detail for _, _, detail in found.named.values()} - known
    return Found("series, other pathways" if new else "series", start, end, discharge.TIME_SERIES)


def _series_beside(book: Book) -> tuple[series.Series, ...]:
    """Pour the sheets of a series, which one monthly workbook carried along too; the daily one last."""
    poured = []
    for kind, part in ((WEEKLY_SERIES, "weekly"), (DAILY_SERIES, "daily")):
        if kind in book.sheets:
            sheet, rows = book.sheets[kind]
            found = series.read(rows, book.lay, sheet, part=part)
            found.pour(book.facts)
            poured.append(found)
            if part == "daily":
                book.notes += agree.series_notes(found)
    return tuple(poured)
