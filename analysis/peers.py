"""Peers: the councils most like one in size, age and density (METHODS M12).

Say "similar in size, age and density, not in deprivation or hospital supply". These are nobody's statistical
neighbours, and a user's own list wins.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analysis.limits import mean
from analysis.rates import Refused

NEAREST, OTHER_CLASS = 15, 1.0
VARIABLES = ("ln adults", "% aged 65 and over", "% aged 80 and over of adults", "ln adults per km²")


@dataclass(frozen=True)
class Profile:
    """A council in a year. kind: its class (London, metropolitan, unitary, county)."""

    kind: str
    adults: float
    over_65_pct: float
    over_80_pct: float
    per_km2: float

    @property
    def variables(self) -> tuple[float, ...]:
        """The values that are compared, in the order of VARIABLES."""
        return math.log(self.adults), self.over_65_pct, self.over_80_pct, math.log(self.per_km2)


@dataclass(frozen=True)
class Peer:
    """A council and its distance; other_class: 1 was added because it is of another class."""

    area: str
    distance: float
    other_class: bool


def distance(differences: Sequence[float], sds: Sequence[float]) -> float:
    """√Σ((a − b) ÷ sd)², the Euclidean distance of standardised variables."""
    return math.sqrt(math.fsum((one / sd) ** 2 for one, sd in zip(differences, sds, strict=True)))


def spreads(profiles: Mapping[str, Profile]) -> tuple[float, ...]:
    """The sd (n − 1) of each variable over all councils of the year.

    Raises:
        Refused: with fewer than two councils, or a variable without variation.
    """
    columns = list(zip(*(profile.variables for profile in profiles.values()), strict=True))
    found = []
    for column in columns:
        middle = mean(column)
        found.append(math.sqrt(math.fsum((one - middle) ** 2 for one in column) / max(1, len(column) - 1)))
    if not found or not all(found):
        raise Refused("the councils do not differ, so none is nearer than another")
    return tuple(found)


def peers(profiles: Mapping[str, Profile], of: str, *, most: int = NEAREST) -> tuple[Peer, ...]:
    """The nearest councils, nearest first; equal distances by code, so that the list never depends on the order."""
    if of not in profiles:
        raise Refused("the year holds no population or area for this council: no peers")
    sds, own = spreads(profiles), profiles[of]
    found = []
    for area, profile in profiles.items():
        if area == of:
            continue
        other = profile.kind != own.kind
        differences = [a - b for a, b in zip(own.variables, profile.variables, strict=True)]
        found.append(Peer(area, distance(differences, sds) + OTHER_CLASS * other, other))
    return tuple(sorted(found, key=lambda peer: (peer.distance, peer.area))[:most])
