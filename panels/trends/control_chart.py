"""The control chart as a panel: finding, drawing, table of every month with the rules it meets, source."""

from analysis import fitness as fit
from components.chart_panel import Panel
from components.figures.control import RULE_NAMES, Control, control_chart
from components.tables import Column, Table
from components.trends.choice import SHARE, Choice
from components.url_state import href
from panels import sources
from panels.cache import by_build
from panels.trends import words
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
        subtitle=words.subtitle(found),
        figure=control_chart(drawn(found)),
        table=table(found),
        source=sources.cited(found.held, found.sources, build=found.build, demonstration=found.demonstration),
        csv=href(f"/export/{ID}.csv", found.choice.query),
        note=words.note(found),
    )


def drawn(found: Trend) -> Control:
    """What is drawn of a view."""
    return Control(
        name=found.area.name,
        months=found.months,
        values=found.values,
        limited=found.limited,
        chart=found.chart,
        decimals=found.choice.defined.decimals,
        ceiling=100.0 if found.choice.form == SHARE else None,
        unit=found.choice.defined.unit,
        marks=found.marks,
        targets=[t for t in found.targets if t.end >= found.months[0] and t.start <= found.months[-1]],
        beside=found.beside,
        marked=found.fitness.kind != "none",
        widened=widened(found),
    )


def widened(found: Trend) -> tuple[float, float] | None:
    """Limits widened for memory, where they are asked for and can be given."""
    if not found.choice.widened or found.fitness.r1 is None or words.phase(found).mean is None:
        return None
    return fit.widened(words.phase(found), found.fitness.r1)


def table(found: Trend) -> Table:
    """Every month, newest last: value, comparators, limits of its phase and every rule that it meets."""
    places = found.choice.defined.decimals or None
    columns = (
        Column("period", "Month", kind="month"),
        Column(found.choice.indicator, words.label(found), places),
        *(Column(f"beside_{place}", name, places) for place, name in enumerate(found.beside)),
        Column("mean", "Mean", 1),
        Column("lower_limit", "Lower limit", 1),
        Column("upper_limit", "Upper limit", 1),
        Column("rules", "Rules met", kind="text"),
    )
    points = dict(zip(found.limited, found.chart.points, strict=True))
    rows = []
    for month in found.months:
        point = points.get(month)
        limits = (point.mean, point.lower, point.upper) if point else ("", "", "")
        value = found.values.get(month, NOT_SUBMITTED if month in found.observations else None)
        met = ", ".join(RULE_NAMES[rule] for rule in point.rules) or "none" if point else "no limits"
        rows.append((month, value, *(line.get(month) for line in found.beside.values()), *limits, met))
    return Table(
        "the control chart",
        f"{words.label(found)}, {found.area.name}: every month with its limits",
        columns,
        tuple(rows),
    )
