"""Listing pages changed in many ways: every file is still found, or it is said that the source has changed."""

import re

import pytest

from etl.browse import Browser
from etl.fetch import Addresses
from etl.fetch.folder import FolderFetcher
from etl.fetch.http import HttpFetcher
from etl.sources import SOURCES
from tests.conftest import HOSTS
from tests.faults.origin import QUICK, Pauses, from_folder

WITHOUT_PAGES = frozenset({"population", "boundaries", "organisations", "organisation_changes"})  # answers only
MOST = 9  # sources that each change must strike
LINK = re.compile(r'<a href="([^"]*)">(.*?)</a>', re.DOTALL)


def links(change):
    """A page whose links are changed: address and text to the new link."""
    return lambda page, url: LINK.sub(lambda found: change(found[1], found[2], url), page)


def to(href, text):
    return f'<a href="{href}">{text}</a>'


def addresses_by(pattern, new):
    """A page whose addresses are changed by a regular expression."""
    return links(lambda href, text, _: to(re.sub(pattern, new, href), text))


def texts_by(old, new):
    """A page whose links have other texts."""
    return links(lambda href, text, _: to(href, text.replace(old, new)))


def numbered(text):
    return "".join(f"&#{ord(letter)};" for letter in text)


def on_a_base(page, url):
    """Relative addresses that only the page's own base makes whole."""
    changed = addresses_by("^https://www.england.nhs.uk/", "")(page, url)
    return changed.replace("<head>", '<head><base href="https://www.england.nhs.uk/">')


SAME = {  # the same links on pages that look otherwise
    "as it is": lambda page, _: page,
    "capital tags": lambda page, _: page.replace("<a href", "<A HREF").replace("</a>", "</A>"),
    "single quotes": links(lambda href, text, _: f"<a href='{href}'>{text}</a>"),
    "no quotes": links(lambda href, text, _: f"<a href={href}>{text}</a>"),
    "spaces around the address": links(lambda href, text, _: to(f"  {href} ", text)),
    "a line break in the address": links(lambda href, text, _: to(f"{href[:30]}\n{href[30:]}", text)),
    "relative addresses": addresses_by("^https://www.england.nhs.uk", ""),
    "addresses without a scheme": addresses_by("^https:", ""),
    "old http addresses": addresses_by("^https:", "http:"),
    "hosts without www": addresses_by("//www[.]", "//"),
    "hosts in capitals": addresses_by("//[^/]*", lambda host: host[0].upper()),
    "a fragment at the end": addresses_by("$", "#top"),
    "other attributes": links(lambda href, text, _: f'<a class=x data-x="a>b" href="{href}" rel=nofollow>{text}</a>'),
    "characters as numbers": links(lambda href, text, _: to(numbered(href), numbered(text))),
    "no-break spaces": texts_by(" ", "&nbsp;"),
    "line breaks in the text": texts_by(" ", "\n   "),
    "dashes of another kind": texts_by("-", "\u2013"),
    "tags in the text": links(lambda href, text, _: to(href, f"<span><b>{text}</b></span>")),
    "a picture before the text": links(lambda href, text, _: to(href, f'<img src="/excel.png" alt="">{text}')),
    "no end tags": lambda page, _: page.replace("</a>", "").replace("</p>", ""),
    "a table": lambda page, _: page.replace("<p>", "<tr><td>").replace("</p>", "</td></tr>"),
    "another order": lambda page, _: "\n".join(reversed(page.split("\n"))),
    "every link twice": links(lambda href, text, _: to(href, text) * 2),
    "a byte order mark": lambda page, _: "\ufeff" + page,
    "bytes that are no UTF-8": lambda page, _: page.replace("<h1>", "<h1>\udce9"),
    "a thousand other links": lambda page, _: page + to("/about/", "About") * 1000,
    "links of other hosts": lambda page, _: page + to("https://elsewhere.test/LA-Type-B-May-2019.xls", "May"),
    "a nested page": lambda page, _: f"<div><div><article>{page}</article></div></div>",
    "comments and scripts": lambda page, _: f"<!-- {to('/a.xls', 'x')} --><script>'{to('/b.xls', 'x')}'</script>{page}",
    "a base": lambda page, url: page.replace("<head>", f'<head><base href="{url}">'),
    "relative addresses on a base": on_a_base,
}
CHANGED = {  # what was there is gone: it must be said
    "no links": lambda page, _: LINK.sub(r"\2", page),
    "links by script": lambda page, _: LINK.sub(r'<span onclick="go(\1)">\2</span>', page),
    "an empty page": lambda *_: "",
    "a notice of maintenance": lambda *_: "<html><body><h1>Sorry</h1><p>We will be back soon.</p></body></html>",
    "a page to sign in": lambda *_: '<form action="/login"><input name="user"><a href="/help/">Help</a></form>',
    "half a tag": lambda page, _: page[: page.index("<a ") + 20],
    "UTF-16": lambda page, _: page.encode("utf-16").decode("utf-8", "surrogateescape"),
    "another language of pages": lambda *_: '{"links": []}',
    "addresses elsewhere": addresses_by("//[^/]*", "//web.archive.test"),
    "endings that are none": addresses_by("[.](xlsx?|ods|csv)$", ".html"),
}


def found(source, fetcher):
    """Addresses of the candidates, and what was said besides notes."""
    told = []
    discovery = source.discover(Browser(fetcher, about=source.id, tell=lambda _, message: told.append(message)))
    said = [one for one in (*discovery.messages, *told) if one.level != "note"]
    return {one.url for one in discovery.candidates}, said


@pytest.fixture(scope="session")
def good(demo_site):
    """What each source with pages finds on them, and what it says of them."""
    fetcher = FolderFetcher(Addresses(HOSTS), demo_site)
    every = {source: found(source, fetcher) for source in SOURCES if source.id not in WITHOUT_PAGES}
    assert all(addresses for addresses, _ in every.values())
    return every


@pytest.mark.parametrize("name", SAME)
def test_a_page_that_says_the_same_otherwise_gives_the_same_files(name, good, demo_site, origin):
    origin.otherwise = from_folder(demo_site, SAME[name])
    for source, (addresses, _) in good.items():
        fetcher = HttpFetcher(Addresses(HOSTS, origin.address), QUICK, Pauses())
        assert found(source, fetcher)[0] == addresses, source.id


@pytest.mark.parametrize("name", CHANGED)
def test_a_page_that_lost_its_files_is_said_aloud(name, good, demo_site, origin):
    origin.otherwise, lost = from_folder(demo_site, CHANGED[name]), set()
    for source, (addresses, usual) in good.items():
        fetcher = HttpFetcher(Addresses(HOSTS, origin.address), QUICK, Pauses())
        left, said = found(source, fetcher)
        assert left <= addresses, f"{source.id} follows what is none of ours"
        assert left == addresses or [one for one in said if one not in usual], f"{source.id} says nothing"
        lost |= {source.id} if left < addresses else set()
    assert len(lost) >= MOST, f"of {lost} only something was lost"


@pytest.mark.parametrize("text", ["Download", "", "Data", "Excel workbook", "Monthly figures (new series)"])
def test_links_in_other_words_are_followed_by_their_files_names_or_it_is_said(text, good, demo_site, origin):
    new = links(lambda href, old, _: to(href, text if re.search("[.](xlsx?|ods|csv)$", href) else old))
    origin.otherwise = from_folder(demo_site, new)
    for source, (addresses, usual) in good.items():
        left, said = found(source, HttpFetcher(Addresses(HOSTS, origin.address), QUICK, Pauses()))
        assert left >= addresses or [one for one in said if one not in usual], source.id


def test_every_way_changes_the_pages(demo_site):
    pages = [(file.read_text("utf-8"), f"https://{file.relative_to(demo_site)}") for file in demo_site.rglob("*.html")]
    for name, change in {**SAME, **CHANGED}.items():
        assert name == "as it is" or any(change(page, url) != page for page, url in pages), name


def test_there_are_more_than_25_ways():
    assert len(SAME) + len(CHANGED) >= 25
