"""What a control chart is made of: options, points, phases (SPC; rules as in NHS England's "Making Data Count").

Limits are never clipped here: a chart of shares draws them clipped and keeps the numbers.
"""

from dataclasses import dataclass

RULES = ("outside", "trend", "two_in_three", "shift")
INTERFACE, NHSR = "interface", "nhsr"
NONE, TRIAL, FULL = "none", "trial", "full"


@dataclass(frozen=True)
class Options:
    """The rules of a chart.

    multiplier:      limits are the mean ± multiplier × mean moving range (2.66, or 3 ÷ 1.128 in some tools).
    screen:          drop moving ranges of 3.267 × their mean and more, once, before the mean is taken.
    shift:           consecutive points strictly on one side of the mean that are a shift.
    trend:           consecutive points that rise (or fall) at every step and are a trend.
    count_beyond:    points beyond a limit count in two-in-three.
    third_same_side: all three points of two-in-three lie on one side of the mean.
    precedence:      every rule, the one that names and directs a point first.
    baseline:        the first so many points of each phase fix its limits (a missing point counts);
                     None for all.
    least:           fewest points with which limits are drawn.
    full:            fewest points with which limits are more than trial limits.
    """

    multiplier: float = 2.66
    screen: bool = False
    shift: int = 7
    trend: int = 6
    count_beyond: bool = True
    third_same_side: bool = True
    precedence: tuple[str, ...] = RULES
    baseline: int | None = None
    least: int = 6
    full: int = 13

    def __post_init__(self) -> None:
        if sorted(self.precedence) != sorted(RULES):
            raise ValueError(f"precedence is {self.precedence}: name each of {', '.join(RULES)} once")
        if self.multiplier <= 0 or min(self.shift, self.trend, self.least) < 2:
            raise ValueError("the multiplier must be above 0, and shift, trend and least at least 2")
        if self.baseline is not None and self.baseline < 2:
            raise ValueError(f"a baseline of {self.baseline} points fixes no limits: 2 is the least")


PROFILES: dict[str, Options] = {
    INTERFACE: Options(),
    NHSR: Options(screen=True, trend=7, count_beyond=False),
}


@dataclass(frozen=True)
class Point:
    """One point: its value (None where missing), the lines of its phase there, and every rule it meets.

    mean and limits are None in a phase without limits. moving_range: distance from the point before; None
    after a gap and at the start of a phase. side: of the mean, 0 when on it. rules: all that fire, first by
    precedence first; rule: that first one, ``""`` for none; direction: of that rule, 1 up, -1 down, 0 none
    (the slope of a trend, else the side).
    """

    value: float | None
    phase: int
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    near_lower: float | None = None
    near_upper: float | None = None
    moving_range: float | None = None
    side: int = 0
    rules: tuple[str, ...] = ()
    rule: str = ""
    direction: int = 0


@dataclass(frozen=True)
class Phase:
    """A stretch with its own limits; nothing crosses into another.

    first, last: indices of its points; points: how many have a value; gaps: how many have none. kind: of the
    points that made the limits, ``none`` (fewer than 6, no limits), ``trial`` (6 to 12) or ``full``.
    notes: what has to be said of the limits, in words.
    """

    number: int
    first: int
    last: int
    points: int
    gaps: int
    mean: float | None
    mean_moving_range: float | None
    lower: float | None
    upper: float | None
    kind: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A series with its limits and signals, independent of any drawing."""

    points: tuple[Point, ...]
    phases: tuple[Phase, ...]
    options: Options

    @property
    def latest(self) -> Point | None:
        """The last point that has a value."""
        return next((point for point in reversed(self.points) if point.value is not None), None)

    @property
    def missing(self) -> tuple[int, ...]:
        """Indices of the points without a value."""
        return tuple(index for index, point in enumerate(self.points) if point.value is None)

    @property
    def flagged(self) -> float:
        """Share of the points of trial and full phases that meet a rule; 0 without such points."""
        limited = {phase.number for phase in self.phases if phase.kind != NONE}
        judged = [point for point in self.points if point.phase in limited and point.value is not None]
        return sum(bool(point.rules) for point in judged) / len(judged) if judged else 0.0
