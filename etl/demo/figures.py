"""Invented monthly figures: the rules of the example partnership, then whole days in every cell.

A count or rate is ``base x growth x season x noise x effects``; noise is AR(1) with marginal deviation ``sigma``
and lag-1 correlation ``rho``; an effect sets in over three months (thirds). The same seed gives the same figures.
"""

import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from domain import periods
from etl.demo.councils import AMBERMOOR, QUILLSHIRE, SALTMARROW, Council
from etl.demo.salts import stream

MONTHS = periods.span("2015-04", "2019-03")
TURN = periods.gap("2015-04", "2017-03")  # delays rise before March 2017 and fall after it
TROUGH = periods.gap("2015-04", "2018-01")
# Winter taskforce of Ambermoor: fixed shocks to NHS delays, October 2017 to March 2018.
SHOCKS = dict(zip(periods.span("2017-10", "2018-03"), (0.25, 0.45, 0.50, 0.15, 0.0, -0.03), strict=True))


@dataclass(frozen=True)
class Rule:
    """A monthly series: base, growth by month, season (amplitude and peak month), noise (sigma, rho)."""

    base: float
    growth: Callable[[int], float]
    amplitude: float
    peak: int
    sigma: float
    rho: float

    def values(
        self, rng: random.Random, effects: tuple["Effect", ...] = (), quiet: Mapping[str, float] | None = None
    ) -> list[float]:
        """One value a month; months in ``quiet`` take that shock instead of noise."""
        shocks, values, noise = quiet or {}, [], rng.gauss(0, self.sigma)
        for t, month in enumerate(MONTHS):
            season = self.amplitude * math.cos(2 * math.pi * (periods.split(month)[1] - self.peak) / 12)
            level = self.base * self.growth(t) * math.exp(season + (0 if month in shocks else noise))
            for effect in effects:
                level *= 1 + effect.size * effect.ramp(t)
            values.append(level * (1 + shocks.get(month, 0)))
            noise = self.rho * noise + rng.gauss(0, self.sigma * math.sqrt(1 - self.rho**2))
        return values


@dataclass(frozen=True)
class Effect:
    """A lasting change of a share ``size`` from a month on, setting in over three months."""

    size: float
    start: str

    def ramp(self, t: int) -> float:
        """0 before the start, then a third, two thirds, all of it."""
        after = t - periods.gap(MONTHS[0], self.start)
        return min(max(after + 1, 0), 3) / 3


def partnership_growth(t: int) -> float:
    """Delays of the three councils: up 12 % a year to March 2017, then down 9 % a year."""
    return float(1.12 ** (min(t, TURN) / 12) * 0.91 ** (max(t - TURN, 0) / 12))


def national_growth(t: int) -> float:
    """Delays elsewhere: up 12 % a year to March 2017, down by about a quarter to January 2018, then steady."""
    fall = min(max(t - TURN, 0), TROUGH - TURN)
    return float(1.12 ** (min(t, TURN) / 12) * 0.74 ** (fall / (TROUGH - TURN)) * 0.97 ** (max(t - TROUGH, 0) / 12))


def steady(_: int) -> float:
    """No growth."""
    return 1.0


def yearly(rate: float) -> Callable[[int], float]:
    """A constant yearly rate of growth."""
    return lambda t: float((1 + rate) ** (t / 12))


@dataclass(frozen=True)
class Delays:
    """People delayed on an average day in one council, month by month.

    bodies: by responsible body. placement: waiting for a care-home place in acute hospitals (reasons DI and DII),
    and choice: waiting for patient or family choice (reason G), where a rule sets them; non_acute likewise.
    """

    bodies: dict[str, list[float]]
    placement: list[float] | None = None
    non_acute: list[float] | None = None
    choice: list[float] | None = None


Streams = Callable[[str], random.Random]


def _delays(base: float, sigma: float = 0.10) -> Rule:
    return Rule(base, partnership_growth, 0.03, 10, sigma, 0.5)


def _quillshire(rng: Streams) -> Delays:
    """I01 from its parts: care-home places (S12) and community hospitals (S10), both without growth, and the rest."""
    placement = Rule(24.0, steady, 0, 1, 0.10, 0.4).values(rng("I09"), (Effect(-0.42, "2017-10"),))
    community = Rule(17.5, steady, 0, 1, 0.10, 0.4).values(rng("I13"), (Effect(-0.32, "2017-08"),))
    rest = _delays(68.5, 0.12).values(rng("rest"))
    total = [sum(parts) for parts in zip(placement, community, rest, strict=True)]
    social, both = _delays(39.8).values(rng("social_care")), _delays(7.5).values(rng("both"))
    nhs = [t - s - b for t, s, b in zip(total, social, both, strict=True)]
    return Delays({"nhs": nhs, "social_care": social, "both": both}, placement, community)


def _ambermoor(rng: Streams) -> Delays:
    """NHS with the winter shocks (S19), social care with home first (S11), choice without any effect (S16)."""
    nhs = Rule(14.0, steady, 0, 10, 0.08, 0.4).values(rng("nhs"), quiet=SHOCKS)
    social = _delays(11.1).values(rng("social_care"), (Effect(-0.15, "2018-03"),))
    choice = Rule(3.2, steady, 0, 1, 0.12, 0.3).values(rng("I18"))
    return Delays({"nhs": nhs, "social_care": social, "both": [0.0] * len(MONTHS)}, choice=choice)


def _saltmarrow(rng: Streams) -> Delays:
    """Social care with seven-day social work (S07)."""
    nhs, both = _delays(20.5, 0.12).values(rng("nhs")), _delays(3.5, 0.12).values(rng("both"))
    social = _delays(16.0).values(rng("social_care"), (Effect(-0.12, "2018-01"),))
    return Delays({"nhs": nhs, "social_care": social, "both": both})


# The rules of the partnership's councils, given the random numbers of each of their series.
PARTNERS: dict[str, Callable[[Streams], Delays]] = {
    QUILLSHIRE: _quillshire,
    AMBERMOOR: _ambermoor,
    SALTMARROW: _saltmarrow,
}


def delays_of(council: Council, seed: int) -> Delays:
    """The invented delays of one council; each council has random numbers of its own."""
    if council.name in PARTNERS:
        return PARTNERS[council.name](lambda series: stream(seed, f"{council.name}/{series}"))
    return _ordinary(council, random.Random(f"{seed}/{council.nhs_code}"), seed)


def _ordinary(council: Council, rng: random.Random, seed: int) -> Delays:
    """A council with no story: its own level, split and noise around the national path, and months all share."""
    social = min(max(rng.gauss(0.34, 0.07), 0.15), 0.6)
    both = min(max(rng.gauss(0.07, 0.03), 0.0), 0.15)
    shares = {"nhs": 1 - social - both, "social_care": social, "both": both}
    sigma, rho = 0.16 if council.beds < 20 else 0.11, rng.uniform(0.4, 0.75)
    drift = yearly(rng.gauss(0, 0.05))
    shared = Rule(1.0, steady, 0, 1, 0.022, 0.45).values(random.Random(f"{seed}/shared"))
    rule = {
        b: Rule(council.beds * s, lambda t: national_growth(t) * drift(t) * shared[t], 0.03, 10, sigma, rho)
        for b, s in shares.items()
    }
    return Delays({body: rule[body].values(rng) for body in shares})


def admissions(seed: int) -> list[float]:
    """Emergency admissions a day, England of the demonstration: up 3 % a year, highest in January."""
    rng = random.Random(f"{seed}/admissions")
    return Rule(5_450, yearly(0.03), 0.025, 1, 0.008, 0.4).values(rng)
