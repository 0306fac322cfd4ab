"""Which claim an impact page shows: a scheme and one of its indicators, from the address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from panels.schemes.held import Held
from panels.schemes.scope import one
from warehouse.queries.local.evidence import Verdict
from warehouse.queries.local.measures import Link
from warehouse.queries.local.plan import Scheme


@dataclass(frozen=True)
class Choice:
    """A claim that is held: scheme, link and its verdict. ignored: parts of the address that could not be used."""

    scheme: Scheme
    link: Link
    verdict: Verdict
    ignored: tuple[str, ...] = ()

    @property
    def claim(self) -> str:
        """The claim as a control names it: indicator, and body where only one is claimed."""
        return name(self.link)


def name(link: Link) -> str:
    """A link as a control names it."""
    return f"{link.indicator_id}.{link.body}" if link.body else link.indicator_id


def claims(held: Held, scheme_id: str) -> tuple[Link, ...]:
    """The links of a scheme that have a verdict, the primary one first."""
    judged = {(one.indicator_id, one.body) for one in held.linked(scheme_id)}
    own = [link for link in held.links if link.scheme_id == scheme_id and (link.indicator_id, link.body) in judged]
    return tuple(sorted(own, key=lambda link: (link.is_primary != "yes", link.role != "outcome")))


def parse(held: Held, query: Mapping[str, Any]) -> Choice | None:
    """The claim asked for, else the first scheme that has one; None where nothing is claimed."""
    asked, wanted = one(query, "scheme"), one(query, "indicator")
    ignored = []
    schemes = [scheme for scheme in held.schemes if claims(held, scheme.scheme_id)]
    if not schemes:
        return None
    scheme = next((found for found in schemes if found.scheme_id == asked), None)
    if asked and scheme is None:
        ignored.append("scheme")
    scheme = scheme or schemes[0]
    links = claims(held, scheme.scheme_id)
    link = next((found for found in links if name(found) == wanted), None)
    if wanted and link is None and not ignored and asked == scheme.scheme_id:
        ignored.append("indicator")
    link = link or links[0]
    verdict = next(
        found
        for found in held.linked(scheme.scheme_id)
        if (found.indicator_id, found.body) == (link.indicator_id, link.body)
    )
    return Choice(scheme, link, verdict, tuple(ignored))


def query(held: Held, choice: Choice) -> str:
    """The claim as a query string."""
    pairs = {"place": held.where.place.place_id, "scheme": choice.scheme.scheme_id, "indicator": choice.claim}
    return urlencode(pairs)
