"""What a page shows, panel by panel: its drawings, its tables as they read, and the CSV that it offers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

from components import tables
from components.tables import Column, Table
from panels.exports import TABLES
from panels.trends import taken
from tests.unit.components import walk

NUMBERS = ("number", "change", "share")
DRAWN_TO = 0.00501  # figures are rounded to two decimals


@dataclass(frozen=True)
class Shown:
    """A panel: the specifications of its charts, its html tables as rows of words, the name and address of its CSV."""

    name: str
    href: str
    figures: tuple[dict[str, Any], ...]
    read: tuple[tuple[tuple[str, ...], ...], ...]

    def file(self, view: Any) -> Table:
        """The rows of its CSV."""
        found = TABLES[self.name](view, parse_qs(urlsplit(self.href).query))
        assert found is not None, self.href
        return found

    def table(self, view: Any) -> Table:
        """The rows behind the panel, as the page shows them."""
        return _as_read(self.file(view))


def _as_read(table: Table) -> Table:
    """The columns that the page shows: a file of a control chart has more in every row."""
    keys = [column.key for column in table.columns]
    if keys[0] != taken.AREA[0] or "series" in keys:
        return table
    kept = [place for place, column in enumerate(table.columns) if column.key not in (*taken.AREA, *taken.MADE)]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=rows)


def panels(layout: Any) -> Iterator[Shown]:
    """Every panel of a page that offers a CSV."""
    for figure in walk.of(layout, "Figure"):
        yield from _shown(figure)


def offers(layout: Any) -> set[str]:
    """Addresses of every CSV that a page offers, inside panels or not."""
    return {link.href for link in walk.of(layout, "A") if link.href.startswith("/export/")}


def _shown(figure: Any) -> Iterator[Shown]:
    links = [link.href for link in walk.of(figure, "A") if link.href.startswith("/export/")]
    if links:
        specifications = tuple(graph.figure for graph in walk.of(figure, "Graph"))
        name = urlsplit(links[0]).path.removeprefix("/export/").removesuffix(".csv")
        yield Shown(name, links[0], specifications, tuple(read(one) for one in walk.of(figure, "Table")))


def read(table: Any) -> tuple[tuple[str, ...], ...]:
    """The rows of an html table's body as words, a cell over several columns once for each of them."""
    (body,) = walk.of(table, "Tbody")
    return tuple(tuple(_cells(row)) for row in walk.of(body, "Tr"))


def _cells(row: Any) -> Iterator[str]:
    for cell in walk.every(row):
        if type(cell).__name__ in ("Th", "Td"):
            yield from [walk.words(cell)] * int(getattr(cell, "colSpan", None) or 1)


def words(table: Table) -> tuple[tuple[str, ...], ...]:
    """A table as it is to be read: where a row holds nothing, what its status says stands in the place of numbers."""
    return tuple(tuple(_words(table.columns, row)) for row in table.rows)


def _words(columns: tuple[Column, ...], row: tuple[Any, ...]) -> Iterator[str]:
    pairs = list(zip(columns, row, strict=True))
    said = next((value for column, value in pairs if column.key == "status"), "")
    rest = [value for column, value in pairs[1:] if column.key != "status"]
    empty = bool(said) and all(value is None for value in rest)
    for column, value in pairs:
        yield said if empty and value is None else tables.words(column, value)


def amounts(table: Table) -> dict[str, dict[str, float | None]]:
    """The columns of numbers by the first cell of each row, as they are drawn: changes and shares in per cent."""
    found = _long(table) if "series" in [column.key for column in table.columns] else {}
    for place, column in enumerate(table.columns):
        if place and column.kind in NUMBERS:
            times = 100.0 if column.kind in ("change", "share") else 1.0
            cells = {row[0]: row[place] for row in table.rows}
            found[column.key] = {
                key: None if value is None or isinstance(value, str) else value * times for key, value in cells.items()
            }
    return found


LONG = ("value", "mean", "lower_limit", "upper_limit")


def _long(table: Table) -> dict[str, dict[str, float | None]]:
    """The series of a file that has one row for each series and month."""
    series, months = table.column("series"), table.column("period")
    return {
        f"{name} {key}": {
            month: value for one, month, value in zip(series, months, table.column(key), strict=True) if one == name
        }
        for name in dict.fromkeys(series)
        for key in LONG
    }


def points(trace: dict[str, Any]) -> dict[str, float | None]:
    """What a trace shows: by month, by the name of each dot, or by the name of each part of a pie or bar."""
    if trace["type"] == "pie":
        return dict(zip(trace["labels"], trace["values"], strict=True))
    if trace.get("orientation") == "h":
        return dict(zip(trace["y"], trace["x"], strict=True))
    if "text" in trace and trace.get("mode") == "markers":
        return dict(zip(trace["text"], trace["x"], strict=True))
    return {x[:7]: y for x, y in zip(trace["x"], trace["y"], strict=True)}


def equals(shown: dict[str, float | None], column: dict[str, float | None]) -> bool:
    """Whether every point shown is in a column, and every gap of the points is one of the column."""
    for key, value in shown.items():
        held = column.get(key)
        if (value is None) != (held is None) or (value is not None and abs(value - held) > DRAWN_TO):
            return False
    return True
