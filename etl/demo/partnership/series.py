"""How values are drawn: a level with growth, season, noise and effects, then people by chance.

Counts and rates: base · (1+g)^(t/12) · exp(a·cos(2π(month − peak)/12) + u) · Π(1 + effect·ramp), then Poisson.
Proportions: base + a·cos(…) + u + Σ effect·ramp in points, then Binomial(n). u is AR(1) with marginal deviation σ
and lag-1 correlation ρ. Every series has random numbers of its own, so that one can be drawn anew alone.
"""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from domain import periods
from etl.demo.figures import MONTHS, Effect
from etl.local.exact import DAYS

COUNT, VALUE, SHARE, POINTS = "count", "value", "share", "points"
QUARTERS = tuple(month for month in MONTHS if periods.split(month)[1] % 3 == 1)


@dataclass(frozen=True)
class Series:
    """The rule of one indicator in one area.

    form: ``count`` (Poisson), ``value`` (as it is drawn), ``share`` (of n people) or ``points`` (a share as it is
    drawn). base: per cent, or a month's level, of a day where ``per`` names a kind of day. growth: a year; of
    shares in points. season: amplitude and month of the peak. sigma, rho: of a month or a quarter. n: least and
    most people.
    """

    form: str
    base: float
    n: tuple[int, int] = (0, 0)
    growth: float = 0.0
    season: tuple[float, int] = (0.0, 1)
    sigma: float = 0.0
    rho: float = 0.0
    quarterly: bool = False
    per: str = ""
    first: str = MONTHS[0]

    @property
    def periods(self) -> tuple[str, ...]:
        """First months of its periods, from the first that is held."""
        return tuple(month for month in (QUARTERS if self.quarterly else MONTHS) if month >= self.first)


def levels(rule: Series, effects: Sequence[Effect], rng: random.Random) -> list[float]:
    """The level of every period, before people come in by chance."""
    found, noise = [], rng.gauss(0, rule.sigma)
    for month in rule.periods:
        t = MONTHS.index(month)
        season = rule.season[0] * math.cos(2 * math.pi * (periods.split(month)[1] - rule.season[1]) / 12)
        ramps = [effect.size * _ramp(effect, t, quarterly=rule.quarterly) for effect in effects]
        if rule.form in (SHARE, POINTS):
            found.append(rule.base + rule.growth * t / 12 + season + noise + sum(ramps))
        else:
            level = rule.base * (1 + rule.growth) ** (t / 12) * math.exp(season + noise)
            found.append(level * math.prod(1 + one for one in ramps))
        noise = rule.rho * noise + rng.gauss(0, rule.sigma * math.sqrt(1 - rule.rho**2))
    return found


def drawn(rule: Series, effects: Sequence[Effect], rng: random.Random) -> list[tuple[float, int]]:
    """Value and base of every period: a count, a value, or how many of how many people."""
    found: list[tuple[float, int]] = []
    for month, level in zip(rule.periods, levels(rule, effects, rng), strict=True):
        if rule.form == COUNT:
            found.append((poisson(level * (DAYS[rule.per](month) if rule.per else 1), rng), 0))
        elif rule.form == SHARE:
            people = rng.randint(*rule.n)
            found.append((binomial(people, min(max(level, 0.0), 100.0) / 100, rng), people))
        else:
            found.append((level, 0))
    return found


def poisson(mean: float, rng: random.Random) -> int:
    """A Poisson number: arrivals of an exponential clock, in stretches that keep the exponent in range."""
    count, left = 0, mean
    while left > 0:
        stretch = min(left, 500.0)
        left -= stretch
        limit, product = math.exp(-stretch), rng.random()
        while product > limit:
            count += 1
            product *= rng.random()
    return count


def binomial(n: int, share: float, rng: random.Random) -> int:
    """How many of n people."""
    return sum(rng.random() < share for _ in range(n))


def _ramp(effect: Effect, t: int, *, quarterly: bool) -> float:
    """Of a month, or the mean of a quarter's months."""
    steps = [effect.ramp(t + step) for step in range(3 if quarterly else 1)]
    return sum(steps) / len(steps)
