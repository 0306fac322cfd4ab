"""An area month by month: by body, by type of bed, the delayed days, and how each month was published."""

from components import text
from components.area.choice import Choice
from components.chart_panel import Panel
from components.tables import Column, Table
from components.trends.measures import COUNT, DAY, RATE
from components.url_state import href
from domain import delays
from domain.delays import ALL, BODIES, CARE_TYPES
from domain.status import LABELS
from panels import sources
from panels.area import words
from panels.area.figures import AreaFigures, area_figures
from panels.area.shown import Shown, lacking, population, shown
from warehouse.reader import View

ID = "area-months"


WORKED_OUT = {
    DAY: "People delayed on an average day (days of delay ÷ days in the month), and the days themselves.",
    COUNT: "Days of delay in each month. Months differ in length: a February is low by itself.",
    RATE: (
        "People delayed on an average day for every 100,000 adults (days of delay ÷ days in the month ÷ residents "
        "aged 18 and over), and the days themselves."
    ),
}


def panel(view: View, choice: Choice) -> Panel | None:
    """Every month of the window, also those that are not held."""
    found = area_figures(view, choice.scope)
    if found is None:
        return None
    how = shown(view, choice.form, found.area.code)
    return Panel(
        ID,
        finding=finding(found, how),
        subtitle=WORKED_OUT[how.form],
        figure=None,
        table=table(found, how),
        source=sources.line(found, *words.cited(found, how)),
        csv=href("/export/area-months.csv", choice.on(found.shown).query),
        note=" ".join(part for part in (words.said_of_months(found), population(how, found.months)) if part),
    )


def finding(found: AreaFigures, how: Shown) -> str:
    """The months with most and fewest."""
    size = how.each(found.bodies[ALL], found.asked)
    if len(size) < 2 or max(size.values()) == min(size.values()):
        return f"{found.area.name} month by month"
    most, fewest = max(size, key=lambda m: size[m]), min(size, key=lambda m: size[m])
    unit = "people a day" if how.form == DAY else how.unit.after
    return (
        f"Month by month: from {how.words(size[fewest])} {unit} in {text.month(fewest)} to "
        f"{how.words(size[most])} in {text.month(most)}"
    )


def table(found: AreaFigures, how: Shown) -> Table:
    """The months, oldest first; a month without a number says why."""
    days = (Column("dtoc_days_all", "Delayed days"),) if how.form != COUNT else ()
    columns = (
        Column("period", "Month", kind="month"),
        *(how.column(body, delays.BODY_LABELS[body]) for body in (*BODIES, ALL)),
        *(how.column(kind, delays.CARE_LABELS[kind]) for kind in CARE_TYPES),
        *days,
        Column("status", "Status", kind="text"),
    )
    series = [*(found.bodies[body] for body in (*BODIES, ALL)), *(found.care[kind] for kind in CARE_TYPES)]
    shown_as = [(one, how.each(one, found.asked)) for one in series]
    rows = tuple(
        (
            month,
            *(each.get(month, lacking(one, month)) for one, each in shown_as),
            *(found.bodies[ALL].get(month) for _ in days),
            _status(found, month),
        )
        for month in found.asked
    )
    caption = f"Delays month by month, {found.area.name}, {text.stretch(found.window.start, found.window.end)}"
    return Table("delays month by month", caption, columns, rows)


def _status(found: AreaFigures, month: str) -> str:
    if month not in found.status:
        return "no file held"
    if month in found.partial and month in found.months:
        missing, parts = found.partial[month]
        return f"{parts - missing} of {parts} councils"
    return LABELS[found.status[month]]
