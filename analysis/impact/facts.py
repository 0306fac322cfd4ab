"""What has to be known of a scheme and one of its indicators before a verdict (METHODS M21)."""

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.impact.effect import Effect
from domain import periods

OUTCOME, PROCESS, BALANCING = "outcome", "process", "balancing"
SERIES, SURVEY = "series", "survey"
APART = 6  # months between starts from which two schemes can be told apart


@dataclass(frozen=True)
class Design:
    """A design and the direction of its reading (its sign counts), for "designs agreeing"."""

    name: str
    value: float


@dataclass(frozen=True)
class Facts:
    """The facts of one scheme and one indicator.

    good: the good direction, ``up`` or ``down``. role: outcome, process or balancing. source: a monthly or quarterly
    ``series``, or a ``survey`` (pooled answers or published margins), which needs no 24 months before (M20).
    outputs: delivered ÷ planned over the months after the roll-in; None where none are planned.
    post_months: after the roll-in, while it ran (of a survey, the months that its rounds after stand for).
    pre_months: held before the start, those that M17 leaves out included.
    also_claimed_by: schemes of ``claimed_by_others``.
    effect: of the registered primary design, after M17 where it fired; where peers exist that is the controlled
    design. None with the reason's code in ``refused`` (see analysis.impact.reasons) and its words in ``refused_words``.
    expected: the registered effect in the unit of ``effect``, with its sign (−0.2 is 20 % less).
    selection_checked: M17 was applied. peers: a comparison exists; then pre_trend_passed and placebo_p count.
    could_show: of M19; False for never. chosen_afterwards: the primary was changed after data were seen.
    """

    good: str
    role: str = OUTCOME
    source: str = SERIES
    started: bool = True
    ended: bool = False
    outputs: float | None = None
    post_months: int = 0
    pre_months: int = 0
    born_with_scheme: bool = False
    also_claimed_by: tuple[str, ...] = ()
    effect: Effect | None = None
    refused: str = ""
    refused_words: str = ""
    expected: float | None = None
    selection_checked: bool = False
    peers: bool = False
    pre_trend_passed: bool | None = None
    placebo_p: float | None = None
    could_show: bool | None = None
    chosen_afterwards: bool = False
    designs: tuple[Design, ...] = ()

    @property
    def towards_good(self) -> Effect | None:
        """The effect counted so that above 0 is good."""
        return None if self.effect is None else self.effect.towards(self.good)

    @property
    def expected_gain(self) -> float | None:
        """The expected effect counted so that above 0 is good."""
        return self.expected if self.expected is None or self.good == "up" else -self.expected


@dataclass(frozen=True)
class Claim:
    """A scheme's claim on a series: its area and indicator (with any part of it), the role, and the actual start."""

    scheme: str
    area: str
    indicator: str
    role: str
    start: str


def claimed_by_others(claim: Claim, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Other schemes of the area that claim the same series as an outcome and start within 6 months.

    A scheme that never started (an empty start) claims nothing. Balancing indicators are shared without harm: a
    worsening is shown on every scheme that shares one.
    """
    if claim.role == BALANCING or not claim.start:
        return ()
    return tuple(
        other.scheme
        for other in claims
        if other.scheme != claim.scheme
        and (other.area, other.indicator, other.role) == (claim.area, claim.indicator, OUTCOME)
        and other.start
        and abs(periods.gap(claim.start, other.start)) <= APART
    )
