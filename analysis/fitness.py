"""Whether a series is fit for a control chart, and which mark it may carry (METHODS M4 and M7).

Control limits assume independent points; most delay series are strongly autocorrelated, so r1, the lag-1
autocorrelation of the latest phase, decides between an icon, a direction in words, and neither.
"""

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.limits import NO_VARIATION, held, mean, slack
from analysis.points import FULL, NONE, Chart, Phase, Point

ICON, DIRECTION = "icon", "direction"
DEPENDENT, ENOUGH = 0.3, 20
MOST_R1 = 0.99
STEEP = 0.02  # of the mean, a year (METHODS M5)
CHANCES = ((0.0, 0.012), (0.3, 0.061), (0.5, 0.135), (0.7, 0.283))

Series = Chart | Sequence[Point] | Sequence[float | None]


@dataclass(frozen=True)
class Fitness:
    """Fitness of the latest phase.

    points: with a value; flagged: how many of them meet a rule; kind: ``icon``, ``direction`` (the latest 12
    months against the 12 before, in words) or ``none``; why: one plain sentence.
    """

    r1: float | None
    points: int
    flagged: int
    kind: str
    why: str


def r1(series: Series) -> float | None:
    """Lag-1 autocorrelation on residuals from the phase mean (METHODS M4; Box and Jenkins 1970).

    Σ eₜ·eₜ₋₁ ÷ Σ eₜ² over all points; where months are missing both sums are averages over the pairs and points
    held, as in R's ``acf(na.action = na.pass)``. Months across a gap or a phase edge are no pairs.

    Args:
        series: a chart (its latest phase), points, or the values of one phase; None is a missing month.

    Returns:
        r1, kept within ±0.99 so that intervals stay finite; None without variation or without pairs.
    """
    parts = [_residuals(part) for part in _parts(series)]
    squares = [e * e for part in parts for e in part if e is not None]
    pairs = [a * b for part in parts for a, b in itertools.pairwise(part) if a is not None and b is not None]
    if not pairs or not any(squares):
        return None
    found = math.fsum(pairs) / (len(pairs) + 1) / mean(squares)
    return max(-MOST_R1, min(MOST_R1, found))


def _parts(series: Series) -> list[list[float | None]]:
    """Values by phase."""
    if isinstance(series, Chart):
        return [[point.value for point in _latest(series)]]
    phases: dict[int, list[float | None]] = {}
    for one in series:
        phase, value = (one.phase, one.value) if isinstance(one, Point) else (0, one)
        phases.setdefault(phase, []).append(value)
    return list(phases.values())


def _residuals(values: Sequence[float | None]) -> list[float | None]:
    points, tiny = held(values), slack(values)
    middle = mean(points) if points else 0.0
    return [None if value is None else 0.0 if abs(value - middle) <= tiny else value - middle for value in values]


def _latest(chart: Chart) -> tuple[Point, ...]:
    """The points of the latest phase."""
    if not chart.phases:
        return ()
    phase = chart.phases[-1]
    return chart.points[phase.first : phase.last + 1]


def widened(phase: Phase, r1: float) -> tuple[float, float]:
    """Limits for months that are not independent: mean ± 2.66 · mR̄ ÷ √(1 − r1), run rules off (METHODS M4).

    A negative r1 leaves the limits as they are. Raises ValueError for a phase without limits.
    """
    if phase.mean is None or phase.lower is None or phase.upper is None:
        raise ValueError("a phase without limits cannot be widened")
    reach = (phase.upper - phase.mean) / math.sqrt(1 - max(0.0, min(MOST_R1, r1)))
    return phase.mean - reach, phase.mean + reach


def chance(r1: float | None) -> float:
    """Chance that a steady series shows an icon on its latest point (METHODS M4, simulated; M7).

    Linear between 0.012, 0.061, 0.135 and 0.283 at r1 0, 0.3, 0.5 and 0.7, held beyond; without r1 as at 0.
    """
    at = r1 or 0.0
    if at <= CHANCES[0][0]:
        return CHANCES[0][1]
    for (left, low), (right, high) in itertools.pairwise(CHANCES):
        if at <= right:
            return low + (high - low) * (at - left) / (right - left)
    return CHANCES[-1][1]


def by_chance(r1s: Iterable[float | None]) -> float:
    """Icons that chance alone would show on so many steady series: the sum of their chances (METHODS M7)."""
    return math.fsum(chance(one) for one in r1s)


def fitness(chart: Chart) -> Fitness:
    """Which mark the latest phase may carry, and why (METHODS M4).

    No limits, no variation, fewer than 13 points, or more than half of the points flagged: none. Otherwise a
    direction where r1 is 0.3 or more over 20 points or more, else an icon.
    """
    points = _latest(chart)
    values = sum(point.value is not None for point in points)
    flagged = sum(bool(point.rules) for point in points)
    found = r1(chart)
    return Fitness(found, values, flagged, *_mark(chart, values, flagged, found))


def on_a_level(found: Fitness, slope: float | None) -> Fitness:
    """The same fitness, with a direction in place of an icon where a trend of over 2 % a year runs through the phase.

    Such a series is read around its trend line or not at all (METHODS M5). This product reads it not at all: level
    limits stay, because other tools draw them too, but no icon is taken from them.

    Args:
        found: fitness of the latest phase.
        slope: of the latest phase, as a share of its mean a year; None where there is none.
    """
    if slope is None or abs(slope) <= STEEP or found.kind != ICON:
        return found
    return replace(found, kind=DIRECTION, why="A trend runs through the months, which level limits do not show.")


def _mark(chart: Chart, values: int, flagged: int, found: float | None) -> tuple[str, str]:
    phase = chart.phases[-1] if chart.phases else None
    if phase is None or phase.kind == NONE:
        return NONE, "There are too few points for limits."
    if NO_VARIATION in phase.notes:
        return NONE, "The values do not vary, so limits would mean nothing."
    if flagged * 2 > values:
        return NONE, "This series has no stable level: read the trend, or split it at a named event."
    if phase.kind != FULL:
        return NONE, "The limits are trial limits: there are too few points for an icon."
    if found is not None and found >= DEPENDENT and values >= ENOUGH:
        return DIRECTION, "Months are not independent: expect false signals."
    return ICON, "The series is steady enough to tell a signal from chance."


def icon(chart: Chart, good: str) -> str:
    """The class of the latest point, where the latest phase may carry an icon (Making Data Count; METHODS M4).

    Args:
        chart: of one series.
        good: the direction of improvement, ``up``, ``down`` or ``none``.

    Returns:
        ``improving``, ``worsening``; ``higher`` or ``lower`` where neither direction is good; ``common`` for a
        point that meets no rule; ``""`` where no icon may be shown.
    """
    latest = chart.latest
    if latest is None or fitness(chart).kind != ICON:
        return ""
    if not latest.rule:
        return "common"
    if good not in {"up", "down"}:
        return "higher" if latest.direction > 0 else "lower"
    return "improving" if (latest.direction > 0) == (good == "up") else "worsening"
