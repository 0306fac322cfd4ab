"""Regression with AR(1) errors, averaged over what the autocorrelation may be (METHODS M13).

For one ρ: generalised least squares (Aitken 1935) with V_ij = ρ^|ti−tj|, so that months that are missing or left
out need no filling in. Over ρ = 0, 0.05 … 0.95: the posterior under a flat prior on ρ and the coefficients and 1/σ
on σ (Zellner and Tiao 1964), a mixture of t distributions. Intervals that plug in one ρ are too narrow in short
series (Turner 2021, BMC Medical Research Methodology 21:181).
"""

import math
from dataclasses import dataclass

import numpy as np

from analysis import fitness
from analysis.impact import student
from analysis.impact.effect import Effect
from analysis.impact.student import Array
from analysis.rates import Refused

RHOS: Array = np.arange(20, dtype=np.float64) * 0.05
SHARES = (0.025, 0.1, 0.5, 0.9, 0.975)
EXACT = 1e-20  # of the sum of squares: what is left then is rounding of the machine


@dataclass(frozen=True)
class Ordinary:
    """Ordinary least squares: a printed diagnostic, never the result. r1: of its residuals, month to month."""

    estimate: float
    se: float
    df: int
    low: float
    high: float
    r1: float | None


@dataclass(frozen=True, eq=False)
class Mixture:
    """Fits over all ρ: the effect (median, 95 % and 80 %), coefficients (mean over ρ), the ρ of most weight."""

    effect: Effect
    coefficients: Array
    rho: float
    df: int


def mixture(x: Array, y: Array, times: Array, column: int) -> Mixture:
    """The coefficient of a column of x, over all ρ.

    Weight of ρ ∝ exp(−½(n−p)·ln RSS − ½·ln|XᵀV⁻¹X| − ½·ln|V|); 2.5, 10, 50, 90 and 97.5 % of the mixture of
    t(n−p) around b(ρ) with se(ρ). times: months, rising.

    Raises:
        Refused: where nothing is left to judge by: too few values, or a series without variation.
    """
    n, p = x.shape
    _check(x, y)
    white, log_v = _whitened(np.column_stack([x, y]), times)
    xs, ys = white[:, :, :p], white[:, :, p]
    inner = xs.transpose(0, 2, 1) @ xs
    inverse = np.linalg.inv(inner)
    b = np.einsum("kij,klj,kl->ki", inverse, xs, ys)
    rss = np.sum((ys - np.einsum("kli,ki->kl", xs, b)) ** 2, axis=1)
    log_weight = -0.5 * ((n - p) * np.log(rss) + np.linalg.slogdet(inner)[1] + log_v)
    weights = np.exp(log_weight - log_weight.max())
    weights /= weights.sum()
    se = np.sqrt(rss / (n - p) * inverse[:, column, column])
    low, low80, value, high80, high = student.mixture_quantiles(SHARES, weights, b[:, column], se, n - p).tolist()
    return Mixture(Effect(value, low, high, low80, high80), weights @ b, float(RHOS[weights.argmax()]), n - p)


def _whitened(columns: Array, times: Array) -> tuple[Array, Array]:
    """Columns with independent errors, for every ρ, and ln|V|.

    AR(1) is a Markov process, so with φ = ρ^(months since the value before) the whitened value is
    (zᵢ − φ·zᵢ₋₁) ÷ √(1 − φ²), and |V| = Π(1 − φ²).
    """
    phi = RHOS[:, None] ** np.diff(times)
    left = 1 - phi * phi
    steps = (columns[1:] - phi[:, :, None] * columns[:-1]) / np.sqrt(left)[:, :, None]
    first = np.broadcast_to(columns[0], (len(RHOS), 1, columns.shape[1]))
    return np.concatenate([first, steps], axis=1), np.log(left).sum(axis=1)


def ordinary(x: Array, y: Array, times: Array, column: int) -> Ordinary:
    """Ordinary least squares of a column of x, with r1 of the residuals (months apart are no pair)."""
    _check(x, y)
    n, p = x.shape
    inverse = np.linalg.inv(x.T @ x)
    b = inverse @ x.T @ y
    residuals = y - x @ b
    se = math.sqrt(float(residuals @ residuals) / (n - p) * float(inverse[column, column]))
    reach = student.quantile(0.975, n - p) * se
    estimate = float(b[column])
    step = int(np.diff(times).min())
    held: list[float | None] = [None] * (int(times[-1] - times[0]) // step + 1)
    for at, residual in zip(times.tolist(), residuals.tolist(), strict=True):
        held[int(at - times[0]) // step] = residual
    return Ordinary(estimate, se, n - p, estimate - reach, estimate + reach, fitness.r1(held))


def _check(x: Array, y: Array) -> None:
    n, p = x.shape
    if n <= p or np.linalg.matrix_rank(x) < p:
        raise Refused(f"{n} values cannot tell level, trend and season apart: no estimate")
    left = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    if float(left @ left) <= EXACT * max(float(y @ y), 1e-300):
        raise Refused("the series does not vary around its line, so there is nothing to judge a change by")
