"""A&E attendances and emergency admissions by provider: one CSV file or workbook a month, June 2015 onwards.

England's row is a control total and no second value for England, whose figures are those of the time series.
Boards and NHS regions are sums of their providers, made when a warehouse is built.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from domain import organisations, status
from etl import checks as common
from etl import discovery, layout, metadata, separated
from etl.ae_providers import checks, header, measures
from etl.ae_providers.rows import Table, board_key, read
from etl.listing import plain
from etl.placing import TOTALS
from etl.problems import FileRefused, NotThisPublication
from etl.source import Browse, Columns, Discovery, Parsed, Source
from etl.workbook import OLE, ZIP, Workbook
from etl.workbook import sniff as sniff_workbook

ID = "ae_providers"
TITLE = "A&E attendances and emergency admissions by provider"
# Totals that tell the month of a file that names none; no two months share all of them.
PLACING = (measures.ATTENDANCES, "emergency_admissions", "emergency_admissions_via_type_1", "dta_waits_4h")
ROUNDING = 1e-9  # of a share worked out from the same counts
Rows = Sequence[Sequence[Any]]


def parse(data: bytes) -> Parsed:
    """Tidy rows of a month; raises FileRefused, or NotThisPublication for a file of another kind."""
    return _workbook(data) if data.startswith((OLE, ZIP)) else _csv(data)


def sniff(data: bytes) -> None:
    """Raises FileRefused for bytes that are neither a workbook nor a CSV file."""
    if data.startswith((OLE, ZIP)):
        sniff_workbook(data)
    else:
        separated.sniff(data)


def _csv(data: bytes) -> Parsed:
    rows: list[list[str]] = []
    for line, cells in separated.lines(data):
        rows += [[]] * (line - 1 - len(rows))  # so that a row stands at the number of its line
        rows.append(cells)
    row = header.find(rows)
    if row is None:
        raise NotThisPublication("it has no columns for the code and the name of an organisation")
    head = header.read(rows, row, "")
    if not head.numbers:
        raise NotThisPublication("none of its columns is one of A&E attendances or admissions")
    table = read(rows, head, "")
    meta = metadata.read(rows[:row], layout.load(ID))
    return _parsed(table, None, {}, meta, _notes(rows, head))


def _workbook(data: bytes) -> Parsed:
    lay, book = layout.load(ID), Workbook(data)
    sheets: dict[str, str] = {}
    for sheet in book.sheets:
        if name := lay.name("sheet", sheet):
            sheets.setdefault(name, sheet)
    if "provider" not in sheets:
        raise NotThisPublication("no sheet 'Provider Level Data'")
    rows = book.rows(sheets["provider"])
    meta = metadata.read(rows, lay)
    if not meta.get("title"):
        raise FileRefused("no title", "'Title:' with a title beside it", f"sheet '{sheets['provider']}'")
    if not lay.matches("identity", str(meta.get("title", ""))):
        raise NotThisPublication(f"its title is '{str(meta.get('title', ''))[:60]}'")
    table, head = _table(rows, sheets["provider"])
    booked = _table(book.rows(sheets["booked"]), sheets["booked"])[0] if "booked" in sheets else None
    boards = _boards(book.rows(sheets["system"])) if "system" in sheets else {}
    return _parsed(table, booked, boards, meta, (*_notes(rows, head), *metadata.dated_notes(meta)))


def _table(rows: Rows, sheet: str) -> tuple[Table, header.Head]:
    row = header.find(rows)
    if row is None:
        raise FileRefused("no header row", "a row with columns for 'Code' and 'Name'", f"sheet '{sheet}'")
    head = header.read(rows, row, sheet)
    if not head.numbers:
        raise FileRefused("no column of numbers", "A&E attendances", f"sheet '{sheet}', row {row + 1}")
    return read(rows, head, sheet), head


def _boards(rows: Rows) -> dict[str, tuple[str, str]]:
    """Code and name of each board by its name, from the sheet of systems."""
    row = header.find(rows)
    if row is None:
        return {}
    words = header.read(rows, row, "System Level Data").words
    pairs = ((plain(str(line[words["code"]])).upper(), plain(str(line[words["name"]]))) for line in rows[row + 1 :])
    return {board_key(name): (code, name) for code, name in pairs if name and organisations.is_code(code)}


def _parsed(
    table: Table,
    booked: Table | None,
    boards: dict[str, tuple[str, str]],
    meta: dict[str, Any],
    notes: Iterable[str],
) -> Parsed:
    measures.complete(table)
    month = _month(table, meta)
    if booked and booked.codes != table.codes:
        odd = sorted(set(booked.codes) ^ set(table.codes))[:5] or ["another order"]
        raise FileRefused(f"other providers ({', '.join(odd)})", "those of the first sheet", f"sheet '{booked.sheet}'")
    found = measures.of(table, booked, month)
    tables = {"emergency_care": _tidy(table.codes, found), "organisations": _organisations(table, boards)}
    if not month:
        tables[TOTALS] = {"measure": list(PLACING), "total": [found[name][0] for name in PLACING]}
    return Parsed(
        key=month,
        title=plain(str(meta.get("title") or TITLE)),
        start=month,
        end=month,
        published=metadata.day(meta.get("published")),
        revised=metadata.day(meta.get("revised")),
        tables=tables,
        controls=(table, booked, found),
        notes=(*notes, *checks.shares_agree(table)),
    )


def _month(table: Table, meta: dict[str, Any]) -> str:
    """The month that the file says it is of: its Period label, or its column Period, the same in every row.

    Empty for a CSV file that says none: its totals for England tell the month when all files have been read.
    """
    printed = dict.fromkeys(text for text in table.periods[1:] if text)
    if len(printed) > 1:
        raise FileRefused(f"the periods {', '.join(list(printed)[:3])}", "one month", "column Period")
    said = meta.get("period") or next(iter(printed), "")
    if not said and not table.sheet:
        return ""
    try:
        return metadata.month(said, "Period")
    except FileRefused:
        if layout.load(ID).matches("quarter", str(said)):
            raise NotThisPublication(f"its period is '{said}', not one month") from None
        raise


def _tidy(codes: Sequence[str], found: measures.Measures) -> Columns:
    """Long columns of the providers; England's row is left out. A share of nobody is not applicable, not missing."""
    columns: Columns = {name: [] for name in ("area_code", "measure", "value", "shorthand")}
    for measure, (_, *values) in found.items():
        columns["area_code"] += codes
        columns["measure"] += [measure] * len(codes)
        columns["value"] += values
        columns["shorthand"] += ["" if value is not None else status.NOT_AVAILABLE for value in values]
    start = list(found).index(measures.PERCENT) * len(codes)
    for place, seen in enumerate(found[measures.ATTENDANCES][1:], start):
        if seen == 0:
            columns["shorthand"][place] = status.NOT_APPLICABLE
    return columns


def agree(one: Parsed, other: Parsed) -> str:
    """How two forms of a month differ, in words: the first figure that is not in both."""
    first, second = (_figures(parsed) for parsed in (one, other))
    for key in first.keys() & second.keys():
        if not _same(first[key], second[key]):
            code, measure = key
            return f"{measure} of {code} is {first[key]} in one and {second[key]} in the other"
    odd = sorted({code for code, _ in first} ^ {code for code, _ in second})
    return f"only one of them has {', '.join(odd[:5])}" if odd else ""


def _figures(parsed: Parsed) -> dict[tuple[str, str], float | None]:
    columns = parsed.tables["emergency_care"]
    keys = zip(columns["area_code"], columns["measure"], strict=True)
    return dict(zip(keys, columns["value"], strict=True))


def _same(one: float | None, other: float | None) -> bool:
    return one == other or (one is not None and other is not None and abs(one - other) < ROUNDING)


def _organisations(table: Table, boards: dict[str, tuple[str, str]]) -> Columns:
    """Providers with their region and board, and the boards that the file lists."""
    of = [boards.get(board_key(name), ("", ""))[0] for name in table.boards]
    region_of = {code: region for code, region in zip(of, table.regions, strict=True) if code}
    listed = dict(boards.values())
    return {
        "code": [*table.codes, *listed],
        "name": [*table.names, *listed.values()],
        "kind": [organisations.PROVIDER] * len(table.codes) + [organisations.ICB] * len(listed),
        "region": [*table.regions, *(region_of.get(code, "") for code in listed)],
        "icb_code": [*of, *[""] * len(listed)],
    }


def _notes(rows: Rows, head: header.Head) -> Iterable[str]:
    """A note for each column of another name that holds something."""
    for column, name in head.unknown:
        if any(column < len(row) and str(row[column]).strip() for row in rows[head.row + 1 :]):
            yield f"the column '{name}' is not known and was passed over"


def check(parsed: Parsed) -> None:
    """Control totals with a tolerance of 0; nothing is issued before its month is over."""
    table, booked, found = parsed.controls
    for one in (table, booked) if booked else (table,):
        checks.each_once(one)
        checks.providers_make_england(one)
        checks.parts_make_totals(one)
    checks.waits_are_attendances(found, table)
    if parsed.key:
        common.published_after_period(parsed)


def discover(browse: Browse) -> Discovery:
    """CSV files and workbooks by provider on the year pages, newest first."""
    return discovery.monthly(browse, layout.load(ID), about=ID)


SOURCE = Source(
    id=ID,
    name="A&E Attendances and Emergency Admissions by provider",
    title="A&E attendances and emergency admissions: monthly, by provider",
    publisher="NHS England",
    landing="https://www.england.nhs.uk/statistics/statistical-work-areas/ae-waiting-times-and-activity/",
    hosts=frozenset({"www.england.nhs.uk"}),
    discover=discover,
    parse=parse,
    check=check,
    sniff=sniff,
    national=False,
    lag_days=17,
    uploads=True,
    placed_by="ae_england",
    agree=agree,
    tables=("emergency_care", "organisations"),
)
