"""Every link that the publishers' pages listed in the last refresh and what became of it, as tables."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote, urlencode, urlsplit

from components import text
from components.tables import Column, Table
from domain import periods
from domain.listed import LOADED, OUTCOMES, PAGE, TROUBLED, UNASKED, Listed
from warehouse import serving
from warehouse.queries import freshness, listed
from warehouse.queries.listed import Account
from warehouse.reader import View

DOCUMENT = "a document "  # how the words of a link begin that leads to no figures
COLUMNS = (
    Column("outcome", "What became of it", kind="text"),
    Column("text", "Link", kind="text"),
    Column("file", "File", kind="text"),
    Column("why", "Why", kind="text"),
)
ALL = (*("source", "publication", "listed_at", "outcome", "outcome_in_words", "release", "why", "text", "url", "page"),)


class Told(NamedTuple):
    """The account of one publication: its name, in words, the links not loaded, and where all are as CSV."""

    name: str
    summary: str
    words: str
    left: Table
    csv: str


def accounts(view: View) -> list[Told]:
    """An account for every publication that has one, in the order in which they are asked for."""
    found = _kept()
    return [_account(source, name, found[source]) for source, name in freshness.names(view).items() if source in found]


def _kept() -> Mapping[str, Account]:
    builds = serving.builds()
    return listed.accounts(builds) if builds else {}


def _account(source: str, name: str, account: Account) -> Told:
    counts = account.counted()
    troubled = sum(counts.get(outcome, 0) for outcome in TROUBLED)
    summary = f"{name}: {text.count(len(account.links), 'link')}, {counts.get(LOADED, 0)} loaded"
    summary += f", {troubled} to look at" if troubled else ""
    left = [one for one in account.links if one.outcome not in (LOADED, PAGE) and not _document(one)]
    rows = tuple(
        (one.said, one.text or "no text", _file(one.url), text.sentence(_why(one)) or "no reason given") for one in left
    )
    caption = f"Links that were not loaded: {name}"
    return Told(name, summary, words(account), Table(caption, caption, COLUMNS, rows), address(source))


def words(account: Account) -> str:
    """When the pages were looked at, and how many links came to what."""
    counts = account.counted()
    documents = sum(map(_document, account.links))
    parts = [f"{counts[outcome]} {OUTCOMES[outcome]}" for outcome in counts]
    said = f"Looked at on {text.moment(account.at)}: {text.join(parts)}." if parts else "No link was listed."
    return said + (f" {text.sentence(_documents(documents))}" if documents else "")


def _documents(number: int) -> str:
    lead = "leads to a document" if number == 1 else "lead to documents"
    return f"{text.count(number, 'link')} of those not asked for {lead} without figures."


def _document(one: Listed) -> bool:
    return one.outcome == UNASKED and one.words.startswith(DOCUMENT)


def _why(one: Listed) -> str:
    return f"{release(one.release)}: {one.words}" if one.release else one.words


def release(key: str) -> str:
    """What a file is a release of, in words."""
    try:
        return text.month(periods.month(key))
    except periods.PeriodError:
        return key


def _file(url: str) -> str:
    return unquote(urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1]) or url


def address(source: str = "") -> str:
    """Where the links of a source, or of all, are as CSV."""
    return "/export/data-links.csv" + (f"?{urlencode({'source': source})}" if source else "")


def table(view: View, query: Mapping[str, Any]) -> Table | None:
    """Every link as a table to take away; of one source where the query names it. None without an account."""
    given = query.get("source", "")
    wanted = given[0] if isinstance(given, list | tuple) and given else given
    names, found = freshness.names(view), _kept()
    rows = tuple(
        (
            source,
            names.get(source, source),
            account.at,
            one.outcome,
            one.said,
            one.release,
            one.words,
            one.text,
            one.url,
            one.page,
        )
        for source, account in found.items()
        if wanted in ("", source)
        for one in account.links
    )
    columns = tuple(Column(key, key, kind="text") for key in ALL)
    return Table("links", "Every link that the publishers' pages list", columns, rows) if rows else None
