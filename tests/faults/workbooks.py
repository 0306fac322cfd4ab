"""Council workbooks that differ from a demonstration publication, and pages that offer them."""

import io
from html import escape
from pathlib import Path

import openpyxl

from etl import layout
from etl.demo.publish import UPLOADS
from etl.fetch.folder import place
from etl.sources import dtoc_councils

MONTH, YEAR = "2019-01", "2018-19"
HEADER, ENGLAND, COUNCIL, FIRST_PART = 14, 15, 17, 6  # rows and column, counted from 1


def held(site: Path) -> Path:
    """The publication of the month."""
    (file,) = site.rglob("LA-Type-B-January-2019-demo.xlsx")
    return file


def edited(body: bytes, *, days: int = 0, revised: str | None = None) -> bytes:
    """The workbook with more days for its first council, on all three sheets, and with another date of revision."""
    book = openpyxl.load_workbook(io.BytesIO(body))
    for sheet in book:
        if not sheet.title.startswith("LA - "):
            continue
        header = [str(cell.value or "").lower() for cell in sheet[HEADER]]
        for row in (ENGLAND, COUNCIL):
            for column in (FIRST_PART, header.index("total") + 1):
                sheet.cell(row, column).value += days
        label = next(row for row in range(1, HEADER) if sheet.cell(row, 2).value == "Revised:")
        if revised is not None:
            sheet.cell(label, 3).value = revised
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def offer(site: Path, name: str, body: bytes) -> str:
    """Put a file on the publisher's site and link it from the page of its year; its address."""
    address = f"{UPLOADS}/2019/06/{name}"
    file = place(site, address)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(body)
    slugs = {name: slug.pattern for name, slug in layout.load(dtoc_councils.ID).parts["fallback"]}
    page = place(site, dtoc_councils.SOURCE.landing + slugs[YEAR])
    link = f'<p><a href="{escape(address)}">Total Delayed Days Local Authority 2018-19 January (XLSX, 60KB)</a></p>'
    page.write_text(page.read_text().replace("</body>", link + "</body>"))
    return address
