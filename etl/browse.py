"""What ``discover`` sees: a publisher's pages with the publisher's own addresses, each read once a refresh."""

from collections.abc import Callable
from dataclasses import dataclass, field

from domain.listed import DEAD, FAILED
from etl.fetch import AddressRefused, Fetched, Fetcher, FetchFailed
from etl.listing import Link, links
from etl.problems import Message, warning
from etl.source import Page

MAX_LINKS = 5_000


@dataclass(frozen=True)
class Kept:
    """Answers and pages of one refresh, by address: several sources stand on the same pages."""

    answers: dict[str, Fetched] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    elsewhere: dict[str, tuple[Link, ...]] = field(default_factory=dict)  # links off the publishers' hosts, by page


class Browser:
    """Reads pages through a fetcher; links that lead off the publishers' hosts are dropped."""

    def __init__(
        self, fetcher: Fetcher, *, about: str, tell: Callable[[str, Message], None], kept: Kept | None = None
    ) -> None:
        self._fetcher, self._about, self._tell = fetcher, about, tell
        self._kept = kept or Kept()
        self.read: list[str] = []
        self.unread: dict[str, tuple[str, str]] = {}  # pages that were not read: outcome and why

    def page(self, url: str) -> Page:
        """A listing page and its links; raises FetchFailed or AddressRefused."""
        try:
            if url not in self._kept.pages:
                self._kept.pages[url] = self._read(url)
        except (FetchFailed, AddressRefused) as problem:
            self.unread[url] = (DEAD if getattr(problem, "gone", False) else FAILED, str(problem))
            raise
        self.read.append(url)
        return self._kept.pages[url]

    def _read(self, url: str) -> Page:
        answer = self._get(url)
        found, elsewhere = [], []
        for link in links((answer.body or b"").decode("utf-8", "replace"))[:MAX_LINKS]:
            try:
                found.append(
                    Link(self._fetcher.addresses.publisher(link.href, answer.final_url), link.text, link.heading)
                )
            except (AddressRefused, ValueError):
                elsewhere.append(link)
        self._kept.elsewhere[url] = tuple(elsewhere)
        if not found:
            self._tell(self._about, warning(url, "the page holds no link to a publisher's host"))
        return Page(answer.final_url, tuple(found))

    def text(self, url: str) -> str:
        """A small answer as text; raises FetchFailed or AddressRefused."""
        return (self._get(url).body or b"").decode("utf-8-sig", "replace")

    def _get(self, url: str) -> Fetched:
        answers = self._kept.answers
        if url not in answers:
            answers[url] = self._fetcher.get(url)
        answer = answers[url]
        if answer.body is None:
            raise FetchFailed(f"{url}: an empty answer")
        return answer
