"""A mirror stands in for the publishers, and nothing after it knows."""

import pytest

from etl.fetch import Addresses, AddressRefused

HOSTS = frozenset({"www.england.nhs.uk", "webarchive.nationalarchives.gov.uk", "www.nomisweb.co.uk"})
MIRROR = "http://127.0.0.1:8900"
MIRRORED = Addresses(HOSTS, MIRROR)
ARCHIVED = "https://webarchive.nationalarchives.gov.uk/20120104/http://www.dh.gov.uk/prod/dh_133750.xls"
PLAIN = "https://www.england.nhs.uk/statistics/a%20b.xls"
QUERY = "https://www.nomisweb.co.uk/api/v01/dataset/NM_2002_1.data.csv?date=2018&geography=TYPE423,2092957699"


@pytest.mark.parametrize(
    ("publisher", "asked"),
    [
        (PLAIN, f"{MIRROR}/www.england.nhs.uk/statistics/a%20b.xls"),
        (ARCHIVED, f"{MIRROR}/webarchive.nationalarchives.gov.uk/20120104/http://www.dh.gov.uk/prod/dh_133750.xls"),
        (QUERY, f"{MIRROR}/{QUERY.removeprefix('https://')}"),
    ],
)
def test_an_address_goes_to_the_mirror_and_comes_back_the_same(publisher, asked):
    assert MIRRORED.asked(publisher) == asked
    assert MIRRORED.publisher(asked) == publisher


@pytest.mark.parametrize("url", [PLAIN, ARCHIVED, QUERY])
def test_without_a_mirror_the_publisher_is_asked(url):
    assert Addresses(HOSTS).asked(url) == url


def test_a_mirror_may_leave_out_the_www():
    assert MIRRORED.publisher(f"{MIRROR}/england.nhs.uk/a") == "https://www.england.nhs.uk/a"


def test_a_redirect_inside_the_mirror_is_read_from_the_publishers_address():
    moved = MIRRORED.publisher("/moved/a.xls", "https://www.england.nhs.uk/a.xls")
    assert moved == "https://www.england.nhs.uk/moved/a.xls"


@pytest.mark.parametrize(
    "url",
    [
        f"{MIRROR}/example.org/a.xls",
        f"{MIRROR}/",
        MIRROR,
        f"{MIRROR}/user:secret@www.england.nhs.uk/a",
        f"{MIRROR}/127.0.0.1/a",
        "http://127.0.0.1:8901/www.england.nhs.uk/a",
        "http://127.0.0.1:89001/www.england.nhs.uk/a",
        "http://127.0.0.1:8900.example.org/www.england.nhs.uk/a",
        "http://127.0.0.1/www.england.nhs.uk/a",
    ],
)
def test_a_mirror_opens_no_other_host_and_no_other_port(url):
    with pytest.raises(AddressRefused):
        MIRRORED.publisher(url)


def test_without_a_mirror_its_origin_is_refused_like_any_other():
    with pytest.raises(AddressRefused):
        Addresses(HOSTS).publisher(f"{MIRROR}/www.england.nhs.uk/a")
