"""Councils whose delays moved most between the last two years that are held for councils."""

from components.chart_panel import Panel
from components.tables import Column, Table
from components.url_state import Window
from panels import sources
from panels.cache import by_build
from panels.home.england import england
from warehouse.queries.movers import Mover, latest_year, movers
from warehouse.reader import View

ID = "home-movers"
LEAST, EACH_WAY = 20, 3  # people delayed a day in the earlier year; councils shown at either end


@by_build
def panel(view: View) -> Panel | None:
    """A table of the largest rises and falls; None where two years of councils are not held."""
    year, found = latest_year(view), england(view, Window())
    moved = movers(view, year=year, least=LEAST) if year else ()
    if found is None or not moved or year is None:
        return None
    return Panel(
        ID,
        finding=f"Councils whose delays moved most, {year - 1} to {year}",
        subtitle=(
            f"People delayed on an average day, councils with {LEAST} or more in {year - 1}; the "
            f"{moved[0].months} months held in both years."
        ),
        figure=None,
        table=_table(_ends(moved), year),
        source=sources.line(found, "dtoc_councils"),
        csv="/export/home-movers.csv",
        note="The largest moves tend to come back part of the way by themselves.",
    )


def _ends(moved: tuple[Mover, ...]) -> tuple[Mover, ...]:
    """The largest rises, then the largest falls."""
    if len(moved) <= 2 * EACH_WAY:
        return moved
    return (*moved[:EACH_WAY], *reversed(moved[-EACH_WAY:]))


def _table(moved: tuple[Mover, ...], year: int) -> Table:
    columns = (
        Column("area_name", "Council", kind="text"),
        Column(f"dtoc_beds_{year - 1}", str(year - 1), 1),
        Column(f"dtoc_beds_{year}", str(year), 1),
        Column("change", "Change", kind="change"),
    )
    rows = tuple((m.name, m.before, m.now, m.ratio) for m in moved)
    return Table(
        "councils whose delays moved most", f"People delayed on an average day, {year - 1} and {year}", columns, rows
    )
