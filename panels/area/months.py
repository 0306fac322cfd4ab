"""An area month by month: by body, by type of bed, the delayed days, and how each month was published."""

from components import text
from components.chart_panel import Panel
from components.tables import Column, Table
from components.url_state import Scope, href
from domain import delays, periods
from domain.delays import ALL, BODIES, CARE_TYPES
from domain.status import LABELS
from panels import sources
from panels.area import words
from panels.area.figures import AreaFigures, Monthly, area_figures
from warehouse.reader import View

ID = "area-months"


def panel(view: View, scope: Scope) -> Panel | None:
    """Every month of the window, also those that are not held."""
    found = area_figures(view, scope)
    if found is None:
        return None
    return Panel(
        ID,
        finding=finding(found),
        subtitle="People delayed on an average day (days of delay ÷ days in the month), and the days themselves.",
        figure=None,
        table=table(found),
        source=sources.line(found, found.source),
        csv=href("/export/area-months.csv", found.query),
        note=words.said_of_months(found),
    )


def finding(found: AreaFigures) -> str:
    """The months with most and fewest people delayed."""
    days = found.bodies[ALL]
    size = {month: days[month] / periods.days_in(month) for month in found.months}
    if len(size) < 2 or max(size.values()) == min(size.values()):
        return f"{found.area.name} month by month"
    most, fewest = max(size, key=lambda m: size[m]), min(size, key=lambda m: size[m])
    return (
        f"Month by month: from {text.people(size[fewest])} people a day in {text.month(fewest)} to "
        f"{text.people(size[most])} in {text.month(most)}"
    )


def table(found: AreaFigures) -> Table:
    """The months, oldest first; a month without a number says why."""
    columns = (
        Column("period", "Month", kind="month"),
        *(Column(f"dtoc_beds_{body}", delays.BODY_LABELS[body], 1) for body in (*BODIES, ALL)),
        *(Column(f"dtoc_beds_{kind}", delays.CARE_LABELS[kind], 1) for kind in CARE_TYPES),
        Column("dtoc_days_all", "Delayed days"),
        Column("status", "Status", kind="text"),
    )
    series = [*(found.bodies[body] for body in (*BODIES, ALL)), *(found.care[kind] for kind in CARE_TYPES)]
    rows = tuple(
        (month, *(_per_day(one, month) for one in series), found.bodies[ALL].get(month), _status(found, month))
        for month in found.asked
    )
    caption = f"Delays month by month, {found.area.name}, {text.stretch(found.window.start, found.window.end)}"
    return Table("delays month by month", caption, columns, rows)


def _per_day(days: Monthly, month: str) -> float | None:
    return days[month] / periods.days_in(month) if month in days else None


def _status(found: AreaFigures, month: str) -> str:
    if month not in found.status:
        return "no file held"
    if month in found.partial and month in found.months:
        missing, parts = found.partial[month]
        return f"{parts - missing} of {parts} councils"
    return LABELS[found.status[month]]
