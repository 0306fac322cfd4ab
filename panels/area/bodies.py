"""Who is responsible for an area's delays: NHS, social care or both, over the window."""

from components import text
from components.area.choice import Choice
from components.chart_panel import Panel
from components.tables import Column, Table
from components.trends.measures import COUNT, DAY, RATE
from components.url_state import Scope, href
from domain import areas, delays
from panels import sources
from panels.area import words
from panels.area.figures import AreaFigures, area_figures
from panels.area.shown import UNITS, Shown, cell, population, shown
from warehouse.reader import View

ID = "area-bodies"
SPOKEN = {"nhs": "the NHS", "social_care": "social care", "both": "both"}


WORKED_OUT = {
    DAY: " (days of delay ÷ days in the months held)",
    COUNT: "",
    RATE: " (days of delay ÷ days in the months held ÷ residents aged 18 and over)",
}


def panel(view: View, choice: Choice) -> Panel | None:
    """The split over the window; None where no delay is held in it."""
    found = area_figures(view, choice.scope)
    if found is None or not found.total:
        return None
    how = shown(view, choice.form, found.area.code)
    return Panel(
        ID,
        finding=finding(found),
        subtitle=subtitle(found, how),
        figure=None,
        table=table(found, how),
        source=sources.line(found, *words.cited(found, how)),
        csv=href("/export/area-bodies.csv", choice.on(found.shown).query),
        note=beside_england(view, found),
    )


def subtitle(found: AreaFigures, how: Shown) -> str:
    """The whole in the form that is shown, how it is worked out, and which months are not in it."""
    whole = how.over(found.bodies[delays.ALL], found.months)
    size = "Delays" if whole is None else _whole(how, whole)
    way = "" if whole is None else WORKED_OUT[how.form]
    said = f"{size} {words.over(found)}{way}, by who was responsible."
    return " ".join(part for part in (said, words.said_of_months(found), population(how, found.months)) if part)


def _whole(how: Shown, whole: float) -> str:
    heading = how.unit.heading
    return f"{how.words(whole)} {heading[0].lower()}{heading[1:]}"


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


def table(found: AreaFigures, how: Shown) -> Table:
    """Body, value, share, and the values in the other forms that need no population."""
    others = [name for name in (DAY, COUNT) if name != how.form]
    columns = (
        Column("body", "Responsible", kind="text"),
        how.column(),
        Column("share", "Share of all delays", kind="share"),
        *(Column(UNITS[name].key, UNITS[name].heading, UNITS[name].places) for name in others),
    )
    rows = tuple(
        (
            delays.BODY_LABELS[body],
            cell(how, found.bodies[body], found.months),
            found.people(found.bodies[body]) / found.total,
            *(cell(Shown(name, {}), found.bodies[body], found.months) for name in others),
        )
        for body in (*delays.BODIES, delays.ALL)
    )
    caption = f"{how.unit.heading} by responsible body, {found.area.name}, {words.window(found)}"
    return Table("delays by responsible body", caption, columns, rows)
