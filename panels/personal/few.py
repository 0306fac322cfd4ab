"""Measures that no chart can show yet: counts from records and surveys with a single figure, as one table."""

from components.chart_panel import Panel
from components.tables import Column, Table
from components.url_state import href
from panels import sources
from panels.personal import words
from panels.personal.figures import SOURCE, Outcomes
from panels.personal.measure import CSV, drawable
from warehouse.queries.outcomes import Compared, Point

ID = "personal-records"


def measures(found: Outcomes) -> list[Compared]:
    """The measures that are rows here: those without a chart of which anything is published."""
    return [one for one in found.measures if not drawable(one) and (_held(one.area) or _held(one.england))]


def _held(points: tuple[Point, ...]) -> bool:
    return any(point.value is not None for point in points)


def panel(found: Outcomes) -> Panel | None:
    """The table; None where every measure has a chart."""
    every = measures(found)
    if not every:
        return None
    home = next((one for one in every if one.measure.id == "at_home_91_days"), None)
    latest = next((p for p in reversed(home.area) if p.value is not None), None) if home else None
    finding = "Counted by the councils, in one or two years that cannot be compared"
    if home and latest:
        finding = f"At home 91 days after reablement: {words.number(home.measure, latest)} in {latest.year}"
    return Panel(
        ID,
        finding=finding,
        subtitle="From records of people, not from a survey: the publisher gives no margin, so no change is judged. "
        "From 2024-25 most are worked out from another source.",
        figure=None,
        table=table(found, every),
        source=sources.line(found, SOURCE),
        csv=href(CSV, f"{found.query}&measure=records"),
    )


def table(found: Outcomes, every: list[Compared]) -> Table:
    """A row for each measure and year with a figure of the area, its region or England."""
    beside = [part for part in ("region", "england") if not found.england and any(getattr(one, part) for one in every)]
    names = {"region": found.region, "england": "England"}
    columns = (
        Column("measure", "Measure", kind="text"),
        Column("year", "Year", kind="text"),
        Column("unit", "Unit", kind="text"),
        Column("value", found.area.name, 1),
        *(Column(part, names[part], 1) for part in beside),
        Column("counted", "Out of", 0),
        Column("number", "Number in the framework", kind="text"),
        Column("against", "Against the figure before", kind="text"),
    )
    rows = [_row(one, year, beside) for one in every for year in found.years if _any(one, year)]
    return Table("measures from records", f"Measures without a chart, {found.area.name}", columns, tuple(rows))


def _any(one: Compared, year: str) -> bool:
    return any(p.value is not None and p.year == year for part in (one.area, one.region, one.england) for p in part)


def _row(one: Compared, year: str, beside: list[str]) -> tuple[object, ...]:
    at = {part: next((p for p in getattr(one, part) if p.year == year), None) for part in ("area", *beside)}
    own = at["area"]
    values = [words.absent(at[part]) if (p := at[part]) is None or p.value is None else p.value for part in at]
    counted = own.denominator if own and own.denominator is not None else own.base if own else None
    before = [p for p in one.area if p.value is not None and p.year < year]
    why = one.measure.not_comparable(before[-1].year, year) if before and own and own.value is not None else ""
    said = why or ("no margin is published" if before else "no earlier figure")
    known = counted if counted is not None else "not published"
    return (one.measure.label, year, one.measure.unit, *values, known, one.measure.code(year), said)
