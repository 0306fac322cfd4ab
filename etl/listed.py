"""The account of every link that the publishers' pages list: one outcome each, kept beside the builds.

A link is accounted for by the source that asked for it. A link that none asked for belongs to the source by whose
layout it was told from its own files, else to the first that looked at its page.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from domain.listed import FAILED, LOADED, OTHER, PAGE, REFUSED, SAME, UNASKED, Listed
from etl import layout
from etl.discovery import told_by
from etl.fates import Fate
from etl.listing import Link
from etl.looks import Look
from etl.run import Run
from warehouse.queries import listed

FILE = re.compile(r"\.(xls[xmb]?|ods|csv|zip|pdf|docx?|pptx?|txt|json)$", re.IGNORECASE)
FIGURES = re.compile(r"\.(xls[xmb]?|ods|csv|zip)$", re.IGNORECASE)
LONGEST = 400
NO_WORDING = "its wording is that of none of the publications that are read from this page"
ELSEWHERE = "it leads off the publishers’ own sites and is not followed"
NOT_SERVED = "it was read, and is not in the build that is served: look at what the refresh says"


def remember(run: Run) -> None:
    """Keep the account of the sources looked at; one whose pages did not answer keeps the account before."""
    before = listed.accounts(run.builds)
    found = {name: list(_asked(run, name, look)) for name, look in run.looks.items()}
    kept = {name: one for name, one in before.items() if name not in run.looks or _unreached(run.looks[name])}
    known = {one.url for rows in found.values() for one in rows}
    known |= {one.url for account in kept.values() for one in account.links}
    for one in _others(run, known):
        found[one.source].append(one)
    at = run.clock().isoformat(timespec="seconds")
    fresh = {name: listed.Account(at, tuple(rows)) for name, rows in found.items() if name not in kept}
    listed.keep(run.builds, {**kept, **fresh})


def _unreached(look: Look) -> bool:
    return not (look.read or look.wanted or look.spared)


def _asked(run: Run, source: str, look: Look) -> Iterator[Listed]:
    """The links that a source asked for, or would have with an earlier month."""
    pages = {link.href: url for url in reversed(look.read) for link in run.pages.pages[url].links}
    ledger, first = run.store.ledger(source), _first_of(run, source, look)
    for candidate in (*look.wanted, *look.spared):
        url = candidate.url
        sha256 = ledger.get(url, {}).get("sha256", "")
        fate = run.fates.get((source, sha256), Fate(FAILED, words="it was not read yet"))
        fate = _served(run, source, sha256, fate)
        if (source, url) in run.unanswered:
            outcome, words = run.unanswered[source, url]
            held = f"; the copy held is {Listed('', '', '', '', fate.outcome).said}" if sha256 else ""
            fate = Fate(outcome, fate.release if sha256 else "", words + held)
        elif not sha256:
            fate = Fate(UNASKED, words="it is older than the months that were asked for")
        elif first[sha256] != url:
            fate = Fate(SAME, fate.release, f"the same as {first[sha256]}")
        yield Listed(source, url, candidate.text, pages.get(url, ""), fate.outcome, fate.release, _short(fate.words))


def _first_of(run: Run, source: str, look: Look) -> dict[str, str]:
    """sha256 to the address that stands for those bytes: where they came from first, of those listed now."""
    ledger, first = run.store.ledger(source), {}
    for candidate in (*look.wanted, *look.spared):
        sha256 = ledger.get(candidate.url, {}).get("sha256", "")
        if not sha256 or (source, candidate.url) in run.unanswered:
            continue
        snapshot = run.store.get(source, sha256)
        if sha256 not in first or (snapshot and snapshot.provenance["url"] == candidate.url):
            first[sha256] = candidate.url
    return first


def _served(run: Run, source: str, sha256: str, fate: Fate) -> Fate:
    """A file is loaded when the build that is served uses it, whatever was chosen."""
    served = run.builds.current()
    used = served is not None and any(
        f["source"] == source and f["sha256"] == sha256 and f["current"] for f in served.manifest["files"]
    )
    return Fate(REFUSED, fate.release, NOT_SERVED) if fate.outcome == LOADED and not used else fate


def _others(run: Run, known: set[str]) -> Iterator[Listed]:
    """Pages, files that none asked for, and links off the publishers' sites, each once."""
    for source, look in run.looks.items():
        for url in look.read:
            yield from _once(known, Listed(source, url, "", "", PAGE))
        for url, (outcome, words) in look.unread.items():
            yield from _once(known, Listed(source, url, "", "", outcome, words=_short(words)))
    for page, readers in _readers(run).items():
        for link in _files(run.pages.pages[page].links):
            yield from _once(known, _unasked(run, page, link, readers))
        for link in _files(run.pages.elsewhere.get(page, ())):
            text = Listed(readers[0], link.href, link.text, page, REFUSED, words=ELSEWHERE)
            yield from _once(known, text)


def _once(known: set[str], one: Listed) -> Iterator[Listed]:
    if one.url not in known:
        known.add(one.url)
        yield one


def _readers(run: Run) -> dict[str, list[str]]:
    """Every page that was read, with the sources that looked at it."""
    found: dict[str, list[str]] = {}
    for source, look in run.looks.items():
        for url in look.read:
            found.setdefault(url, []).append(source)
    return found


def _files(links: Iterable[Link]) -> Iterator[Link]:
    return (link for link in links if FILE.search(_path(link)))


def _path(link: Link) -> str:
    return unquote(urlsplit(link.href).path)


def _unasked(run: Run, page: str, link: Link, readers: list[str]) -> Listed:
    """A link that none asked for: left out on purpose, a document, another publication, or in no known wording."""
    for source in readers:
        if why := run.looks[source].passed.get(link.href):
            return Listed(source, link.href, link.text, page, UNASKED, words=why)
    if not FIGURES.search(_path(link)):
        kind = _path(link).rsplit(".", 1)[-1].lower()
        return Listed(readers[0], link.href, link.text, page, UNASKED, words=f"a document (.{kind}), not figures")
    for source in reversed(readers):
        if why := told_by(link, layout.load(source)):
            return Listed(source, link.href, link.text, page, OTHER, words=why)
    return Listed(readers[0], link.href, link.text, page, UNASKED, words=NO_WORDING)


def _short(words: str) -> str:
    words = re.sub(r"^https?://\S+: ", "", words)  # the address stands beside them
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
