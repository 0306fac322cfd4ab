"""What chance would show on the small control charts (METHODS M7), and the figures behind what each may say."""

import math

from analysis import fitness
from components import text
from components.area import reasons as names
from components.area.choice import Choice
from components.chart_panel import Panel
from components.tables import Column, Table
from components.url_state import href
from domain import delays
from panels import sources
from panels.area import readings, words
from panels.area.figures import AreaFigures, area_figures
from panels.area.shown import Shown, shown
from panels.area.signals import WINDOW, Signal, by_chance, signals
from warehouse.reader import View

ID = "area-signals"
LEANS = (
    "{} months that lean on one another (r1 of 0.3 or more), or a trend of over 2\u00a0% a year, and {} a "
    "direction only"
)


def panel(view: View, choice: Choice) -> Panel | None:
    """What chance would show, and every chart's figures; None where no delay is held in the months drawn."""
    found = area_figures(view, choice.scope)
    if found is None or not found.total:
        return None
    every, how = signals(view, choice), shown(view, choice.form, found.area.code)
    return Panel(
        ID,
        finding=chance(every),
        subtitle="",
        figure=None,
        table=table(found, how, every),
        source=sources.line(found, *words.cited(found, how)),
        csv=href("/export/area-signals.csv", choice.on(found.shown).query),
    )


def chance(every: tuple[Signal, ...]) -> str:
    """METHODS M7: how many icons chance alone would show."""
    count, expected, seen = by_chance(every)
    if not count:
        return "No reason may carry an icon, so none can appear by chance"
    number = text.people(expected)
    about = number if number.startswith("under") else f"about {number}"
    icons = "icon" if number == "1.0" else "icons"
    shown_now = "none is shown" if not seen else f"{seen} {'is' if seen == 1 else 'are'} shown"
    reasons = text.count(count, "reason")
    return f"With {reasons} {about} {icons} of a change would appear by chance; {shown_now}"


def counts(every: tuple[Signal, ...]) -> str:
    """How many charts may carry an icon, how many a direction only, how many neither, and why."""
    kinds = [one.fitness.kind for one in every]
    icons, directions = kinds.count(fitness.ICON), kinds.count(fitness.DIRECTION)
    neither = len(kinds) - icons - directions
    parts = [
        (icons, "may carry an icon and is counted here", "may carry an icon and are counted here"),
        (directions, LEANS.format("has", "shows"), LEANS.format("have", "show")),
        (neither, "is not fit for either", "are not fit for either"),
    ]
    said = [f"{number} {one if number == 1 else many}" for number, one, many in parts if number]
    return f"Of {len(kinds)} reasons {'; '.join(said)}."


def table(found: AreaFigures, how: Shown, every: tuple[Signal, ...]) -> Table:
    """One row a reason: verdict, change, limits, r1, months that meet a rule, and the chance of an icon."""
    places = how.unit.places or 1
    columns = (
        Column("reason", "Reason", kind="text"),
        Column("reason_name", "Waiting for", kind="text"),
        Column("verdict", "What the chart may say", kind="text"),
        Column("change_on_year_before", "Twelve months on the twelve before", kind="change"),
        Column("mean", "Mean", places),
        Column("lower_limit", "Lower limit", places),
        Column("upper_limit", "Upper limit", places),
        Column("trend_a_year", "Trend a year", kind="change"),
        Column("r1", "r1", 2),
        Column("months", "Months"),
        Column("months_that_meet_a_rule", "Months that meet a rule"),
        Column("chance_of_an_icon", "Chance of an icon", 2),
    )
    rows = tuple(_row(found, one) for one in every)
    span = f"limits from the latest {WINDOW} months, {found.area.name}, to {text.month(found.window.end)}"
    return Table("what each chart may say", f"{how.unit.heading} by reason: {span}", columns, rows)


def _row(found: AreaFigures, one: Signal) -> tuple[str | float, ...]:
    phase = one.phase
    lines = (phase.mean, phase.lower, phase.upper) if phase else (None, None, None)
    return (
        names.letter(one.code),
        delays.REASON_BY_CODE[one.code].label,
        readings.verdict(one, last=found.window.end)[1],
        _change(one),
        *("no limits" if level is None else level for level in lines),
        "none" if one.slope is None else one.slope,
        "none" if one.fitness.r1 is None else one.fitness.r1,
        one.fitness.points,
        one.fitness.flagged,
        fitness.chance(one.fitness.r1) if one.counted else "not counted",
    )


def _change(one: Signal) -> str | float:
    if one.year is None:
        return "no year before"
    return "up from none" if math.isinf(one.year.ratio) else one.year.ratio
