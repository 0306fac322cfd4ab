"""The demonstration publications as files of a small copy of the publishers' sites.

Everything carries the words "Demonstration data". A folder that was written by the same code and seed is left
as it is, so a second run has nothing to do.
"""

import hashlib
import shutil
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from domain import discharge, periods
from domain.demonstration import SEED
from etl import layout
from etl.demo import (
    cells,
    council_workbooks,
    documented,
    nomis,
    organisation_files,
    outcome_workbooks,
    provider_files,
    series_workbooks,
    sitrep_figures,
    sitrep_workbooks,
)
from etl.demo.books import SOURCE_LINE
from etl.demo.calendar import published, revised, second_thursday
from etl.demo.cells import Cells
from etl.demo.councils import Council, councils
from etl.demo.figures import MONTHS, delays_of
from etl.demo.organisations import MERGED
from etl.fetch.folder import place
from etl.publishing import SEEN
from etl.sources import (
    ae_england,
    ae_providers,
    ascof,
    discharge_acute,
    discharge_community,
    dtoc_councils,
    organisation_changes,
    organisations,
)

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
    for file in sorted(layout.FOLDER.glob("*.csv")):
        digest.update(file.read_bytes())
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
    for month, link, body in documented.trust_files(figures):
        links[periods.financial_year(month)].append(link)
        yield link[0], body
    for address, title, listed, files in documented.other_pages():
        yield from files
        yield address, _page(title, listed)
    yield from documented.answers().items()
    yield from _series(figures, seed)
    providers = {month: (_provider_address(month, name), body) for month, name, body in provider_files.files(seed)}
    yield from providers.values()
    yield from _pages(links)
    yield from _ae_pages({month: address for month, (address, _) in providers.items()})
    yield from _organisations()
    yield from nomis.answers(all_councils).items()
    yield _OUTCOMES, outcome_workbooks.workbook(all_councils, seed)
    yield from _outcome_pages()
    yield from _discharge_reports(seed)


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


def _discharge_reports(seed: int) -> Iterator[tuple[str, bytes]]:
    """Monthly workbooks of both reports, the acute series, and the page of each."""
    names = {
        discharge.ACUTE: ("Daily-discharge-sitrep", discharge_acute.SOURCE.landing),
        discharge.COMMUNITY: ("Community-discharge-sitrep", discharge_community.SOURCE.landing),
    }
    series = f"{UPLOADS}/2023/04/Daily-discharge-sitrep-timeseries-data-webfile-demo.xlsx"
    yield series, sitrep_workbooks.series_workbook(seed)
    for setting, (name, landing) in names.items():
        links = [(series, "Daily discharge sitrep timeseries")] if setting == discharge.ACUTE else []
        for month in reversed(sitrep_figures.MONTHS[setting]):
            issued = periods.plus(month, 1).replace("-", "/")
            label = periods.label(month)
            address = f"{UPLOADS}/{issued}/{name}-monthly-data-webfile-{label.replace(' ', '')}-demo.xlsx"
            links.append((address, f"{name.replace('-', ' ')} monthly data webfile {label} (XLSX, 40KB)"))
            yield address, sitrep_workbooks.month_workbook(setting, month, seed)
        yield landing, _page(f"Discharge delays ({setting} data)", links)


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


def _provider_address(month: str, name: str) -> str:
    day = second_thursday(periods.plus(month, 1))
    return f"{UPLOADS}/{day.year}/{day.month:02d}/{name}"


def _ae_pages(addresses: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """The landing page of A&E and one page a financial year, also for the years without demonstration data."""
    landing, title = ae_england.SOURCE.landing, "A&E Attendances and Emergency Admissions"
    years = {name: landing + pattern.pattern for name, pattern in layout.load(ae_providers.ID).parts["fallback"]}
    named = [(address, f"{title} {year}") for year, address in reversed(years.items())]
    yield landing, _page(title, [(_AE_SERIES, "Monthly A&E Time Series March 2019 (XLSX, 20KB)"), *named])
    for year, address in years.items():
        of_year = [month for month in sorted(addresses, reverse=True) if periods.financial_year(month) == year]
        links = [(addresses[month], f"Monthly A&E {periods.label(month)} (CSV, 4KB)") for month in of_year]
        yield address, _page(f"{title} {year}", [(landing, title), *links])


def _organisations() -> Iterator[tuple[str, bytes]]:
    """The list of NHS trusts on its page, and the directory's answers."""
    address = "https://files.digital.nhs.uk/assets/ods/demonstration/etr.zip"
    yield organisations.SOURCE.landing, _page("Other NHS organisations", [(address, "etr.zip (NHS Trusts)")])
    yield address, organisation_files.trust_list()
    directory = layout.load(organisation_changes.ID)
    base, query = directory.values("interface")[0], directory.values("search")[0]
    yield f"{base}?{query}", organisation_files.search()
    yield f"{base}/{MERGED}?_format=json", organisation_files.answer()


def _page(title: str, links: list[tuple[str, str]]) -> bytes:
    items = "\n".join(f'<p><a href="{escape(address)}">{escape(text)}</a></p>' for address, text in links)
    page = (
        "<!doctype html>\n<html "
        f'lang="en-GB"><head><title>{escape(title)}</title></head><body><h1>{escape(title)}</h1>\n<p>{escape(SOURCE_LINE)}.</p>\n{items}\n</body></html>\n'
    )
    return page.encode()
