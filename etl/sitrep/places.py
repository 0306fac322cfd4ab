"""Who the rows of a table are: England, NHS regions, boards and providers, found by their words.

England's row moves between rows 4 and 7 and its label between two columns; blocks of boards and providers begin
where their heading rows stand.
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from domain import areas, demonstration, organisations
from etl import table
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.workbook import at

WITHIN = 60  # rows in which England must stand
KIND_OF_LEAD = {"icb_code": organisations.ICB, "org_code": organisations.PROVIDER}


class Place(NamedTuple):
    """A row of a table: its kind, code and name, the region printed beside it, and its row number from 0."""

    kind: str
    code: str
    name: str
    region: str
    row: int

    @property
    def area(self) -> tuple[str, str]:
        """Type and code, as facts carry them."""
        return self.kind, self.code


@dataclass(frozen=True)
class Sheet:
    """A sheet with a table: its name, rows and layout, and where England's label stands."""

    name: str
    rows: Sequence[Sequence[Any]]
    lay: Layout
    top: int
    label: int

    def at(self, row: int, column: int) -> str:
        """Sheet and cell in words."""
        return at(self.name, row, column)

    def used(self, column: int) -> bool:
        """Whether a column holds anything from England's row on."""
        return any(not table.blank(row[column]) for row in self.rows[self.top :])


def open_sheet(rows: Sequence[Sequence[Any]], lay: Layout, name: str) -> Sheet:
    """A sheet with England found; raises FileRefused where it stands nowhere."""
    return Sheet(name, rows, lay, *find_england(rows, lay, name))


def find_england(rows: Sequence[Sequence[Any]], lay: Layout, sheet: str) -> tuple[int, int]:
    """Row and column of England's label; raises FileRefused where it stands nowhere."""
    for number, row in enumerate(rows[:WITHIN]):
        for column, cell in enumerate(row[:6]):
            if isinstance(cell, str) and cell and lay.name("england", cell):
                return number, column
    raise FileRefused("no row for England", "a row named ENGLAND", f"sheet '{sheet}'")


def read_places(sheet: Sheet) -> tuple[Place, ...]:
    """Every place from England's row on; raises FileRefused for a row that cannot be told."""
    found = [Place(areas.COUNTRY, areas.ENGLAND, "England", "", sheet.top)]
    leads: dict[str, int] = {}
    for number in range(sheet.top + 1, len(sheet.rows)):
        row = sheet.rows[number]
        heads = _heads(row[: sheet.label + 1], sheet.lay)
        if len(heads) > 1:
            leads = heads
        elif leads:
            found += _member(row, number, leads, sheet.name)
        else:
            found += _region(row, number, sheet.label, sheet.name)
    _once(found, sheet.name)
    if missing := {*organisations.KINDS} - {place.kind for place in found} - {organisations.ICB}:
        words = " and ".join(organisations.KIND_LABELS[kind] for kind in sorted(missing))
        raise FileRefused(f"no row of a {words}", "rows for regions and providers", f"sheet '{sheet.name}'")
    return tuple(found)


def _heads(cells: Sequence[Any], lay: Layout) -> dict[str, int]:
    """Columns of a row that names its columns; one of them is always that of a code."""
    for cell in cells:
        if cell.__class__ is str and "code" in cell.lower():
            break
    else:
        return {}
    return {name: column for column, cell in enumerate(cells) if (name := lay.name("lead", cell))}


def _region(row: Sequence[Any], number: int, column: int, sheet: str) -> Iterator[Place]:
    """The region of a row; rows without a name are passed over."""
    name = plain(str(row[column]))
    if not name:
        return
    code = organisations.region_code(name) or demonstration.nhs_region_code(name)
    if code is None:
        raise FileRefused(f"the region '{name}'", "an NHS region", at(sheet, number, column))
    yield Place(organisations.NHS_REGION, code, name, "", number)


def _member(row: Sequence[Any], number: int, leads: dict[str, int], sheet: str) -> Iterator[Place]:
    """The board or provider of a row; empty rows and notes below the table are passed over."""
    lead = next(one for one in leads if one in KIND_OF_LEAD)
    cells = (row[leads[lead]], row[leads["name"]] if "name" in leads else "", row[leads.get("region", 0)])
    code, name, region = _texts(cells)
    if not code and (not name or all(table.blank(cell) for cell in row[max(leads.values()) + 1 :])):
        return
    if not code or not organisations.is_code(code):
        raise FileRefused(f"the code '{code}'", "the code of an organisation", at(sheet, number, leads[lead]))
    yield Place(KIND_OF_LEAD[lead], code, name, region if "region" in leads else "", number)


@functools.lru_cache(maxsize=2048)
def _texts(cells: tuple[Any, Any, Any]) -> tuple[str, str, str]:
    """Code, name and region as plain text; the same organisations stand on every sheet."""
    code, name, region = (plain(code_text(cell)) for cell in cells)
    return code.upper(), name.rstrip("*").strip(), region


def code_text(cell: Any) -> str:
    """A code as text: codes of digits only are stored as numbers."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _once(found: Sequence[Place], sheet: str) -> None:
    seen: dict[tuple[str, str], Place] = {}
    for place in found:
        if before := seen.get(place.area):
            found_twice = f"the code {place.code} in rows {before.row + 1} and {place.row + 1}"
            raise FileRefused(found_twice, "each organisation once", f"sheet '{sheet}'")
        seen[place.area] = place
