"""Successors of NHS trusts that ended, from the ORD interface of the Organisation Data Service.

Built from the documented layout; no original answer has been at hand. One answer is one organisation, as JSON:
Name, Date (Type, Start, End), OrgId, Status, and Succs (Type, Target.OrgId, Date). It is asked for again after 90 days.
"""

import json
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from domain import organisations
from etl import layout
from etl.fetch import AddressRefused, FetchFailed
from etl.problems import FileRefused, error, note
from etl.source import Browse, Candidate, Discovery, Parsed, Source

ID = "organisation_changes"
QUARTER = 90
LARGEST = 200_000
ADVICE = (
    "The layout is documented but was not seen before: compare the answer with etl/sources/organisation_changes.py."
)


def sniff(data: bytes) -> None:
    """Raises FileRefused for bytes that are no JSON object."""
    if not data.lstrip().startswith(b"{") or len(data) > LARGEST:
        raise FileRefused(f"bytes that begin {data[:8]!r}", "an answer in JSON", advice=ADVICE)


def parse(data: bytes) -> Parsed:
    """The organisation and what took it over; raises FileRefused for anything that is not as documented."""
    sniff(data)
    try:
        answer = json.loads(data)
    except ValueError as problem:
        raise FileRefused(f"damaged JSON ({problem})", "an answer in JSON", advice=ADVICE) from None
    one = _get(answer, "Organisation", dict)
    code, name = _get(_get(one, "OrgId", dict), "extension", str), _get(one, "Name", str)
    if not organisations.is_code(code):
        raise FileRefused(f"'{code}'", "the code of an organisation", "OrgId.extension", ADVICE)
    opened, closed = _span(one)
    directory = {
        "code": [code],
        "name": [name],
        "kind": [organisations.PROVIDER],
        "region": [""],
        "icb_code": [""],
        "valid_from": [opened],
        "valid_to": [closed],
        "successor_code": [_successor(one, code)],
    }
    month = opened[:7]
    return Parsed(code, f"{name} ({code})", month, closed[:7] or month, {"directory": directory})


def _span(one: dict[str, Any]) -> tuple[str, str]:
    """Days of opening and closing: those in law where given, else those of operation."""
    dates = {_get(entry, "Type", str): entry for entry in _get(one, "Date", list)}
    entry = dates.get("Legal") or dates.get("Operational")
    if not entry:
        raise FileRefused(f"dates of the types {', '.join(dates) or 'none'}", "Legal or Operational", "Date", ADVICE)
    return _day(_get(entry, "Start", str)), _day(entry["End"]) if entry.get("End") else ""


def _successor(one: dict[str, Any], code: str) -> str:
    """Code of the one successor; empty without any, or where the work went to several."""
    lay, found = layout.load(ID), []
    for entry in _get(one["Succs"], "Succ", list) if one.get("Succs") else []:
        kind = lay.name("kind", _get(entry, "Type", str))
        if kind is None:
            raise FileRefused(f"'{entry['Type']}'", "Successor or Predecessor", "Succs.Succ.Type", ADVICE)
        if kind == "successor":
            found.append(_get(_get(_get(entry, "Target", dict), "OrgId", dict), "extension", str))
    return found[0] if len(set(found)) == 1 and found[0] != code else ""


def _get(holder: Any, name: str, kind: type) -> Any:
    """A part of the answer that must be there and of a kind."""
    value = holder.get(name) if isinstance(holder, dict) else None
    if not isinstance(value, kind) or value == "":
        raise FileRefused(f"no {name}", f"a part {name}", advice=ADVICE)
    return value


def _day(text: Any) -> str:
    try:
        return date.fromisoformat(str(text)).isoformat()
    except ValueError:
        raise FileRefused(f"'{text}'", "a day such as 2017-04-01", "Date", ADVICE) from None


def check(parsed: Parsed) -> None:
    """Nothing ends before it began."""
    directory = parsed.tables["directory"]
    if directory["valid_to"][0] and directory["valid_to"][0] < directory["valid_from"][0]:
        raise FileRefused(f"an end on {directory['valid_to'][0]}", "a day after it opened", "Date", ADVICE)


def discover(browse: Browse) -> Discovery:
    """One answer for each trust that ended; a directory that cannot be reached is no failure while it is unseen."""
    lay = layout.load(ID)
    base, search = lay.values("interface")[0], lay.values("search")[0]
    try:
        found = json.loads(browse.text(f"{base}?{search}"))["Organisations"]
        listed = [(str(one["OrgId"]), str(one["Status"])) for one in found]
    except (FetchFailed, AddressRefused) as problem:
        return Discovery((), (note(ID, f"the directory was not reached ({problem}); successors held are kept"),))
    except (ValueError, KeyError, TypeError) as problem:
        return Discovery(
            (), (error(ID, f"the directory's list is not as documented ({problem!r}); what is held is kept"),)
        )
    ended = [code for code, status in listed if lay.name("status", status) == "ended" and lay.matches("ask", code)]
    return Discovery(tuple(Candidate(f"{base}/{code}?_format=json", code, max_age=QUARTER) for code in sorted(ended)))


HOST = urlsplit(layout.load(ID).values("interface")[0]).hostname or ""
SOURCE = Source(
    id=ID,
    name="Successors of NHS trusts (Organisation Data Service)",
    title="NHS trusts that ended and what took them over",
    publisher="NHS England, Organisation Data Service",
    landing="https://directory.spineservices.nhs.uk/ORD/2-0-0/organisations",
    hosts=frozenset({HOST}),
    discover=discover,
    parse=parse,
    check=check,
    sniff=sniff,
    national=False,
    dated=False,
    seen=False,
)
