"""What becomes of links in trouble is told link by link: dead, decoy, refused, twice, off the site, silent."""

import shutil
from html import escape

import pytest

from domain.listed import DEAD, FAILED, LOADED, OLDER, OTHER, REFUSED, SAME, UNASKED
from etl.demo.publish import UPLOADS
from etl.fetch import Addresses, FetchFailed
from etl.fetch.folder import FolderFetcher, place
from etl.sources import SOURCE_BY_ID, dtoc_councils
from tests.conftest import HOSTS, run_refresh
from tests.faults.refreshing import clock
from tests.faults.workbooks import edited, held, offer
from warehouse.builds import Builds
from warehouse.queries import listed

ONLY = [SOURCE_BY_ID["dtoc_england"], SOURCE_BY_ID["dtoc_councils"]]
JANUARY = "Total Delayed Days Local Authority 2018-19 January (XLSX, 60KB)"


class Shaky(FolderFetcher):
    """A folder in which some addresses do not answer."""

    def __init__(self, site, *, silent=()):
        super().__init__(Addresses(HOSTS), site)
        self.silent = silent

    def get(self, url, **tags):
        if url in self.silent:
            raise FetchFailed(f"{url}: no connection (4 tries)")
        return super().get(url, **tags)


def link(site, address, text):
    """Put a link on the landing page."""
    page = place(site, dtoc_councils.SOURCE.landing)
    page.write_text(page.read_text().replace("</body>", f'<p><a href="{escape(address)}">{text}</a></p></body>'))
    return address


@pytest.fixture(scope="module")
def accounts(demo_site, tmp_path_factory):
    """Outcomes by address after a refresh of a site in every kind of trouble; and again when nothing has changed."""
    site = shutil.copytree(demo_site, tmp_path_factory.mktemp("listed") / "site")
    first = held(site)
    decoy = next(file for file in site.rglob("*.xls*") if "time-series" in file.name.lower())
    offered = {
        "refused": offer(site, "LA-Type-B-May-2019-broken.xlsx", first.read_bytes()[:3000]),
        "page": offer(site, "LA-Type-B-June-2019-page.xlsx", b"<html><body>Not found</body></html>"),
        "same": offer(site, "LA-Type-B-January-2019-copy.xlsx", first.read_bytes()),
        "newer": offer(
            site, "LA-Type-B-January-2019-revised.xlsx", edited(first.read_bytes(), days=7, revised="13th June 2019")
        ),
        "decoy": offer(site, "LA-Type-B-other-2019.xls", decoy.read_bytes()),
        "silent": offer(site, "LA-Type-B-silent-2019.xls", first.read_bytes()),
    }
    offered["dead"] = offer(site, "LA-Type-B-July-2019.xlsx", b"")
    place(site, offered["dead"]).unlink()
    offered["patients"] = offer(site, "LA-Type-A-January-2019.xls", b"")
    offered["document"] = f"{UPLOADS}/2019/06/Commentary.pdf"
    offered["elsewhere"] = "https://elsewhere.test/LA-Type-B-March-2019.xls"
    for address in (offered["document"], offered["elsewhere"]):
        link(site, address, "Something else")
    root = tmp_path_factory.mktemp("listed") / "demo"
    fetcher, found = Shaky(site, silent={offered["silent"]}), []
    for _ in range(2):
        run_refresh(root, fetcher, mode="demo", sources=ONLY, clock=clock)
        links = [one for account in listed.accounts(Builds(root)).values() for one in account.links]
        found.append({one.url: one for one in links})
        assert len(links) == len(found[-1])
    return offered, found, root


@pytest.mark.parametrize("when", [0, 1], ids=["first", "nothing changed"])
@pytest.mark.parametrize(
    ("what", "outcome", "words"),
    [
        ("refused", REFUSED, "found a damaged workbook"),
        ("page", REFUSED, "expected"),
        ("newer", LOADED, ""),
        ("decoy", OTHER, "told by its contents"),
        ("silent", FAILED, "no connection"),
        ("dead", DEAD, "no such file"),
        ("patients", OTHER, "told by its file name: patients"),
        ("document", UNASKED, "a document (.pdf)"),
        ("elsewhere", REFUSED, "off the publishers’ own sites"),
    ],
)
def test_each_link_has_the_outcome_and_the_reason(accounts, when, what, outcome, words):
    offered, found, _ = accounts
    one = found[when][offered[what]]
    assert one.outcome == outcome, one
    assert words in one.words
    assert one.page if what != "elsewhere" else True


@pytest.mark.parametrize("when", [0, 1], ids=["first", "nothing changed"])
def test_of_two_links_to_the_same_bytes_one_stands_for_them(accounts, when):
    offered, found, _ = accounts
    (same,) = [one for one in found[when].values() if one.outcome == SAME]
    (older,) = [one for one in found[when].values() if one.outcome == OLDER]
    assert {same.url.rsplit("/", 1)[-1], older.url.rsplit("/", 1)[-1]} == {
        "LA-Type-B-January-2019-copy.xlsx",
        "LA-Type-B-January-2019-demo.xlsx",
    }
    assert offered["same"] in (same.url, older.url)
    assert same.words == f"the same as {older.url}"


def test_an_older_version_names_the_one_in_use(accounts):
    offered, (first, _), _ = accounts
    (older,) = [one for one in first.values() if one.outcome == OLDER]
    assert older.release == first[offered["newer"]].release == "2019-01"
    assert "LA-Type-B-January-2019-revised.xlsx, issued" in older.words


def test_a_publisher_that_does_not_answer_leaves_the_account_as_it_was(accounts):
    _, (_, before), root = accounts
    nothing = Shaky(root / "no such folder", silent=set())
    landing = dtoc_councils.SOURCE.landing
    nothing.get = lambda url, **_: (_ for _ in ()).throw(FetchFailed(f"{url}: no connection (4 tries)"))
    kept = listed.accounts(Builds(root))
    run_refresh(root, nothing, mode="demo", sources=ONLY, clock=clock)
    assert listed.accounts(Builds(root)) == kept
    assert landing in before


def test_a_refresh_of_one_source_keeps_the_account_of_the_others(accounts, demo_site):
    _, _, root = accounts
    before = listed.accounts(Builds(root))
    run_refresh(root, Shaky(demo_site), mode="demo", sources=ONLY[1:], clock=clock)
    after = listed.accounts(Builds(root))
    assert after["dtoc_england"] == before["dtoc_england"]
    assert after["dtoc_councils"].at > before["dtoc_councils"].at
    assert set(after["dtoc_councils"].counted()) <= {LOADED, OLDER, "page", UNASKED, OTHER}
