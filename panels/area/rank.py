"""Where a council stands among councils, with the month-to-month variation of its own rate (METHODS M8)."""

import statistics
from typing import NamedTuple

from analysis.compare import Interval, variation_interval
from components import text
from components.chart_panel import Panel
from components.figures.rank_strip import rank_strip
from components.tables import Column, Table
from components.url_state import Scope, href
from domain import areas
from panels import sources
from panels.area.figures import AreaFigures, area_figures
from panels.cache import by_build
from warehouse.queries import ranks
from warehouse.queries.ranks import Rate
from warehouse.queries.series import Ask, series
from warehouse.reader import View

ID = "area-rank"
LEAST_BEDS = 2.0  # people a day; below it a council has no rank (METHODS M8)
YEAR = 12


class Field(NamedTuple):
    """The councils of one year of months: those with a rank, lowest rate first, and the others."""

    months: tuple[str, ...]
    ranked: tuple[Rate, ...]
    others: tuple[Rate, ...]


@by_build
def field(view: View, end: str) -> Field:
    """The councils over the latest twelve months held up to a month."""
    months = ranks.months(view, end, YEAR)
    every = ranks.rates(view, months)
    ranked = tuple(one for one in every if len(months) == YEAR and reason(one, YEAR) == "")
    return Field(months, ranked, tuple(one for one in every if one not in ranked))


def reason(one: Rate, months: int) -> str:
    """Why a council has no rank, in words; empty when it has one."""
    if one.months < months:
        return f"{one.months} of {months} returns held"
    if (one.beds or 0.0) < LEAST_BEDS:
        return f"under {LEAST_BEDS:.0f} people a day"
    return "" if one.rate is not None else "no population"


def panel(view: View, scope: Scope) -> Panel | None:
    """The rank; where there is none, the panel says why and still shows every council."""
    found = area_figures(view, scope)
    if found is None:
        return None
    councils = field(view, found.window.end)
    if not councils.ranked:
        return None
    own = next((one for one in councils.ranked if one.code == found.area.code), None)
    interval = _interval(view, found, councils.months) if own else None
    rates = [(one.code, one.name, one.rate or 0.0) for one in councils.ranked]
    middle = statistics.median(rate for _, _, rate in rates)
    return Panel(
        ID,
        finding=finding(found, councils),
        subtitle=subtitle(councils, interval),
        figure=rank_strip(rates, own=own.code if own else "", interval=interval, median=middle),
        table=_table(councils),
        source=sources.line(found, "dtoc_councils", "population"),
        csv=href("/export/area-rank.csv", found.query),
        note=note(found, councils, interval),
    )


def _interval(view: View, found: AreaFigures, months: tuple[str, ...]) -> Interval:
    """The variation of the council's rate up to the last of the months."""
    seen = series(view, Ask("dtoc_beds_per_100k_18plus", end=months[-1]), [found.area.code])
    return variation_interval([one.value for one in seen if one.value is not None])


def finding(found: AreaFigures, councils: Field) -> str:
    """The rank, or that there is none for such an area."""
    if found.area.type != areas.COUNCIL:
        return f"Ranks are for councils: {len(councils.ranked)} of them have one"
    codes = [one.code for one in councils.ranked]
    if found.area.code in codes:
        place = text.ordinal(codes.index(found.area.code) + 1)
        return f"{found.area.name} is {place} of {len(codes)} councils, counting from the lowest rate"
    return f"{found.area.name} has no rank among councils: {_why(found, councils)}"


def _why(found: AreaFigures, councils: Field) -> str:
    one = next((other for other in councils.others if other.code == found.area.code), None)
    return reason(one, len(councils.months)) if one else "no return of these months is held"


def subtitle(councils: Field, interval: Interval | None) -> str:
    """What a dot is, over which months, and what the bar is."""
    first, last = councils.months[0], councils.months[-1]
    bar = " The bar is month-to-month variation, not sampling error." if interval else ""
    return (
        "Each dot is a council: people delayed on an average day for every 100,000 adults, mean of the latest "
        f"{len(councils.months)} months held, {text.stretch(first, last)}.{bar}"
    )


def note(found: AreaFigures, councils: Field, interval: Interval | None) -> str:
    """What the interval covers, and who has no rank."""
    said = ""
    if interval:
        inside = sum(interval.low <= (one.rate or 0.0) <= interval.high for one in councils.ranked) - 1
        others = f"{text.count(inside, 'other council')} {'lies' if inside == 1 else 'lie'}"
        said = (
            f"{found.area.name}: {text.decimal(interval.mean, 1)}, from month to month "
            f"{text.decimal(interval.low, 1)} to {text.decimal(interval.high, 1)}; {others} "
            "inside that range, so places near one another say little. "
        )
    count = len(councils.others)
    return (
        f"{said}A low rate is fewer people delayed, not a verdict. {text.count(count, 'council')} "
        f"{'has' if count == 1 else 'have'} no rank: under 2 people delayed a day, a return not sent, or no population."
    )


def _table(councils: Field) -> Table:
    """Every council in the order of its rank, those without one last with the reason."""
    columns = (
        Column("area_name", "Council", kind="text"),
        Column("area_code", "Code", kind="text"),
        Column("rank", "Rank"),
        Column("dtoc_beds_per_100k_18plus", "Per 100,000 adults", 1),
        Column("dtoc_beds", "People a day", 1),
        Column("status", "Status", kind="text"),
    )
    rows = [(one.name, one.code, place, one.rate, one.beds, "ranked") for place, one in enumerate(councils.ranked, 1)]
    rest = [
        (one.name, one.code, None, one.rate, one.beds, f"no rank: {reason(one, len(councils.months))}")
        for one in councils.others
    ]
    caption = (
        "People delayed on an average day for every 100,000 adults, councils, "
        f"{text.stretch(councils.months[0], councils.months[-1])}"
    )
    return Table("councils by rate", caption, columns, (*rows, *rest))
