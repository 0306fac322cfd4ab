"""A publisher's pages as a source sees them."""

import pytest

from etl.browse import MAX_LINKS
from etl.fetch import AddressRefused, Fetched, FetchFailed
from tests.unit.etl.site import Site, page

LANDING = "https://www.england.nhs.uk/statistics/"


def test_links_carry_the_publishers_address_and_links_elsewhere_are_dropped():
    links = [
        ("a.xls", "A"),
        ("http://transparency.dh.gov.uk/b.xls", "B"),
        ("https://example.org/c.xls", "C"),
        ("https://[::1", "D"),
    ]
    found = Site({LANDING: page(*links)}).browse().page(LANDING)
    assert [(link.text, link.href) for link in found.links] == [
        ("A", "https://www.england.nhs.uk/statistics/a.xls"),
        ("B", "https://transparency.dh.gov.uk/b.xls"),
    ]


def test_relative_links_are_read_from_the_address_after_redirects():
    moved = "https://www.england.nhs.uk/moved/page/"
    site = Site({LANDING: page(("a.xls", "A"))})
    site.get = lambda url, **_: Fetched(url, moved, site.pages[url].encode())
    found = site.browse().page(LANDING)
    assert (found.url, found.links[0].href) == (moved, f"{moved}a.xls")


def test_a_page_is_read_once_a_refresh():
    site = Site({LANDING: page(("a.xls", "A"))})
    browse = site.browse()
    assert browse.page(LANDING) == browse.page(LANDING)
    assert site.asked == [LANDING]


def test_bytes_that_are_no_utf_8_do_not_hide_the_links():
    assert Site({LANDING: b'<a href="a.xls">caf\xe9</a>'}).browse().page(LANDING).links[0].text == "caf\ufffd"


def test_a_page_of_endless_links_is_cut():
    many = page(*((f"{number}.xls", "A") for number in range(MAX_LINKS + 10)))
    assert len(Site({LANDING: many}).browse().page(LANDING).links) == MAX_LINKS


def test_a_small_answer_is_text_without_its_byte_order_mark():
    assert Site({LANDING: b"\xef\xbb\xbfA,B"}).browse().text(LANDING) == "A,B"


@pytest.mark.parametrize("problem", [FetchFailed("gone", gone=True), AddressRefused("example.org")])
def test_a_page_that_cannot_be_read_is_the_callers_matter(problem):
    with pytest.raises(type(problem)):
        Site({LANDING: problem}).browse().page(LANDING)
