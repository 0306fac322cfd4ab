"""Writing workbooks: rows of cells to .xlsx, the same bytes each time."""

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter

SOURCE_LINE = "Demonstration data: invented figures of councils that do not exist"
STATUS_LINE = "Demonstration"


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """A workbook of the given sheets; None leaves a cell empty, dates become real dates."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    )
    book.set_properties({"title": SOURCE_LINE, "created": datetime(2019, 5, 9, tzinfo=UTC)})
    as_date = book.add_format({"num_format": "mmm-yy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, as_date)
                elif isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                elif cell is not None:
                    sheet.write_number(number, column, cell)
    book.close()
    return out.getvalue()


def block(labels: Mapping[str, Any]) -> list[list[Any]]:
    """The block of labels above a table: label in column B, text in column C, from row 2 on."""
    rows: list[list[Any]] = [[None]]
    rows += [[None, f"{label}:", text or None] for label, text in labels.items()]
    return rows


def up_to(rows: list[list[Any]], number: int) -> list[list[Any]]:
    """Empty rows added until there are ``number`` rows."""
    return rows + [[None]] * (number - len(rows))
