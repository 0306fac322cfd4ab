"""A folder that stands in for the publishers' sites."""

import pytest

from etl.fetch import Addresses, AddressRefused, FetchFailed
from etl.fetch.folder import FolderFetcher, place

HOSTS = frozenset({"www.england.nhs.uk", "www.nomisweb.co.uk"})
PAGE, FILE = "https://www.england.nhs.uk/statistics/", "https://www.england.nhs.uk/a%20b.xlsx"
QUERY = "https://www.nomisweb.co.uk/api/data.csv?date=2018"


@pytest.fixture
def fetcher(tmp_path):
    root = tmp_path / "site"
    for url, body in ((PAGE, b"page"), (FILE, b"file"), (QUERY, b"2018"), (QUERY.replace("2018", "2017"), b"2017")):
        file = place(root, url)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
    (tmp_path / "secret.txt").write_bytes(b"secret")
    return FolderFetcher(Addresses(HOSTS), root)


def test_pages_files_and_queries_each_have_a_place(fetcher):
    assert [fetcher.get(url).body for url in (PAGE, FILE, QUERY)] == [b"page", b"file", b"2018"]
    assert (fetcher.root / "www.england.nhs.uk" / "statistics" / "index.html").read_bytes() == b"page"
    assert (fetcher.root / "www.england.nhs.uk" / "a b.xlsx").read_bytes() == b"file"


def test_a_page_asked_for_without_its_last_slash_is_that_page(fetcher):
    assert fetcher.get(PAGE.rstrip("/")).body == b"page"


def test_the_answer_carries_the_publishers_address_however_it_was_asked(fetcher):
    answer = fetcher.get("http://england.nhs.uk/statistics/")
    assert (answer.url, answer.final_url, answer.body) == (PAGE, PAGE, b"page")


def test_an_unchanged_file_is_not_answered_again(fetcher):
    tag = fetcher.get(FILE).etag
    assert fetcher.get(FILE, etag=tag).body is None
    place(fetcher.root, FILE).write_bytes(b"new")
    assert fetcher.get(FILE, etag=tag).body == b"new"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.england.nhs.uk/none.xlsx",
        "https://www.nomisweb.co.uk/api/data.csv",
        "https://www.england.nhs.uk/../../secret.txt",
        "https://www.england.nhs.uk/%2e%2e/%2e%2e/secret.txt",
        "https://www.england.nhs.uk//secret.txt",
    ],
)
def test_what_is_not_in_the_folder_is_gone(fetcher, url):
    with pytest.raises(FetchFailed) as failed:
        fetcher.get(url)
    assert failed.value.gone


def test_hosts_that_are_not_publishers_are_refused(fetcher):
    with pytest.raises(AddressRefused):
        fetcher.get("https://example.org/a")
