"""NHS trusts of the Organisation Data Service: names, NHS region, board, days of opening and closing.

One list without a header, 27 columns: 1 code, 2 name, 3 region, 4 board, 11 opened, 12 closed (empty while open).
What the publications print of a provider goes before it; it adds the days and whoever no publication places.
"""

import io
import re
import zipfile
from datetime import date

from domain import organisations
from etl import layout, separated
from etl.fetch import AddressRefused, FetchFailed
from etl.problems import FileRefused, NotThisPublication, error
from etl.source import Browse, Candidate, Columns, Discovery, Parsed, Source
from etl.workbook import ZIP, check_zip

ID = "organisations"
COLUMNS, CODE, NAME, REGION, BOARD, OPENED, CLOSED = 27, 0, 1, 2, 3, 10, 11
FEWEST = 10
WEEK = 7
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")


def sniff(data: bytes) -> None:
    """Raises FileRefused for bytes that are neither an archive nor a list."""
    if not data.startswith(ZIP):
        separated.sniff(data)


def parse(data: bytes) -> Parsed:
    """One row for each trust; raises FileRefused."""
    columns: Columns = {
        name: [] for name in ("code", "name", "kind", "region", "icb_code", "valid_from", "valid_to", "successor_code")
    }
    for number, cells in separated.lines(_list(data)):
        if len(cells) != COLUMNS:
            if not columns["code"]:
                raise NotThisPublication(f"its first line has {len(cells)} columns, not {COLUMNS}")
            raise FileRefused(f"{len(cells)} columns", f"{COLUMNS}, as in every line", f"line {number}")
        code = cells[CODE].strip()
        if not organisations.is_code(code):
            raise FileRefused(f"'{code}'", "the code of an organisation", f"line {number}, column 1")
        row = {
            "code": code,
            "name": cells[NAME].strip(),
            "kind": organisations.PROVIDER,
            "region": cells[REGION].strip(),
            "icb_code": cells[BOARD].strip(),
            "valid_from": _day(cells[OPENED], number, OPENED),
            "valid_to": _day(cells[CLOSED], number, CLOSED),
            "successor_code": "",
        }
        for name, value in row.items():
            columns[name].append(value)
    opened = sorted(day for day in columns["valid_from"] if day)
    if not opened:
        raise FileRefused("no day of opening", "the days of opening of NHS trusts", "column 11")
    month = opened[0][:7]  # the list covers all trusts since then; it has no month of its own
    return Parsed("series", "NHS trusts", month, month, {"directory": columns})


def _list(data: bytes) -> bytes:
    """The list itself: the one file of an archive, or the bytes."""
    if not data.startswith(ZIP):
        return data
    check_zip(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        lists = [member for member in archive.infolist() if member.filename.lower().endswith(".csv")]
        if len(lists) != 1:
            raise FileRefused(f"{len(lists)} lists in the archive", "one file that ends in .csv")
        return archive.read(lists[0])


def _day(cell: str, line: int, column: int) -> str:
    """A day as ISO text; empty where there is none."""
    text = cell.strip()
    if not text:
        return ""
    try:
        match = _DAY.fullmatch(text)
        return (
            date(*(int(part) for part in match.groups())).isoformat() if match else date.fromisoformat(text).isoformat()
        )
    except ValueError:
        raise FileRefused(f"'{cell}'", "a day such as 20170401", f"line {line}, column {column + 1}") from None


def check(parsed: Parsed) -> None:
    """Each trust once, more than a handful, and none closed before it opened."""
    columns = parsed.tables["directory"]
    codes = columns["code"]
    if len(set(codes)) != len(codes):
        twice = next(code for code in codes if codes.count(code) > 1)
        raise FileRefused(f"the code {twice} twice", "each trust once")
    if len(codes) < FEWEST:
        raise FileRefused(f"{len(codes)} trusts", f"at least {FEWEST}: the list may be cut off")
    for code, first, last in zip(codes, columns["valid_from"], columns["valid_to"], strict=True):
        if last and last < first:
            raise FileRefused(f"{code} closed on {last}", f"a day after it opened, {first}")


def discover(browse: Browse) -> Discovery:
    """The list of NHS trusts on its page: the archive, else the list as it is."""
    lay = layout.load(ID)
    landing = lay.values("page")[0]
    try:
        links = browse.page(landing).links
    except (FetchFailed, AddressRefused) as problem:
        return Discovery((), (error(landing, f"the page could not be read ({problem}); the list held is kept"),))
    found = [link for link in links if lay.matches("file", link.href.rsplit("/", 1)[-1])]
    if not found:
        return Discovery((), (error(ID, "the list of NHS trusts is not on its page: the source has changed"),))
    best = max(found, key=lambda link: link.href.endswith(".zip"))
    twins = tuple((link.href, "the same list is read from the archive") for link in found if link.href != best.href)
    return Discovery((Candidate(best.href, best.text, max_age=WEEK),), passed=twins)


SOURCE = Source(
    id=ID,
    name="NHS trusts (Organisation Data Service)",
    title="NHS trusts: codes, names, regions, boards, days of opening and closing",
    publisher="NHS England, Organisation Data Service",
    landing="https://digital.nhs.uk/services/organisation-data-service/export-data-files/csv-downloads/other-nhs-organisations",
    hosts=frozenset({"digital.nhs.uk", "files.digital.nhs.uk"}),
    discover=discover,
    parse=parse,
    check=check,
    sniff=sniff,
    national=False,
    whole=True,
    dated=False,
)
