"""England's figures straight from the queries: what panels are compared with."""

from domain import areas, periods
from warehouse.queries.series import Ask, series


def values(view, indicator: str, **cut: str) -> dict[str, float]:
    """An indicator of England by month."""
    return {one.period: one.value for one in series(view, Ask(indicator, **cut), [areas.ENGLAND])}


def per_day(counts: dict[str, float], months) -> float:
    """The mean per calendar day over some months."""
    return sum(counts[month] for month in months) / sum(map(periods.days_in, months))


def year_to(month: str) -> tuple[str, ...]:
    """The twelve months that end with a month."""
    return periods.span(periods.plus(month, -11), month)


def half_up(value: float) -> str:
    """A number as panels print it: rounded half up, with commas."""
    return f"{int(value + 0.5):,}"


def per_cent(ratio: float) -> str:
    """The size of a change as panels print it."""
    size = abs(ratio) * 100
    return f"{size:.1f}\u00a0%" if size < 1.95 else f"{int(size + 0.5)}\u00a0%"


def said_month(month: str) -> str:
    """A month as panels print it."""
    return periods.label(month).replace(" ", "\u00a0")
