"""A small copy of a publisher's site in memory: addresses to pages, and what was asked of it."""

from etl.browse import Browser
from etl.fetch import Addresses, Fetched, FetchFailed
from etl.sources import SOURCES

HOSTS = frozenset(host for source in SOURCES for host in source.hosts)
UPLOADS = "https://www.england.nhs.uk/statistics/wp-content/uploads/sites/2/2018/12"


class Site:
    """A fetcher over a dictionary; an exception as page is raised, an address that is not there is gone."""

    def __init__(self, pages):
        self.addresses, self.pages, self.asked = Addresses(HOSTS), pages, []

    def get(self, url, *, etag="", last_modified=""):
        self.asked.append(url)
        page = self.pages.get(url, FetchFailed(f"{url}: the publisher answered 404", gone=True))
        if isinstance(page, Exception):
            raise page
        return Fetched(url, url, page if isinstance(page, bytes) else page.encode())

    def browse(self):
        """What a source's ``discover`` is given, over this site."""
        self.told = []
        return Browser(self, about="test", tell=lambda _, message: self.told.append(message))


UNREACHABLE = FetchFailed("no connection (4 tries)")


def page(*links):
    """A page of (address, text) links."""
    return "<html><body>" + "".join(f'<p><a href="{href}">{text}</a></p>' for href, text in links) + "</body></html>"


def levels(discovery):
    return [message.level for message in discovery.messages]
