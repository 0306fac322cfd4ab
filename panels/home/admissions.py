"""Emergency admissions per day in England: every month, and the twelve months to each month."""

from analysis import change
from components import text
from components.chart_panel import Panel
from components.figures.admissions import admissions_chart
from components.tables import Column, Table
from components.url_state import href
from domain import breaks, periods
from panels import sources
from panels.cache import by_build
from panels.home.england import England, england
from warehouse.reader import View

ID = "home-admissions"


@by_build
def panel(view: View, window: object) -> Panel | None:
    """The panel for a window; None where the build holds no admissions in it."""
    found = england(view, window)
    if found is None or not found.admissions_end:
        return None
    monthly = found.shown(change.per_day(found.admissions))
    yearly = found.shown(change.rolling_year(found.admissions))
    marks = [
        mark
        for mark in breaks.between(found.start, found.end)
        if (mark.series != breaks.DELAYS and mark.kind != breaks.EVENT) or mark.month == breaks.THE_WALL
    ]
    return Panel(
        ID,
        finding=finding(found),
        subtitle=subtitle(found),
        figure=admissions_chart(monthly, yearly, start=found.start, end=found.end, marks=marks),
        table=table(found, monthly, yearly),
        source=sources.line(found, "ae_england") + estimated(found),
        csv=href("/export/home-admissions.csv", found.window.query),
        note=recording(found),
    )


def finding(found: England) -> str:
    """Twelve months against the twelve before the pandemic where both are shown, else against the year before."""
    end = found.admissions_end
    before = periods.plus(breaks.THE_WALL, -1)
    months, then = periods.span(periods.plus(end, -11), end), periods.span(periods.plus(before, -11), before)
    if found.start <= then[0] and months[0] > before:
        moved = change.compare(found.admissions, months, then)
        if moved:
            level = (
                "back at"
                if moved.direction == "similar"
                else f"{text.percent(moved.ratio)} {'above' if moved.ratio > 0 else 'below'}"
            )
            return (
                f"Emergency admissions are {level} their level before the pandemic: {text.whole(moved.now)} a "
                "day over twelve months"
            )
    year = change.twelve_months(found.admissions, end)
    latest = f"{text.whole(change.per_day(found.admissions)[end])} a day in {text.month(end)}"
    if year is None:
        return f"Emergency admissions: {latest}"
    moved_words = {
        "similar": "were about as many as",
        "up": f"rose {text.percent(year.ratio)} on",
        "down": f"fell {text.percent(year.ratio)} on",
    }
    return (
        f"Emergency admissions {moved_words[year.direction]} the year before over the twelve months to "
        f"{text.month(end)}: {latest}"
    )


def subtitle(found: England) -> str:
    """What is drawn; a line that may be read across March 2020 says so."""
    across = (
        " This count runs on through March 2020, so the line may be read across."
        if found.start < breaks.THE_WALL < found.end
        else ""
    )
    return f"Emergency admissions per day, England, all ages and all routes.{across}"


def recording(found: England) -> str:
    """The caution about same-day care, where the window reaches it."""
    reached = [mark for mark in breaks.between(found.start, found.end) if mark.month == "2025-07"]
    return reached[0].text if reached else ""


def estimated(found: England) -> str:
    """Which months the publisher estimated, where the window holds some."""
    first, last = breaks.APPORTIONED
    if found.demonstration or found.start > last or found.end < first:
        return ""
    return f" {text.month(first)} to {text.month(last)} were shared out from weekly returns by the publisher."


def table(found: England, monthly: dict[str, float], yearly: dict[str, float]) -> Table:
    """Every month of the window: admissions, admissions a day, and the mean of the twelve months to it."""
    columns = (
        Column("period", "Month", kind="month"),
        Column("emergency_admissions", "Admissions"),
        Column("emergency_admissions_per_day", "Per day"),
        Column("emergency_admissions_per_day_12_months", "Per day, 12 months to this one"),
    )
    rows = tuple((m, found.admissions[m], monthly[m], yearly.get(m)) for m in sorted(monthly))
    return Table("emergency admissions", "Emergency admissions, England, all ages", columns, rows)
