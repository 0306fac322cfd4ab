"""A&E attendances and emergency admissions in England: the monthly time series, August 2010 onwards.

Months from November 2010 to May 2015 were shared out from weekly returns by the publisher and are fractional.
Four-hour performance excludes fourteen trusts from May 2019 to May 2023 (Notes sheet of the workbook).
"""

import datetime
from collections.abc import Sequence
from typing import Any

from domain import areas, periods
from etl import checks, discovery, layout, metadata, table
from etl.problems import FileRefused, NotThisPublication
from etl.source import Browse, Columns, Discovery, Parsed, Source
from etl.workbook import Workbook, at

ID = "ae_england"
PERCENT = "ae_within_4h_pct"
OPTIONAL = frozenset({"ae_over_4h", "ae_attendances_booked", "ae_over_4h_booked"})  # not in every issue
TOLERANCE = 1.5  # of a person: apportioned months do not add up exactly
SUMS = {
    "emergency_admissions_via_ae": (
        "emergency_admissions_via_type_1",
        "emergency_admissions_via_type_2",
        "emergency_admissions_via_type_3_4",
    ),
    "emergency_admissions": ("emergency_admissions_via_ae", "emergency_admissions_other"),
    "ae_attendances": ("ae_attendances_type_1", "ae_attendances_type_2", "ae_attendances_type_3"),
}
Series = dict[str, dict[str, float]]  # measure to month to value
Places = dict[str, tuple[str, int, dict[str, int]]]  # measure to sheet, column and the rows of the months


def parse(data: bytes) -> Parsed:
    """Tidy rows of the series; raises FileRefused, or NotThisPublication for a workbook of another kind."""
    lay, book = layout.load(ID), Workbook(data)
    names = {lay.name("sheet", sheet): sheet for sheet in book.sheets}
    if "activity" not in names:
        raise NotThisPublication("no sheet 'Activity'")
    rows = book.rows(names["activity"])
    meta = metadata.read(rows, lay)
    if not meta.get("title"):
        raise FileRefused("no title", "'Title:' with a title beside it", f"sheet '{names['activity']}'")
    if not lay.matches("identity", str(meta.get("title", ""))):
        raise NotThisPublication(f"its title is '{str(meta.get('title', ''))[:60]}'")
    if "performance" not in names:
        raise FileRefused(f"sheets {', '.join(book.sheets)}", "a sheet 'Performance'")
    places: Places = {}
    series = read_sheet(rows, "activity", names["activity"], lay, places)
    series |= read_sheet(book.rows(names["performance"]), "performance", names["performance"], lay, places)
    if "booking" in names:
        series |= read_sheet(book.rows(names["booking"]), "booking", names["booking"], lay, places)
    series[PERCENT] = {month: value * 100 for month, value in series[PERCENT].items()}
    months = sorted(series["emergency_admissions"])
    return Parsed(
        key="series",
        title=str(meta["title"]),
        start=months[0],
        end=months[-1],
        published=metadata.day(meta.get("published")),
        revised=metadata.day(meta.get("revised")),
        tables={"emergency_care": tidy(series)},
        controls=(series, places),
        notes=metadata.dated_notes(meta),
    )


def read_sheet(rows: Sequence[Sequence[Any]], part: str, sheet: str, lay: layout.Layout, places: Places) -> Series:
    """Each known column of a sheet as month to value, and where it stands; helper columns are passed over."""
    head = table.find_row(rows, lay, "lead", ("period",), sheet)
    when = next(column for column, cell in enumerate(rows[head]) if lay.name("lead", cell) == "period")
    columns: dict[str, int] = {}
    for column in range(when + 1, len(rows[head])):
        name = lay.name(part, rows[head][column])
        if name:
            columns.setdefault(name, column)
    if missing := [name for name in lay.names(part) if name not in columns and name not in OPTIONAL]:
        raise FileRefused(
            f"no column for {', '.join(missing)}", "all columns of the series", f"sheet '{sheet}', row {head + 1}"
        )
    if not columns:
        return {}  # a sheet of its own that has none of the columns, which all may be missing
    found: Series = {name: {} for name in columns}
    numbers: dict[str, int] = {}
    places |= {name: (sheet, column, numbers) for name, column in columns.items()}
    for number in range(head + 1, len(rows)):
        dated = isinstance(rows[number][when], datetime.date | datetime.datetime)
        if not dated and all(table.blank(rows[number][column]) for column in columns.values()):
            continue  # an empty row or a note
        month = _month(rows[number][when], sheet, number, when)
        numbers[month] = number
        for name, column in columns.items():
            if month in found[name]:
                raise FileRefused(f"{periods.label(month)} twice", "each month once", at(sheet, number, when))
            found[name][month] = _number(rows[number][column], sheet, number, column)
    _check_no_gap(found, sheet)
    return found


def _month(cell: Any, sheet: str, row: int, column: int) -> str:
    if isinstance(cell, datetime.date | datetime.datetime):
        return periods.month_of(cell)
    month = periods.from_words(cell) if isinstance(cell, str) else None
    if month is None:
        raise FileRefused(f"'{cell}'", "a month", at(sheet, row, column))
    return month


def _number(cell: Any, sheet: str, row: int, column: int) -> float:
    value = table.number(cell, sheet=sheet, row=row, column=column)
    if value is None:
        raise FileRefused("'-'", "a number in every month", at(sheet, row, column))
    return value


def _check_no_gap(found: Series, sheet: str) -> None:
    months = sorted(next(iter(found.values())))
    if not months or months != list(periods.span(months[0], months[-1])):
        raise FileRefused(f"{len(months)} months with gaps", "every month once", f"sheet '{sheet}'")


def tidy(series: Series) -> Columns:
    """Long columns area_code, period, measure, value, shorthand."""
    columns: Columns = {name: [] for name in ("area_code", "period", "measure", "value", "shorthand")}
    for measure, values in series.items():
        columns["shorthand"] += [""] * len(values)
        columns["area_code"] += [areas.ENGLAND] * len(values)
        columns["period"] += list(values)
        columns["measure"] += [measure] * len(values)
        columns["value"] += list(values.values())
    return columns


def check(parsed: Parsed) -> None:
    """Parts add up to totals in every month (to a person and a half) and performance is a share."""
    series: Series
    places: Places
    series, places = parsed.controls
    for total, parts in SUMS.items():
        for month, value in series[total].items():
            found = sum(series[part][month] for part in parts)
            if abs(found - value) > TOLERANCE:
                raise FileRefused(
                    f"{value:,.1f} {total}", f"{found:,.1f}, the sum of its parts", _where(places, total, month)
                )
    for month, value in series[PERCENT].items():
        if value > 100:
            raise FileRefused(f"{value:.1f} % within four hours", "at most 100 %", _where(places, PERCENT, month))
    checks.published_after_period(parsed)


def _where(places: Places, measure: str, month: str) -> str:
    sheet, column, rows = places[measure]
    return f"{at(sheet, rows[month], column)} ({periods.label(month)})"


def discover(browse: Browse) -> Discovery:
    """Time series workbooks on the landing page and on the year pages."""
    return discovery.whole_series(browse, layout.load(ID), about=ID, year_pages_too=True)


SOURCE = Source(
    id=ID,
    name="A&E Attendances and Emergency Admissions, monthly time series",
    title="A&E attendances and emergency admissions: England monthly time series",
    publisher="NHS England",
    landing="https://www.england.nhs.uk/statistics/statistical-work-areas/ae-waiting-times-and-activity/",
    hosts=frozenset({"www.england.nhs.uk"}),
    discover=discover,
    parse=parse,
    check=check,
    whole=True,
    lag_days=17,
    tables=("emergency_care",),
)
