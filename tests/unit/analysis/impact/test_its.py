"""Interrupted time series (METHODS M13), on the numbers printed there and on made-up series."""

import math

import numpy as np
import pytest

from analysis.impact import gls, its
from analysis.impact.its import POINTS, TooShort, interrupted
from analysis.impact.window import quarters, window
from analysis.rates import Refused
from domain import periods
from tests.unit.analysis.impact.made_up import LAST, MONTHS, START, series

PRINTED = """112 118 109 107 104 110 113 108 115 121 117 106 111 116 112 103 108 107 115 110 112 119 121 109
101 104 99 96 97 94 102 98 100 107 104 95"""
Y = np.array([float(one) for one in PRINTED.split()])
T = np.arange(36.0) - 24
WINDOW = window(START, last=LAST)


def test_the_printed_example():
    found = interrupted(Y, T, m=12)
    plain = found.ordinary
    assert (round(plain.estimate, 3), round(plain.se, 3), plain.df) == (-10.971, 2.659, 30)
    assert (round(plain.low, 2), round(plain.high, 2)) == (-16.40, -5.54)
    assert found.rho == pytest.approx(0.05)
    effect = found.effect
    assert (round(effect.value, 1), round(effect.low, 1), round(effect.high, 1)) == (-10.8, -18.1, -3.3)
    assert effect.low < effect.low80 < effect.value < effect.high80 < effect.high


def test_the_printed_example_with_12_months_before_shows_why_they_are_refused():
    found = interrupted(Y[12:], T[12:], m=12, season=False)
    assert (round(found.ordinary.estimate, 2), round(found.ordinary.se, 2)) == (-17.66, 5.06)
    assert (round(found.effect.low, 1), round(found.effect.high, 1)) == (-31.7, 7.2)


def test_the_printed_example_through_months():
    months = (*periods.span("2015-01", "2016-12"), *periods.span("2017-04", "2018-03"))  # a roll-in of three between
    found = its.its(dict(zip(months, Y.tolist(), strict=True)), window("2017-01", last="2018-03"), scale=POINTS)
    assert (found.pre, found.post) == (24, 12)
    assert found.effect.value == pytest.approx(-10.8, abs=1.5)
    assert found.effect.low < -18.1  # three months further on, the projection is less certain


def _dense(y, t, x, rho):
    """GLS as the formula says it, with the whole matrix V."""
    v = rho ** np.abs(t[:, None] - t[None, :])
    inverse = np.linalg.inv(v)
    inner = x.T @ inverse @ x
    b = np.linalg.solve(inner, x.T @ inverse @ y)
    rss = float((y - x @ b) @ inverse @ (y - x @ b))
    return b, rss, np.linalg.slogdet(inner)[1], np.linalg.slogdet(v)[1]


def test_whitening_is_the_matrix_formula_also_where_months_are_left_out():
    kept = np.array([at for at in range(36) if at not in {3, 9, 10, 24, 25, 26, 31}])
    y, t = Y[kept], T[kept]
    x = np.column_stack([np.ones_like(t), t / 12, (t >= 0).astype(float)])
    n, p = x.shape
    logs, ends = [], []
    for rho in gls.RHOS:
        b, rss, log_inner, log_v = _dense(y, t, x, float(rho))
        logs.append(-0.5 * ((n - p) * math.log(rss) + log_inner + log_v))
        ends.append(b[2])
    weights = np.exp(np.array(logs) - max(logs))
    weights /= weights.sum()
    found = gls.mixture(x, y, t, 2)
    assert found.rho == gls.RHOS[int(np.argmax(logs))]
    assert found.coefficients[2] == pytest.approx(float(weights @ np.array(ends)))


@pytest.mark.parametrize("effect", [-0.3, 0.0, 0.25])
def test_an_effect_is_found_as_a_share(effect):
    found = its.its(series(3, effect=effect), WINDOW)
    assert found.effect.low < effect < found.effect.high
    assert found.effect.value == pytest.approx(effect, abs=0.06)
    assert (found.pre, found.post) == (30, 15)


def test_points_are_points():
    values = {month: value - 40 for month, value in series(3).items()}
    moved = {month: value + 14 * (month >= START) for month, value in values.items()}
    plain, found = its.its(values, WINDOW, scale=POINTS), its.its(moved, WINDOW, scale=POINTS)
    assert found.effect.value - plain.effect.value == pytest.approx(14)
    assert found.effect.high - found.effect.low == pytest.approx(plain.effect.high - plain.effect.low)


def test_the_unit_of_a_count_does_not_matter():
    values = series(5, effect=-0.1)
    one, other = its.its(values, WINDOW), its.its({m: v * 31 for m, v in values.items()}, WINDOW)
    assert one.effect.low == pytest.approx(other.effect.low)


def test_the_roll_in_is_left_out():
    values = series(4, effect=-0.2)
    wild = {**values, **dict.fromkeys(WINDOW.roll_in, 1.0)}
    assert its.its(wild, WINDOW) == its.its(values, WINDOW)


def test_the_projection_is_the_gap_away_from_what_happened():
    values = series(6, effect=-0.3)
    found = its.its(values, WINDOW)
    gaps = [math.log(values[month] / expected) for month, expected in found.projection if month >= START]
    assert math.expm1(sum(gaps) / len(gaps)) == pytest.approx(found.effect.value, abs=0.01)


@pytest.mark.parametrize(
    ("held", "message"),
    [
        (MONTHS[7:], "23 months are held before the start and 24 are needed"),
        (MONTHS[:38], "5 months are held after the roll-in and 6 are needed"),
        ([m for m in MONTHS if not "2016-05" <= m <= "2016-08"], "over 3 months in a row are missing before the start"),
        ([m for m in MONTHS if not "2018-01" <= m <= "2018-04"], "missing after the roll-in, to April 2018"),
        ([], "0 months are held before"),
    ],
)
def test_too_short_or_too_gappy_is_refused(held, message):
    values = {month: value for month, value in series().items() if month in held}
    with pytest.raises(TooShort, match=message):
        its.its(values, WINDOW)


def test_the_least_is_enough():
    values = series()
    assert its.its({m: values[m] for m in MONTHS[6:39]}, WINDOW).pre == 24
    gap = {m: v for m, v in values.items() if not "2016-05" <= m <= "2016-07"}
    assert its.its(gap, WINDOW).pre == 27


def test_months_that_are_left_out_for_selection_count_as_held():
    values = {m: v for m, v in series().items() if m >= "2015-10"}
    left = ("2017-07", "2017-08", "2017-09")
    found = its.its(values, WINDOW.without(left))
    assert found.pre == 24
    assert found.effect != its.its(values, WINDOW).effect
    assert not set(left) & {month for month, _ in found.projection}


def test_a_month_of_0_has_no_share_but_has_points():
    values = {**series(), "2016-01": 0.0}
    with pytest.raises(Refused, match="value of 0"):
        its.its(values, WINDOW)
    assert its.its(values, WINDOW, scale=POINTS).effect


def test_a_series_without_variation_is_refused():
    with pytest.raises(Refused, match="does not vary"):
        its.its(dict.fromkeys(MONTHS, 7.0), WINDOW)


def test_quarters_keep_time_in_months():
    values = {m: v for m, v in series(2, effect=-0.2).items() if m[5:] in {"01", "04", "07", "10"}}
    found = its.its(values, quarters(WINDOW), step=its.QUARTERLY)
    assert (found.pre, found.post) == (24, 15)
    assert found.effect.low < -0.2 < found.effect.high


def test_a_scheme_that_ended_is_read_while_it_ran():
    values = series(3)
    later = {m: v * (3 if m >= "2018-10" else 1) for m, v in values.items()}
    ended = window(START, last=LAST, end="2018-09")
    assert its.its(later, ended).effect == its.its(values, ended).effect
    assert its.its(values, ended).post == 9
