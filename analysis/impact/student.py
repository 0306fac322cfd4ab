"""Student's t distribution for whole degrees of freedom, and quantiles of mixtures of it (METHODS M13).

Abramowitz and Stegun 1964, 26.7.3 and 26.7.4: finite sums, exact for whole degrees of freedom and quick on arrays.
"""

import functools
import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
MOST_STEPS = 100


def cdf(t: Array, df: int) -> Array:
    """P(T ≤ t) = ½(1 + A), where sin²θ = t² ÷ (ν + t²).

    A = sin θ·S for even ν, 2/π·(θ + sin θ·cos θ·S) for odd ν, with S = 1 + ½·cos²θ·(1 + ¾·cos²θ·(1 + …)) for
    even ν, and with ⅔, ⅘ … for odd ν, up to (ν−3)/(ν−2).
    """
    sine, square = t / np.sqrt(df + t * t), df / (df + t * t)
    total = np.ones_like(square) if df > 1 else np.zeros_like(square)
    for k in range(df - 3, 0, -2):
        total = 1 + square * (k / (k + 1)) * total
    if df % 2 == 0:
        return 0.5 + sine * total / 2
    angle = np.arctan(t / math.sqrt(df))
    return 0.5 + (angle + sine * np.sqrt(square) * total) / math.pi


def pdf(t: Array, df: int) -> Array:
    """Γ((ν+1)/2) ÷ (√(νπ)·Γ(ν/2)) · (1 + t²/ν)^(−(ν+1)/2)."""
    scale = math.exp(math.lgamma((df + 1) / 2) - math.lgamma(df / 2)) / math.sqrt(df * math.pi)
    return scale * (1 + t * t / df) ** (-(df + 1) / 2)


@functools.lru_cache(maxsize=1024)
def quantile(share: float, df: int) -> float:
    """The t below which a share (0 to 1, ends excluded) of the distribution lies: 2.0423 for 0.975 and 30."""
    reach = 1.0
    while cdf(np.array(reach), df) < max(share, 1 - share):
        reach *= 2
    low, high = -reach, reach
    for _ in range(MOST_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if cdf(np.array(middle), df) < share else (low, middle)
    return (low + high) / 2


def mixture_quantiles(shares: Sequence[float], weights: Array, centres: Array, scales: Array, df: int) -> Array:
    """Quantiles of Σ weight · t(ν) around centre, with scale: Newton's steps, kept between ends that bisect.

    A quantile of a mixture lies between the smallest and the largest of its parts' quantiles.
    """
    wanted = np.array(shares)
    parts = centres + np.array([quantile(share, df) for share in shares])[:, None] * scales
    low, high = parts.min(axis=1), parts.max(axis=1)
    found = parts @ weights
    for _ in range(MOST_STEPS):
        t = (found[:, None] - centres) / scales
        excess = cdf(t, df) @ weights - wanted
        low, high = np.where(excess < 0, found, low), np.where(excess > 0, found, high)
        step = found - excess / (pdf(t, df) @ (weights / scales))
        following = np.where((step >= low) & (step <= high), step, (low + high) / 2)
        if np.all(np.abs(following - found) <= 1e-9 * scales.min()):
            return following
        found = following
    return found
