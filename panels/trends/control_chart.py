"""The control chart as a panel: finding, drawing, table of every month with the rules it meets, source."""

from typing import Any

from analysis import fitness as fit
from analysis.points import Point
from components.chart_panel import Panel
from components.figures.control import control_chart
from components.figures.control_view import Control
from components.rule_names import RULE_NAMES
from components.tables import Column, Table
from components.trends.choice import Choice
from components.trends.measures import SHARE
from components.url_state import href
from panels import sources
from panels.cache import by_build
from panels.trends import notes, reading, words
from panels.trends.trend import Trend, trend
from warehouse.reader import View

ID = "trends-control"
NOT_SUBMITTED = "not submitted"


@by_build
def panel(view: View, choice: Choice) -> Panel | None:
    """The panel of a choice; None where nothing is held of it."""
    found = trend(view, choice)
    if found is None:
        return None
    return Panel(
        ID,
        finding=words.finding(found),
        subtitle=notes.subtitle(found),
        figure=control_chart(drawn(found)),
        table=table(found),
        source=sources.cited(
            found.held,
            found.sources,
            build=found.build,
            demonstration=found.demonstration,
            version=found.choice.vintage,
        ),
        csv=csv(found),
        note=notes.note(found),
    )


def csv(found: Trend) -> str:
    """The address of the chart's rows as a file."""
    return href(f"/export/{ID}.csv", found.choice.query)


def drawn(found: Trend) -> Control:
    """What is drawn of a view."""
    return Control(
        name=found.area.name,
        months=found.months,
        values=found.values,
        limited=found.limited,
        chart=found.chart,
        decimals=found.choice.defined.decimals,
        ceiling=100.0 if found.choice.form == SHARE and not found.season else None,
        unit=found.choice.defined.unit,
        marks=found.marks,
        targets=[t for t in found.targets if t.end >= found.months[0] and t.start <= found.months[-1]],
        beside=found.beside,
        marked=found.fitness.kind != "none",
        widened=widened(found),
        published=found.published if found.season else {},
    )


def widened(found: Trend) -> tuple[float, float] | None:
    """Limits widened for memory, where they are asked for and can be given."""
    if not found.choice.widened or found.fitness.r1 is None or reading.phase(found).mean is None:
        return None
    return fit.widened(reading.phase(found), found.fitness.r1)


def table(found: Trend) -> Table:
    """Every month, newest last: value, comparators, limits of its phase and every rule that it meets.

    Where the season is removed: the value as published, the factor of its month, and the value that is charted.
    """
    places = found.choice.defined.decimals or None
    adjusted = (Column("season_factor", "Season factor", 3), Column("season_removed", "Season removed", places))
    wide = (Column("widened_lower_limit", "Widened lower", 1), Column("widened_upper_limit", "Widened upper", 1))
    columns = (
        Column("period", "Month", kind="month"),
        Column(found.choice.indicator, words.label(found), places),
        *(adjusted if found.season else ()),
        *(Column(f"beside_{place}", name, places) for place, name in enumerate(found.beside)),
        Column("mean", "Mean", 1),
        Column("lower_limit", "Lower limit", 1),
        Column("upper_limit", "Upper limit", 1),
        *(wide if widened(found) else ()),
        Column("rules", "Rules met", kind="text"),
    )
    points = dict(zip(found.limited, found.chart.points, strict=True))
    rows = tuple(_row(found, month, points.get(month)) for month in found.months)
    caption = f"{words.label(found)}, {found.area.name}: every month with its limits"
    return Table("the control chart", caption, columns, rows)


def _row(found: Trend, month: str, point: Point | None) -> tuple[Any, ...]:
    absent = NOT_SUBMITTED if month in found.observations else None
    adjusted = (found.season.factor(month), found.values.get(month, absent)) if found.season else ()
    wide = widened(found)
    latest = point is not None and point.phase == reading.phase(found).number
    met = ", ".join(RULE_NAMES[rule] for rule in point.rules) or "none" if point else "no limits"
    return (
        month,
        found.published.get(month, absent),
        *adjusted,
        *(line.get(month) for line in found.beside.values()),
        *((point.mean, point.lower, point.upper) if point else ("", "", "")),
        *((wide if latest else ("", "")) if wide else ()),
        met,
    )
