"""One demonstration file of each kind that a source publishes, found on its pages as a refresh would find it."""

import functools
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import python_calamine

from etl.browse import Browser
from etl.demo import books, ods
from etl.fetch import Addresses
from etl.fetch.folder import FolderFetcher
from etl.problems import FileRefused
from etl.source import Columns, Source
from tests.conftest import HOSTS
from tests.faults.corpus import old_workbook

Sheets = dict[str, list[list[Any]]]
OLD_TOO = ("dtoc_councils", "dtoc_england")  # published as .xls; the demonstration writes .xlsx


@dataclass(frozen=True)
class Sample:
    """A sound file: ``kind`` is xlsx, xls, ods, zip, text or json; ``tables`` and ``release`` are what it says."""

    source: Source
    kind: str
    name: str
    body: bytes = field(repr=False)
    tables: dict[str, Columns] = field(repr=False)
    release: tuple[str, str, str]
    notes: tuple[str, ...] = ()

    @functools.cached_property
    def sheets(self) -> Sheets:
        """The cells of a workbook."""
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(self.body))
        return {
            name: [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
            for name in book.sheet_names
        }

    def written(self, sheets: Sheets) -> bytes:
        """Cells as a workbook of the same kind."""
        empty = {
            name: [[None if cell == "" else cell for cell in row] for row in rows] for name, rows in sheets.items()
        }
        return {"xlsx": books.workbook, "ods": ods.workbook, "xls": old_workbook.workbook}[self.kind](empty)


def samples(source: Source, site: Path) -> list[Sample]:
    """The newest demonstration file of each kind; none where the source has no demonstration yet."""
    fetcher = FolderFetcher(Addresses(HOSTS), site)
    found: dict[str, Sample] = {}
    for candidate in source.discover(Browser(fetcher, about=source.id, tell=lambda *_: None)).candidates:
        body = b"".join(fetcher.get(url).body or b"" for url in (candidate.url, *candidate.pages))
        kind = _kind(body)
        if kind not in found:
            found[kind] = make(source, kind, candidate.url.rsplit("/", 1)[-1], body)
        if source.id in OLD_TOO and "xls" not in found:
            found["xls"] = make(source, "xls", "old.xls", old_workbook.workbook(found[kind].sheets))
    return list(found.values())


def make(source: Source, kind: str, name: str, body: bytes) -> Sample:
    parsed = source.parse(body)
    source.check(parsed)
    return Sample(source, kind, name, body, parsed.tables, (parsed.key, parsed.start, parsed.end), parsed.notes)


def _kind(body: bytes) -> str:
    if not body.startswith(b"PK"):
        return "json" if body.lstrip().startswith(b"{") else "text"
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        names = archive.namelist()
    return "ods" if "content.xml" in names else "xlsx" if "xl/workbook.xml" in names else "zip"


def copied(sheets: Sheets) -> Sheets:
    return {name: [list(row) for row in rows] for name, rows in sheets.items()}


def read_cells(sample: Sample, chance: Any, wanted: int) -> list[tuple[str, int, int]]:
    """Number cells (sheet, row, column) that the parser reads: it refuses a word there and names the cell."""
    from etl.workbook import at

    places = [
        (name, row, column)
        for name, rows in sample.sheets.items()
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if isinstance(cell, float)
    ]
    chance.shuffle(places)
    found = []
    for sheet, row, column in places[:60]:
        cells = copied(sample.sheets)
        cells[sheet][row][column] = "no number"
        try:
            sample.source.parse(sample.written(cells))
        except FileRefused as problem:
            if at(sheet, row, column) in problem.where:
                found.append((sheet, row, column))
        if len(found) == wanted:
            break
    return found
