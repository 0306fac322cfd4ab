"""Links of a report's page: monthly workbooks, the series, and the long files that came beside them."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from domain import periods
from etl.fetch import AddressRefused, FetchFailed
from etl.layout import Layout
from etl.listing import Link, plain
from etl.problems import Message, error, warning
from etl.source import Browse, Candidate, Discovery, Page

_FILE = re.compile(r"\.(xlsx?|csv)$", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d ?[-/_] ?\d\d(?!\d)")
_MONTHS = "|".join(f"{name}|{name[:3]}" for name in periods.MONTH_NAMES)
# April2022, January-2026, apr24, 01-April2026-v1, September20241-2: the year follows the month, cut or not.
_MONTH = re.compile(rf"(?<![a-z])({_MONTHS}|sept)[-_ ]*(?:(20\d\d)|(\d\d)(?!\d))", re.IGNORECASE)


def files(browse: Browse, lay: Layout, *, about: str) -> Discovery:
    """Every file of the page and of the pages of years that it may link to, newest month first."""
    landing = lay.values("page")[0].replace("\\", "")
    messages: list[Message] = []
    try:
        first = browse.page(landing)
    except (FetchFailed, AddressRefused) as problem:
        return Discovery((), (error(landing, f"the landing page could not be read ({problem}); what is held is kept"),))
    found: dict[str, Candidate] = {}
    for page in (first, *_years(browse, first, landing, messages)):
        for link in _candidates(page, lay, messages):
            found.setdefault(link.href, Candidate(link.href, link.text, hint(link)))
    if not found:
        messages.append(error(about, "no file was found: the source has changed; look at its landing page"))
    return Discovery(tuple(sorted(found.values(), key=lambda c: c.hint, reverse=True)), tuple(messages))


def _years(browse: Browse, first: Page, landing: str, messages: list[Message]) -> Iterator[Page]:
    """Pages of single years below the landing page, should there be any."""
    inside = dict.fromkeys(link.href for link in first.links if link.href.startswith(landing) and link.href != landing)
    for url in inside:
        if _YEAR.search(url.removeprefix(landing)) and not _FILE.search(urlsplit(url).path):
            try:
                yield browse.page(url)
            except (FetchFailed, AddressRefused) as problem:
                messages.append(error(url, f"the page could not be read ({problem}); what is held of it is kept"))


def _candidates(page: Page, lay: Layout, messages: list[Message]) -> Iterator[Link]:
    """Links to files that are ours or may be ours; new wording is told, and the contents decide."""
    unknown = []
    for link in page.links:
        name = unquote(urlsplit(link.href).path).rsplit("/", 1)[-1]
        if not _FILE.search(name) or lay.matches("skip", name) or lay.matches("skip", link.text):
            continue
        if not (lay.matches("take", plain(link.text)) or lay.matches("take", name)):
            unknown.append(link)
        yield link
    if unknown:
        text = f"{len(unknown)} links in wording not seen before, such as '{unknown[0].text}': their contents decide"
        messages.append(warning(page.url, text))


def hint(link: Link) -> str:
    """The last month that a link's file name or text speaks of; empty when it names none."""
    for text in (unquote(link.href).rsplit("/", 1)[-1], link.text, link.heading):
        named = [_month(match) for match in _MONTH.finditer(text)]
        if named:
            return max(named)
    return ""


def _month(match: re.Match[str]) -> str:
    number = periods.month_number(match[1])
    year = match[2] or f"20{match[3]}"
    return f"{year}-{number:02d}"
