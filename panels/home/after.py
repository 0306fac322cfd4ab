"""What came after the count of delays: people remaining in hospital, England, in a panel and on axes of its own."""

from analysis import change
from components import text
from components.chart_panel import Panel
from components.figures.remaining import remaining_chart
from components.tables import Column, Table
from components.url_state import Window, href
from domain import areas, breaks, discharge, periods
from domain.successors import SUCCESSOR_BY_ID
from panels import sources
from panels.cache import by_build
from panels.home.england import England, england
from warehouse.queries.discharge import Ask, Figure, series
from warehouse.reader import View

ID = "home-after"
INDICATOR = SUCCESSOR_BY_ID[discharge.REMAINING]
SOURCE = discharge.SOURCE_OF_SETTING[discharge.ACUTE]
TRENDS = f"/strategic/trends?measure={INDICATOR.id}"


@by_build
def panel(view: View, window: Window) -> Panel | None:
    """The panel for a window; None where the build holds no month of the reports in it."""
    found = england(view, window)
    shown = _shown(view, found) if found else ()
    if found is None or not shown:
        return None
    values = {one.period: one.value for one in shown if one.value is not None}
    start = breaks.THE_WALL if found.start < breaks.THE_WALL < found.end else max(min(values), found.start)
    return Panel(
        ID,
        finding=finding(values),
        subtitle=(
            f"{INDICATOR.label}, England, {text.stretch(min(values), max(values))}: people still in hospital at the "
            f"end of the day, the mean of the days of each month, {discharge.SETTING_LABELS[discharge.ACUTE]}."
        ),
        figure=remaining_chart(values, start=start, end=max(found.end, *values)),
        table=table(shown),
        source=sources.line(found, SOURCE),
        csv=href(f"/export/{ID}.csv", found.window.query),
        kick="After the wall: another count",
        note=" ".join(INDICATOR.caveats[:2]),
    )


def held(view: View) -> bool:
    """Whether any month of the reports is held."""
    return bool(_whole(view))


@by_build
def _whole(view: View) -> tuple[Figure, ...]:
    return series(view, Ask(INDICATOR.id), [areas.ENGLAND])


def _shown(view: View, found: England) -> tuple[Figure, ...]:
    """Months of the window; a window up to the last month of the other counts goes on to the last of these."""
    last = max([*found.days["all"], *found.admissions])
    end = "9999-12" if found.end == last else found.end
    every = tuple(one for one in _whole(view) if found.start <= one.period <= end)
    return every if any(one.value is not None for one in every) else ()


def finding(values: dict[str, float]) -> str:
    """The latest month, and the year before where it is held."""
    last = max(values)
    said = (
        f"In {text.month(last)} {text.whole(values[last])} people a day remained in hospital who no longer met the "
        "criteria to reside"
    )
    totals = {month: value * periods.days_in(month) for month, value in values.items()}
    year = change.year_before(totals, last)
    if year is None:
        return said
    moved = text.more_or_fewer(year)
    return f"{said}, {moved} {'as' if moved.startswith('about') else 'than'} a year before"


def table(shown: tuple[Figure, ...]) -> Table:
    """Every month held: the mean, and the days and trusts behind it."""
    columns = (
        Column("period", "Month", kind="month"),
        Column(INDICATOR.id, "People remaining", 0),
        Column("days", "Days behind it", 0),
        Column("organisations", "Trusts that sent figures", 0),
    )
    rows = tuple((one.period, one.value, one.days, one.organisations) for one in shown)
    caption = "People remaining in hospital who no longer meet the criteria to reside, England, mean of each month"
    return Table("people remaining in hospital", caption, columns, rows)
