"""Councils of an edition of the ONS boundaries: code, name and centre, from the Open Geography portal.

Shapes are not fetched: nothing draws them yet, and code, name and centre are what other tables need (ADR 12). The
year of an edition is in the names of its fields; the month is not in the answer.
"""

import json
import re
from typing import Any
from urllib.parse import urlencode

from domain import area_changes, areas
from etl import layout
from etl.fetch import AddressRefused, FetchFailed
from etl.problems import FileRefused, Message, NotThisPublication, error, note
from etl.source import Browse, Candidate, Columns, Discovery, Parsed, Source

ID = "boundaries"
MONTH = 30  # days: an edition does not change
MOST_PAGES = 50
ENGLAND_HAS = range(140, 170)  # upper-tier councils at any time since 2009
BOX = (-9.0, 2.5, 49.5, 61.5)  # degrees that hold the United Kingdom: west, east, south, north
_CODE = re.compile(r"[EWSN]\d{8}")


def address(service: str, **query: str) -> str:
    """The interface's address for a query of a service, without shapes."""
    asked = {"where": "1=1", "outFields": "*", "returnGeometry": "false", "f": "geojson", **query}
    return f"{layout.load(ID).values('interface')[0]}{service}/FeatureServer/0/query?{urlencode(asked)}"


def discover(browse: Browse) -> Discovery:
    """One candidate for each edition of the layout that the portal knows."""
    found: list[Candidate] = []
    messages: list[Message] = []
    for edition, pattern in layout.load(ID).parts["service"]:
        try:
            found.append(_candidate(browse, pattern.pattern, edition))
        except FileRefused as problem:
            messages.append(note(pattern.pattern, f"this edition is not offered ({problem.found})"))
        except (FetchFailed, AddressRefused) as problem:
            messages.append(note(pattern.pattern, f"this edition could not be asked for ({problem})"))
    if not found:
        messages.append(error(ID, "the portal offers none of the editions of the layout; what is held is kept"))
    return Discovery(tuple(found), tuple(messages))


def _candidate(browse: Browse, service: str, edition: str) -> Candidate:
    """The first answer of a service tells how many areas it gives at a time; the rest is asked for in such pages."""
    size = len(_features(_documents(browse.text(address(service)))[0]))
    count = int(_documents(browse.text(address(service, returnCountOnly="true", f="json")))[0].get("count", 0))
    if not size or -(-count // size) > MOST_PAGES:
        raise FileRefused(f"{count} areas, {size} at a time", "some areas in a few answers")
    pages = tuple(address(service, resultOffset=str(start)) for start in range(size, count, size))
    return Candidate(address(service), service, f"{edition}-01", MONTH, pages)


def sniff(data: bytes) -> None:
    """Raises FileRefused for bytes that are no answer of the portal; errors come as answers too."""
    _features(_documents(data.decode("utf-8", "replace"))[0])


def _documents(text: str) -> list[dict[str, Any]]:
    """The objects of an answer, one behind the other where it came in pages."""
    reader, found, place = json.JSONDecoder(), [], 0
    text = text.strip().removeprefix("\ufeff")
    while place < len(text):
        try:
            one, place = reader.raw_decode(text, place)
        except (ValueError, RecursionError):
            raise FileRefused(f"text that begins {text[place : place + 20]!r}", "an answer of the portal") from None
        if not isinstance(one, dict):
            raise FileRefused(f"a {type(one).__name__}", "an answer of the portal")
        found.append(one)
        while place < len(text) and text[place].isspace():
            place += 1
    if not found:
        raise FileRefused("an empty answer", "an answer of the portal")
    if isinstance(problem := found[0].get("error"), dict):
        raise FileRefused(f"the error '{str(problem.get('message', problem))[:80]}'", "an answer of the portal")
    return found


def _features(answer: dict[str, Any]) -> list[dict[str, Any]]:
    features = answer.get("features")
    if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
        raise FileRefused("an answer without areas", "a list of features")
    return features


def parse(data: bytes) -> Parsed:
    """Codes, names and centres of one edition; raises FileRefused, or NotThisPublication for other areas."""
    answers = _documents(data.decode("utf-8", "replace"))
    if answers[-1].get("exceededTransferLimit"):
        raise FileRefused("an answer that says more areas follow", "every area of the edition", "the last page")
    fields = [one.get("properties") for answer in answers for one in _features(answer)]
    if not fields or not isinstance(fields[0], dict):
        raise FileRefused("areas without properties", "code and name of each area", "the first area")
    lay, first = layout.load(ID), fields[0]
    named = {lay.name("field", field): field for field in first}
    if "code" not in named or "name" not in named:
        raise NotThisPublication(f"its fields are {', '.join(map(str, first))[:80]}")
    year = f"20{re.sub(r'[^0-9]', '', named['code'])}"
    columns: Columns = {"code": [], "name": [], "longitude": [], "latitude": []}
    for number, area in enumerate(fields, 1):
        if not isinstance(area, dict) or area.keys() != first.keys():
            raise FileRefused("other fields than the first area", "the same fields", f"area {number}")
        _take(columns, area, named, number)
    month = f"{year}-01"
    return Parsed(year, f"Counties and unitary authorities, {year}", month, month, {"boundaries": columns})


def _take(columns: Columns, area: dict[str, Any], named: dict[str | None, str], number: int) -> None:
    code, name = area[named["code"]], area[named["name"]]
    if not isinstance(code, str) or not _CODE.fullmatch(code) or not isinstance(name, str) or not name.strip():
        raise FileRefused(f"'{code}' and '{name}'", "an ONS code and a name", f"area {number}")
    columns["code"].append(code)
    columns["name"].append(name.strip())
    for place, low, high in (("longitude", *BOX[:2]), ("latitude", *BOX[2:])):
        value = area.get(named.get(place, ""))
        if value is not None and not (isinstance(value, int | float) and low <= value <= high):
            raise FileRefused(f"'{value}'", f"a {place} from {low} to {high}", f"area {number}, {code}")
        columns[place].append(value)


def check(parsed: Parsed) -> None:
    """Each code once, as many councils as England has, and those that the dated changes lead one to expect."""
    codes = parsed.tables["boundaries"]["code"]
    if twice := [code for code in codes if codes.count(code) > 1]:
        raise FileRefused(f"{twice[0]} twice", "each area once", f"code {twice[0]}")
    councils = {code for code in codes if areas.ONS_COUNCIL_CODE.fullmatch(code)}
    if all(map(areas.is_demonstration, councils)) and councils:
        return
    if len(councils) not in ENGLAND_HAS:
        expected = f"{ENGLAND_HAS.start} to {ENGLAND_HAS.stop - 1}"
        raise FileRefused(f"{len(councils)} councils of England", expected, "the whole answer")
    for code in councils:
        ended, began = area_changes.ended(code), area_changes.began(code)
        if (ended and ended[:4] < parsed.key) or (began and began[:4] > parsed.key):
            found = f"{code}, which {'ended in ' + ended[:4] if ended else 'began in ' + str(began)[:4]}"
            raise FileRefused(found, f"the councils of {parsed.key}", f"code {code}")


SOURCE = Source(
    id=ID,
    name="ONS boundaries, counties and unitary authorities",
    title="Counties and unitary authorities: codes, names and centres of each edition of the boundaries",
    publisher="Office for National Statistics, Open Geography portal",
    landing="https://services1.arcgis.com/ESMARspQHYMw9BZ9/arcgis/rest/services/",
    hosts=frozenset({"services1.arcgis.com"}),
    dated=False,
    cadence="yearly",
    discover=discover,
    parse=parse,
    check=check,
    sniff=sniff,
    tables=("boundaries",),
)
