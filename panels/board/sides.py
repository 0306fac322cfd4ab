"""The sides of the watches: delays of an area, admissions, and what must not rise while delays fall."""

from dataclasses import dataclass

from analysis import margins
from analysis.change import Monthly
from analysis.watch import Moved, Side, moved
from domain import areas, periods
from domain.indicators import DELAYS, INDICATOR_BY_ID
from panels.schemes.held import Held
from warehouse.queries.local import measures
from warehouse.queries.local.measures import LocalIndicator
from warehouse.queries.series import Ask, series
from warehouse.reader import View

VARIATION, CHANCE = "its month-to-month variation", "chance variation"
DAY, YEAR, SHARE = "a day", "in 12 months", "%"
NON_ELECTIVE = "non-elective admissions"  # how the name of a local indicator of admissions begins
BY_DAY = "people a day"  # unit of a local count of delayed days


@dataclass(frozen=True)
class Shown:
    """One side of a watch in a month: its name, how it moved (None where not held), how it reads, what it is inside."""

    name: str
    moved: Moved | None
    unit: str = DAY
    margin: str = ""
    source: str = ""


def delays(view: View, codes: tuple[str, ...], month: str, *, name: str = "Delays", **cut: str) -> Shown:
    """Delayed days of councils together, in the months in which every one of them is held, with their variation."""
    days = together(view, codes, **cut)
    side = Side(days, margins.of_delays(days, month, periods.plus(month, -12)))
    return Shown(name, moved(side, month), DAY, VARIATION, "national")


def together(view: View, codes: tuple[str, ...], **cut: str) -> dict[str, float]:
    """Delayed days of councils together."""
    found: dict[str, dict[str, float]] = {}
    for one in series(view, Ask("dtoc_days", **cut), codes):
        if one.value is not None:
            found.setdefault(one.period, {})[one.area_code] = one.value
    return {month: sum(parts.values()) for month, parts in found.items() if len(parts) == len(codes)}


def england_admissions(view: View, month: str, *, name: str = "England’s emergency admissions") -> Shown:
    """Emergency admissions of England, beside an area that has none of its own."""
    found = series(view, Ask("emergency_admissions"), [areas.ENGLAND])
    counts = {one.period: one.value for one in found if one.value is not None}
    return Shown(name, moved(Side(counts), month), DAY, source="national")


def own_admissions(view: View, held: Held, codes: tuple[str, ...], month: str) -> Shown | None:
    """Uploaded non-elective admissions of councils together; None where no such indicator has values there."""
    name = next((i for i, one in held.indicators.items() if one.name.casefold().startswith(NON_ELECTIVE)), "")
    parts = [_values(view, held, name, code, "value") for code in codes] if name else []
    if not any(parts):
        return None
    months = set.intersection(*(set(part) for part in parts))
    return counted("Non-elective admissions", {at: sum(part[at] for part in parts) for at in months}, month)


def counted(name: str, counts: Monthly, month: str, unit: str = DAY) -> Shown:
    """A count of people with Byar's interval."""
    side = Side(counts, margins.of_counts(counts, month, periods.plus(month, -12)))
    return Shown(name, moved(side, month), unit, CHANCE, "upload")


def uploaded(view: View, held: Held, indicator: LocalIndicator, code: str, month: str) -> Shown:
    """A local monthly indicator as shown: delays, a share of people, or a count."""
    name, ends = indicator.name, (month, periods.plus(month, -12))
    if is_delays(indicator):
        days = _values(view, held, indicator.indicator_id, code, "value")
        return Shown(name, moved(Side(days, margins.of_delays(days, *ends)), month), DAY, VARIATION, "upload")
    if indicator.unit == "%":
        rates = _values(view, held, indicator.indicator_id, code, "rate")
        people = _values(view, held, indicator.indicator_id, code, "denominator")
        side = Side({at: rate * periods.days_in(at) for at, rate in rates.items()})
        return Shown(
            name, moved(Side(side.counts, margins.of_shares(rates, people, *ends)), month), SHARE, CHANCE, "upload"
        )
    return counted(name, _values(view, held, indicator.indicator_id, code, "value"), month, YEAR)


def is_delays(indicator: LocalIndicator) -> bool:
    """Whether an indicator counts delays: a published series of them, or uploaded days of delay."""
    published = INDICATOR_BY_ID.get(indicator.national)
    return (
        published.family == DELAYS if published else "delay" in indicator.name.casefold() and indicator.unit == BY_DAY
    )


def _values(view: View, held: Held, name: str, code: str, field: str) -> dict[str, float]:
    """One field of the monthly values as shown."""
    rows = measures.values(view, held.where.place.place_id, name, code)
    return {
        one.period: value for one in rows if one.frequency == "month" and (value := getattr(one, field)) is not None
    }
