"""Finding candidates on listing pages: what a link looks like only has to get us there.

The wording of a link decides between three things: *known* (fetch it), *skip* (another publication) and
*unknown* (a workbook in wording never seen: fetch it and let its contents decide, with a warning).
"""

import contextlib
import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from domain import periods
from etl.fetch import AddressRefused, FetchFailed
from etl.layout import Layout
from etl.listing import Link, plain
from etl.problems import Message, error, note, page_changed, warning
from etl.source import Browse, Candidate, Discovery, Page

_WORKBOOK = re.compile(r"\.xlsx?$", re.IGNORECASE)
_TABLE = re.compile(r"\.(xls[xmb]?|ods|csv)$", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(20\d\d) ?[-/_] ?(\d\d)(?!\d)")


def monthly(browse: Browse, lay: Layout, *, about: str) -> Discovery:
    """Workbooks of a monthly collection, newest first, from the year pages of its landing page."""
    messages: list[Message] = []
    pages = list(year_pages(browse, lay, about=about, messages=messages))
    found = [c for page in pages for c in candidates(page, lay, about=about, messages=messages)]
    if not found and not any(message.level == "error" for message in messages):
        messages.append(
            page_changed(about, "no workbook was found on any page: the source has changed; look at its landing page")
        )
    return Discovery(tuple(newest_first(_once(found))), tuple(messages))


def year_pages(browse: Browse, lay: Layout, *, about: str, messages: list[Message]) -> Iterator[Page]:
    """The year pages linked from the landing page; pages it no longer names come from the fallback list."""
    landing, problem = _address(lay), None
    linked: dict[str, str] = {}
    try:
        page = browse.page(landing)
        linked = {_year(link): link.href for link in page.links if _is_year_page(link, landing, lay)}
    except (FetchFailed, AddressRefused) as failure:
        problem = failure
    known = {name: landing + pattern.pattern for name, pattern in lay.parts.get("fallback", ())}
    forgotten = {year: url for year, url in known.items() if year not in linked}
    instead = warning(landing, f"no link to {', '.join(forgotten)}: the page known by heart is used instead")
    if problem:
        messages.append(_unread(landing, problem))
    elif forgotten:
        messages.append(instead)
    reached = problem is None
    for year, url in sorted({**linked, **forgotten}.items(), reverse=True):
        try:
            page = browse.page(url)
        except (FetchFailed, AddressRefused) as failure:
            gone = getattr(failure, "gone", False)
            if not (reached or gone):
                return  # neither the landing page nor a page known by heart: the publisher cannot be reached
            say = warning if year not in linked else page_changed if gone else error
            text = f"the page of {year} could not be read ({failure}); what is held of that year is kept"
            messages.append(say(url, text))
        else:
            if not reached:
                messages.append(instead)
            reached = True
            yield page


def candidates(page: Page, lay: Layout, *, about: str, messages: list[Message]) -> Iterator[Candidate]:
    """Workbook links of a page that are ours or may be ours."""
    unknown = []
    for link in page.links:
        kind = classify(link, lay)
        if kind == "skip":
            continue
        if kind == "unknown":
            unknown.append(link)
        yield Candidate(link.href, link.text, hint(link))
    if unknown:
        text = (
            f"{len(unknown)} workbook links in wording not seen before, such as '{unknown[0].text}': their "
            "contents decide"
        )
        messages.append(warning(page.url, text))


def classify(link: Link, lay: Layout) -> str:
    """``known``, ``skip`` or ``unknown`` for a link; links to anything but the source's kind of file are skipped.

    The kind is a workbook, unless the layout has a part ``file``.
    """
    path = unquote(urlsplit(link.href).path)
    name = path.rsplit("/", 1)[-1]
    if not (lay.matches("file", name) if "file" in lay.parts else _WORKBOOK.search(path)):
        return "skip"
    if lay.matches("skip", name) or lay.matches("skip", link.text):
        return "skip"
    text = re.sub(r" 20\d\d ?- ?\d\d.*", "", plain(link.text))
    known = lay.matches("take", text) or lay.matches("take", link.text) or lay.matches("take", "/" + name)
    return "known" if known else "unknown"


def hint(link: Link) -> str:
    """The month a link speaks of, from its heading, its text or its file name; empty when unclear."""
    if month := periods.from_words(link.heading):
        return month
    year, words = _YEAR.search(link.text), re.findall(r"[A-Za-z]+", link.text)
    names = [word for word in words if len(word) > 2 and periods.month_number(word)]
    if year and len(set(names)) == 1:
        with contextlib.suppress(periods.PeriodError):
            return periods.from_financial_year(f"{year[1]}-{year[2]}", names[0])
    return periods.from_words(re.sub(r"[-_]", " ", unquote(link.href.rsplit("/", 1)[-1]))) or ""


def newest_first(found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates by the month they speak of, newest first, those without one last."""
    return sorted(found, key=lambda candidate: candidate.hint, reverse=True)


def _unread(landing: str, problem: FetchFailed | AddressRefused) -> Message:
    """A landing page that is gone has moved; one that does not answer may answer tomorrow."""
    say = page_changed if getattr(problem, "gone", False) else error
    return say(landing, f"the landing page could not be read ({problem}); what is held is kept")


def _once(found: Iterable[Candidate]) -> list[Candidate]:
    return list({candidate.url: candidate for candidate in found}.values())


def _address(lay: Layout) -> str:
    return re.sub(r"\\(.)", r"\1", lay.values("page")[0])


def _is_year_page(link: Link, landing: str, lay: Layout) -> bool:
    inside = link.href.startswith(landing) or lay.matches("year_text", link.text)
    inside = inside and link.href.rstrip("/") != landing.rstrip("/")
    return (
        inside
        and not _WORKBOOK.search(link.href)
        and _year(link) != ""
        and lay.matches("year_page", f"{link.text} {link.href}")
    )


def _year(link: Link) -> str:
    match = _YEAR.search(link.text) or _YEAR.search(link.href)
    return f"{match[1]}-{match[2]}" if match else ""


def whole_series(browse: Browse, lay: Layout, *, about: str, year_pages_too: bool = False) -> Discovery:
    """Workbooks that hold a whole series, from the landing page and, where asked, from its year pages."""
    messages: list[Message] = []
    found: list[Candidate] = []
    landing = _address(lay)
    try:
        page = browse.page(landing)
    except (FetchFailed, AddressRefused) as problem:
        return Discovery((), (_unread(landing, problem),))
    found += candidates(page, lay, about=about, messages=messages)
    if year_pages_too:
        for year_page in year_pages(browse, lay, about=about, messages=messages):
            found += candidates(year_page, lay, about=about, messages=messages)
    if not found:
        messages.append(page_changed(about, "no workbook was found: the source has changed; look at its landing page"))
    return Discovery(tuple(newest_first(_once(found))), tuple(messages))


def one_page(browse: Browse, lay: Layout, *, about: str, confirmed: bool) -> Discovery:
    """Files of a publication that lists all of its releases on one page.

    confirmed: whether the page's address has been seen to work; where not, its absence is a note and no failure.
    """
    messages: list[Message] = []
    landing = _address(lay)
    try:
        page = browse.page(landing)
    except (FetchFailed, AddressRefused) as problem:
        say = error if confirmed or not getattr(problem, "gone", False) else note
        text = f"the page could not be read ({problem}); what is held is kept"
        return Discovery((), (say(landing, text + ("" if confirmed else ". Its address is not confirmed")),))
    found = list(candidates(page, lay, about=about, messages=messages))
    if not found:
        messages.append(error(about, "no file was found on its page: the source has changed; look at the page"))
    return Discovery(tuple(newest_first(_once(found))), tuple(messages))


def told_by(link: Link, lay: Layout) -> str:
    """By what a link is told to be another publication: its text or its file's name; empty where it is not."""
    name = unquote(urlsplit(link.href).path).rsplit("/", 1)[-1]
    if not (lay.matches("file", name) if "file" in lay.parts else _TABLE.search(name)):
        return ""
    for what, text in (("text", link.text), ("file name", name)):
        if said := lay.name("skip", text):
            return f"told by its {what}: {said.replace('_', ' ')}"
    return ""
