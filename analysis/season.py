"""Season by the ratio to a moving average (METHODS M5; classical decomposition, Macaulay 1931).

Factors are frozen with the baseline: the caller gives the months before its end and never months after a
scheme's start. "Season removed" is a switch of a chart, never its only view.
"""

import math
from collections.abc import Mapping

from analysis.change import Monthly
from analysis.rates import Refused
from domain import periods

LEAST = 36


class TooShort(Refused):
    """A series that is too short for its season; the text is the reason, in words for a reader."""


def factors(values: Monthly) -> dict[int, float]:
    """The factor of each month of the year (1 to 12), scaled to average 1 (METHODS M5).

    Mean over years of value ÷ centred 12-month average, where that average is half of the values six months
    away on either side and all between, ÷ 12. Counts come per day.

    Raises:
        TooShort: with fewer than 36 months, or where gaps leave a month of the year without a ratio.
    """
    if len(values) < LEAST:
        raise TooShort(
            f"{len(values)} months are held and a season needs {LEAST}: compare with the same month of the year before"
        )
    found: dict[int, list[float]] = {month: [] for month in range(1, 13)}
    for month, value in values.items():
        average = _centred(values, month)
        if average:
            found[periods.split(month)[1]].append(value / average)
    absent = [periods.MONTH_NAMES[month - 1] for month, ratios in found.items() if not ratios]
    if len(absent) == 12:
        raise TooShort("missing months leave no thirteen months in a row, which a season needs")
    if absent:
        raise TooShort(f"missing months leave no year of data around {', '.join(absent)}")
    means = {month: math.fsum(ratios) / len(ratios) for month, ratios in found.items()}
    scale = math.fsum(means.values()) / 12
    if scale <= 0:
        raise TooShort("the values are not above zero, so they have no season")
    return {month: factor / scale for month, factor in means.items()}


def _centred(values: Monthly, at: str) -> float | None:
    """The 12-month average centred on a month; None where one of its thirteen months is missing."""
    months = [periods.plus(at, step) for step in range(-6, 7)]
    if any(month not in values for month in months):
        return None
    first, *between, last = (values[month] for month in months)
    return (math.fsum(between) + (first + last) / 2) / 12


def removed(values: Monthly, by: Mapping[int, float]) -> dict[str, float]:
    """Each month's value ÷ the factor of its month (METHODS M5).

    Raises:
        TooShort: where a factor is zero, so that the months cannot be told apart from their season.
    """
    if not all(by.values()):
        raise TooShort("a month is always zero, so its season cannot be removed")
    return {month: value / by[periods.split(month)[1]] for month, value in values.items()}
