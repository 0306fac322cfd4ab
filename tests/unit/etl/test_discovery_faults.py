"""Finding workbooks while pages are gone or nobody answers."""

from etl.discovery import monthly, whole_series
from etl.fetch import AddressRefused
from etl.layout import load
from etl.sources import ae_england, dtoc_england
from tests.unit.etl.site import UNREACHABLE, UPLOADS, Site, levels, page
from tests.unit.etl.test_discovery import LANDING, TITLE, YEAR_16, YEAR_17, discover, known_by_heart, lay, names, site

JUNE = page((f"{UPLOADS}/LA-Type-B-June-2016.xls", f"{TITLE} 2016-17 June"))
AE = ae_england.SOURCE.landing


def test_without_the_landing_page_the_pages_known_by_heart_still_give_every_workbook():
    may = page((f"{UPLOADS}/LA-Type-B-May-2017.xls", f"{TITLE} 2017-18 May"))
    found = discover(Site({known_by_heart("2016-17"): JUNE, known_by_heart("2017-18"): may}))
    assert names(found) == ["LA-Type-B-May-2017.xls", "LA-Type-B-June-2016.xls"]
    assert levels(found) == ["error", "warning"]
    assert "landing page could not be read" in found.messages[0].text


def test_a_publisher_that_cannot_be_reached_is_not_asked_for_every_year():
    pages = {LANDING: UNREACHABLE, **{known_by_heart(year): UNREACHABLE for year in ("2016-17", "2017-18")}}
    silent = Site(pages)
    found = discover(silent)
    assert found.candidates == ()
    assert "error" in levels(found)
    assert len(silent.asked) == 2


def test_a_landing_page_that_leads_off_the_publishers_hosts_is_said_and_the_rest_goes_on():
    found = discover(Site({LANDING: AddressRefused("example.org is not allowed"), known_by_heart("2016-17"): JUNE}))
    assert names(found) == ["LA-Type-B-June-2016.xls"]
    assert "example.org is not allowed" in found.messages[0].text


def test_a_linked_year_page_that_is_gone_is_an_error_for_that_year_only():
    broken = site()
    del broken.pages[YEAR_17]
    found = discover(broken)
    assert names(found) == ["LA-Type-B-May-2016.xls"]
    (message,) = found.messages
    assert (message.level, message.about) == ("error", YEAR_17)
    assert "2017-18" in message.text
    assert "kept" in message.text


def test_a_year_page_that_times_out_does_not_stop_the_older_years():
    found = discover(site(**{YEAR_17: UNREACHABLE}))
    assert names(found) == ["LA-Type-B-May-2016.xls"]
    assert levels(found) == ["error"]


def test_a_page_known_by_heart_that_is_gone_too_is_a_warning_only():
    found = discover(site(**{LANDING: page((YEAR_17, "2017-18 Data"))}))
    assert levels(found) == ["warning", "warning", "error"]
    assert found.messages[-1].about == "dtoc_councils"


def test_a_page_without_links_is_said():
    empty = Site({LANDING: "<html>Sorry, we are working on it</html>"})
    monthly(empty.browse(), lay(), about="dtoc_councils")
    assert [message.about for message in empty.told] == [LANDING]
    assert "no link" in empty.told[0].text


def test_the_series_of_delays_is_found_among_decoys_on_the_landing_page():
    decoys = [
        (YEAR_16, "Data 2016-17"),
        (f"{UPLOADS}/LA-Type-B.xls", TITLE),
        (f"{UPLOADS}/ascof.xls", "ASCOF time series"),
    ]
    landing = page(*decoys, (f"{UPLOADS}/DTOC-England-Timeseries.xls", "Time series"))
    found = whole_series(Site({LANDING: landing}).browse(), load(dtoc_england.ID), about=dtoc_england.ID)
    assert names(found) == ["DTOC-England-Timeseries.xls"]
    assert found.messages == ()


def test_a_series_is_looked_for_on_the_year_pages_too_where_asked():
    year = f"{AE}ae-attendances-and-emergency-admissions-2023-24/"
    pages = {
        AE: page((year, "A&E Attendances and Emergency Admissions 2023-24")),
        year: page((f"{UPLOADS}/Monthly-AE-Time-Series-January-2024.xls", "Monthly A&E Time Series January 2024")),
    }
    found = ae_england.discover(Site(pages).browse())
    assert names(found) == ["Monthly-AE-Time-Series-January-2024.xls"]
    assert found.candidates[0].hint == "2024-01"
    assert found.messages == ()


def test_a_series_whose_landing_page_is_gone_is_an_error_and_what_is_held_is_kept():
    found = dtoc_england.discover(Site({}).browse())
    assert found.candidates == ()
    assert levels(found) == ["error"]
    assert "what is held is kept" in found.messages[0].text
