"""Delayed days in England: the whole series in one workbook, August 2010 to February 2020.

Three sheets by type of care, responsible body and reason, and one sheet with their full cross. The series was
revised after the monthly council workbooks, so it is the answer for England and the workbooks are the check.
"""

from collections.abc import Sequence
from typing import Any

from domain import areas, delays, periods
from etl import checks, discovery, layout, metadata, table
from etl.problems import FileRefused, NotThisPublication
from etl.source import Browse, Columns, Discovery, Parsed, Source
from etl.workbook import Workbook, at

ID = "dtoc_england"
SHEETS = ("body", "care", "reason", "matrix")
Key = tuple[str, str, str]  # body, reason, type of care
Cells = dict[Key, list[int]]
Places = dict[Key, tuple[str, int, list[int]]]  # sheet, column and the rows of the months
ALL = delays.ALL


def parse(data: bytes) -> Parsed:
    """Tidy rows of the series; raises FileRefused, or NotThisPublication for a workbook of another kind."""
    lay, book = layout.load(ID), Workbook(data)
    names = {lay.name("sheet", sheet): sheet for sheet in book.sheets}
    if "body" not in names or "matrix" not in names:
        raise NotThisPublication("no sheets 'Delayed Days by responsible org' and 'Delayed Days'")
    meta = metadata.read(book.rows(names["body"]), lay)
    if not meta.get("title"):
        raise FileRefused("no title", "'Title:' with a title beside it", f"sheet '{names['body']}'")
    if not lay.matches("identity", str(meta.get("title", ""))):
        raise NotThisPublication(f"its title is '{str(meta.get('title', ''))[:60]}'")
    if missing := [kind for kind in SHEETS if kind not in names]:
        raise FileRefused(f"sheets {', '.join(book.sheets)}", f"a sheet by {' and by '.join(missing)}")
    months, cells, places = _sheets(book, names, lay)
    return Parsed(
        key="series",
        title=str(meta["title"]),
        start=months[0],
        end=months[-1],
        published=metadata.day(meta.get("published")),
        revised=metadata.day(meta.get("revised")),
        tables={"delays": tidy(months, cells)},
        controls=(months, cells, places),
        notes=metadata.dated_notes(meta),
    )


def _sheets(book: Workbook, names: dict[str | None, str], lay: layout.Layout) -> tuple[list[str], Cells, Places]:
    """Months, values by key, and where each key stands (sheet, column, rows) for messages."""
    months: list[str] = []
    cells: Cells = {}
    places: Places = {}
    for kind in SHEETS:
        sheet = names[kind]
        rows = book.rows(sheet)
        head = table.find_row(rows, lay, "lead", ("year", "month"), sheet)
        keys = _matrix_keys(rows, head, sheet, lay) if kind == "matrix" else _plain_keys(rows, head, kind, sheet, lay)
        found, numbers = _months(rows, head, sheet, lay, list(keys.values()))
        if months and found != months:
            other = f"the months of the other sheets, {months[0]} to {months[-1]}"
            raise FileRefused(f"{found[0]} to {found[-1]}", other, f"sheet '{sheet}'")
        months = found
        for key, column in keys.items():
            values = [_days(rows[row][column], sheet, row, column) for row in numbers]
            _check_same(cells.get(key, values), values, sheet, numbers, column)
            cells[key], places[key] = values, (sheet, column, numbers)
    return months, cells, places


def _check_same(before: list[int], values: list[int], sheet: str, rows: list[int], column: int) -> None:
    """A total that stands on several sheets is the same on all of them."""
    for one, other, row in zip(before, values, rows, strict=True):
        if one != other:
            raise FileRefused(f"{other:,}", f"{one:,} as on the other sheets", at(sheet, row, column))


def _days(cell: Any, sheet: str, row: int, column: int) -> int:
    value = table.count(cell, sheet=sheet, row=row, column=column)
    if value is None:
        raise FileRefused("'-'", "a whole number in every month of the England series", at(sheet, row, column))
    return value


def _months(
    rows: Sequence[Sequence[Any]], head: int, sheet: str, lay: layout.Layout, values: list[int]
) -> tuple[list[str], list[int]]:
    """Months and row numbers of the data rows; rows without figures (notes) are passed over."""
    leads = {lay.name("lead", cell): column for column, cell in enumerate(rows[head]) if lay.name("lead", cell)}
    months, numbers = [], []
    for number in range(head + 1, len(rows)):
        if all(table.blank(rows[number][column]) for column in values):
            continue
        year, name = str(rows[number][leads["year"]]), str(rows[number][leads["month"]])
        try:
            months.append(periods.from_financial_year(year, name))
        except periods.PeriodError:
            where = at(sheet, number, leads["year"])
            raise FileRefused(f"'{year}' and '{name}'", "a financial year and a month", where) from None
        numbers.append(number)
    if not months or months != list(periods.span(months[0], months[-1])):
        raise FileRefused(
            f"{len(months)} months with gaps or repeats", "every month once, in order", f"sheet '{sheet}'"
        )
    return months, numbers


def _plain_keys(rows: Sequence[Sequence[Any]], head: int, kind: str, sheet: str, lay: layout.Layout) -> dict[Key, int]:
    """Column of each value of one dimension; the second block (DTOC beds) is derived and not read."""
    above = table.fill_right(rows[head - 1])
    keys: dict[Key, int] = {}
    for column, cell in enumerate(rows[head]):
        if table.blank(cell) or lay.name("lead", cell) or lay.name("block", above[column]) == "beds":
            continue
        name = lay.name(kind, cell)
        if name is None:
            raise FileRefused(f"the column '{cell}'", f"one of {', '.join(lay.names(kind))}", at(sheet, head, column))
        place = {"body": (name, ALL, ALL), "reason": (ALL, name, ALL), "care": (ALL, ALL, name)}[kind]
        keys.setdefault(place, column)
    return keys


def _matrix_keys(rows: Sequence[Sequence[Any]], head: int, sheet: str, lay: layout.Layout) -> dict[Key, int]:
    """Column of each type of care x reason x body; the labels of the two outer dimensions stand once a block."""
    cares, reasons = table.fill_right(rows[head - 2]), table.fill_right(rows[head - 1])
    keys: dict[Key, int] = {}
    for column, cell in enumerate(rows[head]):
        if table.blank(cell) or lay.name("lead", cell):
            continue
        body, care, reason = (
            lay.name("body", cell),
            lay.name("care", cares[column]),
            lay.name("reason", reasons[column]),
        )
        if care == ALL or (care and reason == ALL):
            continue  # the closing block of totals, which the sheet by body carries too
        if body is None or care is None or reason is None:
            found = f"the column '{cares[column]} / {reasons[column]} / {cell}'"
            raise FileRefused(found, "a type of care, a reason and a body", at(sheet, head, column))
        keys[body, reason, care] = column
    return keys


def tidy(months: Sequence[str], cells: Cells) -> Columns:
    """Long columns ons_code, period, body, reason, care_type, value."""
    columns: Columns = {name: [] for name in ("ons_code", "period", "body", "reason", "care_type", "value")}
    for (body, reason, care), values in cells.items():
        columns["ons_code"] += [areas.ENGLAND] * len(months)
        columns["period"] += months
        columns["body"] += [body] * len(months)
        columns["reason"] += [reason] * len(months)
        columns["care_type"] += [care] * len(months)
        columns["value"] += values
    return columns


def check(parsed: Parsed) -> None:
    """Each dimension and the cross add up in every month; impossible pairs are 0. Raises FileRefused with the cell."""
    months, cells, places = parsed.controls
    for index in range(len(months)):
        _check_month({key: values[index] for key, values in cells.items()}, places, index)
    checks.published_after_period(parsed)


def _check_month(cells: dict[Key, int], places: Places, index: int) -> None:
    crossed: dict[Key, int] = {}
    for (body, reason, care), value in cells.items():
        if ALL in (body, reason, care):
            continue
        if value and not delays.can_own(body, reason):
            odd = f"{value:,} days of reason {reason} ({care}) for {delays.BODY_LABELS[body]}"
            raise FileRefused(odd, "0: this body cannot own this reason", _where(places, (body, reason, care), index))
        for key in ((body, ALL, ALL), (ALL, reason, ALL), (ALL, ALL, care), (ALL, ALL, ALL)):
            crossed[key] = crossed.get(key, 0) + value
    for key, total in crossed.items():
        if key not in cells:
            sheets = ", ".join(f"'{name}'" for name in sorted({sheet for sheet, _, _ in places.values()}))
            what = " ".join(part for part in key if part != ALL) or "the total"
            raise FileRefused(f"no column for {what}", "each part of the full table in a column", f"sheets {sheets}")
        if cells[key] != total:
            found = f"{cells[key]:,}"
            raise FileRefused(found, f"{total:,}, the sum of the full table", _where(places, key, index))


def _where(places: Places, key: Key, index: int) -> str:
    sheet, column, rows = places[key]
    return at(sheet, rows[index], column)


def discover(browse: Browse) -> Discovery:
    """The series' workbook on the landing page."""
    return discovery.whole_series(browse, layout.load(ID), about=ID)


SOURCE = Source(
    id=ID,
    name="Delayed Transfers of Care, England time series",
    title="Delayed transfers of care: England time series",
    publisher="NHS England",
    landing="https://www.england.nhs.uk/statistics/statistical-work-areas/delayed-transfers-of-care/",
    hosts=frozenset({"www.england.nhs.uk"}),
    discover=discover,
    parse=parse,
    check=check,
    ended="2020-02",
    whole=True,
    tables=("delays",),
)
