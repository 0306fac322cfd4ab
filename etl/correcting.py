"""Applying corrections to one file: guard first, then the cell, then which values took another number by it.

Runs where files are read. A correction is used only where the publisher's cell still says what was expected, the
file is of its release, and the file then passes every check; each value that changed by it is told apart.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from etl.corrections import APPLIED, MENDED, UNFIT, Corrected, Correction, same
from etl.problems import FileRefused, NotThisPublication
from etl.source import Parsed, Source
from etl.workbook import Patches, Workbook, patched

GONE = "no such cell"


def read(source: Source, data: bytes, corrections: Sequence[Correction]) -> Parsed:
    """Parse and check a file with the corrections that fit it; raises as parsing and checking do."""
    plain = _parsed(source, data)
    wanted = [one for one in corrections if plain is None or one.release == plain.key]
    told: list[Corrected] = []
    for one in wanted:
        found = _found(data, one)
        if plain is None and not same(found, one.expect):
            continue  # a file that cannot be read at all, and the correction is of another
        told.append(Corrected(one, APPLIED if same(found, one.expect) else MENDED, found))
    fitting = [one for one in told if one.state == APPLIED]
    if fitting:
        with suppress(FileRefused, NotThisPublication):
            parsed = _checked(source, data, [one.correction for one in fitting])
            if all(one.correction.release == parsed.key for one in fitting):
                return replace(parsed, corrected=tuple(_rows(source, data, parsed, one, told) for one in told))
    unfit = [replace(one, state=UNFIT) if one.state == APPLIED else one for one in told]
    parsed = source.parse(data)
    source.check(parsed)
    return replace(parsed, corrected=tuple(one for one in unfit if one.correction.release == parsed.key))


def _parsed(source: Source, data: bytes) -> Parsed | None:
    """The file as it stands, unchecked; None when it cannot be read without a correction."""
    try:
        return source.parse(data)
    except FileRefused:
        return None


def _checked(source: Source, data: bytes, corrections: Sequence[Correction]) -> Parsed:
    parsed = _with(source, data, {one: one.value for one in corrections})
    source.check(parsed)
    return parsed


def _with(source: Source, data: bytes, values: Mapping[Correction, str]) -> Parsed:
    """The file with other text in some of its cells."""
    patches: Patches = {(one.sheet, *one.place): _cell(value) for one, value in values.items()}
    if any(one.sheet for one in values):
        with patched(patches):
            return source.parse(data)
    rows = _csv_rows(data)
    for (_, row, column), value in patches.items():
        rows[row][column] = str(value)
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return source.parse(out.getvalue().encode())


def _cell(value: str) -> Any:
    """A number where the text is one, as cells of workbooks hold them."""
    with suppress(ValueError):
        return float(value.replace(",", ""))
    return value


def _found(data: bytes, one: Correction) -> str:
    """What the publisher's cell says, as text."""
    row, column = one.place
    try:
        rows = Workbook(data).rows(one.sheet) if one.sheet else _csv_rows(data)
        cell = rows[row][column]
    except (FileRefused, IndexError, UnicodeDecodeError, csv.Error):
        return GONE
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell).strip()


def _csv_rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _rows(source: Source, data: bytes, parsed: Parsed, one: Corrected, every: Sequence[Corrected]) -> Corrected:
    """The rows that hang on a corrected cell: those that differ when the cell says something else instead."""
    if one.state != APPLIED:
        return one
    values = {other.correction: other.correction.value for other in every if other.state == APPLIED}
    for instead in _others(one.correction):
        with suppress(FileRefused, NotThisPublication):
            other = _with(source, data, {**values, one.correction: instead})
            return replace(one, rows=tuple(_differing(parsed, other)))
    return one


def _others(one: Correction) -> Iterator[str]:
    """What else the cell could say: what the publisher wrote, else another number."""
    yield one.expect
    with suppress(ValueError):
        yield str(float(one.value.replace(",", "")) + 1)


def _differing(parsed: Parsed, other: Parsed) -> Iterator[tuple[str, tuple[int, ...]]]:
    for name, columns in parsed.tables.items():
        before = other.tables.get(name, {}).get("value")
        after = columns.get("value")
        if before is not None and after is not None and len(before) == len(after):
            rows = tuple(at for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1])
            if rows:
                yield name, rows
