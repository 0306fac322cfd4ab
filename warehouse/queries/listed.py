"""The account of every link that the publishers' pages listed in the last refresh, as kept beside the builds."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from domain.listed import OUTCOMES, Listed
from warehouse.builds import Builds

LINKS = "links.json"


@dataclass(frozen=True)
class Account:
    """The links of one source and when they were looked at, ISO text in UTC."""

    at: str
    links: tuple[Listed, ...]

    def counted(self) -> dict[str, int]:
        """Number of links by outcome, in the order of the outcomes."""
        found = Counter(one.outcome for one in self.links)
        return {outcome: found[outcome] for outcome in OUTCOMES if found[outcome]}


def accounts(builds: Builds) -> dict[str, Account]:
    """The account of every source that has one; a damaged note is as good as none."""
    kept = builds.read_note(LINKS)
    try:
        pages = [str(page) for page in kept.get("pages", ())]
        return {
            source: Account(str(one["at"]), tuple(_link(source, row, pages) for row in one["links"]))
            for source, one in kept.get("sources", {}).items()
        }
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return {}


def keep(builds: Builds, found: Mapping[str, Account]) -> None:
    """Keep the accounts in one step; the address of a page is written once."""
    pages: dict[str, int] = {"": 0}
    content = {}
    for source, account in found.items():
        rows = [
            (one.url, one.text, pages.setdefault(one.page, len(pages)), one.outcome, one.release, one.words)
            for one in account.links
        ]
        content[source] = {"at": account.at, "links": rows}
    builds.write_note(LINKS, {"pages": list(pages), "sources": content})


def _link(source: str, row: list[str | int], pages: list[str]) -> Listed:
    url, text, page, outcome, release, words = row
    return Listed(source, str(url), str(text), pages[int(page)], str(outcome), str(release), str(words))
