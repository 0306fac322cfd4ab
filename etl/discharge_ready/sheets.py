"""The two tables of the workbook: ``Provider`` (England, regions, boards, providers) and ``UTLA Acceptable``.

The header row begins with Region (Code in November 2023) or Summary Type. Bands of delay stand in groups: people,
share of all, share of the delayed and bed days (39 columns), or share of all and bed days (22 and 19 columns).
"""

from collections.abc import Iterator, Sequence
from typing import Any

from domain import areas, discharge_ready
from domain.discharge_ready import BANDS, MEASURE_BY_ID
from etl import table
from etl.discharge_ready.rows import Area, council_code, kind_and_code, value_of
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused
from etl.workbook import at

HEADER_WITHIN = 40
FIRST = {"provider": ("region", "code"), "council": ("type",)}
NEEDED = {"provider": {"code", "name"}, "council": {"type", "utla_code", "utla_name"}}
CODE = {"provider": "code", "council": "utla_code"}
DELAYED = len(discharge_ready.DELAYED)
# Documented sequences of groups: how many bands each has, and what they are.
_LONG = ("discharges", "share", "share_of_delayed", "bed_days")
GROUPS = {(len(BANDS), len(BANDS), DELAYED, DELAYED): _LONG, (DELAYED, DELAYED): ("share", "bed_days")}
_MEASURE = {
    "discharges": discharge_ready.discharges,
    "share": discharge_ready.share,
    "share_of_delayed": discharge_ready.share_of_delayed,
    "bed_days": discharge_ready.bed_days,
}


def read(rows: Sequence[Sequence[Any]], kind: str, sheet: str, lay: Layout) -> Iterator[Area]:
    """The areas of a sheet; raises FileRefused with the cell."""
    head = _head(rows, kind, sheet, lay)
    leads, columns = _columns(rows, head, kind, sheet, lay)
    for number in range(head + 1, len(rows)):
        row = rows[number]
        if area := _area(row, leads, kind, at(sheet, number, leads[CODE[kind]]), lay):
            for measure, column in columns.items():
                area.values[measure] = value_of(row[column], MEASURE_BY_ID[measure], lay, at(sheet, number, column))
            yield area
        elif not _code(row, leads, kind) and any(not table.blank(row[column]) for column in columns.values()):
            raise FileRefused("numbers in a row without a code", "a code", f"sheet '{sheet}', row {number + 1}")


def _head(rows: Sequence[Sequence[Any]], kind: str, sheet: str, lay: Layout) -> int:
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        first = next((cell for cell in row if not table.blank(cell)), "")
        names = {lay.name("lead", cell) for cell in row if not table.blank(cell)}
        if lay.name("lead", first) in FIRST[kind] and NEEDED[kind] <= names:
            return number
    words = " or ".join(f"'{word}'" for word in ("Region", "Code") if kind == "provider") or "'Summary Type'"
    raise FileRefused("no header row", f"a row that begins with {words} and names its columns", f"sheet '{sheet}'")


def _columns(
    rows: Sequence[Sequence[Any]], head: int, kind: str, sheet: str, lay: Layout
) -> tuple[dict[str, int], dict[str, int]]:
    """Column numbers of the lead columns, and of each measure."""
    leads: dict[str, int] = {}
    columns: dict[str, int] = {}
    bands: list[tuple[str, int]] = []
    for column, cell in enumerate(rows[head]):
        if table.blank(cell):
            continue
        lead, single, band = (lay.name(part, cell) for part in ("lead", "single", "band"))
        name = lead or single
        if name and name in (leads if lead else columns):
            raise FileRefused(f"the column '{cell}' twice", "each column once", at(sheet, head, column))
        if lead:
            leads[lead] = column
        elif single:
            columns[single] = column
        elif band:
            bands.append((band, column))
        else:
            raise FileRefused(f"the column '{plain(str(cell))}'", "a documented column", at(sheet, head, column))
    found = columns | _banded(rows, head, bands, sheet, lay)
    for column, cell in enumerate(rows[head]):
        if table.blank(cell):
            _empty_below(rows, head, column, sheet)
    return leads, found


def _empty_below(rows: Sequence[Sequence[Any]], head: int, column: int, sheet: str) -> None:
    """Raises FileRefused for numbers under no heading: nobody knows what they are."""
    for number in range(head + 1, len(rows)):
        if isinstance(rows[number][column], float):
            raise FileRefused("a number under no heading", "a documented column", at(sheet, number, column))


def _banded(
    rows: Sequence[Sequence[Any]], head: int, bands: Sequence[tuple[str, int]], sheet: str, lay: Layout
) -> dict[str, int]:
    """Columns of the bands: runs in rising order, which must be one of the documented sequences."""
    runs: list[list[tuple[str, int]]] = []
    for band, column in bands:
        if not runs or BANDS.index(band) <= BANDS.index(runs[-1][-1][0]):
            runs.append([])
        runs[-1].append((band, column))
    kinds = GROUPS.get(tuple(map(len, runs)))
    if kinds is None:
        found = f"groups of {', '.join(str(len(run)) for run in runs) or 'no'} bands of delay"
        raise FileRefused(found, "groups of 7, 7, 6 and 6 bands, or of 6 and 6", f"sheet '{sheet}', row {head + 1}")
    columns: dict[str, int] = {}
    for kind, run in zip(kinds, runs, strict=True):
        expected = BANDS if len(run) == len(BANDS) else BANDS[1:]
        if tuple(band for band, _ in run) != expected:
            raise FileRefused("bands out of order", "each band once, shortest first", at(sheet, head, run[0][1]))
        above = rows[head - 1][run[0][1]] if head else ""
        _same_words((above, rows[head][run[0][1]]), kind, at(sheet, head, run[0][1]), lay)
        columns |= {_MEASURE[kind](band).id: column for band, column in run}
    return columns


def _same_words(said: Sequence[Any], kind: str, where: str, lay: Layout) -> None:
    """A heading over a group, or its first column, must not say that it is something else."""
    for words in said:
        meant = lay.name("group", words)
        if meant and meant != kind and not (meant == "share" and kind == "share_of_delayed"):
            raise FileRefused(f"'{plain(str(words))}'", f"a group of {kind.replace('_', ' ')}", where)


def _code(row: Sequence[Any], leads: dict[str, int], kind: str) -> str:
    return plain(str(row[leads[CODE[kind]]] or ""))


def _area(row: Sequence[Any], leads: dict[str, int], kind: str, where: str, lay: Layout) -> Area | None:
    """The area of a row; None for empty rows, notes, rows of another table and people who live outside England."""
    texts = {name: plain(str(row[column] or "")) for name, column in leads.items()}
    if not _code(row, leads, kind):
        return None
    if kind == "provider":
        found, code = kind_and_code(texts["code"], texts["name"], lay, where)
        name, region, icb, source = (texts.get(name, "") for name in ("name", "region", "icb", "data_source"))
        return Area(found, code, name, region, icb, source)
    said = lay.name("type", texts["type"])
    if said is None:
        raise FileRefused(f"the summary type '{texts['type']}'", f"one of {', '.join(lay.names('type'))}", where)
    council = council_code(texts["utla_code"], lay, where) if said == "council" else None
    return Area(areas.COUNCIL, council, texts["utla_name"]) if council else None
