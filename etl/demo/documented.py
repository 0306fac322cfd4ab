"""The demonstration files of trusts, extracts, the discharge ready date, beds and boundaries, with their pages."""

from collections.abc import Iterator, Mapping

from domain import beds, periods
from etl.demo import bed_workbooks, boundary_answers, calendar, extracts, ready_files, trust_cells, trust_workbooks
from etl.demo.cells import Cells
from etl.demo.councils import Council
from etl.demo.figures import MONTHS
from etl.demo.ready_figures import READY_MONTHS
from etl.sources import beds as beds_source
from etl.sources import discharge_ready_date

UPLOADS = "https://www.england.nhs.uk/statistics/wp-content/uploads/sites/2"
Link = tuple[str, str]  # address and text
Figures = Mapping[str, Mapping[Council, Cells | None]]


def trust_files(figures: Figures) -> Iterator[tuple[str, Link, bytes]]:
    """Month, link and bytes of every trust workbook and extract; they stand on the pages of the years."""
    for month in trust_cells.TRUST_MONTHS:
        shared = trust_cells.share(month, figures[month])
        label, folder = periods.label(month), _folder(month)
        said = f"{periods.financial_year(month)} {label.split()[0]}{_revision(month)}"
        name = label.replace(" ", "-")
        book = (f"{UPLOADS}/{folder}/Trust-Type-B-{name}-demo.xlsx", f"Total Delayed Days Trust {said} (XLSX, 40KB)")
        yield month, book, trust_workbooks.workbook(month, shared)
        file = f"{UPLOADS}/{folder}/Monthly-SITREPs-DTOC-Extracts-{name}-demo.csv"
        text = f"CSV Format Monthly Delayed Transfers of Care {said} (CSV, 1MB)"
        yield month, (file, text), extracts.text(month, shared, trust_cells.council_names(figures[month]))


def ready_publications() -> Iterator[tuple[Link, bytes]]:
    """Link and bytes of every month of the discharge ready date."""
    for month in READY_MONTHS:
        name, body = ready_files.file(month)
        kind = name.rsplit(".", 1)[1].upper()
        yield (f"{UPLOADS}/2024/10/{name}", f"Discharge Ready Date {periods.label(month)} ({kind}, 90KB)"), body


def bed_publications() -> Iterator[tuple[Link, bytes]]:
    """Link and bytes of every quarter of beds."""
    for last in bed_workbooks.QUARTERS:
        quarter = beds.quarter_name(last)
        address = f"{UPLOADS}/{_folder(last)}/Beds-Open-Overnight-Web_File-{quarter.replace(' ', '-')}-demo.xlsx"
        yield (
            (address, f"NHS organisations in England, Quarter {quarter[-1]}, {quarter[:7]} (XLSX, 30KB)"),
            bed_workbooks.workbook(last),
        )


def other_pages() -> Iterator[tuple[str, str, list[Link], list[tuple[str, bytes]]]]:
    """Address, title, links and files of the pages that only these publications have."""
    pages = (
        (discharge_ready_date.SOURCE.landing, "Discharge Ready Date", list(ready_publications())),
        (beds_source.SOURCE.landing, "Bed Availability and Occupancy Data: Overnight", list(bed_publications())),
    )
    for address, title, found in pages:
        yield address, title, [link for link, _ in found], [(link[0], body) for link, body in found]


def answers() -> dict[str, bytes]:
    """Answers of interfaces, by address."""
    return boundary_answers.answers()


def _folder(month: str) -> str:
    day = calendar.revised(month, MONTHS[-1]) or calendar.published(month)
    return f"{day.year}/{day.month:02d}"


def _revision(month: str) -> str:
    day = calendar.revised(month, MONTHS[-1])
    return f" (Revised {day:%d.%m.%y})" if day else ""
