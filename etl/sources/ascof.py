"""Outcomes of adult social care (ASCOF): yearly measures, most of them surveys with a margin of error.

Two kinds of file: the time series of the newest edition (every survey year since 2015-16, care measures of
2024-25) and the open data of a year (with numerators and denominators). Measures were renumbered in 2023-24.
"""

from domain import periods
from etl import layout
from etl.ascof import checks, open_data, pages, rows, series
from etl.listing import plain
from etl.problems import NotThisPublication
from etl.source import Browse, Discovery, Parsed, Source
from etl.workbook import ZIP, Workbook
from etl.workbook import sniff as sniff_workbook

ID = "ascof"
CSV_HEAD = b"ASCOF Measure Code"


def sniff(data: bytes) -> None:
    """Raises FileRefused for bytes that are neither a workbook nor the open data as CSV."""
    if CSV_HEAD not in data[:2000]:
        sniff_workbook(data)


def parse(data: bytes) -> Parsed:
    """Tidy rows of one file; raises FileRefused, or NotThisPublication for a file of another kind."""
    lay = layout.load(ID)
    if not data.startswith(ZIP) and CSV_HEAD in data[:2000]:
        return _year(open_data.read(open_data.from_csv(data), "CSV", lay))
    book = Workbook(data)
    kinds = {lay.name("sheet", sheet): sheet for sheet in book.sheets}
    if "cover" in kinds and "table" in kinds:
        title = plain(str(next((cell for row in book.rows(kinds["cover"]) for cell in row if cell), "")))
        if not lay.matches("identity", title):
            raise NotThisPublication(f"its title is '{title[:60]}'")
        return _series(title, list(series.read(book, lay)))
    return _year(open_data.read(book.rows(book.sheets[0]), book.sheets[0], lay))


def _series(title: str, found: list[rows.Row]) -> Parsed:
    years = sorted({row.year for row in found})
    return Parsed(
        key=f"series to {years[-1]}" if years else "series",
        title=title,
        start=_months(years[0])[0] if years else "",
        end=_months(years[-1])[1] if years else "",
        tables=rows.tables(found),
        controls=found,
    )


def _year(found: list[rows.Row]) -> Parsed:
    year = found[0].year if found else ""
    return Parsed(
        key=f"year {year}",
        title=f"Measures from the Adult Social Care Outcomes Framework, England {year}: open data",
        start=_months(year)[0] if year else "",
        end=_months(year)[1] if year else "",
        tables=rows.tables(found),
        controls=found,
    )


def _months(year: str) -> tuple[str, str]:
    months = periods.financial_year_months(year)
    return months[0], months[-1]


def check(parsed: Parsed) -> None:
    """Bounds, keys, shares from their counts, and England made of its regions; raises FileRefused with the cell."""
    checks.check(parsed.controls)


def discover(browse: Browse) -> Discovery:
    """The time series and the open data on the pages of the years."""
    return pages.discover(browse, layout.load(ID), about=ID)


SOURCE = Source(
    id=ID,
    name="Adult Social Care Outcomes Framework",
    title="Measures from the Adult Social Care Outcomes Framework (ASCOF), England",
    publisher="Department of Health and Social Care; to 2022-23 NHS Digital",
    landing="https://digital.nhs.uk/data-and-information/publications/statistical/adult-social-care-outcomes-framework-ascof",
    hosts=frozenset({"digital.nhs.uk", "files.digital.nhs.uk", "www.gov.uk", "assets.publishing.service.gov.uk"}),
    dated=False,
    national=False,
    cadence="yearly",
    discover=discover,
    parse=parse,
    check=check,
    sniff=sniff,
    tables=("outcomes",),
)
