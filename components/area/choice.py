"""What a page of an area shows: area and months, the form of its numbers, and how its reasons are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from components.trends.measures import COUNT, DAY, RATE
from components.url_state import Scope

CHARTS, LINES = "charts", "lines"
FORMS = {DAY: "People a day", COUNT: "Days of delay", RATE: "Per 100,000 adults"}
DRAWINGS = {CHARTS: "Control charts", LINES: "Twelve-month lines"}
USUAL = {"as": DAY, "draw": CHARTS}


@dataclass(frozen=True)
class Choice:
    """One view of the page. ``form`` is a key of FORMS and ``draw`` of DRAWINGS.

    ``ignored`` names parts of the address other than months that could not be used.
    """

    scope: Scope = field(default_factory=Scope)
    form: str = DAY
    draw: str = CHARTS
    ignored: tuple[str, ...] = ()

    @staticmethod
    def parse(query: Mapping[str, Any]) -> "Choice":
        """A choice from a query of any content: keys ``area``, ``from``, ``to``, ``as`` and ``draw``."""
        ignored: list[str] = []
        form = _of(query, "as", FORMS, ignored)
        return Choice(Scope.parse(query), form, _of(query, "draw", DRAWINGS, ignored), tuple(ignored))

    @property
    def query(self) -> str:
        """The choice as a query string, without what is usual: ``area=E10000007&from=2017-02&as=count``."""
        chosen = {"as": self.form, "draw": self.draw}
        rest = urlencode({key: value for key, value in chosen.items() if value != USUAL[key]})
        return "&".join(part for part in (self.scope.query, rest) if part)

    def on(self, scope: Scope) -> "Choice":
        """The same choice for another area or window."""
        return Choice(scope, self.form, self.draw)


def usual() -> str:
    """What an address leaves out, as a query string: read by the browser when it writes the address."""
    return urlencode(USUAL)


def _of(query: Mapping[str, Any], key: str, known: Mapping[str, str], ignored: list[str]) -> str:
    given = query.get(key)
    value = given[0] if isinstance(given, list | tuple) and given else given
    if isinstance(value, str) and value in known:
        return value
    if value not in (None, "", [], ()):
        ignored.append(key)
    return USUAL[key]
