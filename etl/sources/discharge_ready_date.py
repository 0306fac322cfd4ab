"""Discharge ready date: how long people stayed after the day on which they were ready, September 2023 onwards.

Not yet seen: built from the documented layout of the monthly workbook (sheets ``Provider`` and ``UTLA Acceptable``)
and text file. Of a month that is offered as both, the workbook is read: it prints when it was issued.
"""

from typing import Any

from domain import periods
from etl import checks, discovery, layout, metadata, separated
from etl.discharge_ready import checks as sums
from etl.discharge_ready import rows, sheets, text
from etl.listing import plain
from etl.problems import FileRefused, NotThisPublication
from etl.source import Browse, Discovery, Parsed, Source
from etl.workbook import OLE, ZIP, Workbook
from etl.workbook import sniff as sniff_workbook

ID = "discharge_ready_date"
TITLE = "Discharge Ready Date: timeliness of acute hospital discharges"

COUNCILS_FROM = "2024-04"  # months before need not have the sheet by council


def sniff(data: bytes) -> None:
    """Raises FileRefused for bytes that are neither a workbook nor comma-separated text."""
    if data.startswith((OLE, ZIP)):
        sniff_workbook(data)
    else:
        separated.sniff(data)


def parse(data: bytes) -> Parsed:
    """Tidy rows of one month; raises FileRefused, or NotThisPublication for a workbook of another kind."""
    if data.startswith((OLE, ZIP)):
        return _workbook(Workbook(data), layout.load(ID))
    month, found = text.read(data, layout.load(ID))
    if not month:
        raise FileRefused("no line under the header", "a line for each area and measure")
    return Parsed(month, TITLE, month, month, rows.tables(found), controls=found)


def _workbook(book: Workbook, lay: layout.Layout) -> Parsed:
    names = {kind: sheet for sheet in book.sheets if (kind := lay.name("sheet", sheet))}
    labels = {sheet: metadata.read(book.rows(sheet), lay) for sheet in names.values()}
    title = _said(labels, "title")
    if not lay.matches("identity", title):
        if "provider" not in names:
            raise NotThisPublication(f"its title is '{title[:60]}' and it has no sheet 'Provider'")
        expected = "a title with 'Timeliness of Acute Hospital Discharges'"
        raise FileRefused(f"the title '{title[:60]}'", expected, "Title")
    month = _month(labels)
    for kind, sheet in (("provider", "Provider"), ("council", "UTLA Acceptable")):
        if kind not in names and (kind == "provider" or month >= COUNCILS_FROM):
            raise FileRefused(f"the sheets {', '.join(book.sheets)}", f"a sheet '{sheet}'", "the list of sheets")
    read = [sheets.read(book.rows(names[k]), k, names[k], lay) for k in ("provider", "council") if k in names]
    found = [area for areas in read for area in areas]
    meta = {name: _said(labels, name) for name in ("published", "revised")}
    return Parsed(
        key=month,
        title=plain(title),
        start=month,
        end=month,
        published=metadata.day(meta["published"]),
        revised=metadata.day(meta["revised"]),
        tables=rows.tables(found),
        controls=found,
        notes=metadata.dated_notes(meta),
    )


def _said(labels: dict[str, dict[str, Any]], name: str) -> Any:
    """What the first sheet that has a label says under it; empty text when none does."""
    return next((one[name] for one in labels.values() if one.get(name)), "")


def _month(labels: dict[str, dict[str, Any]]) -> str:
    """The month that every sheet with a Period names."""
    said = [(sheet, one["period"]) for sheet, one in labels.items() if one.get("period")]
    months = {metadata.month(period, f"sheet '{sheet}', Period") for sheet, period in said}
    if len(months) != 1:
        found = " and ".join(periods.label(month) for month in sorted(months)) or "no month"
        raise FileRefused(found, "one month, the same on every sheet", "Period")
    return months.pop()


def check(parsed: Parsed) -> None:
    """Bands make totals, shares make the whole and averages follow; raises FileRefused with the cell."""
    sums.check(parsed.controls)
    checks.published_after_period(parsed)


def discover(browse: Browse) -> Discovery:
    """Monthly files on the publication's page; of a month offered as workbook and as text, the workbook."""
    found = discovery.one_page(browse, layout.load(ID), about=ID, confirmed=False)
    books = {c.hint for c in found.candidates if c.hint and not c.url.lower().endswith(".csv")}
    twins = [c for c in found.candidates if c.url.lower().endswith(".csv") and c.hint in books]
    kept = tuple(c for c in found.candidates if c not in twins)
    return Discovery(kept, found.messages, tuple((c.url, "the workbook of the same month is read") for c in twins))


SOURCE = Source(
    id=ID,
    name="Discharge Ready Date",
    title=TITLE,
    publisher="NHS England",
    landing="https://www.england.nhs.uk/statistics/statistical-work-areas/discharge-delays/discharge-ready-date/",
    hosts=frozenset({"www.england.nhs.uk"}),
    discover=discover,
    parse=parse,
    check=check,
    sniff=sniff,
    national=False,
    lag_days=45,
    seen=False,
    tables=("discharge_ready", "organisations"),
)
