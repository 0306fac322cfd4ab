"""The state of a view lives in the address: parsed here, written back by the browser.

Anything may arrive in a query: unknown keys are passed over, a repeated key counts once, and a value that
cannot be used is left out, calmly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from domain import periods

LONGEST_NAME = 80  # a longer text is the name of no area
USUAL = "data-usual"  # attribute that tells the browser which choices an address leaves out


@dataclass(frozen=True)
class Window:
    """A window of months; empty ends are open. ``ignored`` names what could not be used."""

    start: str = ""
    end: str = ""
    ignored: tuple[str, ...] = ()

    @staticmethod
    def parse(query: Mapping[str, Any]) -> "Window":
        """A window from a query of any content: keys ``from`` and ``to``."""
        ignored: list[str] = []
        start, end = (_month(query.get(key), key, ignored) for key in ("from", "to"))
        if start and end and start > end:
            start, end = end, start
        return Window(start, end, tuple(ignored))

    def clip(self, first: str, last: str) -> "Window":
        """The window inside what is held, both ends set; all of it when nothing would be left."""
        start, end = max(self.start or first, first), min(self.end or last, last)
        return Window(start, end, self.ignored) if start <= end else Window(first, last, (*self.ignored, "from", "to"))

    @property
    def query(self) -> str:
        """The window as a query string, empty for open ends: ``from=2016-10&to=2018-01``."""
        return urlencode({key: value for key, value in (("from", self.start), ("to", self.end)) if value})


@dataclass(frozen=True)
class Scope:
    """An area and a window of months; ``area`` is a code or a name as it came, empty for none."""

    area: str = ""
    window: Window = Window()

    @staticmethod
    def parse(query: Mapping[str, Any]) -> "Scope":
        """A scope from a query of any content: keys ``area``, ``from`` and ``to``."""
        value = query.get("area")
        text = value[0] if isinstance(value, list | tuple) and value else value
        return Scope(text.strip()[:LONGEST_NAME] if isinstance(text, str) else "", Window.parse(query))

    @property
    def query(self) -> str:
        """The scope as a query string: ``area=E10000007&from=2017-02&to=2018-01``."""
        area = urlencode({"area": self.area}) if self.area else ""
        return "&".join(part for part in (area, self.window.query) if part)


def href(path: str, query: str) -> str:
    """A path with its query, if any."""
    return f"{path}?{query}" if query else path


def _month(value: Any, key: str, ignored: list[str]) -> str:
    text = value[0] if isinstance(value, list | tuple) and value else value
    if text in (None, ""):
        return ""
    try:
        return periods.month(str(text))
    except periods.PeriodError:
        ignored.append(key)
        return ""
