"""Who is responsible for an area's delays: NHS, social care or both, over the window."""

from components import text
from components.chart_panel import Panel
from components.tables import Column, Table
from components.url_state import Scope, href
from domain import areas, delays
from panels import sources
from panels.area import words
from panels.area.figures import AreaFigures, area_figures
from warehouse.reader import View

ID = "area-bodies"
SPOKEN = {"nhs": "the NHS", "social_care": "social care", "both": "both"}


def panel(view: View, scope: Scope) -> Panel | None:
    """The split over the window; None where no delay is held in it."""
    found = area_figures(view, scope)
    if found is None or not found.total:
        return None
    return Panel(
        ID,
        finding=finding(found),
        subtitle=(
            f"{text.people(found.total)} people delayed on an average day {words.over(found)} (days of delay ÷ "
            f"days in the months held), by who was responsible. {words.said_of_months(found)}"
        ).strip(),
        figure=None,
        table=table(found),
        source=sources.line(found, found.source),
        csv=href("/export/area-bodies.csv", found.query),
        note=beside_england(view, found),
    )


def shares(found: AreaFigures) -> dict[str, float]:
    """Share of each body in all delays."""
    return {body: found.people(found.bodies[body]) / found.total for body in delays.BODIES}


def finding(found: AreaFigures) -> str:
    """Who is responsible for most, and the shares of the others."""
    ordered = sorted(shares(found).items(), key=lambda one: -one[1])
    (first, share), *rest = [(body, part) for body, part in ordered if part]
    others = text.join([f"{SPOKEN[body]} for {text.share(part)}" for body, part in rest])
    verb = "are" if first == delays.BOTH else "is"
    most = f"{text.sentence(SPOKEN[first])} {verb} responsible for {text.share(share)} of delays"
    return f"{most}, {others}" if others else most


def beside_england(view: View, found: AreaFigures) -> str:
    """England's shares over the same months, to place the pattern."""
    if found.england:
        return ""
    england = area_figures(view, Scope(areas.ENGLAND, found.window))
    if england is None or not england.total or england.window != found.window:
        return ""
    parts = [f"{delays.BODY_LABELS[body]} {text.share(share)}" for body, share in shares(england).items()]
    return f"England {words.over(found)}: {text.join(parts).replace('Social', 'social').replace('Both', 'both')}."


def table(found: AreaFigures) -> Table:
    """Body, people a day, share and days."""
    columns = (
        Column("body", "Responsible", kind="text"),
        Column("dtoc_beds", "People delayed on an average day", 1),
        Column("share", "Share of all delays", kind="share"),
        Column("dtoc_days", "Delayed days, months held"),
    )
    rows = tuple(_row(found, body) for body in (*delays.BODIES, delays.ALL))
    caption = f"People delayed on an average day by responsible body, {found.area.name}, {words.window(found)}"
    return Table("delays by responsible body", caption, columns, rows)


def _row(found: AreaFigures, body: str) -> tuple[str, float, float, float]:
    days = found.bodies[body]
    size = found.people(days)
    return (
        delays.BODY_LABELS[body],
        size,
        size / found.total,
        sum(days[month] for month in found.months if month in days),
    )
