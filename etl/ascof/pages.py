"""Pages of the outcomes framework: which files of which years are read, and what is listed and left alone."""

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from etl.fetch import AddressRefused, FetchFailed
from etl.layout import Layout
from etl.listing import Link
from etl.problems import Message, error, note, page_changed, warning
from etl.source import Browse, Candidate, Discovery, Page

_TABLE = re.compile(r"\.(ods|xlsx?|csv)$", re.IGNORECASE)
_FILE = re.compile(r"\.(ods|xlsx?|csv|pdf|docx?|zip|pptx?|txt)$", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d(?:[-_/ ]| to )(?:20)?(\d\d)(?!\d)")
READ, OTHER, UNKNOWN = "read", "other", "unknown"


def discover(browse: Browse, lay: Layout, *, about: str) -> Discovery:
    """Files of the years' pages, found through the page of all years or known by heart; raises nothing."""
    messages: list[Message] = []
    addresses, problem = _addresses(browse, lay)
    reached = problem is None
    found: dict[str, Candidate] = {}
    for url in addresses:
        try:
            page = browse.page(url)
        except (FetchFailed, AddressRefused) as failure:
            if not (reached or _gone(failure)):
                text = f"the publisher's pages could not be read ({failure}); what is held is kept"
                return Discovery((), (error(about, text),))
            messages.append((warning if _gone(failure) else error)(url, f"the page could not be read ({failure})"))
            continue
        reached = True
        found |= {one.url: one for one in _candidates(page, lay, messages)}
    if problem:
        messages.append(_without_landing(problem, lay, messages))
    if not found and not any(message.level == "error" for message in messages):
        messages.append(page_changed(about, "no file was found on any page: the source has changed; look at its pages"))
    newest = sorted(found.values(), key=lambda one: one.hint, reverse=True)
    return Discovery(tuple(newest), tuple(messages))


def _addresses(browse: Browse, lay: Layout) -> tuple[list[str], Exception | None]:
    """Addresses of the year pages, those known by heart first; and why the page of all years could not be read."""
    known = lay.values("known")
    try:
        links = browse.page(lay.values("landing")[0]).links
    except (FetchFailed, AddressRefused) as problem:
        return list(known), problem
    linked = (link.href.rstrip("/") for link in links if lay.matches("year_page", link.href.rstrip("/")))
    return list(dict.fromkeys([*known, *linked])), None


def _gone(problem: Exception) -> bool:
    return bool(getattr(problem, "gone", False))


def _without_landing(problem: Exception, lay: Layout, said: list[Message]) -> Message:
    """A page of all years that is gone is nothing to worry about while the pages known by heart are there."""
    calm = _gone(problem) and all(message.level == "note" for message in said)
    text = (
        f"the page of all years could not be read ({problem}); {len(lay.values('known'))} pages known by heart are used"
    )
    return (note if calm else warning)(lay.values("landing")[0], text)


def _candidates(page: Page, lay: Layout, messages: list[Message]) -> Iterable[Candidate]:
    """The files to read of a page; the others are accounted for in a note."""
    kinds: dict[str, list[Link]] = {READ: [], OTHER: [], UNKNOWN: []}
    for link in page.links:
        if kind := classify(link, lay):
            kinds[kind].append(link)
    if kinds[OTHER]:
        named = "; ".join(f"'{link.text or link.href}'" for link in kinds[OTHER])
        messages.append(note(page.url, f"{len(kinds[OTHER])} other files are listed and left alone: {named}"))
    if kinds[UNKNOWN]:
        example = kinds[UNKNOWN][0].text
        text = f"{len(kinds[UNKNOWN])} tables in wording not seen before, such as '{example}': their contents decide"
        messages.append(warning(page.url, text))
    return [Candidate(link.href, link.text, hint(link)) for link in (*kinds[READ], *kinds[UNKNOWN])]


def classify(link: Link, lay: Layout) -> str:
    """``read``, ``other`` or ``unknown`` for a link to a file; empty for a link to a page."""
    path = unquote(urlsplit(link.href).path)
    name = path.rsplit("/", 1)[-1]
    if not _FILE.search(path):
        return ""
    if not _TABLE.search(path) or lay.matches("skip", name) or lay.matches("skip", link.text):
        return OTHER
    return READ if lay.matches("take", link.text) or lay.matches("take", "/" + name) else UNKNOWN


def hint(link: Link) -> str:
    """The last month of the year a link speaks of, from its text or its file name; empty when unclear."""
    year = _YEAR.search(link.text) or _YEAR.search(unquote(link.href.rsplit("/", 1)[-1]))
    return f"20{year[1]}-03" if year else ""
