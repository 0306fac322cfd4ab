"""A pack as the sheets of a workbook: one table a sheet, series side by side, and the charts beside their numbers."""

from dataclasses import dataclass
from typing import Any

from components import text, theme
from domain import periods
from domain.delays import BODIES, BODY_LABELS
from exports.pack import Absent, Column, Pack, Table
from exports.tables import BEDS

WIDE = {"by_body": "body", "by_reason": "reason", "by_care_type": "care_type"}
NAMES = {
    "headline": "Headline",
    "by_body": "By body",
    "by_reason": "By reason",
    "by_care_type": "By care type",
    "emergency_care": "Emergency care",
    "england_beside": "England beside",
    "charts": "Charts",
    "revised": "Revised",
    "files": "Files",
}
MONTH = Column("period", "Month", "Calendar month", kind="month")
NO_NUMBER = "no number"
RATE_COLOURS = (theme.MAIN, theme.ACCENT)


@dataclass(frozen=True)
class Chart:
    """A line chart of some columns of its sheet's table, with what it shows in words."""

    title: str
    axis: str
    columns: tuple[str, ...]
    colours: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, the lines above its table, the table, and charts beside it."""

    name: str
    title: str
    lines: tuple[str, ...]
    table: Table
    charts: tuple[Chart, ...] = ()


def sheets(pack: Pack) -> tuple[Sheet, ...]:
    """Every sheet with figures, in the order of the contents."""
    found = []
    for table in pack.tables:
        if table.name == "revised":
            found += [charts(pack)]
        wide = _wide(table) if table.name in (*WIDE, "emergency_care") else table
        found.append(Sheet(NAMES[table.name], table.title, _lines(pack, wide), wide))
    drawn = [] if any(one.table.name == "charts" for one in found) else [charts(pack)]
    return (*found[:-1], *drawn, found[-1])


def _lines(pack: Pack, table: Table) -> tuple[str, ...]:
    """What stands above a table: area and months, what the rows are, the vintage of its files, the build."""
    months = text.stretch(pack.start, pack.month) if table.rows and table.columns[0].kind == "month" else ""
    where = f"Area: {pack.area.name} ({pack.area.code}). {'Months' if months else 'Month'}: "
    return (where + (months or text.month(pack.month)) + ".", table.about, vintage(pack, table), f"Build {pack.build}.")


def vintage(pack: Pack, table: Table) -> str:
    """The files a table was made from, and when they were issued, in a sentence."""
    parts = []
    for source in table.sources:
        days = [one.vintage for one in pack.files if one.source == source]
        if days:
            name = next(one.publication for one in pack.files if one.source == source)
            first, last = text.day(min(days)), text.day(max(days))
            issued = last if first == last else f"{first} to {last}"
            parts.append(f"{name}, {text.count(len(days), 'file')}, {issued}")
    return f"Source and vintage: {'; '.join(parts) or 'every file is named below'}."


def _wide(table: Table) -> Table:
    """Months downwards and parts side by side, in the order of the rows of the first month."""
    keys = [column.key for column in table.columns]
    part, value = (WIDE[table.name], BEDS) if table.name in WIDE else ("indicator", "value")
    label = f"{part}_label" if table.name in WIDE else "label"
    at = {name: keys.index(name) for name in (part, label, value)}
    parts = {row[at[part]]: _title(row, keys, at[label]) for row in table.rows}
    held = {(row[0], row[at[part]]): row for row in table.rows}
    decimals = next(one.decimals for one in table.columns if one.key == value)
    unit = "people per day" if table.name in WIDE else "see column"
    columns = [MONTH, *(Column(name, said, said, unit, "number", decimals) for name, said in parts.items())]
    rows: list[tuple[Any, ...]] = []
    for month in dict.fromkeys(row[0] for row in table.rows):
        tail = (held[month, "all"][keys.index("dtoc_days")],) if table.name in WIDE else ()
        rows.append((month, *(held[month, name][at[value]] for name in parts), *tail))
    if table.name in WIDE:
        columns.append(Column("dtoc_days", "Delayed days, all", "Delayed days of the month", "days", "number"))
    about = table.about if table.name not in WIDE else f"People delayed on an average day. {table.about}"
    return Table(table.name, table.title, about, tuple(columns), tuple(rows), table.sources)


def _title(row: tuple[Any, ...], keys: list[str], label: int) -> str:
    """A part's name, with its unit where the parts have different ones."""
    return f"{row[label]} ({row[keys.index('unit')]})" if "unit" in keys else str(row[label])


def charts(pack: Pack) -> Sheet:
    """The charts and the numbers that they draw; a month without a number is an empty cell and a gap in the line."""
    columns, lines, drawn = [MONTH], [], []
    if body := pack.table("by_body"):
        names = tuple(BODY_LABELS[one] for one in BODIES)
        columns += [Column(one, BODY_LABELS[one], "", "people per day", "number", 1) for one in BODIES]
        lines += [_by_month(body, BEDS, body=one) for one in BODIES]
        colours = tuple(theme.BODY_COLOURS[one] for one in BODIES)
        drawn.append(_chart(pack, ("People delayed on an average day", "People a day"), names, colours, lines))
    if beside := pack.table("england_beside"):
        names = ("Area per 100,000", "England per 100,000")
        pair = [_by_month(beside, key) for key in ("area_per_100k", "england_per_100k")]
        columns += [Column(name, name, "", "per 100,000 adults", "number", 1) for name in names]
        drawn.append(_chart(pack, ("People delayed per 100,000 adults", "Per 100,000"), names, RATE_COLOURS, pair))
        lines += pair
    if care := pack.table("emergency_care"):
        name = "Emergency admissions per day"
        one_line = [_by_month(care, "value", indicator="emergency_admissions_per_day")]
        columns.append(Column("emergency_admissions_per_day", name, "", "admissions per day", "number", 0))
        drawn.append(_chart(pack, (name, "Admissions a day"), (name,), (theme.ACCENT,), one_line))
        lines += one_line
    months = periods.span(pack.start, pack.month)
    rows = tuple((month, *(line.get(month) for line in lines)) for month in months)
    about = "The numbers that the charts draw. A month without a number is an empty cell here and a gap in the line."
    sources = tuple(dict.fromkeys(source for one in pack.tables[:-1] for source in one.sources))
    table = Table("charts", "Charts", about, tuple(columns), rows, sources)
    return Sheet(NAMES["charts"], "Charts", _lines(pack, table), table, tuple(drawn))


def _by_month(table: Table, value: str, **where: str) -> dict[str, float]:
    """Numbers of a tidy table by month, for rows whose columns have the given values."""
    keys = [column.key for column in table.columns]
    chosen = [row for row in table.rows if all(row[keys.index(key)] == wanted for key, wanted in where.items())]
    at = keys.index(value)
    return {row[0]: row[at] for row in chosen if not isinstance(row[at], Absent)}


def _chart(
    pack: Pack, titles: tuple[str, str], names: tuple[str, ...], colours: tuple[str, ...], lines: list[dict[str, float]]
) -> Chart:
    """A chart with its alternative text: what it shows, and where each line stands in the month."""
    title, axis = titles
    ends = [
        f"{name} {text.decimal(line[pack.month], 1) if pack.month in line else NO_NUMBER}"
        for name, line in zip(names, lines, strict=True)
    ]
    words = (
        f"Line chart: {title}, {pack.area.name}, {text.stretch(pack.start, pack.month)}. "
        f"In {text.month(pack.month)}: {text.join(ends)}. The numbers are in the table of this sheet."
    )
    return Chart(f"{title}, {pack.area.name}", axis, names, colours, f"{pack.banner} {words}".strip())
