"""One outcome measure of an area as a panel: points with margins, the latest change in words, every year as a table."""

from urllib.parse import urlencode

from components.chart_panel import Panel
from components.figures.survey import Dots, Survey, survey_chart
from components.tables import Column, Table
from components.url_state import href
from domain import outcomes
from domain.outcomes import measure as kinds
from panels.personal import moves, words
from panels.personal.figures import Outcomes
from warehouse.queries.outcomes import Compared, Point

LEAST_YEARS = 2  # with a figure of the area; fewer are a row of a table
CSV = "/export/personal-outcomes.csv"


def drawable(one: Compared) -> bool:
    """Whether there are rounds enough for a chart."""
    return one.measure.margins and sum(point.value is not None for point in one.area) >= LEAST_YEARS


def panel(found: Outcomes, one: Compared) -> Panel:
    """The panel of a measure; its source stands once, under the heading of its section."""
    latest = moves.latest(one)
    said = (words.breaks(one), words.gaps(one), words.no_bar(one))
    return Panel(
        f"personal-{one.measure.id.replace('_', '-')}",
        finding=words.finding(latest, _last(one)),
        subtitle=words.against(latest, moves.since(one)),
        figure=survey_chart(_survey(found, one)),
        table=table(found, one),
        source="",
        csv=href(CSV, urlencode({"area": found.area.code, "measure": one.measure.id})),
        note=" ".join(part for part in (one.measure.definition, *said) if part),
    )


def _last(one: Compared) -> str:
    """The latest year that any area here has a figure of."""
    return max((p.year for part in (one.area, one.england) for p in part if p.value is not None), default="")


def _survey(found: Outcomes, one: Compared) -> Survey:
    breaks = words.inside(one)
    voluntary = [mark.year for mark in breaks if mark.kind == kinds.VOLUNTARY and mark.year == kinds.VOLUNTARY_YEAR]
    return Survey(
        found.years,
        _dots(found.area.name, one.area),
        region=_dots(found.region, one.region) if one.region else None,
        england=None if found.england else _dots("England", one.england),
        breaks=[mark.year for mark in breaks if mark.kind != kinds.VOLUNTARY],
        voluntary=voluntary,
        decimals=one.measure.decimals,
        suffix=words.suffix(one.measure),
        top=outcomes.TOPS.get(one.measure.unit),
    )


def _dots(name: str, points: tuple[Point, ...]) -> Dots:
    return Dots(
        name,
        {point.year: point.value for point in points if point.value is not None},
        {point.year: point.margin for point in points if point.margin is not None},
    )


def table(found: Outcomes, one: Compared) -> Table:
    """Every year: the area, its region and England with margins, who answered, and what stands between two years."""
    places = one.measure.decimals
    columns = [
        Column("year", "Year", kind="text"),
        Column("value", f"{found.area.name}, {one.measure.unit}", places),
        Column("margin", "Margin, ±", places),
        Column("answered", "People who answered", 0),
    ]
    beside = [part for part in ("region", "england") if getattr(one, part) and not (found.england and part)]
    names = {"region": found.region, "england": "England"}
    for part in beside:
        columns += [Column(part, names[part], places), Column(f"{part}_margin", f"{names[part]}, ±", places)]
    columns += [
        Column("number", "Number in the framework", kind="text"),
        Column("against", "Against the round before", kind="text"),
        Column("status", "Status", kind="text"),
    ]
    parts = [{point.year: point for point in getattr(one, part)} for part in ("area", *beside)]
    rows = tuple(_row(one, year, parts) for year in found.years if any(year in part for part in parts))
    where = f"{found.area.name}, {found.years[0]} to {found.years[-1]}" if found.years else found.area.name
    return Table(one.measure.label, f"{one.measure.label}, {one.measure.unit}, {where}", tuple(columns), rows)


def _row(one: Compared, year: str, parts: list[dict[str, Point]]) -> tuple[object, ...]:
    own = parts[0].get(year)
    cells: list[object] = [year]
    for place, part in enumerate(parts):
        point = part.get(year)
        if point is None or point.value is None:
            said = words.absent(point)
            cells += [said, said, said] if not place else [said, said]
        else:
            margin = "none published" if point.margin is None else point.margin
            cells += [point.value, margin]
            cells += [] if place else ["not published" if point.base is None else point.base]
    return (*cells, one.measure.code(year) or "none", _between(one, year), _status(own))


def _between(one: Compared, year: str) -> str:
    """What can be said of a year against the round before, or why nothing can."""
    held = [point for point in one.area if point.value is not None and point.year <= year]
    if not held or held[-1].year != year:
        return "no figure"
    if len(held) == 1:
        return "no earlier figure"
    found = moves.against(one.measure, held[-2], held[-1])
    return words.between(one.measure, found.move) if found.move else found.refused


def _status(own: Point | None) -> str:
    if own is None:
        return words.NOT_HELD
    return own.note or own.status.replace("_", " ")
