"""Before and after, and the same months of last year: descriptions that never change a verdict (METHODS M16).

Difference and range, no interval, no p; half of all made-up dates would look as striking.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.change import Monthly
from analysis.limits import mean
from analysis.rates import Refused
from domain import periods

CAVEAT = "Half of all made-up dates would look as striking."


@dataclass(frozen=True)
class Described:
    """Means of two stretches of months, with the smallest and largest month of each. months: then and now, held."""

    then: float
    now: float
    then_range: tuple[float, float]
    now_range: tuple[float, float]
    then_months: tuple[str, ...]
    now_months: tuple[str, ...]

    @property
    def difference(self) -> float:
        """Now less then, in the unit of the values."""
        return self.now - self.then

    @property
    def ratio(self) -> float | None:
        """Now ÷ then − 1; None from 0."""
        return self.now / self.then - 1 if self.then else None


def before_after(values: Monthly, before: Sequence[str], after: Sequence[str]) -> Described:
    """The mean of the months before against that of the months after, of those held (values per day for counts).

    Raises:
        Refused: where either side holds no month.
    """
    then = tuple(month for month in before if month in values)
    now = tuple(month for month in after if month in values)
    if not then or not now:
        raise Refused("no month is held before the start, or none after the roll-in: nothing to compare")
    earlier, later = [values[month] for month in then], [values[month] for month in now]
    ranges = ((min(earlier), max(earlier)), (min(later), max(later)))
    return Described(mean(earlier), mean(later), *ranges, then, now)


def same_months_last_year(values: Monthly, start: str, after: Sequence[str]) -> Described:
    """The months after against the same months a year earlier, where that month is before the start.

    Raises:
        Refused: where no pair is held.
    """
    pairs = [(periods.plus(month, -12), month) for month in after]
    held = [(then, now) for then, now in pairs if then in values and now in values and then < start]
    return before_after(values, [then for then, _ in held], [now for _, now in held])
