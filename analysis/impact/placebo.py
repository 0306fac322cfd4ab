"""Placebo areas: would areas without the scheme look as striking? (METHODS M15)

The permutation of the treated area (Abadie, Diamond and Hainmueller 2010, Journal of the American Statistical
Association 105:493), over every area that is large enough, not over peers: with 15 the least p is 1/16.
"""

import math
import statistics
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from analysis.change import Monthly
from analysis.impact.window import Window
from analysis.limits import mean
from analysis.rates import Refused

PRE, POST, LEAST_OTHERS, LEAST_BEDS = 24, 12, 39, 5.0
PASSES = 0.10


@dataclass(frozen=True)
class Placebo:
    """statistic: ours; others: of every other area, to draw; extreme: how many of them are at least as far out."""

    statistic: float
    others: dict[str, float]
    extreme: int
    p: float

    @property
    def passed(self) -> bool:
        """Whether p ≤ 0.10, as *working* asks."""
        return self.p <= PASSES + 1e-12


def placebo_areas(areas: Mapping[str, Monthly], window: Window, *, ours: str, without: Collection[str] = ()) -> Placebo:
    """ln(mean of 12 months after ÷ mean of 24 before), less the median over all areas, and its rank.

    p = (1 + others at least as extreme, either side) ÷ (1 + others). Pool: areas with 5 or more beds a day in the
    months before and with complete windows; ``without``: partners that run the scheme. The months are the latest 24
    before the start (less those that M17 leaves out) and the first 12 after the roll-in.

    Raises:
        Refused: when our own area is not in the pool, or with fewer than 39 others.
    """
    pre, post = window.pre[-PRE:], window.post[:POST]
    if len(pre) < PRE or len(post) < POST:
        raise Refused(f"placebo areas need {PRE} months before and {POST} after; there are {len(pre)} and {len(post)}")
    before = [month for month in pre if month not in window.left_out]
    changes = {
        area: change
        for area, values in areas.items()
        if area not in without and (change := _change(values, before, post)) is not None
    }
    if ours not in changes:
        raise Refused("our own area has under 5 beds a day, or a missing month: no placebo test")
    return rank(changes, ours)


def rank(changes: Mapping[str, float], ours: str) -> Placebo:
    """The rank of our change among those of all areas.

    Raises:
        Refused: with fewer than 39 others, as p could not reach 0.025.
    """
    if len(changes) - 1 < LEAST_OTHERS:
        raise Refused(f"{len(changes) - 1} other areas can be compared and {LEAST_OTHERS} are needed: no placebo test")
    middle = statistics.median(changes.values())
    distances = {area: change - middle for area, change in changes.items()}
    own = distances.pop(ours)
    extreme = sum(abs(distance) >= abs(own) - 1e-12 for distance in distances.values())
    return Placebo(own, distances, extreme, (1 + extreme) / (1 + len(distances)))


def _change(values: Monthly, before: Collection[str], after: Collection[str]) -> float | None:
    """The statistic of one area; None when it is small or a month is missing."""
    if any(month not in values for month in (*before, *after)):
        return None
    then, now = mean([values[month] for month in before]), mean([values[month] for month in after])
    return math.log(now / then) if then >= LEAST_BEDS and now > 0 else None
