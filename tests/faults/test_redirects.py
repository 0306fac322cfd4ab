"""Redirects are followed inside the publishers' hosts and nowhere else."""

import pytest

from etl.fetch import AddressRefused, FetchFailed
from tests.faults.origin import FILE, HOST, OTHER, mirror


def to(location, status=302):
    return lambda h: h.send(status=status, Location=location)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_path_is_followed(origin, status):
    origin.on(FILE, to("/next/file.xls", status))
    origin.on(f"https://{HOST}/next/file.xls", lambda h: h.send(b"bytes", ETag='"1"'))
    got = mirror(origin).get(FILE)
    assert (got.body, got.url, got.final_url, got.etag) == (b"bytes", FILE, f"https://{HOST}/next/file.xls", '"1"')


@pytest.mark.parametrize(
    "location",
    [f"https://{OTHER}/a.xls", f"http://{OTHER}/a.xls", f"//{OTHER}/a.xls", f"HTTPS://{OTHER.upper()}:443/a.xls"],
)
def test_a_redirect_to_another_publisher_is_followed_by_https(origin, location):
    origin.on(FILE, to(location))
    origin.on(f"https://{OTHER}/a.xls", lambda h: h.send(b"bytes"))
    got = mirror(origin).get(FILE)
    assert (got.body, got.final_url) == (b"bytes", f"https://{OTHER}/a.xls")


def test_a_redirect_to_the_mirror_itself_stands_for_the_publisher(origin):
    origin.on(FILE, to(f"{origin.address}/{OTHER}/a.xls"))
    origin.on(f"https://{OTHER}/a.xls", lambda h: h.send(b"bytes"))
    assert mirror(origin).get(FILE).final_url == f"https://{OTHER}/a.xls"


@pytest.mark.parametrize(
    "location",
    [
        "https://elsewhere.test/file.xls",
        "//elsewhere.test/file.xls",
        f"https://{HOST}.elsewhere.test/file.xls",
        f"https://elsewhere.test/{HOST}/file.xls",
        f"https://{HOST}@elsewhere.test/file.xls",
        f"https://someone@{HOST}/file.xls",
        f"https://someone:secret@{HOST}/file.xls",
        f"https://{HOST}:8443/file.xls",
        f"https://{HOST}:99999/file.xls",
        f"https://{HOST}\\@elsewhere.test/file.xls",
        "http://127.0.0.1:1/file.xls",
        "http://localhost/file.xls",
        "https://169.254.169.254/latest/meta-data/",
        "http://[::1]/file.xls",
        "http://[::ffff:127.0.0.1]/file.xls",
        "https://2130706433/file.xls",
        f"ftp://{HOST}/file.xls",
        "file:///etc/passwd",
        "data:text/plain,1",
        "javascript:alert(1)",
    ],
)
def test_a_redirect_elsewhere_is_refused_and_nothing_more_is_asked(origin, location):
    origin.on(FILE, to(location))
    with pytest.raises(AddressRefused):
        mirror(origin).get(FILE)
    assert len(origin.asked) == 1


def test_a_redirect_through_the_mirror_to_another_host_is_refused(origin):
    origin.on(FILE, to(f"{origin.address}/elsewhere.test/file.xls"))
    with pytest.raises(AddressRefused, match=r"elsewhere\.test"):
        mirror(origin).get(FILE)
    assert len(origin.asked) == 1


@pytest.mark.parametrize("location", ["https://[::1/file.xls", "https://exa\u2100mple.test/file.xls", "http://]/"])
def test_a_redirect_to_no_address_at_all_is_refused(origin, location):
    origin.on(FILE, lambda h: h.raw(f"HTTP/1.1 302 Found\r\nLocation: {location}\r\n\r\n".encode()))
    with pytest.raises(AddressRefused):
        mirror(origin).get(FILE)


@pytest.mark.parametrize("location", [FILE, "", f"http://{HOST}/file.xls"])
def test_a_redirect_loop_ends(origin, location):
    origin.on(FILE, to(location))
    with pytest.raises(FetchFailed, match="redirects more than 5 times"):
        mirror(origin).get(FILE)
    assert len(origin.asked) == 6


def test_a_chain_of_five_redirects_is_followed_and_six_are_not(origin):
    for step in range(7):
        origin.on(f"https://{HOST}/{step}", to(f"/{step + 1}"))
    origin.on(f"https://{HOST}/7", lambda h: h.send(b"end"))
    assert mirror(origin).get(f"https://{HOST}/2").body == b"end"
    with pytest.raises(FetchFailed, match="redirects"):
        mirror(origin).get(f"https://{HOST}/1")


@pytest.mark.parametrize("url", ["https://elsewhere.test/x", f"https://{HOST}:444/x", "file:///etc/passwd"])
def test_an_address_outside_the_list_is_never_asked(origin, url):
    with pytest.raises(AddressRefused):
        mirror(origin).get(url)
    assert origin.asked == []
