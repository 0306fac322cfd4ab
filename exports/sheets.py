"""A pack as the sheets of a workbook: one table a sheet, what it is of above it, the charts beside their numbers."""

from dataclasses import dataclass

from components import text
from exports.chart_sheet import Chart, charts
from exports.pack import Pack, Table
from exports.views import view

NAMES = {
    "headline": "Headline",
    "board": "Board",
    "by_body": "By body",
    "by_reason": "By reason",
    "by_care_type": "By care type",
    "emergency_care": "Emergency care",
    "england_beside": "England beside",
    "schemes": "Schemes",
    "verdicts": "Verdicts",
    "decisions": "Decisions",
    "spend": "Spend",
    "targets": "Plan against actual",
    "charts": "Charts",
    "revised": "Revised",
    "files": "Files",
}
UNFILTERED = "No other filter and no new phase (rebase) is set."


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
    drawn, found = _charts(pack), []
    for table in pack.tables:
        if table.name in ("revised", "files") and drawn not in found:
            found.append(drawn)
        shown = view(table)
        found.append(Sheet(NAMES[table.name], table.title, lines(pack, shown), shown))
    return tuple(found)


def _charts(pack: Pack) -> Sheet:
    table, drawn = charts(pack)
    return Sheet(NAMES["charts"], table.title, lines(pack, table), table, drawn)


def lines(pack: Pack, table: Table) -> tuple[str, ...]:
    """What stands above a table: area, months and filters, what the rows are, the vintage of its files, the build."""
    series = bool(table.rows) and table.columns[0].kind == "month"
    when = f"Months: {text.stretch(pack.start, pack.month)}" if series else f"Month: {text.month(pack.month)}"
    filters = f"Area: {pack.area.name} ({pack.area.code}). {when}. {UNFILTERED}"
    about = [f"{one.rstrip('.')}." for one in table.about.split(". ") if one]
    return (filters, *about, *vintages(pack, table), f"{pack.built}.")


def vintages(pack: Pack, table: Table) -> tuple[str, ...]:
    """The files a table was made from, and when they were issued: a sentence for each publication."""
    said = []
    for source in table.sources:
        days = [one.vintage for one in pack.files if one.source == source]
        if days:
            name = next(one.publication for one in pack.files if one.source == source)
            first, last = text.day(min(days)), text.day(max(days))
            issued = last if first == last else f"{first} to {last}"
            said.append(f"Source and vintage: {name}, {text.count(len(days), 'file')}, {issued}.")
    return tuple(said) or ("Source and vintage: every file is named below.",)
