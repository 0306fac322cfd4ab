"""What is held of each place: the latest rows of each sheet over all uploads that count."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from domain.local.sheets import SHEET_BY_NAME
from etl.local.upload import About, Row, Rows, Upload


@dataclass(frozen=True)
class Place:
    """One place: how the latest upload names it, its uploads in order, and the rows of each sheet.

    revised: value before, by key of an observation that a later upload changed. alone: the upload that a row came
    with by itself, by sheet and key; rows that came with a whole sheet have none.
    """

    about: About
    uploads: tuple[Upload, ...]
    rows: dict[str, tuple[Row, ...]]
    revised: dict[tuple[object, ...], float | None] = field(default_factory=dict)
    alone: dict[tuple[object, ...], str] = field(default_factory=dict)


def places(uploads: Iterable[Upload]) -> dict[str, Place]:
    """Every place by id, from uploads in the order of their time."""
    by_place: dict[str, list[Upload]] = {}
    for upload in uploads:
        by_place.setdefault(upload.about.place_id, []).append(upload)
    return {name: _place(found) for name, found in by_place.items() if any(one.counting for one in found)}


def _place(uploads: list[Upload]) -> Place:
    rows: dict[str, tuple[Row, ...]] = dict.fromkeys(SHEET_BY_NAME, ())
    revised: dict[tuple[object, ...], float | None] = {}
    alone: dict[tuple[object, ...], str] = {}
    counting = [one for one in uploads if one.counting]
    for upload in counting:
        if "observations" in upload.rows:
            revised |= _revised(rows["observations"], upload.rows["observations"])
        alone = {name: one for name, one in alone.items() if upload.adds or name[0] not in upload.rows}
        if upload.adds:
            alone |= {(sheet, *key(sheet, row)): upload.id for sheet, some in upload.rows.items() for row in some}
        rows |= after(rows, upload.rows, adds=upload.adds)
    return Place(counting[-1].about, tuple(uploads), rows, revised, alone)


def after(held: Rows, rows: Rows, *, adds: bool) -> dict[str, tuple[Row, ...]]:
    """The sheets of an upload as they are held with it."""
    return {name: _added(name, held.get(name, ()), some) if adds else some for name, some in rows.items()}


def _added(sheet: str, held: tuple[Row, ...], rows: tuple[Row, ...]) -> tuple[Row, ...]:
    new = {key(sheet, row): row for row in rows}
    kept = tuple(new.pop(key(sheet, row), row) for row in held)
    return (*kept, *new.values())


def key(sheet: str, row: Row) -> tuple[object, ...]:
    """The key of a row of a sheet."""
    return tuple(row.get(name) or "" for name in SHEET_BY_NAME[sheet].key)


def _revised(before: tuple[Row, ...], after: tuple[Row, ...]) -> dict[tuple[object, ...], float | None]:
    held = {key("observations", row): row for row in before}
    pairs = ((name, held[name], row) for row in after if (name := key("observations", row)) in held)
    return {name: old["value"] for name, old, new in pairs if old["value"] is not None and old["value"] != new["value"]}
