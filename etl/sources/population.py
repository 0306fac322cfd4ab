"""Residents of every council and of England by single year of age: ONS mid-year estimates from Nomis.

The interface is asked for England's totals of all years first; a year is asked for again when England's total
has changed, or after a week. Answers come in pages of at most 25,000 rows.
"""

import csv
import io
import re
from urllib.parse import urlencode

from domain import areas, population
from etl import layout
from etl.fetch import AddressRefused, FetchFailed
from etl.problems import FileRefused, error, warning
from etl.source import Browse, Candidate, Columns, Discovery, Parsed, Source

ID = "population"
PAGE_ROWS = 25_000
OLDEST_AGE = 90  # and over
YEARS_BACK = 20
WEEK = 7
COLUMNS = ("DATE_NAME", "GEOGRAPHY_NAME", "GEOGRAPHY_CODE", "C_AGE_NAME", "OBS_VALUE")


def address(**query: str) -> str:
    """The interface's address for a query; persons only."""
    base = layout.load(ID).values("interface")[0]
    return f"{base}?{urlencode({'gender': '0', 'measures': '20100', **query}, safe=',._-')}"


def totals_address() -> str:
    """England's residents of all ages, every year that there is."""
    return address(
        geography=_england(),
        date=f"latestMINUS{YEARS_BACK}-latest",
        c_age="200",
        select="date_name,geography_code,obs_value",
    )


def year_address(year: int, geography: str, offset: int = 0) -> str:
    """One page of all areas by single year of age in one year."""
    select = "date_name,geography_name,geography_code,c_age_name,obs_value,record_count"
    page = {"recordoffset": str(offset)} if offset else {}
    return address(geography=f"{geography},{_england()}", date=str(year), c_age="101...191", select=select, **page)


def _england() -> str:
    return next(p.pattern for name, p in layout.load(ID).parts["geography"] if name == "england")


def discover(browse: Browse) -> Discovery:
    """One candidate a year; raises nothing: a silent interface is a message."""
    try:
        totals = {int(row["DATE_NAME"]): int(row["OBS_VALUE"]) for row in rows_of(browse.text(totals_address()))}
    except (FetchFailed, AddressRefused, KeyError, ValueError, FileRefused) as problem:
        return Discovery((), (error(ID, f"Nomis did not give England's totals ({problem}); the years held are kept"),))
    latest = max(totals, default=0)
    messages = [] if totals else [error(ID, "Nomis gave no year: the source has changed")]
    geography = ""
    for geography in (p.pattern for name, p in layout.load(ID).parts["geography"] if name == "council"):
        try:
            pages = _pages(browse, latest, geography)
            break
        except (FetchFailed, AddressRefused, FileRefused):
            messages.append(
                warning(ID, f"Nomis does not know the geography {geography}; the next one of the layout is tried")
            )
    else:
        return Discovery(
            (), (*messages, error(ID, "Nomis knows none of the geographies of the layout; the years held are kept"))
        )
    found = [_candidate(year, geography, pages, 0 if year == latest else WEEK) for year in sorted(totals, reverse=True)]
    return Discovery(tuple(found), tuple(messages))


def _pages(browse: Browse, year: int, geography: str) -> int:
    """Number of pages that one year takes."""
    first = rows_of(browse.text(year_address(year, geography) + "&recordlimit=1"))
    count = first[0].get("RECORD_COUNT", "") if first else ""
    rows = int(count) if count.isdigit() else 0
    if not rows:
        raise FileRefused("no rows or no RECORD_COUNT", f"councils of {year}")
    return -(-rows // PAGE_ROWS)


def _candidate(year: int, geography: str, pages: int, max_age: int) -> Candidate:
    first, *rest = (year_address(year, geography, page * PAGE_ROWS) for page in range(pages))
    return Candidate(first, f"mid-{year}", f"{year}-06", max_age, tuple(rest))


def rows_of(text: str) -> list[dict[str, str]]:
    """Rows of a CSV answer (headers in capitals); raises FileRefused for anything else."""
    if text.lstrip()[:1] == "<":
        raise FileRefused("a web page", "a CSV answer of Nomis")
    reader = csv.DictReader(io.StringIO(text))
    try:
        rows = [row for row in reader if row.get("OBS_VALUE") != "OBS_VALUE"]
    except csv.Error as problem:
        raise FileRefused(f"no CSV ({problem})", "a CSV answer of Nomis", f"line {reader.line_num}") from None
    if rows and "OBS_VALUE" not in rows[0]:
        raise FileRefused(f"the columns {', '.join(map(str, rows[0]))}", "a column OBS_VALUE")
    return rows


def sniff(data: bytes) -> None:
    """Raises FileRefused for bytes that are no CSV answer."""
    if data.lstrip()[:1] == b"<" or b"OBS_VALUE" not in data[:2000]:
        raise FileRefused("no CSV answer of Nomis", "a CSV answer with a column OBS_VALUE")


def parse(data: bytes) -> Parsed:
    """Tidy rows of one year; raises FileRefused."""
    rows = rows_of(data.decode("utf-8-sig"))
    if not rows:
        raise FileRefused("no rows", "councils by single year of age")
    year = _year(rows)
    columns, names = _columns(rows)
    return Parsed(
        key=year,
        title=f"Mid-{year} population estimates by single year of age",
        start=f"{year}-06",
        end=f"{year}-06",
        tables={"population": columns, "population_names": names},
        series=population.vintage(int(year), _sum(columns, areas.ENGLAND)),
        controls=(len(rows), int(rows[0].get("RECORD_COUNT") or len(rows))),
    )


def _year(rows: list[dict[str, str]]) -> str:
    """The one year that every row speaks of; raises FileRefused with the line of a row that is cut or of another."""
    if missing := [name for name in COLUMNS if name not in rows[0]]:
        raise FileRefused(f"the columns {', '.join(map(str, rows[0]))}", f"a column {missing[0]}", "line 1")
    year = rows[0]["DATE_NAME"]
    for line, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise FileRefused("a line with more or fewer cells", f"{len(COLUMNS)} or more as in line 1", f"line {line}")
        if row["DATE_NAME"] != year or not re.fullmatch("[0-9]{4}", year):
            raise FileRefused(f"the year '{row['DATE_NAME']}'", f"one year, as '{year}'", f"line {line}, DATE_NAME")
    return year


def _columns(rows: list[dict[str, str]]) -> tuple[Columns, Columns]:
    lay = layout.load(ID)
    columns: Columns = {"ons_code": [], "age": [], "value": []}
    names: dict[str, str] = {}
    for line, row in enumerate(rows, 2):
        code, label, value = row["GEOGRAPHY_CODE"], row["C_AGE_NAME"], row["OBS_VALUE"]
        if not (value.isascii() and value.isdigit()):
            raise FileRefused(f"'{value}'", "a whole number of people", f"line {line}, OBS_VALUE")
        if code != areas.ENGLAND and not areas.ONS_COUNCIL_CODE.fullmatch(code):
            continue  # Wales, Scotland, Northern Ireland
        columns["ons_code"].append(code)
        columns["age"].append(_age(label, line, lay))
        columns["value"].append(int(value))
        names[code] = row["GEOGRAPHY_NAME"]
    return columns, {"ons_code": list(names), "name": list(names.values())}


def _age(label: str, line: int, lay: layout.Layout) -> int:
    """The age that a label speaks of: the label decides, not the number of the code."""
    text = label.strip().lower()
    if lay.name("age", text) == "open":
        return OLDEST_AGE
    digits = text.removeprefix("age ")
    if lay.name("age", text) != "single" or int(digits) >= OLDEST_AGE:
        raise FileRefused(f"the age '{label}'", "'Age 0' to 'Age 89' or 'Aged 90+'", f"line {line}, C_AGE_NAME")
    return int(digits)


def _sum(columns: Columns, code: str) -> int:
    return sum(value for area, value in zip(columns["ons_code"], columns["value"], strict=True) if area == code)


def check(parsed: Parsed) -> None:
    """Every area has every age once, all rows arrived, and the councils make England at every age."""
    columns = parsed.tables["population"]
    arrived, announced = parsed.controls
    if arrived != announced:
        raise FileRefused(f"{arrived:,} rows", f"{announced:,}, the RECORD_COUNT of the answer")
    counts: dict[str, set[int]] = {}
    for code, age in zip(columns["ons_code"], columns["age"], strict=True):
        ages = counts.setdefault(code, set())
        if age in ages:
            raise FileRefused(f"age {age} of {code} twice", "each age once")
        ages.add(age)
    if short := [code for code, ages in counts.items() if len(ages) != OLDEST_AGE + 1]:
        raise FileRefused(f"{len(counts[short[0]])} ages for {short[0]}", f"{OLDEST_AGE + 1} single years of age")
    if areas.ENGLAND not in counts:
        raise FileRefused("no row for England", "England and its councils")
    if len(counts) > 1:
        _councils_make_england(columns)


def _councils_make_england(columns: Columns) -> None:
    """At every single year of age the residents of all councils are England's, to the person."""
    england, councils = [0] * (OLDEST_AGE + 1), [0] * (OLDEST_AGE + 1)
    for code, age, value in zip(columns["ons_code"], columns["age"], columns["value"], strict=True):
        (england if code == areas.ENGLAND else councils)[age] += value
    for age, (whole, parts) in enumerate(zip(england, councils, strict=True)):
        if whole != parts:
            found, expected = f"{whole:,} residents aged {age} in England", f"{parts:,}, the sum of its councils"
            raise FileRefused(found, expected, f"the line of England, age {age}")


SOURCE = Source(
    id=ID,
    name="Mid-year population estimates",
    title="Mid-year population estimates by single year of age",
    publisher="Office for National Statistics, through Nomis",
    landing="https://www.nomisweb.co.uk/datasets/pestsyoala",
    hosts=frozenset({"www.nomisweb.co.uk"}),
    dated=False,
    cadence="yearly",
    discover=discover,
    parse=parse,
    check=check,
    sniff=sniff,
    tables=("population",),
)
