"""Bytes of a workbook to rows of cells; the only reader of .xls and .xlsx.

Magic bytes decide, never the extension. Before a zip is opened its size, members and parts are checked; cells
come from python-calamine. Damaged files can abort that reader, so this runs in a child process (``pool``).
"""

import datetime
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import python_calamine

from etl.problems import FileRefused

OLE, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
MAX_UNPACKED, MAX_RATIO, MAX_MEMBERS = 100_000_000, 200, 500
MAX_ROWS, MAX_COLUMNS, MAX_SHEETS = 200_000, 500, 64
REFUSED_PARTS = ("vbaproject.bin", "embeddings/", "xl/connections.xml")
LINKED_PARTS = ("externallinks/",)  # values kept from another workbook: harmless, since no link is ever followed
ADVICE = "Fetch it again later; if it stays like this, tell the publisher."

Cell = str | float | int | bool | datetime.date | datetime.datetime | datetime.time | datetime.timedelta
Row = Sequence[Any]
Patches = Mapping[tuple[str, int, int], Any]  # sheet, row and column to what the cell says instead
_patches: ContextVar[Patches] = ContextVar("patches", default={})  # noqa: B039 - never changed, only replaced


@contextmanager
def patched(patches: Patches) -> Iterator[None]:
    """Workbooks read inside say something else in some cells (reviewed corrections)."""
    token = _patches.set(patches)
    try:
        yield
    finally:
        _patches.reset(token)


class Workbook:
    """The sheets of a workbook, read when asked for."""

    def __init__(self, data: bytes) -> None:
        kind = sniff(data)
        if kind == "xlsx":
            check_zip(data, links=True)
        try:
            self._book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        except python_calamine.CalamineError as problem:
            raise FileRefused(f"a damaged workbook ({problem})", "a workbook that opens", advice=ADVICE) from None
        self.sheets = tuple(self._book.sheet_names)
        seen = python_calamine.SheetVisibleEnum.Visible
        self.hidden = frozenset(one.name for one in self._book.sheets_metadata if one.visible != seen)
        if len(self.sheets) > MAX_SHEETS:
            raise FileRefused(f"{len(self.sheets)} sheets", f"at most {MAX_SHEETS}", advice=ADVICE)

    def rows(self, sheet: str) -> list[Row]:
        """All rows from A1 on, empty cells as empty text; every row as long as the longest."""
        try:
            found = self._book.get_sheet_by_name(sheet)
            rows, columns = (last + 1 for last in found.end or (-1, -1))
            if rows > MAX_ROWS or columns > MAX_COLUMNS:
                size = f"{rows} rows and {columns} columns"
                raise FileRefused(size, f"at most {MAX_ROWS} and {MAX_COLUMNS}", f"sheet '{sheet}'", ADVICE)
            cells: list[Row] = found.to_python(skip_empty_area=False)
            return _with_patches(cells, sheet)
        except python_calamine.CalamineError as problem:
            raise FileRefused(
                f"a damaged sheet ({problem})", "a sheet that opens", f"sheet '{sheet}'", ADVICE
            ) from None


def _with_patches(cells: list[Row], sheet: str) -> list[Row]:
    for (name, row, column), value in _patches.get().items():
        if name == sheet and row < len(cells) and column < len(cells[row]):
            cells[row] = [*cells[row][:column], value, *cells[row][column + 1 :]]
    return cells


def sniff(data: bytes) -> str:
    """``xls`` or ``xlsx`` by the first bytes; raises FileRefused for anything else."""
    if data.startswith(OLE):
        return "xls"
    if data.startswith(ZIP):
        return "xlsx"
    start = data.lstrip()[:15].lower()
    found = "a web page" if start.startswith((b"<!doc", b"<html", b"<?xml")) else f"bytes that begin {data[:8]!r}"
    raise FileRefused(found, "an Excel workbook (.xls or .xlsx)", advice=ADVICE)


def check_zip(data: bytes, *, links: bool = False) -> None:
    """Refuse zip bombs, nested parts, macros, embedded objects, document types and, but for ``links``, links.

    Publishers' workbooks may carry links to other workbooks: their cells hold the values last seen, which are read
    as they stand. An upload may not: whoever fills it in should see every figure in it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            unpacked = sum(member.file_size for member in members)
            bad, doctype = _read_through(archive, members) if unpacked <= MAX_UNPACKED else ("", False)
    except (
        zipfile.BadZipFile,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        zlib.error,
    ) as problem:
        raise FileRefused(f"a damaged workbook ({problem})", "a workbook that opens", advice=ADVICE) from None
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * max(len(data), 10_000) or len(members) > MAX_MEMBERS:
        size = f"{len(members)} parts of {unpacked:,} bytes"
        raise FileRefused(size, f"at most {MAX_MEMBERS} parts and {MAX_UNPACKED:,} bytes", advice=ADVICE)
    names = [member.filename.lower() for member in members]
    refused = REFUSED_PARTS if links else REFUSED_PARTS + LINKED_PARTS
    parts = [name for name in names if any(part in name for part in refused)]
    if bad or doctype or parts:
        found = f"the part '{bad or (parts or ['a document type'])[0]}'"
        raise FileRefused(found, "a plain workbook without macros, links or embedded files", advice=ADVICE)


def _read_through(archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo]) -> tuple[str, bool]:
    """The first part whose bytes do not match their checksum, and whether any part holds a document type."""
    doctype = False
    for member in members:
        try:
            with archive.open(member) as part:
                before = b""
                while some := part.read(1 << 20):
                    doctype = doctype or b"<!DOCTYPE" in before + some
                    before = some[-len(b"<!DOCTYPE") :]
        except zipfile.BadZipFile:
            return member.filename, doctype
    return "", doctype


def a1(row: int, column: int) -> str:
    """Excel's name of a cell from 0-based row and column: ``a1(14, 3)`` is ``D15``."""
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return f"{name}{row + 1}"


def at(sheet: str, row: int, column: int) -> str:
    """Sheet and cell in words."""
    return f"sheet '{sheet}', cell {a1(row, column)}"
