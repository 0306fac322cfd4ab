"""Student's t distribution, against printed tables and against numerical integration."""

import numpy as np
import pytest

from analysis.impact import student

TABLE = [  # one-sided share, degrees of freedom, t: as in any printed table
    (0.975, 1, 12.706),
    (0.975, 2, 4.303),
    (0.975, 5, 2.571),
    (0.975, 10, 2.228),
    (0.975, 29, 2.045),
    (0.975, 30, 2.042),
    (0.975, 120, 1.980),
    (0.9, 7, 1.415),
    (0.995, 3, 5.841),
    (0.9995, 4, 8.610),
]


@pytest.mark.parametrize(("share", "df", "t"), TABLE)
def test_quantiles_are_those_of_the_tables(share, df, t):
    assert student.quantile(share, df) == pytest.approx(t, abs=6e-4)
    assert student.quantile(1 - share, df) == pytest.approx(-t, abs=6e-4)


@pytest.mark.parametrize("df", [1, 2, 3, 4, 7, 18, 30, 61])
def test_the_distribution_is_the_integral_of_its_density(df):
    grid = np.linspace(0, 3, 30_001)
    density = student.pdf(grid, df)
    area = float(np.sum((density[1:] + density[:-1]) / 2) * (grid[1] - grid[0]))
    assert student.cdf(np.array(3.0), df) == pytest.approx(0.5 + area, abs=1e-8)
    assert student.cdf(np.array(-3.0), df) == pytest.approx(0.5 - area, abs=1e-8)


def test_a_mixture_of_one_is_that_one():
    weights, centres, scales = np.array([1.0]), np.array([5.0]), np.array([2.0])
    found = student.mixture_quantiles((0.025, 0.5, 0.975), weights, centres, scales, 30)
    assert found == pytest.approx([5 - 2 * 2.04227, 5, 5 + 2 * 2.04227], abs=1e-4)


def test_quantiles_of_a_mixture_cut_off_what_they_should_even_between_far_peaks():
    weights, centres, scales = np.array([0.3, 0.5, 0.2]), np.array([-40.0, 0.0, 55.0]), np.array([0.1, 2.0, 5.0])
    shares = (0.025, 0.1, 0.31, 0.5, 0.79, 0.9, 0.975)
    found = student.mixture_quantiles(shares, weights, centres, scales, 18)
    got = [float(weights @ student.cdf((x - centres) / scales, 18)) for x in found]
    assert got == pytest.approx(shares, abs=1e-9)
    assert list(found) == sorted(found)
