"""Made-up series for the tests of evidence."""

import numpy as np

from domain import periods

MONTHS = periods.span("2015-04", "2019-03")
START, LAST = "2017-10", "2019-03"


def ar1(rng: np.random.Generator, length: int, sd: float, rho: float) -> np.ndarray:
    """Noise with marginal standard deviation sd and lag-1 correlation rho."""
    found = np.empty(length)
    found[0] = rng.normal(0, sd)
    for at in range(1, length):
        found[at] = rho * found[at - 1] + rng.normal(0, sd * (1 - rho * rho) ** 0.5)
    return found


def series(seed: int = 1, *, effect: float = 0.0, start: str = START, sd: float = 0.03, level: float = 100.0) -> dict:
    """48 months with a small trend and season, and an effect (a share) from a month on."""
    noise = ar1(np.random.default_rng(seed), len(MONTHS), sd, 0.3)
    return {
        month: level
        * float(np.exp(noise[at] + 0.002 * at + 0.02 * np.cos(2 * np.pi * at / 12)))
        * (1 + effect * (month >= start))
        for at, month in enumerate(MONTHS)
    }
