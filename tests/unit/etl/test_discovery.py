"""Finding the council workbooks on pages like the publisher's: wording, decoys, repeats, years."""

from etl import layout
from etl.discovery import monthly
from etl.layout import Layout
from tests.unit.etl.site import UPLOADS, Site, levels, page

LANDING = "https://www.england.nhs.uk/statistics/statistical-work-areas/delayed-transfers-of-care/"
YEAR_17, YEAR_16 = f"{LANDING}data-2017-18/", f"{LANDING}data-2016-17/"
TITLE = "Total Delayed Days Local Authority"


def lay():
    """The real layout with two years known by heart."""
    parts = layout.load("dtoc_councils").parts
    known = [(n, p) for n, p in parts["fallback"] if n in ("2016-17", "2017-18")]
    return Layout({**parts, "fallback": tuple(known)})


def known_by_heart(year):
    return next(LANDING + pattern.pattern for name, pattern in lay().parts["fallback"] if name == year)


def site(*links_17, links_16=((f"{UPLOADS}/LA-Type-B-May-2016.xls", f"{TITLE} 2016-17 May"),), **more):
    landing = page((YEAR_16, "Delayed Transfers of Care Data 2016-17"), (YEAR_17, "2017-18 Data"))
    return Site({LANDING: landing, YEAR_17: page(*links_17), YEAR_16: page(*links_16), **more})


def discover(site):
    return monthly(site.browse(), lay(), about="dtoc_councils")


def names(discovery):
    return [candidate.url.rsplit("/", 1)[-1] for candidate in discovery.candidates]


def test_known_wording_is_found_newest_first_and_nothing_is_said():
    found = discover(
        site(
            (f"{UPLOADS}/LA-Type-B-April-2017.xls", f"{TITLE} 2017-18 April"),
            (f"{UPLOADS}/LA-Type-B-December-2018-3SmuW.xls", f"{TITLE} 2017-18 December"),
        )
    )
    assert names(found) == ["LA-Type-B-December-2018-3SmuW.xls", "LA-Type-B-April-2017.xls", "LA-Type-B-May-2016.xls"]
    assert [candidate.hint for candidate in found.candidates] == ["2017-12", "2017-04", "2016-05"]
    assert found.messages == ()


def test_wording_never_seen_is_fetched_with_one_warning_for_the_page():
    found = discover(site((f"{UPLOADS}/a.xlsx", "Waits by council, May"), (f"{UPLOADS}/b.xlsx", "Waits, June")))
    assert {"a.xlsx", "b.xlsx"} <= set(names(found))
    (message,) = found.messages
    assert (message.level, message.about) == ("warning", YEAR_17)
    assert "2 workbook links" in message.text
    assert "'Waits by council, May'" in message.text


def test_decoys_are_left_without_a_word():
    found = discover(
        site(
            (f"{UPLOADS}/LA-Type-B-April-2017.xls", f"{TITLE} 2017-18 April"),
            (f"{UPLOADS}/Trust-Type-B-April-2017.xls", "Total Delayed Days Trust 2017-18 April"),
            (f"{UPLOADS}/LA-Type-A-April-2017.xls", "Total Patients Local Authority 2017-18 April"),
            (f"{UPLOADS}/DTOC-Timeseries.xls", "Time series"),
            (f"{UPLOADS}/LA-Type-B-April-2017.csv", f"{TITLE} (CSV)"),
            (f"{UPLOADS}/commentary.pdf", "Statistical commentary"),
            ("https://example.org/LA-Type-B-April-2017.xls", f"{TITLE} 2017-18 April"),
            ("javascript:void(0)", f"{TITLE} 2017-18 April"),
            (LANDING, "Back"),
        )
    )
    assert names(found) == ["LA-Type-B-April-2017.xls", "LA-Type-B-May-2016.xls"]
    assert found.messages == ()


def test_a_link_that_stands_on_two_pages_is_asked_for_once():
    twice = (f"{UPLOADS}/LA-Type-B-March-2017.xls", f"{TITLE} 2016-17 March")
    found = discover(site(twice, twice, links_16=[twice]))
    assert names(found) == ["LA-Type-B-March-2017.xls"]


def test_relative_links_lead_to_the_publisher():
    found = discover(site(("/statistics/LA-Type-B-April-2017.xls", f"{TITLE} 2017-18 April")))
    assert found.candidates[0].url == "https://www.england.nhs.uk/statistics/LA-Type-B-April-2017.xls"


def test_links_without_a_month_come_last_and_are_kept():
    found = discover(site((f"{UPLOADS}/dh_1.xls", TITLE)))
    assert names(found) == ["LA-Type-B-May-2016.xls", "dh_1.xls"]


def test_a_year_that_is_newer_than_the_list_by_heart_is_followed():
    newer = f"{LANDING}data-2018-19/"
    landing = page((newer, "2018-19 Data"), (YEAR_17, "2017-18 Data"), (YEAR_16, "2016-17 Data"))
    more = page((f"{UPLOADS}/LA-Type-B-May-2018.xls", f"{TITLE} 2018-19 May"))
    found = discover(site(**{LANDING: landing, newer: more}))
    assert "LA-Type-B-May-2018.xls" in names(found)


def test_a_year_only_named_in_its_address_is_followed():
    found = discover(site(**{LANDING: page((YEAR_17, "This year"), (YEAR_16, "Last year"))}))
    assert names(found) == ["LA-Type-B-May-2016.xls"]
    assert found.messages == ()


def test_year_pages_of_other_collections_and_other_hosts_are_not_followed():
    other = "https://www.england.nhs.uk/statistics/statistical-work-areas/bed-availability/2017-18/"
    landing = page(
        (YEAR_17, "2017-18"), (YEAR_16, "2016-17"), (other, "Beds 2018-19"), ("https://example.org/2019-20/", "")
    )
    trap = page((f"{UPLOADS}/beds.xls", "Beds"))
    found = discover(site(**{LANDING: landing, other: trap, "https://example.org/2019-20/": trap}))
    assert "beds.xls" not in names(found)


def test_a_year_without_a_link_is_taken_from_the_page_known_by_heart_with_a_warning():
    forgotten = page((f"{UPLOADS}/LA-Type-B-June-2016.xls", f"{TITLE} 2016-17 June"))
    found = discover(site(**{LANDING: page((YEAR_17, "2017-18 Data")), known_by_heart("2016-17"): forgotten}))
    assert names(found) == ["LA-Type-B-June-2016.xls"]
    (message,) = found.messages
    assert (message.level, message.about) == ("warning", LANDING)
    assert "2016-17" in message.text
    assert "2017-18" not in message.text


def test_pages_without_any_workbook_say_that_the_source_has_changed():
    found = discover(site(("/contact/", "Contact"), links_16=[("/contact/", "Contact")]))
    assert found.candidates == ()
    assert levels(found) == ["error"]
    assert "the source has changed" in found.messages[0].text
