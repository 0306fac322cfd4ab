"""Which addresses may be asked at all."""

import pytest

from etl.fetch import Addresses, AddressRefused

HOSTS = frozenset({"www.england.nhs.uk", "transparency.dh.gov.uk", "webarchive.nationalarchives.gov.uk"})
PUBLISHERS = Addresses(HOSTS)


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("https://www.england.nhs.uk/a/B.xls", "https://www.england.nhs.uk/a/B.xls"),
        ("http://transparency.dh.gov.uk/a.xls", "https://transparency.dh.gov.uk/a.xls"),
        ("http://www.england.nhs.uk:80/a", "https://www.england.nhs.uk/a"),
        ("https://www.england.nhs.uk:443/a", "https://www.england.nhs.uk/a"),
        ("https://england.nhs.uk/a", "https://www.england.nhs.uk/a"),
        ("HTTPS://WWW.England.NHS.uk/A", "https://www.england.nhs.uk/A"),
        ("https://www.england.nhs.uk", "https://www.england.nhs.uk/"),
        ("  https://www.england.nhs.uk/a\n", "https://www.england.nhs.uk/a"),
        ("https://www.england.nhs.uk/a?b=1&c=2#part", "https://www.england.nhs.uk/a?b=1&c=2"),
    ],
)
def test_a_publishers_address_is_asked_by_https_under_its_own_name(given, asked):
    assert PUBLISHERS.publisher(given) == asked


@pytest.mark.parametrize(
    ("href", "asked"),
    [
        ("b.xls", "https://www.england.nhs.uk/statistics/b.xls"),
        ("/b.xls", "https://www.england.nhs.uk/b.xls"),
        ("../b.xls", "https://www.england.nhs.uk/b.xls"),
        ("//transparency.dh.gov.uk/b.xls", "https://transparency.dh.gov.uk/b.xls"),
        ("?page=2", "https://www.england.nhs.uk/statistics/list?page=2"),
    ],
)
def test_a_relative_link_is_read_from_its_page(href, asked):
    assert PUBLISHERS.publisher(href, "https://www.england.nhs.uk/statistics/list") == asked


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://example.org/a.xls", id="another host"),
        pytest.param("https://www.england.nhs.uk.example.org/a", id="the name as a prefix"),
        pytest.param("https://example.org/www.england.nhs.uk/a", id="the name in the path"),
        pytest.param("https://sub.www.england.nhs.uk/a", id="a host below"),
        pytest.param("https://www.england.nhs.uk./a", id="a trailing dot"),
        pytest.param("https://user:secret@www.england.nhs.uk/a", id="credentials"),
        pytest.param("https://user@www.england.nhs.uk/a", id="a user name"),
        pytest.param("https://:secret@www.england.nhs.uk/a", id="a password alone"),
        pytest.param("https://www.england.nhs.uk@example.org/a", id="the name as user name"),
        pytest.param("https://www.england.nhs.uk\\@example.org/a", id="a backslash"),
        pytest.param("https://www.england.nhs.uk%2f@example.org/a", id="an escaped slash"),
        pytest.param("https://www.england.nhs.uk\t.example.org/a", id="a tab inside the name"),
        pytest.param("https://www.england.nhs.uk:8443/a", id="another port"),
        pytest.param("https://www.england.nhs.uk:0x1bb/a", id="a port that is no number"),
        pytest.param("https://www.england.nhs.uk:99999/a", id="a port out of range"),
        pytest.param("ftp://www.england.nhs.uk/a", id="another scheme"),
        pytest.param("file:///etc/passwd", id="a file"),
        pytest.param("javascript:alert(1)", id="a script"),
        pytest.param("data:text/html,x", id="data"),
        pytest.param("mailto:a@www.england.nhs.uk", id="mail"),
        pytest.param("", id="nothing"),
        pytest.param("//www.england.nhs.uk/a", id="no scheme and no page to read it from"),
        pytest.param("https:///www.england.nhs.uk/a", id="no host"),
        pytest.param("http://127.0.0.1/a", id="loopback"),
        pytest.param("http://localhost/a", id="loopback by name"),
        pytest.param("http://2130706433/a", id="loopback as one number"),
        pytest.param("http://0x7f000001/a", id="loopback in base 16"),
        pytest.param("http://127.1/a", id="loopback, short"),
        pytest.param("http://[::1]/a", id="IPv6 loopback"),
        pytest.param("http://[::ffff:127.0.0.1]/a", id="IPv4 in IPv6"),
        pytest.param("http://169.254.169.254/latest/meta-data/", id="link-local"),
        pytest.param("https://\uff57\uff57\uff57.england.nhs.uk/a", id="full-width letters"),
        pytest.param("https://www.\u0435ngland.nhs.uk/a", id="a Cyrillic letter"),
        pytest.param("https://www.england\u3002nhs\u3002uk/a", id="ideographic full stops"),
        pytest.param("https://example.org\uff0f.www.england.nhs.uk/a", id="a full-width slash"),
        pytest.param("https://[::1/a", id="half an IPv6 address"),
    ],
)
def test_every_other_address_is_refused(url):
    with pytest.raises(AddressRefused):
        PUBLISHERS.publisher(url)


def test_a_refusal_names_the_host_and_the_hosts_that_are_allowed():
    with pytest.raises(AddressRefused, match=r"example\.org.*transparency\.dh\.gov\.uk, .*www\.england\.nhs\.uk"):
        PUBLISHERS.publisher("https://example.org/a")
