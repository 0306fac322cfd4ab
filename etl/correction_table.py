"""Corrections in the warehouse: which rows of a file are corrected, and the table of what became of each correction."""

from collections.abc import Sequence
from typing import Any

from etl import corrections
from etl.corrections import NOT_HELD, Corrected, Correction
from etl.selection import Release
from etl.source import Parsed
from warehouse import tables


def corrected_rows(parsed: Parsed, table: str, size: int) -> list[bool]:
    """For each row of a table of a file whether its value is a corrected one."""
    rows = {row for one in parsed.corrected for name, found in one.rows if name == table for row in found}
    return [row in rows for row in range(size)] if rows else [False] * size


def correction_columns(every: Sequence[tuple[str, Release]]) -> dict[str, list[Any]]:
    """Columns of the table of corrections: a row for each file of a release, or one where no file is held."""
    told = [(one, release.snapshot.id) for _, release in every for one in release.parsed.corrected]
    met = {one.correction.name for one, _ in told}
    told += [(Corrected(one, NOT_HELD), "") for one in corrections.load()[0] if one.name not in met]
    rows = [_row(one, snapshot) for one, snapshot in told]
    return {column.name: [row[at] for row in rows] for at, column in enumerate(tables.CORRECTIONS.columns)}


def _row(one: Corrected, snapshot: str) -> tuple[Any, ...]:
    made: Correction = one.correction
    place = f"sheet '{made.sheet}', cell {made.cell}" if made.sheet else f"cell {made.cell}"
    affected = sum(len(rows) for _, rows in one.rows)
    head = (made.file, made.source, made.release, snapshot, one.state, place, made.expect, one.found, made.value)
    return (*head, affected, made.reason, made.evidence, made.reviewed)
