"""What is held of each place: the latest rows of each sheet over all uploads that count."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from domain.local.sheets import SHEET_BY_NAME
from etl.local.upload import About, Row, Upload


@dataclass(frozen=True)
class Place:
    """One place: how the latest upload names it, its uploads in order, and the rows of each sheet.

    revised: value before, by key of an observation that a later upload changed.
    """

    about: About
    uploads: tuple[Upload, ...]
    rows: dict[str, tuple[Row, ...]]
    revised: dict[tuple[object, ...], float | None] = field(default_factory=dict)


def places(uploads: Iterable[Upload]) -> dict[str, Place]:
    """Every place by id, from uploads in the order of their time."""
    by_place: dict[str, list[Upload]] = {}
    for upload in uploads:
        by_place.setdefault(upload.about.place_id, []).append(upload)
    return {name: _place(found) for name, found in by_place.items() if any(one.counting for one in found)}


def _place(uploads: list[Upload]) -> Place:
    rows: dict[str, tuple[Row, ...]] = dict.fromkeys(SHEET_BY_NAME, ())
    revised: dict[tuple[object, ...], float | None] = {}
    counting = [one for one in uploads if one.counting]
    for upload in counting:
        if "observations" in upload.rows:
            revised |= _revised(rows["observations"], upload.rows["observations"])
        rows |= upload.rows
    return Place(counting[-1].about, tuple(uploads), rows, revised)


def key(sheet: str, row: Row) -> tuple[object, ...]:
    """The key of a row of a sheet."""
    return tuple(row.get(name) or "" for name in SHEET_BY_NAME[sheet].key)


def _revised(before: tuple[Row, ...], after: tuple[Row, ...]) -> dict[tuple[object, ...], float | None]:
    held = {key("observations", row): row for row in before}
    pairs = ((name, held[name], row) for row in after if (name := key("observations", row)) in held)
    return {name: old["value"] for name, old, new in pairs if old["value"] is not None and old["value"] != new["value"]}
