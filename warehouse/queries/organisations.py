"""NHS organisations: by code or name, by kind, members of a board or region, and what became of them."""

import difflib
from typing import NamedTuple

from domain import organisations
from warehouse.reader import View


class Organisation(NamedTuple):
    """An NHS organisation; codes and months that are not known are empty."""

    code: str
    name: str
    kind: str
    region_code: str
    icb_code: str
    first_period: str
    last_period: str
    published_name: str
    successor_code: str
    valid_from: str
    valid_to: str
    flag: str


class UnknownOrganisation(LookupError):
    """No organisation has this code or name; the text names the nearest ones."""


_SELECT = """
SELECT code, name, kind, COALESCE(region_code, ''), COALESCE(icb_code, ''), COALESCE(first_period, ''),
    COALESCE(last_period, ''), COALESCE(published_name, ''), COALESCE(successor_code, ''), COALESCE(valid_from, ''),
    COALESCE(valid_to, ''), COALESCE(flag, '')
FROM national.organisations
"""


def every(view: View, *kinds: str) -> tuple[Organisation, ...]:
    """Organisations that a publication names, of the given kinds (all when none is given), by kind and name."""
    wanted = kinds or organisations.KINDS
    found = [one for one in _all(view) if one.kind in wanted and one.first_period]
    return tuple(sorted(found, key=lambda one: (organisations.KINDS.index(one.kind), one.name, one.code)))


def by_code(view: View, code: str) -> Organisation | None:
    """The organisation with this code, or None."""
    return next((one for one in _all(view) if one.code == code), None)


def find(view: View, text: str) -> Organisation:
    """The organisation with this code or exact name (any case); raises UnknownOrganisation with the nearest ones."""
    wanted = text.strip().casefold()
    exact = [one for one in _all(view) if wanted in (one.code.casefold(), one.name.casefold())]
    if exact:
        return max(exact, key=lambda one: (one.code.casefold() == wanted, one.last_period, one.code))
    raise UnknownOrganisation(f"unknown organisation '{text}'; nearest: {', '.join(nearest(view, text)) or 'none'}")


def members(view: View, code: str, kind: str = organisations.PROVIDER) -> tuple[Organisation, ...]:
    """Organisations of a kind that lie in a board or NHS region, as last published."""
    return tuple(one for one in every(view, kind) if code in (one.region_code, one.icb_code))


def became(view: View, code: str) -> str:
    """Code of the organisation that carries on the work today: the last of the successors; the code itself if none."""
    next_of = {one.code: one.successor_code for one in _all(view) if one.successor_code}
    seen = [code]
    while (after := next_of.get(seen[-1])) and after not in seen:
        seen.append(after)
    return seen[-1]


def forerunners(view: View, code: str) -> tuple[Organisation, ...]:
    """Every organisation whose work one carries on, directly or through others."""
    return tuple(one for one in _all(view) if one.code != code and became(view, one.code) == code)


def nearest(view: View, text: str, count: int = 5) -> list[str]:
    """Names with codes that look like a text."""
    wanted = text.strip().casefold()
    close = {}
    for one in every(view):
        name = one.name.casefold()
        likeness = difflib.SequenceMatcher(None, wanted, name).ratio()
        held = 0.9 if wanted and wanted in name else 0.0
        close[f"{one.name} ({one.code})"] = max(likeness, held, float(one.code.casefold() == wanted))
    ranked = sorted(close, key=lambda label: (-close[label], label))
    return [label for label in ranked[:count] if close[label] > 0.4]


def _all(view: View) -> list[Organisation]:
    return [Organisation(*row) for row in view.fixed(_SELECT)]
