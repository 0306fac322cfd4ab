"""What a pack is: tables of plain values with the words and files that belong to them. No writing, no queries."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from domain import periods, status
from domain.demonstration import NOT_REAL
from domain.vintages import CURRENT, Vintage
from warehouse.queries.areas import Area
from warehouse.queries.used import Used

FORMATS = ("xlsx", "csv")
MONTHS = 24  # of every series in a pack
LAYOUT = 4  # raised when what a pack holds changes: packs of an older layout are made again
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."
INVENTED = "Every figure, council and region of this pack is invented, in the publishers' layouts."


@dataclass(frozen=True)
class Absent:
    """A cell without a number: the shorthand, and why, in words."""

    shorthand: str
    words: str

    def __str__(self) -> str:
        return f"{self.shorthand} {self.words}"


NOT_HELD = Absent(status.NOT_AVAILABLE, "not held")
NOT_SUBMITTED = Absent(status.NOT_AVAILABLE, "not submitted")
NOT_SHOWN = Absent(status.NOT_AVAILABLE, "not shown")
NOT_IN_USE = Absent(status.NOT_APPLICABLE, "not in use yet")


class Number(NamedTuple):
    """A number of a sheet that shows decimals and a unit of its own, not those of its column."""

    value: float
    decimals: int
    unit: str = ""


@dataclass(frozen=True)
class Column:
    """A column: key in CSV, title in the workbook, unit and meaning; ``kind`` is text, month, day or number."""

    key: str
    title: str
    about: str
    unit: str = ""
    kind: str = "text"
    decimals: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of plain values, ``YYYY-MM`` for months and ``Absent`` where there is no number.

    about:   what the rows are, in a sentence.
    sources: publications that the numbers come from.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Revised:
    """What was revised since the pack of the month before, in a sentence; ``rows`` are the files and months."""

    since: str
    published: date | None
    words: str
    rows: tuple[tuple[Any, ...], ...] = ()


@dataclass(frozen=True)
class Pack:
    """An area and a month: its tables, the sheets of its workbook, and what they were made from."""

    area: Area
    month: str
    build: str
    mode: str
    made_at: datetime
    tables: tuple[Table, ...]
    notes: tuple[tuple[str, str], ...]
    revised: Revised
    files: tuple[Used, ...] = field(repr=False, default=())
    vintage: Vintage = CURRENT

    @property
    def name(self) -> str:
        """Name of the folder, for example ``E10000007-2018-01``."""
        return folder_name(self.area.code, self.month, self.vintage)

    @property
    def banner(self) -> str:
        """What must be said of invented figures; empty for real ones."""
        return NOT_REAL if self.mode == "demo" else ""

    @property
    def built(self) -> str:
        """Which build, or builds, it was made from, in words."""
        national, _, local = self.build.partition("+")
        builds = f"Build {national}, local build {local}" if local else f"Build {national}"
        return builds if self.vintage.is_final else f"{builds}, figures {self.vintage.words}"

    @property
    def start(self) -> str:
        """First month of the series."""
        return first_month(self.month)

    @property
    def licence(self) -> str:
        """Under which licence the figures may be used."""
        return INVENTED if self.banner else LICENCE

    @property
    def sources(self) -> tuple[str, ...]:
        """Publications that the pack was made from."""
        return tuple(dict.fromkeys(one.source for one in self.files))

    def table(self, name: str) -> Table | None:
        """A table by name, or None where the pack has none."""
        return next((table for table in self.tables if table.name == name), None)


def folder_name(code: str, month: str, vintage: Vintage = CURRENT) -> str:
    """Name of a pack's folder; packs of another version than the current one say so in it."""
    return f"{code}-{month}" if vintage.is_final else f"{code}-{month}-as-at-{vintage.text}"


def first_month(month: str) -> str:
    """First month of the series of a pack for ``month``."""
    return periods.plus(month, 1 - MONTHS)
