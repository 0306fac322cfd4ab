"""Writes a pack as a workbook that a screen reader can follow: cover, contents, notes, one marked table a sheet.

All text is written as text, so nothing in the data can become a formula or a link. The same pack gives the same
bytes: the only date inside is that of the build.
"""

import io
from datetime import date
from typing import Any

import xlsxwriter

from components import text
from domain import periods
from exports.charts import insert
from exports.csv_files import REAL
from exports.pack import Absent, Column, Pack, Table
from exports.sheets import Sheet, sheets
from exports.styles import FACE, Styles, plain

AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST, NARROWEST = 60, 13
WHAT = "Delayed transfers of care, and for England emergency care, in one month and the 23 before."


def workbook(pack: Pack) -> bytes:
    """The workbook of a pack."""
    out = io.BytesIO()
    # the writer changes the properties that it is given, so each book gets its own
    book = xlsxwriter.Workbook(out, {**AS_TEXT, "in_memory": True, "default_format_properties": {**FACE}})
    _properties(book, pack)
    styles, parts = Styles(book), sheets(pack)
    _cover(book, styles, pack)
    _listing(book, styles, pack, "Contents", _contents(parts), links=True)
    _listing(book, styles, pack, "Notes", _notes(pack))
    for part in parts:
        _figures(book, styles, pack, part)
    book.close()
    return out.getvalue()


def title(pack: Pack) -> str:
    """Title of the document, which says first when the figures are invented."""
    words = f"Month pack: {pack.area.name}, {text.month(pack.month)}"
    return plain(f"{pack.banner.rstrip('.')}. {words}" if pack.banner else words)


def _properties(book: Any, pack: Pack) -> None:
    said = {
        "title": title(pack),
        "subject": WHAT,
        "author": "Interface Monitor",
        "comments": pack.licence,
        "keywords": f"{pack.area.code}, {pack.month}, build {pack.build}",
        "status": pack.banner or REAL,
        "created": pack.made_at,
    }
    book.set_properties(said)
    book.set_custom_property("Language", "en-GB", "text")
    book.set_custom_property("Build", pack.build, "text")


def _sheet(book: Any, styles: Styles, pack: Pack, name: str, heading: str) -> tuple[Any, int]:
    """A new sheet with its heading and, for invented figures, the banner; the next free row."""
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, heading, styles.heading)
    if not pack.banner:
        return sheet, 1
    sheet.set_header(f"&C{pack.banner}")
    sheet.write_string(1, 0, pack.banner, styles.banner)
    return sheet, 2


def _cover(book: Any, styles: Styles, pack: Pack) -> None:
    sheet, row = _sheet(book, styles, pack, "Cover", f"Month pack: {pack.area.name}, {text.month(pack.month)}")
    sheet.set_column(0, 0, 100)
    lines = (
        f"Area: {pack.area.name} ({pack.area.code}).",
        f"Month: {text.month(pack.month)}; series from {text.month(pack.start)}.",
        WHAT,
        f"Licence: {pack.licence}",
        f"Build {pack.build}, made on {text.day(pack.made_at.date())}. The same build gives the same bytes.",
        f"Revised since the month before: {pack.revised.words}",
        "The notes say what [x] and [z] mean; the files that every number came from are on the last sheet.",
    )
    for at, line in enumerate(lines, row):
        sheet.write_string(at, 0, line, styles.wrapped)
    sheet.write_url(row + len(lines), 0, "internal:'Contents'!A1", styles.link, "Contents")


def _contents(parts: tuple[Sheet, ...]) -> Table:
    rows = [("Cover", "What this is"), ("Notes", "Shorthand, methods, definitions and events")]
    rows += [(part.name, part.table.about) for part in parts]
    columns = (Column("sheet", "Sheet", ""), Column("holds", "What it holds", ""))
    return Table("contents", "Contents", "", columns, tuple(rows))


def _notes(pack: Pack) -> Table:
    return Table("notes", "Notes", "", (Column("word", "Word", ""), Column("meaning", "Meaning", "")), pack.notes)


def _listing(book: Any, styles: Styles, pack: Pack, name: str, table: Table, *, links: bool = False) -> None:
    """A sheet of two columns of text, the second wrapped; the first links to sheets where asked."""
    sheet, row = _sheet(book, styles, pack, name, table.title)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 100)
    _table(sheet, styles, table, row)
    for at, line in enumerate(table.rows, row + 1):
        if links:
            sheet.write_url(at, 0, f"internal:'{line[0]}'!A1", styles.link, line[0])
        else:
            sheet.write_string(at, 0, line[0], styles.wrapped)
        sheet.write_string(at, 1, line[1], styles.wrapped)
    sheet.freeze_panes(row + 1, 0)


def _figures(book: Any, styles: Styles, pack: Pack, part: Sheet) -> None:
    sheet, row = _sheet(book, styles, pack, part.name, f"{part.title}: {pack.area.name}")
    for line in part.lines:
        sheet.write_string(row, 0, line)
        row += 1
    sheet.write_url(row, 0, "internal:'Contents'!A1", styles.link, "Back to the contents")
    row += 1
    for at, column in enumerate(part.table.columns):
        sheet.set_column(at, at, _width(part.table, at, column))
    _table(sheet, styles, part.table, row)
    sheet.freeze_panes(row + 1, 1)
    insert(book, sheet, part, row)


def _table(sheet: Any, styles: Styles, table: Table, row: int) -> None:
    """A marked table: header row with the titles, then every row."""
    heads = [{"header": column.title, "header_format": styles.head} for column in table.columns]
    last = row + len(table.rows)
    name = f"table_{table.name}"
    options = {"columns": heads, "style": "Table Style Light 1", "name": name, "autofilter": len(table.rows) > 1}
    sheet.add_table(row, 0, last, len(table.columns) - 1, options)
    for at, line in enumerate(table.rows, row + 1):
        for place, (column, value) in enumerate(zip(table.columns, line, strict=True)):
            _cell(sheet, styles, (at, place), column, value)


def _cell(sheet: Any, styles: Styles, at: tuple[int, int], column: Column, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, Absent):
        sheet.write_string(*at, str(value), styles.absent)
    elif column.kind == "month":
        sheet.write_datetime(*at, periods.first_day(value), styles.month)
    elif isinstance(value, (int, float)):
        sheet.write_number(*at, value, styles.number(column.decimals, value))
    else:
        sheet.write_string(*at, value.isoformat() if isinstance(value, date) else value)


def _width(table: Table, at: int, column: Column) -> float:
    """Wide enough for the longest value and the longest word of the title."""
    if column.kind == "month":
        return 18.0
    longest = max((len(_shown(row[at])) for row in table.rows), default=0)
    word = max(len(part) for part in column.title.split()) + 4  # the arrow of the filter
    return float(min(WIDEST, max(NARROWEST, word, longest + 2)))


def _shown(value: Any) -> str:
    return f"{value:,.1f}" if isinstance(value, float) else str(value)
