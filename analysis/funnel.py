"""Funnels of proportions of people, with additive over-dispersion (METHODS M9).

Spiegelhalter 2005, Quality and Safety in Health Care 14:347. For proportions and rates of people only: delayed days
are no independent events. Say "unusual even after allowing for ordinary differences between areas".
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.limits import mean
from analysis.rates import Refused

K95, K998 = 1.96, 3.0902
LEAST_AREAS, LEAST_PEOPLE = 20, 20
WINSOR = 0.1
UNUSUAL, VERY_UNUSUAL, ORDINARY = "unusual", "very unusual", "ordinary"


@dataclass(frozen=True)
class Share:
    """People with a result, of those counted, in one area."""

    count: float
    of: float


@dataclass(frozen=True)
class Funnel:
    """centre: Σ counts ÷ Σ bases; dispersion: φ; tau2: the variance between areas, on the arcsine scale."""

    centre: float
    dispersion: float
    tau2: float

    def limits(self, of: float, k: float = K95) -> tuple[float, float]:
        """sin²(y0 ± k·√(s² + τ²)) for a base, kept within 0 to 1."""
        middle, reach = _arc(self.centre), k * math.sqrt(1 / (4 * of) + self.tau2)
        low, high = max(0.0, middle - reach), min(math.pi / 2, middle + reach)
        return math.sin(low) ** 2, math.sin(high) ** 2

    def place(self, share: Share) -> str:
        """``very unusual`` outside the 99.8 % limits, ``unusual`` outside the 95 % limits, else ``ordinary``."""
        for word, k in ((VERY_UNUSUAL, K998), (UNUSUAL, K95)):
            low, high = self.limits(share.of, k)
            if not low <= share.count / share.of <= high:
                return word
        return ORDINARY


def funnel(areas: Mapping[str, Share]) -> Funnel:
    """The funnel of all areas.

    Raises:
        Refused: with fewer than 20 areas, or fewer than 20 people in one of them.
    """
    if len(areas) < LEAST_AREAS:
        raise Refused(f"{len(areas)} areas can be compared and {LEAST_AREAS} are needed: no funnel")
    small = sum(share.of < LEAST_PEOPLE for share in areas.values())
    if small:
        raise Refused(f"{small} area{'' if small == 1 else 's'} with fewer than {LEAST_PEOPLE} people: no funnel")
    return fitted(list(areas.values()))


def fitted(shares: Sequence[Share]) -> Funnel:
    """The arithmetic, without any refusal.

    y = arcsin√p, s = 1/(2√n), z = (y − y0)/s winsorised at its 10th and 90th percentiles, φ = mean z²,
    τ² = max(0, (Iφ − (I−1)) ÷ (Σw − Σw²/Σw)), w = 1/s².
    """
    centre = math.fsum(share.count for share in shares) / math.fsum(share.of for share in shares)
    z = [(_arc(share.count / share.of) - _arc(centre)) * 2 * math.sqrt(share.of) for share in shares]
    low, high = percentile(z, WINSOR), percentile(z, 1 - WINSOR)
    dispersion = mean([min(max(one, low), high) ** 2 for one in z])
    weights = [4 * share.of for share in shares]
    total = math.fsum(weights)
    spread = total - math.fsum(weight * weight for weight in weights) / total
    extra = len(shares) * dispersion - (len(shares) - 1)
    return Funnel(centre, dispersion, max(0.0, extra / spread) if spread else 0.0)


def _arc(share: float) -> float:
    return math.asin(math.sqrt(share))


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which a share lies, by linear interpolation between order statistics (Hyndman and Fan 7)."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])
