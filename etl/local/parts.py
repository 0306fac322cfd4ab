"""What the reader of cells does not tell: formulas without a result, errors, per cent formats, far cells.

A cell that shows 54 % holds 0.54, and one that shows #N/A reads as empty: both would be silent, so they are marked.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pyexpat import ExpatError, ParserCreate
from typing import Any
from xml.etree import ElementTree

from etl.problems import FileRefused
from etl.workbook import a1

MOST_ROWS, MOST_COLUMNS = 60_000, 200
ADVICE = "Take the template from the upload page, fill it in and upload it again."
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_QUOTED = re.compile(r'"[^"]*"|\\.')


class Broken(str):
    """A cell without a value: an error such as #N/A, or a formula whose result was never stored."""


class Percent(float):
    """A number in a cell that shows it as per cent."""


@dataclass
class Marks:
    """Places (0-based row and column) of a sheet whose cells need more than their value."""

    broken: dict[tuple[int, int], str] = field(default_factory=dict)
    percent: set[tuple[int, int]] = field(default_factory=set)

    def on(self, rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
        """The rows with every marked cell put in."""
        cells = [list(row) for row in rows]
        for (row, column), words in self.broken.items():
            while len(cells) <= row:  # a broken cell may stand behind everything that has a value
                cells.append([])
            cells[row] += [""] * (column + 1 - len(cells[row]))
            cells[row][column] = Broken(words)
        for row, column in self.percent:
            if row < len(cells) and column < len(cells[row]) and type(cells[row][column]) in (int, float):
                cells[row][column] = Percent(cells[row][column])
        return cells


def marks(data: bytes) -> dict[str, Marks]:
    """Marks of each sheet by its name; raises FileRefused for a far cell and for what is no .xlsx inside."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" not in names:
                other = "an OpenDocument spreadsheet" if "content.xml" in names else "a file of another kind"
                raise FileRefused(other, "the template, saved as Excel workbook (.xlsx)", advice=ADVICE)
            styles = _percent_styles(archive.read("xl/styles.xml")) if "xl/styles.xml" in names else frozenset()
            return {
                name: _Sheet(name, styles).read(archive.read(part))
                for name, part in _parts(archive).items()
                if part in names
            }
    except (ExpatError, ElementTree.ParseError, KeyError, ValueError, zipfile.BadZipFile) as problem:
        raise FileRefused(f"a damaged workbook ({problem})", "a workbook that opens", advice=ADVICE) from None


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """File of each sheet inside the workbook."""
    rels = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 - no document types pass
    targets = {one.get("Id", ""): one.get("Target", "") for one in rels}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
    found = {}
    for main in (_MAIN, _STRICT):
        for sheet in book.iter(f"{main}sheet"):
            target = next((targets.get(value, "") for key, value in sheet.items() if key.endswith("}id")), "")
            found[sheet.get("name", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
    return found


def _percent_styles(styles: bytes) -> frozenset[str]:
    """Numbers of the cell styles that show per cent."""
    root = ElementTree.fromstring(styles)  # noqa: S314
    main = root.tag.removesuffix("styleSheet")
    formats = {"9", "10"} | {
        one.get("numFmtId", "")
        for one in root.iter(f"{main}numFmt")
        if "%" in _QUOTED.sub("", one.get("formatCode", ""))
    }
    cells = root.find(f"{main}cellXfs")
    return frozenset(
        str(n) for n, one in enumerate(cells if cells is not None else ()) if one.get("numFmtId") in formats
    )


class _Sheet:
    """Reads one worksheet part from its first to its last cell."""

    def __init__(self, name: str, percent: frozenset[str]) -> None:
        self._name, self._percent, self._found = name, percent, Marks()
        self._row, self._column, self._kind, self._style = -1, -1, "", ""
        self._formula = self._valued = self._in_value = False
        self._text = ""

    def read(self, part: bytes) -> Marks:
        """Marks of the sheet."""
        parser = ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._document_type
        parser.Parse(part, True)
        return self._found

    def _document_type(self, *_: Any) -> None:
        raise FileRefused("a document type", "a plain workbook", f"sheet '{self._name}'", ADVICE)

    def _start(self, tag: str, given: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "row":
            self._row, self._column = int(given.get("r", self._row + 2)) - 1, -1
        elif kind == "c":
            self._row, self._column = self._place(given.get("r", ""))
            self._kind, self._style = given.get("t", ""), given.get("s", "")
            self._formula = self._valued = False
            self._text = ""
        elif kind == "f":
            self._formula = True
        elif kind in ("v", "t"):
            self._in_value = True

    def _characters(self, text: str) -> None:
        if self._in_value and text:
            self._valued = True
            self._text = (self._text + text)[:20]

    def _end(self, tag: str) -> None:
        kind = tag.rpartition(":")[2]
        if kind in ("v", "t"):
            self._in_value = False
        elif kind == "c":
            self._cell()

    def _cell(self) -> None:
        at = (self._row, self._column)
        if not (self._valued or self._formula):
            return
        if self._row >= MOST_ROWS or self._column >= MOST_COLUMNS:
            where = f"sheet '{self._name}', cell {a1(*at)}"
            expected = f"at most {MOST_ROWS:,} rows and {MOST_COLUMNS} columns"
            raise FileRefused("a cell far outside of the table", expected, where, ADVICE)
        if self._kind == "e":
            self._found.broken[at] = f"the error value {self._text or '#VALUE!'}"
        elif self._formula and not self._valued and self._kind != "str":
            self._found.broken[at] = "a formula without a stored result"
        elif self._style in self._percent and self._kind in ("", "n"):
            self._found.percent.add(at)

    def _place(self, address: str) -> tuple[int, int]:
        match = _ADDRESS.fullmatch(address)
        if not match:
            return self._row, self._column + 1
        column = 0
        for letter in match[1]:
            column = column * 26 + ord(letter) - 64
        return int(match[2]) - 1, column - 1
