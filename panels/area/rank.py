"""Where a council stands among councils, with the month-to-month variation of its own rate (METHODS M8)."""

import bisect
import statistics
from typing import Any, NamedTuple

from analysis.compare import Interval, variation_interval
from analysis.rates import Refused
from components import kept, tables, text
from components.area.choice import Choice
from components.chart_panel import Panel
from components.figures.rank_strip import rank_strip
from components.tables import Column, Table
from components.url_state import href
from domain import areas, periods
from panels import sources
from panels.area.figures import AreaFigures, area_figures
from panels.cache import FEW, by_build, keeping
from warehouse.queries import ranks
from warehouse.queries.ranks import Council, Councils
from warehouse.reader import View

ID = "area-rank"
LEAST_BEDS = 2.0  # people a day; below it a council has no rank (METHODS M8)
YEAR = 12


class Standing(NamedTuple):
    """A council over a year of months: returns sent, mean people delayed a day, and mean rate (None without)."""

    code: str
    name: str
    sent: int
    beds: float
    rate: float | None


class Field(NamedTuple):
    """The councils of one year of months: those with a rank, lowest rate first, and the others."""

    months: tuple[str, ...]
    ranked: tuple[Standing, ...]
    others: tuple[Standing, ...]


@by_build
def councils(view: View) -> Councils:
    """Every council in every month."""
    return ranks.councils(view)


@keeping(FEW)
def field(view: View, end: str) -> Field:
    """The councils over the latest twelve months held up to a month."""
    known = councils(view)
    upto = bisect.bisect_right(known.months, end)
    year = slice(max(upto - YEAR, 0), upto)
    every = [_standing(one, year) for one in known.every]
    ranked = [one for one in every if upto >= YEAR and not reason(one)]
    others = [one for one in every if one not in ranked and one.sent]
    return Field(known.months[year], tuple(sorted(ranked, key=lambda one: (one.rate, one.name))), tuple(others))


def _standing(one: Council, year: slice) -> Standing:
    beds = [value for value in one.beds[year] if value is not None]
    rates = [value for value in one.rates[year] if value is not None]
    rate = sum(rates) / YEAR if len(rates) == YEAR else None
    return Standing(one.code, one.name, len(beds), sum(beds) / max(len(beds), 1), rate)


def reason(one: Standing) -> str:
    """Why a council has no rank, in words; empty when it has one."""
    if one.sent < YEAR:
        return f"{one.sent} of {YEAR} returns held"
    if one.beds < LEAST_BEDS:
        return f"under {LEAST_BEDS:.0f} people a day"
    return "" if one.rate is not None else "no population"


def panel(view: View, choice: Choice) -> Panel | None:
    """The rank; where there is none, the panel says why and still shows every council."""
    found = area_figures(view, choice.scope)
    if found is None:
        return None
    among = field(view, found.window.end)
    if not among.ranked:
        return None
    own = next((one for one in among.ranked if one.code == found.area.code), None)
    interval = _interval(councils(view), found.area.code, among.months[-1]) if own else None
    rates = [(one.code, one.name, one.rate or 0.0) for one in among.ranked]
    middle = statistics.median(rate for _, _, rate in rates)
    return Panel(
        ID,
        finding=finding(found, among),
        subtitle=subtitle(among, interval),
        figure=rank_strip(rates, own=own.code if own else "", interval=interval, median=middle),
        table=table(view, found.window.end),
        source=sources.line(found, "dtoc_councils", "population"),
        csv=href("/export/area-rank.csv", found.shown.query),
        note=note(found, among, interval),
        twin=twin(view, found.window.end),
    )


def _interval(known: Councils, code: str, end: str) -> Interval | None:
    """The variation of a council's rate up to a month; None where too few months are held for one."""
    own = next(one for one in known.every if one.code == code)
    rates = dict(zip(known.months, own.rates, strict=False))
    try:
        return variation_interval([rates.get(month) for month in periods.span(known.months[0], end)])
    except Refused:
        return None


def finding(found: AreaFigures, among: Field) -> str:
    """The rank, or that there is none for such an area."""
    if found.area.type != areas.COUNCIL:
        return f"Ranks are for councils: {len(among.ranked)} of them have one"
    codes = [one.code for one in among.ranked]
    if found.area.code in codes:
        place = text.ordinal(codes.index(found.area.code) + 1)
        return f"{found.area.name} is {place} of {len(codes)} councils, counting from the lowest rate"
    return f"{found.area.name} has no rank among councils: {_why(found, among)}"


def _why(found: AreaFigures, among: Field) -> str:
    one = next((other for other in among.others if other.code == found.area.code), None)
    return reason(one) if one else "no return of these months is held"


def subtitle(among: Field, interval: Interval | None) -> str:
    """What a dot is, over which months, and what the bar is."""
    first, last = among.months[0], among.months[-1]
    bar = " The bar is month-to-month variation, not sampling error." if interval else ""
    return (
        "Each dot is a council: people delayed on an average day for every 100,000 adults, mean of the latest "
        f"{len(among.months)} months held, {text.stretch(first, last)}.{bar}"
    )


def note(found: AreaFigures, among: Field, interval: Interval | None) -> str:
    """What the interval covers, and who has no rank."""
    said = ""
    if interval:
        inside = sum(interval.low <= (one.rate or 0.0) <= interval.high for one in among.ranked) - 1
        others = f"{text.count(inside, 'other council')} {'lies' if inside == 1 else 'lie'}"
        said = (
            f"{found.area.name}: {text.decimal(interval.value, 1)}, from month to month "
            f"{text.decimal(interval.low, 1)} to {text.decimal(interval.high, 1)}; {others} "
            "inside that range, so places near one another say little. "
        )
    count = len(among.others)
    return (
        f"{said}A low rate is fewer people delayed, not a verdict. {text.count(count, 'council')} "
        f"{'has' if count == 1 else 'have'} no rank: under 2 people delayed a day, a return not sent, or no population."
    )


@keeping(FEW)
def twin(view: View, end: str) -> Any:
    """The table drawn, which is the same for every area."""
    shown = table(view, end)
    return kept.plain(tables.draw(shown, label=shown.caption))


@keeping(FEW)
def table(view: View, end: str) -> Table:
    """Every council in the order of its rank, those without one last with the reason."""
    among = field(view, end)
    columns = (
        Column("area_name", "Council", kind="text"),
        Column("area_code", "Code", kind="text"),
        Column("rank", "Rank"),
        Column("dtoc_beds_per_100k_18plus", "Per 100,000 adults", 1),
        Column("dtoc_beds", "People a day", 1),
        Column("status", "Status", kind="text"),
    )
    rows = [(one.name, one.code, place, one.rate, one.beds, "ranked") for place, one in enumerate(among.ranked, 1)]
    rest = [(one.name, one.code, "no rank", one.rate, one.beds, reason(one)) for one in among.others]
    caption = (
        "People delayed on an average day for every 100,000 adults, councils, "
        f"{text.stretch(among.months[0], among.months[-1])}"
    )
    return Table("councils by rate", caption, columns, (*rows, *rest))
