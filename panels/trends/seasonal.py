"""The season of a view: factors frozen with the baseline of its limits, and the values without it (METHODS M5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis import change, season
from components import text
from components.trends.measures import COUNT
from domain import breaks, periods


@dataclass(frozen=True)
class Season:
    """factors: by month of the year; first, last: the months that they were estimated from, ``held`` of them."""

    factors: Mapping[int, float]
    first: str
    last: str
    held: int

    def factor(self, month: str) -> float:
        """The factor of a month."""
        return self.factors[periods.split(month)[1]]

    @property
    def words(self) -> str:
        """Which months the factors come from."""
        virus = " The months of the pandemic are among them." if self.first <= breaks.THE_WALL <= self.last else ""
        held = text.count(self.held, "month")
        return f"factors of the {held} held from {text.month(self.first)} to {text.month(self.last)}.{virus}"


def season_of(values: Mapping[str, float], *, form: str, limited: tuple[str, ...], rebase: str = "") -> Season:
    """The season of a series, from all months held up to the end of the baseline of its limits.

    The baseline ends with the last month of the limits; where a new phase begins inside them it ends with the month
    before, so that what changed then is never read as season. Totals are estimated per day (METHODS M1).

    Raises:
        season.TooShort: with the reason in words, where there are too few months or too many gaps.
    """
    end = periods.plus(rebase, -1) if limited[0] < rebase <= limited[-1] else limited[-1]
    known = {month: value for month, value in values.items() if month <= end}
    factors = season.factors(change.per_day(known) if form == COUNT else known)
    season.removed(known, factors)  # refuses a factor of zero
    return Season(factors, min(known), max(known), len(known))


def without(values: Mapping[str, float], found: Season) -> dict[str, float]:
    """Each value divided by the factor of its month."""
    return season.removed(values, found.factors)
