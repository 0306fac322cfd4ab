"""The pressure watch in words and over time: delays down while emergency admissions are up (METHODS M22)."""

from analysis.watch import Pressure, pressure, stretches
from components import text
from components.chart_panel import Panel
from components.figures.pressure import pressure_chart
from components.tables import Column, Table
from components.url_state import Window
from domain import breaks, periods
from panels import sources
from panels.cache import by_build
from panels.home.england import England, england
from warehouse.reader import View

ID = "home-pressure"


@by_build
def panel(view: View) -> Panel | None:
    """The watch over everything held; None where no month has 24 months of both series behind it."""
    found = england(view, Window())
    states = pressure(found.days["all"], found.admissions) if found else ()
    if found is None or not states:
        return None
    first, last = states[0].month, states[-1].month
    return Panel(
        ID,
        finding=finding(states, ended=last == breaks.DTOC_LAST),
        subtitle=(
            f"Change, 12 months against the 12 before, per day, England, {text.month(first)} to "
            f"{text.month(last)}. On when delays fall and admissions rise by more than 1{text.NBSP}%."
        ),
        figure=pressure_chart(states),
        table=table(states),
        source=sources.line(found, sources.delays_source(found), "ae_england"),
        csv="/export/home-pressure.csv",
        kick="Pressure watch: delays down while emergency admissions are up",
        note=note(states, found),
    )


def finding(states: tuple[Pressure, ...], *, ended: bool) -> str:
    """When the watch was on, and whether it can run today."""
    found = stretches(states)
    today = "today it cannot run" if ended else "it is on now" if states[-1].on else "it is off now"
    if not found:
        return f"The watch has not been on in any month held; {today}"
    first, last = max(found, key=lambda one: periods.gap(*one))
    months = periods.gap(first, last) + 1
    if not ended and last == states[-1].month:
        return f"The watch has been on for {months} months running, since {text.month(first)}"
    length = f"{months} months running" if months > 1 else "one month"
    return f"The watch was on for {length}, to {text.month(last)}; {today}"


def note(states: tuple[Pressure, ...], found: England) -> str:
    """One month in words, the rule of silence about causes, and when the watch can run again."""
    on = [s for s in states if s.on]
    month = next((s for s in on if s.month == "2018-01"), on[-1] if on else states[-1])
    words = (
        f"In {text.month(month.month)} delays were {_moved(month.delays)} and emergency admissions "
        f"{_moved(month.admissions)} over twelve months"
    )
    both = ": both were true at once" if month.on else ""
    again = (
        " The watch starts again when 24 months of one delay count are held."
        if states[-1].month == breaks.DTOC_LAST
        else ""
    )
    return f"{words}{both}. Neither is said to cause the other.{again}"


def _moved(ratio: float) -> str:
    return f"{text.percent(ratio)} {'higher' if ratio > 0 else 'lower'}"


def table(states: tuple[Pressure, ...]) -> Table:
    """Every month: both changes, and whether the watch was on."""
    columns = (
        Column("period", "Month", kind="month"),
        Column("delays_change_12_months", "Delays", kind="change"),
        Column("admissions_change_12_months", "Emergency admissions", kind="change"),
        Column("pressure_watch", "Watch", kind="text"),
    )
    rows = tuple((s.month, s.delays, s.admissions, "on" if s.on else "off") for s in states)
    return Table("the pressure watch", "Change of 12 months on the 12 before, per day, England", columns, rows)
