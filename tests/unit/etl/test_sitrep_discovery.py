"""Links of the discharge reports: names in many spellings, two reports on neighbouring pages, decoys beside them."""

import pytest

from etl.listing import Link
from etl.sitrep.discover import hint
from etl.sources import discharge_acute, discharge_community
from tests.unit.etl.site import UNREACHABLE, Site, levels, page

UPLOADS = "https://www.england.nhs.uk/statistics/wp-content/uploads/sites/2"
SPELLINGS = {
    "2022/05/Daily-Discharge-SitRep-Monthly-Data-Web-File-April2022-2.xlsx": "2022-04",
    "2022/07/Daily-discharge-sitrep-monthly-data-webfile-June2022.xlsx": "2022-06",
    "2023/12/Daily-discharge-sitrep-monthly-data-webfile-April2022-revised.xlsx": "2022-04",
    "2024/10/Daily-discharge-sitrep-monthly-data-webfile-June2024-revised.csv": "2024-06",
    "2024/10/Daily-discharge-sitrep-monthly-data-webfile-September20241-2.xlsx": "2024-09",
    "2025/10/Daily-discharge-sitrep-monthly-data-webfile-September2024v2.xlsx": "2024-09",
    "2024/11/Daily-discharge-sitrep-monthly-data-webfile-October2024-csv.xlsx": "2024-10",
    "2026/04/Daily-discharge-sitrep-monthly-data-webfile-January-2026.xlsx": "2026-01",
    "2026/05/Daily-discharge-sitrep-monthly-data-webfile-01-April2026-v1.xlsx": "2026-04",
    "2026/07/Daily-discharge-sitrep-monthly-data-webfile-1-CSV-apr24.csv": "2024-04",
    "2024/02/Daily-discharge-sitrep-timeseries-data-webfile-April2021-January2024.xlsx": "2024-01",
    "2024/02/webfile.xlsx": "",
}
OTHERS = {
    "2023/11/Community-discharge-sitrep-monthly-data-webfile-October2023.xlsx": "Community discharge sitrep",
    "2023/11/Discharge-Ready-Date-monthly-data-webfile-September2023.xlsx": "Discharge Ready Date",
    "2022/05/sitrep_acute-specification.pdf": "Technical specification",
}


@pytest.mark.parametrize(("name", "month"), SPELLINGS.items())
def test_the_month_is_guessed_from_every_spelling(name, month):
    assert hint(Link(f"{UPLOADS}/{name}", "A workbook", "2023/24")) == month


LANDING = {source.SOURCE.id: source.SOURCE.landing for source in (discharge_acute, discharge_community)}


def discover(source, *links, **more):
    site = Site({LANDING[source.ID]: page(*links), **more})
    return source.discover(site.browse())


def names(discovery):
    return [candidate.url.rsplit("/", 1)[-1] for candidate in discovery.candidates]


def test_every_spelling_is_taken_newest_first_without_a_word():
    links = [(f"{UPLOADS}/{name}", "Daily discharge sitrep monthly data webfile") for name in SPELLINGS]
    found = discover(discharge_acute, *links)
    assert len(found.candidates) == len(SPELLINGS)
    assert [c.hint for c in found.candidates] == sorted(SPELLINGS.values(), reverse=True)
    assert found.messages == ()


def test_files_of_other_reports_and_of_other_kinds_are_left_alone():
    mine = (f"{UPLOADS}/2023/11/Daily-discharge-sitrep-monthly-data-webfile-October2023.xlsx", "Daily discharge sitrep")
    links = [mine, *((f"{UPLOADS}/{name}", text) for name, text in OTHERS.items())]
    assert names(discover(discharge_acute, *links)) == [mine[0].rsplit("/", 1)[-1]]
    assert names(discover(discharge_community, *links)) == [
        "Community-discharge-sitrep-monthly-data-webfile-October2023.xlsx"
    ]


def test_new_wording_is_fetched_with_a_warning():
    found = discover(discharge_acute, (f"{UPLOADS}/2027/01/hospital-flow-december2026.xlsx", "Hospital flow"))
    assert [c.hint for c in found.candidates] == ["2026-12"]
    assert "'Hospital flow'" in found.messages[0].text
    assert levels(found) == ["warning"]


def test_the_same_link_twice_is_one_file():
    link = (f"{UPLOADS}/2024/02/Daily-discharge-sitrep-monthly-data-webfile-January2024.xlsx", "Daily discharge sitrep")
    assert len(discover(discharge_acute, link, link).candidates) == 1


def test_a_page_of_a_year_below_the_landing_page_is_read_too():
    year = f"{LANDING[discharge_acute.ID]}2026-27/"
    file = (f"{UPLOADS}/2026/05/Daily-discharge-sitrep-monthly-data-webfile-01-April2026-v1.xlsx", "Daily discharge")
    found = discover(discharge_acute, (year, "2026/27"), **{year: page(file)})
    assert [c.hint for c in found.candidates] == ["2026-04"]
    gone = discover(discharge_acute, (year, "2026/27"), file, **{year: UNREACHABLE})
    assert len(gone.candidates) == 1
    assert "could not be read" in gone.messages[0].text


def test_a_page_without_files_and_a_page_that_cannot_be_read_are_loud():
    assert "the source has changed" in discover(discharge_acute).messages[-1].text
    site = Site({LANDING[discharge_acute.ID]: UNREACHABLE})
    assert levels(discharge_acute.discover(site.browse())) == ["error"]
