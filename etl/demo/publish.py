"""The demonstration publications as files of a small copy of the publishers' sites.

Everything carries the words "Demonstration data". A folder that was written by the same code and seed is left
as it is, so a second run has nothing to do.
"""

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from domain import periods
from domain.demonstration import SEED
from etl import layout
from etl.demo import cells, council_workbooks, nomis, outcome_workbooks, series_workbooks
from etl.demo.books import SOURCE_LINE
from etl.demo.calendar import published, revised
from etl.demo.cells import Cells
from etl.demo.councils import Council, councils
from etl.demo.figures import MONTHS, delays_of
from etl.fetch.folder import place
from etl.sources import ae_england, ascof, dtoc_councils
from warehouse.builds import SEEN

UPLOADS = "https://www.england.nhs.uk/statistics/wp-content/uploads/sites/2"
# Months in which a small council sent no return: shown as not submitted, never as zero.
NOT_SUBMITTED = {("Oldgate", "2016-08"), ("Oldgate", "2017-12"), ("Marram", "2018-07")}
# The England series was revised after two council workbooks: days by which it differs.
SERIES_DIFFERS = {"2018-12": 31, "2019-02": -52}


def write(root: Path, *, seed: int | None = None) -> Path:
    """Write the site below ``root`` and return the folder of this code and seed."""
    chosen = SEED if seed is None else seed
    folder = root / fingerprint(chosen)
    if folder.is_dir():
        return folder
    new = root / f".new-{folder.name}"
    shutil.rmtree(new, ignore_errors=True)
    for address, body in publications(chosen):
        file = place(new, address)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
    for old in root.glob("[0-9a-f]*"):
        shutil.rmtree(old, ignore_errors=True)
    new.rename(folder)
    return folder


def renew(root: Path, *, seed: int | None = None) -> Path:
    """The site below a data folder; what was fetched from the site of another generator is forgotten.

    Its files stand for the same releases, so both could not be held side by side.
    """
    site = root / "site"
    if site.is_dir() and not (site / fingerprint(SEED if seed is None else seed)).is_dir():
        shutil.rmtree(root / "raw", ignore_errors=True)
        (root / SEEN).unlink(missing_ok=True)
    return write(site, seed=seed)


def fingerprint(seed: int) -> str:
    """Short hash of the seed and of everything that writes demonstration files."""
    digest = hashlib.sha256(str(seed).encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    for name in (dtoc_councils.ID, ae_england.ID, ascof.ID, "population"):
        digest.update((layout.FOLDER / f"{name}.csv").read_bytes())
    return digest.hexdigest()[:16]


def publications(seed: int) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of every page, workbook and answer."""
    all_councils = councils()
    figures = figures_by_month(all_councils, seed)
    links: dict[str, list[tuple[str, str]]] = {}
    for month, found in figures.items():
        address = f"{UPLOADS}/{_folder(month)}/LA-Type-B-{periods.label(month).replace(' ', '-')}-demo.xlsx"
        year = periods.financial_year(month)
        links.setdefault(year, []).insert(
            0,
            (
                address,
                f"Total Delayed Days Local Authority {year} "
                f"{periods.label(month).split()[0]}{_revision(month)} (XLSX, 60KB)",
            ),
        )
        yield address, council_workbooks.workbook(month, found)
    yield from _series(figures, seed)
    yield from _pages(links)
    yield from nomis.answers(all_councils).items()
    yield _OUTCOMES, outcome_workbooks.workbook(all_councils, seed)
    yield from _outcome_pages()


def figures_by_month(all_councils: tuple[Council, ...], seed: int) -> dict[str, dict[Council, Cells | None]]:
    """Cells of every council in every month; None where no return was sent."""
    rules = {council: delays_of(council, seed) for council in all_councils}
    return {
        month: {
            c: None if (c.name, month) in NOT_SUBMITTED else cells.month_cells(c, rule, t, seed)
            for c, rule in rules.items()
        }
        for t, month in enumerate(MONTHS)
    }


def england(figures: Mapping[str, Mapping[Council, Cells | None]]) -> dict[str, Cells]:
    """England's cells by month, as in the series: the workbooks' sums, revised in two months."""
    total: dict[str, Cells] = {}
    for month, found in figures.items():
        outside = council_workbooks.outside_cells(month).values()
        total[month] = cells.add([*(one for one in found.values() if one), *outside])
        total[month]["acute", "C", "nhs"] += SERIES_DIFFERS.get(month, 0)
    return total


def _folder(month: str) -> str:
    day = revised(month, MONTHS[-1]) or published(month)
    return f"{day.year}/{day.month:02d}"


def _revision(month: str) -> str:
    day = revised(month, MONTHS[-1])
    return f" (Revised {day:%d.%m.%y})" if day else ""


_DTOC_SERIES = f"{UPLOADS}/2019/05/DTOC-England-Timeseries-March-2019-demo.xlsx"
_AE_SERIES = f"{UPLOADS}/2019/04/Monthly-AE-Time-Series-March-2019-demo.xlsx"
_OUTCOMES = "https://assets.publishing.service.gov.uk/media/demonstration/ascof_2018_19.ods"


def _outcome_pages() -> Iterator[tuple[str, bytes]]:
    """The page of all years and the pages of two years; the newest has the time series."""
    landing, (newest, other) = ascof.SOURCE.landing, layout.load(ascof.ID).values("known")
    title = "Measures from the Adult Social Care Outcomes Framework, England"
    yield f"{landing}/", _page(title, [(newest, "All years in one workbook"), (other, f"{title} 2020-21")])
    series = (_OUTCOMES, "ASCOF 2018 to 2019: aggregated measures time series (ODS, 60KB)")
    yield newest, _page(title, [(landing, title), series])
    yield other, _page(f"{title} 2020-21", [(landing, title)])


def _series(figures: Mapping[str, Mapping[Council, Cells | None]], seed: int) -> Iterator[tuple[str, bytes]]:
    yield _DTOC_SERIES, series_workbooks.delays_workbook(england(figures))
    yield _AE_SERIES, series_workbooks.admissions_workbook(seed)


def _pages(links: Mapping[str, list[tuple[str, str]]]) -> Iterator[tuple[str, bytes]]:
    """Landing pages and one page a financial year, also for the years without demonstration data."""
    landing = dtoc_councils.SOURCE.landing
    years = {name: landing + pattern.pattern for name, pattern in layout.load(dtoc_councils.ID).parts["fallback"]}
    named = [(address, f"Delayed Transfers of Care {year} Data") for year, address in reversed(years.items())]
    yield (
        landing,
        _page(
            "Delayed Transfers of Care",
            [(_DTOC_SERIES, "Delayed Transfers of Care England Time Series (XLSX, 90KB)"), *named],
        ),
    )
    for year, address in years.items():
        yield (
            address,
            _page(
                f"Delayed Transfers of Care Data {year}", [(landing, "Delayed Transfers of Care"), *links.get(year, [])]
            ),
        )
    yield (
        ae_england.SOURCE.landing,
        _page(
            "A&E Attendances and Emergency Admissions",
            [(_AE_SERIES, "Monthly A&E Time Series March 2019 (XLSX, 20KB)")],
        ),
    )


def _page(title: str, links: list[tuple[str, str]]) -> bytes:
    items = "\n".join(f'<p><a href="{escape(address)}">{escape(text)}</a></p>' for address, text in links)
    page = (
        "<!doctype html>\n<html "
        f'lang="en-GB"><head><title>{escape(title)}</title></head><body><h1>{escape(title)}</h1>\n<p>{escape(SOURCE_LINE)}.</p>\n{items}\n</body></html>\n'
    )
    return page.encode()
