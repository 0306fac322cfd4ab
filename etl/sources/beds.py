"""Beds open overnight (KH03): available and occupied, by organisation and sector, each quarter.

One original file has been at hand, the first quarter of 2010-11. Figures are averages a day over the quarter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain import areas, beds, organisations, periods
from etl import checks, discovery, layout, metadata, table
from etl.listing import plain
from etl.problems import FileRefused, NotThisPublication
from etl.source import Browse, Columns, Discovery, Parsed, Source
from etl.workbook import Workbook, a1, at

ID = "beds"
LEAD = ("year", "quarter_end", "code", "name")
TOLERANCE = 1e-6  # of the sum: averages are stored with all their digits
Key = tuple[str, str]  # measure and sector


@dataclass(frozen=True)
class Beds:
    """The table as it stands: England's row first; values by measure and sector with the sheet's column."""

    sheet: str
    rows: list[int]
    leads: list[dict[str, str]]
    values: dict[Key, tuple[int, list[float | None]]]


def parse(data: bytes) -> Parsed:
    """Tidy rows of one quarter; raises FileRefused, or NotThisPublication for a workbook of another kind."""
    lay, book = layout.load(ID), Workbook(data)
    sheet = next((name for name in book.sheets if lay.name("sheet", name) == "trust"), None)
    if sheet is None:
        raise NotThisPublication("no sheet 'NHS Trust by Sector'")
    rows = book.rows(sheet)
    meta = metadata.read(rows, lay)
    title = _title(meta, sheet, lay)
    found = _read(rows, sheet, lay)
    last = _quarter(found)
    published, revised = _dates(meta)
    return Parsed(
        key=beds.quarter_name(last),
        title=title,
        start=beds.quarter_start(last),
        end=last,
        published=published,
        revised=revised,
        tables={"beds": tidy(found), "organisations": _organisations(found)},
        controls=found,
    )


def _title(meta: dict[str, Any], sheet: str, lay: layout.Layout) -> str:
    title = plain(str(meta.get("title", "")))
    if lay.matches("decoy", title):
        raise NotThisPublication(f"its title is '{title[:60]}'")
    if not lay.matches("identity", title):
        raise FileRefused(f"the title '{title[:60]}'", "a title with 'beds open overnight'", f"sheet '{sheet}', Title")
    return title


def _read(rows: Sequence[Sequence[Any]], sheet: str, lay: layout.Layout) -> Beds:
    head = table.find_row(rows, lay, "lead", LEAD, sheet)
    above = table.fill_right(rows[head - 1]) if head else []
    leads: dict[str, int] = {}
    columns: dict[Key, int] = {}
    for column, cell in enumerate(rows[head]):
        if table.blank(cell):
            continue
        if not columns and (lead := lay.name("lead", cell)):
            leads[lead] = column
            continue
        group, sector = lay.name("group", above[column]), lay.name("sector", cell)
        if group is None or sector is None or (group, sector) in columns:
            found = f"the column '{above[column]} / {plain(str(cell))}'"
            raise FileRefused(
                found, "Available, Occupied or % Occupied of a sector, each once", at(sheet, head, column)
            )
        columns[group, sector] = column
    wanted = [(measure, sector) for measure in beds.MEASURES for sector in (beds.ALL, *beds.SECTORS)]
    if missing := [" of ".join(key) for key in wanted if key not in columns]:
        raise FileRefused(f"no column for {', '.join(missing)}", "all sectors", f"sheet '{sheet}', row {head + 1}")
    numbers = _rows(rows, head, leads, [columns[key] for key in wanted], sheet)
    return Beds(
        sheet,
        numbers,
        [{name: plain(str(rows[n][c])) for name, c in leads.items()} for n in numbers],
        {
            key: (c, table.numbers([rows[n][c] for n in numbers], sheet=sheet, rows=numbers, column=c))
            for key, c in ((key, columns[key]) for key in wanted)
        },
    )


def _rows(rows: Sequence[Sequence[Any]], head: int, leads: dict[str, int], values: list[int], sheet: str) -> list[int]:
    """Numbers of England's row and of every organisation's row; notes and empty rows are passed over."""
    numbers: list[int] = []
    for number in range(head + 1, len(rows)):
        row = rows[number]
        if all(table.blank(row[column]) for column in values):
            continue
        first, named = not numbers, not table.blank(row[leads["code"]])
        if first and plain(str(row[leads["name"]])).casefold() != "england":
            raise FileRefused(f"'{row[leads['name']]}'", "the row 'England' first", at(sheet, number, leads["name"]))
        if not first and not named:
            raise FileRefused("numbers in a row without a code", "a code", at(sheet, number, leads["code"]))
        numbers.append(number)
    if len(numbers) < 3:
        raise FileRefused(f"{len(numbers)} rows", "England and its organisations", f"sheet '{sheet}'")
    return numbers


def _quarter(found: Beds) -> str:
    """Last month of the quarter, which every row names."""
    for lead, row in zip(found.leads, found.rows, strict=True):
        said = (lead["year"], lead["quarter_end"])
        try:
            month = periods.from_financial_year(*said)
        except periods.PeriodError:
            month = ""
        if not month or periods.split(month)[1] % 3 or said != (found.leads[0]["year"], found.leads[0]["quarter_end"]):
            where = f"sheet '{found.sheet}', row {row + 1}"
            raise FileRefused(f"'{said[0]}' and '{said[1]}'", "one financial year and last month of a quarter", where)
    return periods.from_financial_year(found.leads[0]["year"], found.leads[0]["quarter_end"])


def _dates(meta: dict[str, Any]) -> tuple[date | None, date | None]:
    """Days of issue: under labels of their own, or in Status (``Published 18 November 2010 and revised 24 May …``)."""
    status = str(meta.get("status", ""))
    found: list[date | None] = []
    for name in ("published", "revised"):
        said = re.search(rf"{name} (\d+\w* \w+ \d{{4}})", status, re.IGNORECASE)
        found.append(metadata.day(meta.get(name)) or (metadata.day(said[1]) if said else None))
    return found[0], found[1]


def tidy(found: Beds) -> Columns:
    """Long columns org_code, measure, sector, value; England is its ONS code."""
    columns: Columns = {name: [] for name in ("org_code", "measure", "sector", "value")}
    codes = [areas.ENGLAND, *(lead["code"] for lead in found.leads[1:])]
    for (measure, sector), (_, values) in found.values.items():
        columns["org_code"] += codes
        columns["measure"] += [measure] * len(codes)
        columns["sector"] += [sector] * len(codes)
        columns["value"] += values
    return columns


def _organisations(found: Beds) -> Columns:
    leads = found.leads[1:]
    return {
        "code": [lead["code"] for lead in leads],
        "name": [lead["name"] for lead in leads],
        "kind": [organisations.PROVIDER] * len(leads),
        "region": [lead.get("region", "") for lead in leads],
        "icb_code": [""] * len(leads),
    }


def check(parsed: Parsed) -> None:
    """Each organisation once; sectors make the total and organisations make England. Raises FileRefused."""
    found: Beds = parsed.controls
    _codes(found)
    for measure in beds.MEASURES:
        column, totals = found.values[measure, beds.ALL]
        parts = [found.values[measure, sector][1] for sector in beds.SECTORS]
        for place, total in enumerate(totals):
            _same(total, [values[place] for values in parts], at(found.sheet, found.rows[place], column))
    for column, values in found.values.values():
        where = f"{at(found.sheet, found.rows[0], column)}, the sum from {a1(found.rows[1], column)} down"
        _same(values[0], values[1:], where)
    checks.published_after_period(parsed)


def _codes(found: Beds) -> None:
    seen: set[str] = set()
    for lead, row in zip(found.leads[1:], found.rows[1:], strict=True):
        code = lead["code"]
        if code in seen or not organisations.is_code(code):
            what = f"the code '{code}'" + (" twice" if code in seen else "")
            raise FileRefused(what, "the code of an NHS organisation, once", f"sheet '{found.sheet}', row {row + 1}")
        seen.add(code)


def _same(total: float | None, parts: Sequence[float | None], where: str) -> None:
    expected = sum(part or 0 for part in parts)
    if abs((total or 0) - expected) > TOLERANCE * max(1.0, expected):
        raise FileRefused(f"{total or 0:,.6f}", f"{expected:,.6f}", where)


def discover(browse: Browse) -> Discovery:
    """Quarterly workbooks on the publication's page."""
    return discovery.one_page(browse, layout.load(ID), about=ID, confirmed=False)


SOURCE = Source(
    id=ID,
    name="Bed Availability and Occupancy (KH03), beds open overnight",
    title="Bed availability and occupancy: beds open overnight, by organisation and sector",
    publisher="NHS England",
    landing="https://www.england.nhs.uk/statistics/statistical-work-areas/bed-availability-and-occupancy/bed-data-overnight/",
    hosts=frozenset({"www.england.nhs.uk"}),
    cadence="quarterly",
    discover=discover,
    parse=parse,
    check=check,
    national=False,
    tables=("beds", "organisations"),
)
