"""The long file of 2026: one figure a row, with its day, level, organisation, metric and group.

    Period,Level,Region,ICB,Org Code,Org Name,Metric,Metric Type,Metric Group,Value

It carries more metrics than the workbooks; those without a name in the layout are counted and left alone.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from domain import areas, demonstration, discharge, organisations, periods
from domain.discharge import DAY, MONTH, MONTHLY_FILES, TOTAL, WEEK
from etl.layout import Layout
from etl.listing import plain
from etl.problems import FileRefused, NotThisPublication
from etl.sitrep import cells, headings
from etl.sitrep.facts import Facts, Slot
from etl.sitrep.places import code_text
from etl.source import Columns, Parsed

NEEDED = ("period", "level", "region", "icb", "org code", "org name", "metric", "metric type", "metric group", "value")
LEVELS = {
    "national": areas.COUNTRY,
    "region": organisations.NHS_REGION,
    "icb": organisations.ICB,
    "provider": organisations.PROVIDER,
}
NONE = ("", "-", "[z]")


def is_long(rows: Sequence[Sequence[Any]]) -> bool:
    """Whether the first row names the columns of the long file."""
    return bool(rows) and {*NEEDED} <= {plain(str(cell)).casefold() for cell in rows[0]}


def read_csv(data: bytes, lay: Layout) -> Parsed:
    """Tidy tables of the file as CSV; raises FileRefused, or NotThisPublication for other columns."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise FileRefused("a NUL character", "a text file")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as problem:
        raise FileRefused(f"a damaged line ({problem})", "comma-separated values") from None
    if not is_long(rows):
        raise NotThisPublication(f"its columns are {', '.join(rows[0])[:120] if rows else 'none'}")
    return read(rows, lay, "")


def read(rows: Sequence[Sequence[Any]], lay: Layout, where: str) -> Parsed:
    """Tidy tables of the rows; raises FileRefused with the line."""
    found = _Long(lay, where)
    heads = {plain(str(cell)).casefold(): column for column, cell in enumerate(rows[0])}
    columns = [heads[name] for name in NEEDED]
    for number, row in enumerate(rows[1:], 2):
        if not any(str(cell).strip() for cell in row):
            continue
        if len(row) <= max(columns):
            raise FileRefused(f"{len(row)} columns", f"{len(rows[0])}", found.at(number))
        found.take(number, *(row[column] for column in columns))
    return found.parsed()


class _Long:
    """The rows read so far, by area and slot."""

    def __init__(self, lay: Layout, where: str) -> None:
        self.lay, self.where = lay, where
        self.figures: dict[tuple[str, str], dict[Slot, tuple[float, int]]] = {}
        self.names: dict[tuple[str, str], tuple[str, str, str]] = {}
        self.other: Counter[str] = Counter()
        self._metrics: dict[tuple[str, str, str], tuple[str, str, str, str] | None] = {}
        self._days: dict[str, date | None] = {}

    def at(self, number: int) -> str:
        """Sheet and line in words."""
        return f"{self.where}, row {number}" if self.where else f"line {number}"

    def take(self, number: int, *row: Any) -> None:
        """One row of the file."""
        period, level, region, icb, code, name, metric, kind, group, value = row
        area = self._area(number, level, code, name, region)
        self.names.setdefault(area, (plain(str(name)), plain(str(region)), plain(str(icb))))
        told = (str(metric), str(kind), str(group))
        if told not in self._metrics:
            self._metrics[told] = self._metric(*told)
        if (meant := self._metrics[told]) is None:
            self.other[f"{plain(str(group))}: {plain(str(metric))}"] += 1
            return
        measure, pathway, detail, period_type = meant
        when = self._day(period)
        if when is None:
            raise FileRefused(f"the period '{period}'", "a day such as 01/08/2026", self.at(number))
        of = when.replace(day=1) if period_type == MONTH else when
        basis = TOTAL if period_type == MONTH else ""
        slot = Slot(MONTHLY_FILES, of.isoformat(), period_type, measure, pathway, detail, basis)
        here = self.figures.setdefault(area, {})
        if slot in here:
            raise FileRefused(f"'{plain(str(metric))[:60]}' of {area[1]} twice", "each figure once", self.at(number))
        here[slot] = self._value(number, value, measure)

    def _area(self, number: int, level: Any, code: Any, name: Any, region: Any) -> tuple[str, str]:
        kind = LEVELS.get(plain(str(level)).casefold())
        if kind is None:
            raise FileRefused(f"the level '{level}'", "National, Region, ICB or Provider", self.at(number))
        if kind == areas.COUNTRY:
            return kind, areas.ENGLAND
        text = plain(code_text(code)).upper()
        if kind == organisations.NHS_REGION:
            places = (text, plain(str(name)), plain(str(region)))
            known = (organisations.region_code(p) or demonstration.nhs_region_code(p) for p in places)
            text = next((one for one in known if one), "")
        if not organisations.is_code(text):
            raise FileRefused(f"the code '{code}' of '{name}'", "the code of an organisation", self.at(number))
        return kind, text

    def _metric(self, metric: str, kind: str, group: str) -> tuple[str, str, str, str] | None:
        """Measure, pathway, detail and kind of period of a metric; None for one that is not read."""
        text, how = plain(metric).rstrip(" ."), plain(kind).casefold()
        if (name := self.lay.name("daily", text)) and "daily" in how:
            return name, discharge.ALL, "", DAY
        if name := self.lay.name("weekly", text):
            return name, discharge.ALL, "", WEEK
        match = headings.PATHWAY.match(text)
        if match and not re.search("reason|delay", group, re.IGNORECASE) and not self.lay.matches("reason", text):
            period_type = DAY if "daily" in how else MONTH if "month" in how else ""
            place = self.lay.name("location", text) or text
            return (discharge.DISCHARGED, f"P{match[1]}", place, period_type) if period_type else None
        return None

    def _day(self, period: Any) -> date | None:
        text = str(period)
        if text not in self._days:
            self._days[text] = cells.day(period)
        return self._days[text]

    def _value(self, number: int, value: Any, measure: str) -> tuple[float, int]:
        kind = cells.WHOLE if measure in discharge.DAILY else cells.ANY
        try:
            values, marks = cells.read([value], kind=kind, sheet="", row=0, columns=[0])
        except FileRefused as problem:
            raise FileRefused(problem.found, problem.expected, self.at(number)) from None
        if values[0] < 0 and measure != discharge.REMAINING:
            raise FileRefused(f"'{value}'", "a number of at least 0", self.at(number))
        return values[0], marks[0]

    def parsed(self) -> Parsed:
        """Tables of all rows; raises FileRefused where the days are of two months or there are none."""
        days = {slot.period[:7] for here in self.figures.values() for slot in here if slot.measure in discharge.DAILY}
        if len(days) != 1:
            raise FileRefused(f"days of {', '.join(sorted(days)) or 'no month'}", "the days of one month", self.where)
        month = days.pop()
        facts = Facts()
        for area, here in self.figures.items():
            values = [[value for value, _ in here.values()]]
            marks = [[mark for _, mark in here.values()]]
            facts.add([area], facts.number(list(here)), values, marks)
        return Parsed(
            key=month,
            title=f"Discharge situation report, long file, {periods.label(month)}",
            start=month,
            end=month,
            tables={**facts.tables(), "organisations": self._organisations()},
            series=MONTHLY_FILES,
            notes=(*self._left_alone(), *self._sums()),
        )

    def _organisations(self) -> Columns:
        boards = {name: code for (kind, code), (name, _, _) in self.names.items() if kind == organisations.ICB}
        local = [(area, names) for area, names in self.names.items() if area[0] in organisations.KINDS]
        return {
            "code": [code for (_, code), _ in local],
            "name": [name for _, (name, _, _) in local],
            "kind": [kind for (kind, _), _ in local],
            "region": ["" if region in NONE else region for _, (_, region, _) in local],
            "icb_code": [
                boards.get(icb, "") if kind == organisations.PROVIDER else "" for (kind, _), (_, _, icb) in local
            ],
        }

    def _left_alone(self) -> Iterator[str]:
        if self.other:
            some = "; ".join(f"'{name[:60]}'" for name, _ in self.other.most_common(3))
            yield f"{len(self.other)} metrics are not read, such as {some}"

    def _sums(self) -> Iterator[str]:
        """Regions make England in every daily count."""
        england = self.figures.get((areas.COUNTRY, areas.ENGLAND), {})
        sums: Counter[Slot] = Counter()
        for (kind, _), here in self.figures.items():
            if kind == organisations.NHS_REGION:
                sums.update({slot: value for slot, (value, mark) in here.items() if not mark})
        off = [slot for slot, (value, mark) in england.items() if not mark and slot in sums and sums[slot] != value]
        daily = [slot for slot in off if slot.measure in discharge.DAILY]
        if daily:
            one = daily[0]
            said = f"{england[one][0]:,g} {one.measure} on {one.period}, expected {sums[one]:,g}"
            yield f"the regions do not add up to England {len(daily)} times ({said}); the published figures are used"
