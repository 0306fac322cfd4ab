"""Pages that several sources share are read once a refresh, and complained about once."""

import pytest

from etl.browse import Browser, Kept
from etl.fetch import Addresses
from etl.fetch.folder import FolderFetcher
from etl.sources import SOURCES
from tests.conftest import HOSTS, run_refresh

SHARED = [source for source in SOURCES if source.id in ("dtoc_councils", "dtoc_trusts", "dtoc_extracts")]


class Counting(FolderFetcher):
    """A folder that counts what it is asked for, and has lost one page."""

    def __init__(self, addresses, root, lost=""):
        super().__init__(addresses, root)
        self.asked, self.lost = [], lost

    def get(self, url, **tags):
        self.asked.append(url)
        return super().get(url + "lost/" if self.lost and url.endswith(self.lost) else url, **tags)


def test_a_page_is_asked_for_once_by_all_the_sources_that_stand_on_it(demo_site):
    fetcher, kept = Counting(Addresses(HOSTS), demo_site), Kept()
    for source in SHARED:
        source.discover(Browser(fetcher, about=source.id, tell=lambda *_: None, kept=kept))
    assert len(fetcher.asked) == len(set(fetcher.asked)) > 5


@pytest.mark.parametrize("page", ["delayed-transfers-of-care-data-2017-18/"])
def test_a_shared_page_that_is_gone_is_an_error_of_one_source_and_a_note_of_the_others(demo_site, tmp_path, page):
    fetcher = Counting(Addresses(HOSTS), demo_site, lost=page)
    code, report, told = run_refresh(tmp_path / "demo", fetcher, mode="demo", sources=SHARED)
    assert code == 3
    said = {source: message.level for source, message in told if message.about.endswith(page)}
    assert said == {"dtoc_councils": "error", "dtoc_trusts": "note", "dtoc_extracts": "note"}
