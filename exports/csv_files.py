"""Writes a table as tidy CSV, and what it means as JSON beside it (the vocabulary of W3C's CSV on the Web).

Each row says which area it is of, from which build, and whether it is demonstration data, so that a file on its
own, or a hundred of them joined, cannot be mistaken. Text that a spreadsheet would run as a formula is defused.
"""

import csv
import io
import json
from typing import Any

from exports.beside import UPLOAD
from exports.pack import Absent, Column, Pack, Table
from exports.sheets import vintages

REAL = "Official statistics"
LOCAL = "Local figures as uploaded"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "|", "\uff1d", "\uff0b", "\uff0d", "\uff20")
AREA = (Column("area_code", "Area code", "ONS code of the area"), Column("area_name", "Area", "Name of the area"))
MARKS = (
    Column("data", "Data", "Official statistics, local figures, or demonstration data, which are invented"),
    Column("build", "Build", "Id of the build of the warehouse"),
    Column("figures_version", "Version", "final: the current version of every figure; else a day"),
)
TYPES = {"number": "number", "month": "gYearMonth", "text": "string"}


def safe(value: Any) -> Any:
    """A value for CSV: numbers as they are, whole ones without a decimal point, text that is no formula."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.lstrip(" \ufeff").startswith(FORMULA):
        return "'" + value
    return value


def rows(pack: Pack, table: Table) -> bytes:
    """The table as CSV for spreadsheets and for programs: UTF-8 with its mark, one line a row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.key for column in _columns(table)])
    kind = pack.banner.rstrip(".") or (LOCAL if UPLOAD in table.sources else REAL)
    for row in table.rows:
        values = ("" if value is None or isinstance(value, Absent) else safe(value) for value in row)
        writer.writerow([safe(pack.area.code), safe(pack.area.name), *values, kind, pack.build, pack.vintage.text])
    return ("\ufeff" + out.getvalue()).encode()


def _columns(table: Table) -> tuple[Column, ...]:
    return (*AREA, *table.columns, *MARKS)


def metadata(pack: Pack, table: Table) -> bytes:
    """What the CSV holds, column by column, and where it comes from."""
    files = [one for one in pack.files if one.source in table.sources]
    content: dict[str, Any] = {"demonstration_data": pack.banner} if pack.banner else {}
    content |= {
        "@context": "http://www.w3.org/ns/csvw",
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": table.about,
        "dc:language": "en-GB",
        "dc:license": pack.licence,
        "area": {"code": pack.area.code, "name": pack.area.name, "type": pack.area.type},
        "month": pack.month,
        "build": pack.build,
        "version": pack.vintage.text,
        "vintage": {one.source: str(one.vintage) for one in sorted(files, key=lambda one: one.vintage)},
        "source": " ".join(vintages(pack, table)),
        "missing": "a cell without a number is empty; status and note say why, and no gap is 0",
        "tableSchema": {"columns": [_described(column) for column in _columns(table)]},
    }
    return as_json(content)


def _described(column: Column) -> dict[str, Any]:
    found = {"name": column.key, "titles": column.title, "dc:description": column.about or column.title}
    return {**found, "datatype": TYPES[column.kind], **({"unit": column.unit} if column.unit else {})}


def as_json(content: dict[str, Any]) -> bytes:
    """JSON as people read it, in the order given."""
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()
