"""Writes a pack as a workbook that a screen reader can follow: cover, contents, notes, one marked table a sheet.

All text is written as text, so nothing in the data can become a formula or a link. The same pack gives the same
bytes: the only date inside is that of the build.
"""

import io
from collections.abc import Sequence
from datetime import date
from typing import Any

import xlsxwriter

from components import text
from domain import periods
from exports import fit
from exports.charts import insert
from exports.csv_files import LOCAL, REAL
from exports.pack import Absent, Column, Number, Pack, Table
from exports.sheets import Sheet, lines, sheets
from exports.styles import FACE, Styles, plain

AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
ROOM = {"default_column_width": 80, "default_row_height": 21}  # pixels, of the face in twelve points
HEADING, COVER, LISTING = 30, 110, (34, 100)  # pixels of the heading; widths of the sheets of words
WHAT = "Delayed transfers of care, and for England emergency care, in one month and the 23 before."


def workbook(pack: Pack) -> bytes:
    """The workbook of a pack."""
    out = io.BytesIO()
    # the writer changes the properties that it is given, so each book gets its own
    book = xlsxwriter.Workbook(out, {**AS_TEXT, **ROOM, "in_memory": True, "default_format_properties": {**FACE}})
    _properties(book, pack)
    styles, parts = Styles(book), sheets(pack)
    _cover(book, styles, pack)
    _listing(book, styles, pack, "Contents", _contents(pack, parts), links=True)
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
        "status": pack.banner or (f"{REAL}; {LOCAL.lower()}" if pack.table("board") else REAL),
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
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.fit_to_pages(1, 1)
    sheet.set_row_pixels(0, HEADING)
    sheet.write_string(0, 0, heading, styles.heading)
    if not pack.banner:
        return sheet, 1
    sheet.set_header(f"&C{pack.banner}")
    sheet.write_string(1, 0, pack.banner, styles.banner)
    return sheet, 2


def _cover(book: Any, styles: Styles, pack: Pack) -> None:
    sheet, row = _sheet(book, styles, pack, "Cover", f"Month pack: {pack.area.name}, {text.month(pack.month)}")
    sheet.set_column(0, 0, COVER)
    said = (
        f"Area: {pack.area.name} ({pack.area.code}).",
        f"Month: {text.month(pack.month)}; series from {text.month(pack.start)}.",
        WHAT,
        f"Licence: {pack.licence}",
        f"{pack.built}, made on {text.day(pack.made_at.date())}. The same build gives the same bytes.",
        f"Revised since the month before: {pack.revised.words}",
        "The notes say what [x] and [z] mean; the files that every number came from are on the last sheet.",
    )
    for at, line in enumerate(said, row):
        sheet.write_string(at, 0, line, styles.wrapped)
        sheet.set_row(at, fit.height([line], [COVER]))
    sheet.write_url(row + len(said), 0, "internal:'Contents'!A1", styles.link, "Contents")


def _contents(pack: Pack, parts: tuple[Sheet, ...]) -> Table:
    rows = [("Cover", "What this is"), ("Notes", "Shorthand, methods, definitions and events")]
    rows += [(part.name, part.table.about) for part in parts]
    columns = (Column("sheet", "Sheet", ""), Column("holds", "What it holds", ""))
    return Table("contents", "Contents", "", columns, tuple(rows), pack.sources)


def _notes(pack: Pack) -> Table:
    columns = (Column("word", "Word", ""), Column("meaning", "Meaning", ""))
    return Table("notes", "Notes", "", columns, pack.notes, pack.sources)


def _listing(book: Any, styles: Styles, pack: Pack, name: str, table: Table, *, links: bool = False) -> None:
    """A sheet of two columns of text, the second wrapped; the first links to sheets where asked."""
    sheet, row = _sheet(book, styles, pack, name, table.title)
    row = _above(sheet, row, lines(pack, table))
    _table(sheet, styles, table, row, LISTING)
    for at, line in enumerate(table.rows if links else (), row + 1):
        sheet.write_url(at, 0, f"internal:'{line[0]}'!A1", styles.link, line[0])


def _above(sheet: Any, row: int, said: tuple[str, ...]) -> int:
    """Lines above a table, one a row; the next free row."""
    for at, line in enumerate(said, row):
        sheet.write_string(at, 0, line)
    return row + len(said)


def _figures(book: Any, styles: Styles, pack: Pack, part: Sheet) -> None:
    sheet, row = _sheet(book, styles, pack, part.name, f"{part.title}: {pack.area.name}")
    row = _above(sheet, row, part.lines)
    sheet.write_url(row, 0, "internal:'Contents'!A1", styles.link, "Back to the contents")
    room = fit.widths(part.table)
    _table(sheet, styles, part.table, row + 1, room)
    insert(book, sheet, part, row + 1)
    if not part.charts:
        last = len(room) - 1 + fit.spare(part.lines, room)
        sheet.print_area(0, 0, row + 1 + len(part.table.rows), last)


def _table(sheet: Any, styles: Styles, table: Table, row: int, room: Sequence[int]) -> None:
    """A marked table: header row with the titles, then every row, each as wide and high as its words need.

    Nothing is frozen and nothing filters: what stands above a table would fill a magnified screen.
    """
    for at, wide in enumerate(room):
        sheet.set_column(at, at, wide)
    formats = {"number": styles.head_of_numbers}
    heads = [{"header": one.title, "header_format": formats.get(one.kind, styles.head)} for one in table.columns]
    name, last = f"table_{table.name}", row + len(table.rows)
    options = {"columns": heads, "style": "Table Style Light 1", "name": name, "autofilter": False}
    sheet.add_table(row, 0, last, len(table.columns) - 1, options)
    sheet.set_row(row, fit.height([column.title for column in table.columns], room, bold=True))
    sheet.repeat_rows(row)
    sheet.fit_to_pages(
        1, int(table.columns[0].kind == "month")
    )  # months on one page, longer tables on as many as need be
    for at, line in enumerate(table.rows, row + 1):
        sheet.set_row(at, fit.height(line, room))
        for place, (column, value) in enumerate(zip(table.columns, line, strict=True)):
            _cell(sheet, styles, (at, place), column, value)


def _cell(sheet: Any, styles: Styles, at: tuple[int, int], column: Column, value: Any) -> None:
    if value is None:
        return
    if isinstance(value, Absent):
        sheet.write_string(*at, str(value), styles.absent)
    elif isinstance(value, Number):
        sheet.write_number(*at, value.value, styles.number(value.decimals, value.value, value.unit))
    elif column.kind == "month":
        sheet.write_datetime(*at, periods.first_day(value), styles.month)
    elif isinstance(value, date):
        sheet.write_datetime(*at, value, styles.day)
    elif isinstance(value, (int, float)):
        sheet.write_number(*at, value, styles.number(column.decimals, value))
    else:
        sheet.write_string(*at, value, styles.wrapped)
