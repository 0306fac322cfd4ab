"""Links of a publisher's page, with the heading they stand under.

Tolerant of markup: nested tags, entities, no-break spaces, missing end tags, relative and repeated links, a base.
Bold text on its own counts as a heading, as on the pages where months are set in bold.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "strong", "b"}


@dataclass(frozen=True)
class Link:
    """An address as it stands on the page, its text, and the last heading above it."""

    href: str
    text: str
    heading: str


def plain(text: str) -> str:
    """Text with every kind of space as one space and every kind of dash as a hyphen."""
    if text.isascii():
        return " ".join(text.split())  # nearly all text; patterns take several times as long
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text)
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[Link] = []
        self._heading, self._heading_tag = "", ""
        self._heading_text: list[str] = []
        self._href: str | None = None
        self._base = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._finish_link()
            self._href, self._text = dict(attrs).get("href"), []
        elif tag == "base":
            self._base = self._base or dict(attrs).get("href") or ""
        elif tag in _HEADINGS and self._href is None:
            self._heading_tag, self._heading_text = tag, []

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self._finish_link()
        elif tag == self._heading_tag:
            self._heading = plain("".join(self._heading_text)) or self._heading
            self._heading_tag = ""

    def handle_data(self, data: str) -> None:
        if self._href is not None:
            self._text.append(data)
        if self._heading_tag:
            self._heading_text.append(data)

    def _finish_link(self) -> None:
        if self._href:
            href = urljoin(self._base, self._href) if self._base else self._href
            self.links.append(Link(href, plain("".join(self._text)), self._heading))
        self._href, self._text = None, []

    def close(self) -> None:
        super().close()
        self._finish_link()


def links(html: str) -> tuple[Link, ...]:
    """Every link of a page in the order of the page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.links)
