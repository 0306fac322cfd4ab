"""Pages of the outcomes framework: what is read, what is left alone and said, and what happens without pages."""

import pytest

from etl import layout
from etl.ascof import pages
from etl.sources import ascof
from tests.unit.etl.site import UNREACHABLE, Site, levels, page

LANDING = ascof.SOURCE.landing
NEWEST, YEAR = layout.load("ascof").values("known")
FILES = "https://files.digital.nhs.uk/00/000000"
ODS = "https://assets.publishing.service.gov.uk/media/1/ascof_2024_25.ods"
OPEN = f"{FILES}/meas-from-asc-of-eng-2021-open-data-csv_v2.xlsx"
OLDER = f"{LANDING}/measures-from-the-adult-social-care-outcomes-framework-england-2018-19"
WHOLE = {
    LANDING: page((OLDER, "England, 2018-19"), (NEWEST, "England: 2024 to 2025"), ("https://www.gov.uk/help", "Help")),
    NEWEST: page(
        (ODS, "ASCOF 2024 to 2025: aggregated measures time series (ODS, 663KB)"),
        (ODS.replace(".ods", "-disaggregated.ods"), "ASCOF 2024 to 2025: disaggregated data tables (ODS, 2.1 MB)"),
    ),
    YEAR: page(
        (OPEN, "Measures, England, 2020-21: Open data [.xlsx] 1969KB"), (f"{FILES}/report.pdf", "Report [.pdf]")
    ),
    OLDER: page(
        (f"{FILES}/meas-from-asc-of-eng-1819-open-data-csv-v2.csv", "Measures, England 2018-19, CSV"),
        (f"{FILES}/meas-from-asc-of-eng-1819-time-series-annex.xlsx", "Time series annex"),
    ),
}


def discover(site):
    return ascof.SOURCE.discover(site.browse())


def test_the_series_and_the_open_data_of_every_year_are_found_newest_first():
    found = discover(Site(WHOLE))
    assert [one.url.rsplit("/", 1)[-1] for one in found.candidates] == [
        "ascof_2024_25.ods",
        "meas-from-asc-of-eng-2021-open-data-csv_v2.xlsx",
        "meas-from-asc-of-eng-1819-open-data-csv-v2.csv",
    ]
    assert [one.hint for one in found.candidates] == ["2025-03", "2021-03", "2019-03"]


def test_files_that_are_listed_and_not_read_are_accounted_for():
    found = discover(Site(WHOLE))
    assert levels(found) == ["note", "note", "note"]
    said = " ".join(message.text for message in found.messages)
    for name in ("disaggregated data tables", "Report [.pdf]", "Time series annex"):
        assert name in said


def test_without_the_page_of_all_years_the_pages_known_by_heart_are_read():
    site = Site({url: body for url, body in WHOLE.items() if url != LANDING})
    found = discover(site)
    assert [one.url for one in found.candidates] == [ODS, OPEN]
    assert OLDER not in site.asked
    assert set(levels(found)) == {"note"}
    assert any("2 pages known by heart are used" in message.text for message in found.messages)


def test_a_second_page_that_is_gone_makes_the_first_worth_a_look():
    found = discover(Site({NEWEST: WHOLE[NEWEST]}))
    assert [one.url for one in found.candidates] == [ODS]
    assert [message.about for message in found.messages if message.level == "warning"] == [YEAR, LANDING]


def test_a_publisher_that_cannot_be_reached_is_one_failure():
    found = discover(Site(dict.fromkeys(WHOLE, UNREACHABLE)))
    assert found.candidates == ()
    assert levels(found) == ["error"]


def test_a_page_that_fails_is_a_failure_of_that_page_only():
    found = discover(Site({**WHOLE, YEAR: UNREACHABLE}))
    assert [message.about for message in found.messages if message.level == "error"] == [YEAR]
    assert ODS in [one.url for one in found.candidates]


def test_pages_without_any_file_are_a_changed_source():
    found = discover(Site({LANDING: page((NEWEST, "England: 2024 to 2025")), NEWEST: page((LANDING, "ASCOF"))}))
    assert found.candidates == ()
    assert "the source has changed" in [m for m in found.messages if m.level == "error"][0].text


def test_a_table_in_new_wording_is_read_with_a_warning():
    renamed = {**WHOLE, NEWEST: page((ODS.replace("ascof_", "outcomes-"), "Outcomes over the years (ODS)"))}
    found = discover(Site(renamed))
    assert any(one.url.endswith("outcomes-2024_25.ods") for one in found.candidates)
    assert any(m.level == "warning" and "wording not seen before" in m.text for m in found.messages)


@pytest.mark.parametrize(
    ("text", "href", "kind"),
    [
        ("ASCOF 2024 to 2025: aggregated measures time series (ODS)", "x/any.ods", "read"),
        ("Open data [.csv]", "x/any.csv", "read"),
        ("Disaggregated data tables", "x/ascof.ods", "other"),
        ("Report", "x/report.pdf", "other"),
        ("Data tables", "x/tables.xlsx", "unknown"),
        ("Handbook", "https://www.gov.uk/government/publications/handbook", ""),
    ],
)
def test_links_fall_into_kinds(text, href, kind):
    from etl.listing import Link

    assert pages.classify(Link(href, text, ""), layout.load("ascof")) == kind
