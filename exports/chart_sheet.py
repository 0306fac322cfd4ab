"""The sheet of charts: the numbers that they draw, and each chart with its alternative text."""

from dataclasses import dataclass

from components import text, theme
from domain import periods
from domain.delays import BODIES, BODY_LABELS
from exports.beside import UPLOAD
from exports.pack import Absent, Column, Pack, Table
from exports.tables import BEDS
from exports.views import MONTH

NO_NUMBER = "no number"
RATE_COLOURS = (theme.MAIN, theme.ACCENT)
Line = dict[str, float]


@dataclass(frozen=True)
class Chart:
    """A line chart of some columns of its sheet's table, with what it shows in words."""

    title: str
    axis: str
    columns: tuple[str, ...]
    colours: tuple[str, ...]
    words: str


def charts(pack: Pack) -> tuple[Table, tuple[Chart, ...]]:
    """The numbers and the charts; a month without a number is an empty cell and a gap in the line."""
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
    sources = tuple(dict.fromkeys(source for one in pack.tables[:-1] for source in one.sources if source != UPLOAD))
    return Table("charts", "Charts", about, tuple(columns), rows, sources), tuple(drawn)


def _by_month(table: Table, value: str, **where: str) -> Line:
    """Numbers of a tidy table by month, for rows whose columns have the given values."""
    keys = [column.key for column in table.columns]
    chosen = [row for row in table.rows if all(row[keys.index(key)] == wanted for key, wanted in where.items())]
    at = keys.index(value)
    return {row[0]: row[at] for row in chosen if not isinstance(row[at], Absent)}


def _chart(
    pack: Pack, titles: tuple[str, str], names: tuple[str, ...], colours: tuple[str, ...], lines: list[Line]
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
