"""Delayed days by trust, council, reason and responsible body: the monthly extracts as comma-separated text.

Not yet seen: built from the documented layout. A few lines stand above the header; the columns A (patients) are not
read, the columns B are delayed days. A pair of trust and council without a line has no delays, so lines of 0 days
are not kept; an empty cell is a number that was not sent. What is not documented is refused with line and column.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from domain import delays, organisations, periods
from etl import discovery, layout, metadata, separated
from etl.listing import plain
from etl.problems import FileRefused
from etl.separated import Line, at_line
from etl.source import Browse, Columns, Discovery, Parsed, Source

ID = "dtoc_extracts"
HEADER_WITHIN = 10  # documented: line 4, line 5 in February and March 2014
NEEDED = frozenset(
    {"org_code", "org_name", "council_code", "council_name", "care", "reason", *delays.BODIES},
)
FACTS = ("org_code", "nhs_code", "body", "reason", "care_type", "value")


@dataclass
class Extract:
    """What a file holds as it is read: its month, its facts, its trusts, and the keys that have stood in it."""

    places: dict[str, int]
    titles: list[str]
    month: str = ""
    said: list[str] = field(default_factory=list)
    facts: Columns = field(default_factory=lambda: {name: [] for name in FACTS})
    trusts: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    keys: set[tuple[str, str, str, str]] = field(default_factory=set)

    def text(self, cells: list[str], name: str) -> str:
        """A cell's text, kept once however often it comes."""
        cell = cells[self.places[name]]
        found = self.texts.get(cell)
        if found is None:
            found = self.texts[cell] = plain(cell)
        return found

    def title(self, name: str) -> str:
        """The publisher's name of a column."""
        return self.titles[self.places[name]]


def parse(data: bytes) -> Parsed:
    """Tidy rows of one month; raises FileRefused."""
    lay, found = layout.load(ID), separated.lines(data)
    above, extract = _header(found, lay)
    for number, cells in found:
        _take(extract, number, cells, lay)
    if not extract.month:
        raise FileRefused("no line under the header", "a line for each trust, council and reason")
    if not data.endswith((b"\n", b"\r")):  # no total could tell that lines are missing
        raise FileRefused("a last line without its end", "a whole line: the file may be cut off", f"line {number}")
    return Parsed(
        key=extract.month,
        title="Monthly delayed transfers of care: extract by trust, council, reason and responsible body",
        start=extract.month,
        end=extract.month,
        published=metadata.day(above.get("published")),
        revised=metadata.day(above.get("revised")),
        tables={"trust_delays": extract.facts, "organisations": _providers(extract.trusts)},
        controls=len(extract.keys),
    )


def _header(found: Iterator[Line], lay: layout.Layout) -> tuple[dict[str, object], Extract]:
    """The labels above the header, and the columns that it names; raises FileRefused when no line is a header."""
    above: list[list[str]] = []
    nearest: frozenset[str] = frozenset()
    for number, cells in found:
        names = [lay.name("column", cell) for cell in cells]
        if NEEDED.issubset(names):
            return metadata.read(above, lay), Extract(_places(number, cells, names), cells)
        nearest = max(nearest, NEEDED.intersection(names), key=len)
        above.append(cells)
        if number >= HEADER_WITHIN:
            break
    missing = ", ".join(sorted(NEEDED - nearest))
    raise FileRefused("no header row", f"a row with columns for {missing}", f"lines 1 to {HEADER_WITHIN}")


def _places(number: int, cells: list[str], names: list[str | None]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, (cell, name) in enumerate(zip(cells, names, strict=True)):
        where = f"line {number}, column {place + 1}"
        if name is None:
            raise FileRefused(f"the column '{cell}'", "the documented columns only", where)
        if name in places and name != "patients":
            raise FileRefused(f"the column '{cell}' twice", "each column once", where)
        places[name] = place
    if "period" not in places and not {"year", "month"} <= places.keys():
        raise FileRefused("no column for the month", "Year and Period Name, or Period", f"line {number}")
    return places


def _take(extract: Extract, number: int, cells: list[str], lay: layout.Layout) -> None:
    """Take in one line; raises FileRefused with its number."""
    if len(cells) != len(extract.titles):
        raise FileRefused(f"{len(cells)} cells", f"{len(extract.titles)} as in the header", f"line {number}")
    _month(extract, number, cells, lay)
    trust, council = extract.text(cells, "org_code"), extract.text(cells, "council_code")
    if not organisations.is_code(trust) or not organisations.is_code(council):
        name = "council_code" if organisations.is_code(trust) else "org_code"
        found = extract.text(cells, name)
        raise FileRefused(f"'{found}'", "a code such as RDD or 817", at_line(number, extract.title(name)))
    care, reason = _word(extract, "care", number, cells, lay), _word(extract, "reason", number, cells, lay)
    key = (trust, council, reason, care)
    if key in extract.keys:
        raise FileRefused(f"{trust}, {council}, {reason} and {care} twice", "each of these once", f"line {number}")
    extract.keys.add(key)
    extract.trusts[trust] = extract.text(cells, "org_name")
    for body in delays.BODIES:
        value = _days(extract, body, number, cells)
        if value and not delays.can_own(body, reason):
            where = at_line(number, extract.title(body))
            raise FileRefused(f"{value:,} days of reason {reason}", "0: this body cannot own this reason", where)
        if value != 0:
            for name, one in zip(FACTS, (trust, council, body, reason, care, value), strict=True):
                extract.facts[name].append(one)


def _month(extract: Extract, number: int, cells: list[str], lay: layout.Layout) -> None:
    """The month of a line, which must be that of the lines before."""
    said = [extract.text(cells, name) for name in ("period", "year", "month") if name in extract.places]
    if extract.month and said == extract.said:
        return
    month: str | None = None
    if "period" in extract.places:
        month = periods.from_words(said[0].replace("_", " ")) if lay.name("month_mark", said[0]) else None
    else:
        try:
            month = periods.from_financial_year(said[0], said[1])
        except periods.PeriodError:
            month = None
    if month is None or month != (extract.month or month):
        expected = periods.label(extract.month) if extract.month else "one month, such as 2016-17 and OCTOBER"
        raise FileRefused(f"'{' '.join(said)}'", expected, f"line {number}")
    extract.month, extract.said = month, said


def _word(extract: Extract, name: str, number: int, cells: list[str], lay: layout.Layout) -> str:
    said = extract.text(cells, name)
    found = lay.name(name, said)
    if found is None:
        expected = f"one of {', '.join(lay.names(name))} in documented wording"
        raise FileRefused(f"'{said}'", expected, at_line(number, extract.title(name)))
    return found


def _days(extract: Extract, body: str, number: int, cells: list[str]) -> int | None:
    """Whole days; None for an empty cell."""
    said = extract.text(cells, body)
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and len(said) < 10):
        expected = "a whole number of days, or nothing"
        raise FileRefused(f"'{said}'", expected, at_line(number, extract.title(body)))
    return int(said)


def _providers(trusts: dict[str, str]) -> Columns:
    size = len(trusts)
    return {
        "code": list(trusts),
        "name": list(trusts.values()),
        "kind": [organisations.PROVIDER] * size,
        "region": [""] * size,
        "icb_code": [""] * size,
    }


def check(parsed: Parsed) -> None:
    """There are several trusts and councils, as there are in every month of the collection."""
    facts = parsed.tables["trust_delays"]
    for name, kind in (("org_code", "trusts"), ("nhs_code", "councils")):
        if len(set(facts[name])) < 2:
            raise FileRefused(f"{len(set(facts[name]))} {kind} with delays", f"several {kind}", "the whole file")


def discover(browse: Browse) -> Discovery:
    """Extracts on the year pages that the landing page links to."""
    return discovery.monthly(browse, layout.load(ID), about=ID)


SOURCE = Source(
    id=ID,
    name="Delayed Transfers of Care, monthly extracts by trust and local authority",
    title="Delayed transfers of care: delayed days by trust, local authority, reason and responsible body (CSV)",
    publisher="NHS England",
    landing="https://www.england.nhs.uk/statistics/statistical-work-areas/delayed-transfers-of-care/",
    hosts=frozenset({"www.england.nhs.uk", "transparency.dh.gov.uk", "webarchive.nationalarchives.gov.uk"}),
    discover=discover,
    parse=parse,
    check=check,
    sniff=separated.sniff,
    national=False,
    ended="2020-02",
    dated=False,
    seen=False,
    tables=("trust_delays", "organisations"),
)
