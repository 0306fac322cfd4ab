"""How often the 95 % interval of the interrupted time series holds the truth: ``python -m benchmarks.coverage``.

METHODS M13 asks for 93 to 99 % for ρ up to 0.7 with 24 and more months before. Series are noise with AR(1): the model
is linear, so trend, season and effect change nothing.
"""

import sys
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from analysis.impact.its import interrupted
from benchmarks.report import Line
from benchmarks.stage import Stage

RHOS = (0.0, 0.3, 0.5, 0.7)
WINDOWS = ((24, 12), (36, 12))
RUNS, SEED = 300, 20260401
LEAST, MOST = 0.93, 0.99


@dataclass(frozen=True)
class Covered:
    """Coverage of one design: the interval of the product, least squares beside it, and milliseconds of a fit."""

    pre: int
    post: int
    rho: float
    runs: int
    mixture: float
    ordinary: float
    ms: float

    @property
    def met(self) -> bool:
        """Whether it is 93 to 99 %, give or take two standard errors of so many runs."""
        slack = 2 * (LEAST * (1 - LEAST) / self.runs) ** 0.5
        return LEAST - slack <= self.mixture <= min(1.0, MOST + slack)


def coverage(*, runs: int = RUNS, seed: int = SEED) -> tuple[Covered, ...]:
    """Coverage for every ρ and window."""
    return tuple(_covered(pre, post, rho, runs, seed) for pre, post in WINDOWS for rho in RHOS)


def _covered(pre: int, post: int, rho: float, runs: int, seed: int) -> Covered:
    drawn = np.random.default_rng([seed, pre, int(rho * 100)])
    times = np.arange(float(pre + post)) - pre
    held = np.zeros(2)
    start = perf_counter()
    for _ in range(runs):
        found = interrupted(_noise(drawn, pre + post, rho), times, m=post)
        held += [found.effect.low <= 0 <= found.effect.high, found.ordinary.low <= 0 <= found.ordinary.high]
    took = (perf_counter() - start) / runs * 1000
    return Covered(pre, post, rho, runs, float(held[0] / runs), float(held[1] / runs), took)


def _noise(drawn: np.random.Generator, length: int, rho: float) -> np.ndarray:
    steps = drawn.normal(size=length)
    found = steps.copy()
    for at in range(1, length):
        found[at] = rho * found[at - 1] + (1 - rho * rho) ** 0.5 * steps[at]
    return found


def measure(_: Stage) -> list[Line]:
    """Coverage as lines; the bar is the lower end of what METHODS M13 asks for."""
    return [
        Line.of(
            f"coverage: {one.pre} + {one.post} months, ρ {one.rho:g}",
            "%",
            [100 * one.mixture],
            [100 * one.ordinary],
            rising=True,
            note=f"{one.runs} runs; least squares beside it; {'within' if one.met else 'outside'} 93 to 99 %",
        )
        for one in coverage()
    ]


def main() -> int:
    """Print the table; 1 where a design is outside."""
    found = coverage()
    print("months  ρ    95 % interval holds   least squares   ms a fit")
    for one in found:
        months = f"{one.pre}+{one.post}"
        print(f"{months:7} {one.rho:.1f} {one.mixture:>19.1%}   {one.ordinary:>13.1%}   {one.ms:8.2f}")
    return int(not all(one.met for one in found))


if __name__ == "__main__":
    sys.exit(main())
