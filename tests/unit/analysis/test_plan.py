"""Plan against actual (METHODS M23)."""

import pytest

from analysis import plan
from analysis.rates import Refused
from domain import periods

FACTORS = dict(
    zip(
        (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3),
        (0.968, 0.985, 0.982, 0.978, 0.955, 0.985, 1.005, 1.030, 1.035, 1.028, 1.030, 1.019),
        strict=True,
    )
)
YEAR = periods.financial_year_months("2018-19")
ACTUAL = dict(zip(YEAR[:6], (1990, 2060, 1985, 2070, 2015, 2010), strict=True))
FLAT = dict.fromkeys(range(1, 13), 1.0)


def test_the_printed_example():
    found = plan.progress(ACTUAL, plan=24_000, months=YEAR, factors=FACTORS)
    assert found.actual == 12_130
    assert round(found.weight, 3) == 364.945
    assert round(found.share, 4) == 0.4891
    assert (round(found.to_date), round(found.over), round(found.projection)) == (11_739, 391, 24_799)
    assert round(found.rest_factor, 3) == 0.937
    assert round(found.needed["2019-01"]) == 2_029
    assert found.actual + sum(found.needed.values()) == pytest.approx(24_000)


def test_a_whole_year_needs_nothing_more():
    found = plan.progress(dict.fromkeys(YEAR, 2000.0), plan=24_000, months=YEAR, factors=FLAT)
    assert (found.over, found.rest_factor, found.needed) == (0, None, {})


@pytest.mark.parametrize("actual", [{}, {"2018-04": 5.0, "2018-06": 5.0}, {"2018-05": 5.0}, {"2018-04": 0.0}])
def test_a_year_to_date_with_a_gap_or_without_counts_is_refused(actual):
    with pytest.raises(Refused):
        plan.progress(actual, plan=24_000, months=YEAR, factors=FACTORS)


def test_ratios_are_made_of_added_numerators_and_denominators():
    assert plan.ratio_to_date({"a": 1, "b": 9}, {"a": 10, "b": 10}, ["a", "b"]) == 0.5
    assert plan.ratio_to_date({"a": 1, "b": 9}, {"a": 10, "b": 30}, ["a", "b"]) == 0.25
    with pytest.raises(Refused, match="every month"):
        plan.ratio_to_date({"a": 1}, {"a": 10, "b": 30}, ["a", "b"])
    with pytest.raises(Refused, match="nobody"):
        plan.ratio_to_date({"a": 0}, {"a": 0}, ["a"])


def _history(later: float) -> dict:
    months = periods.span("2015-10", "2018-09")
    return {m: periods.days_in(m) * (10.0 if m < "2017-01" else later) for m in months}


@pytest.mark.parametrize(
    ("factor", "later", "said"),
    [(0.79, 10.0, True), (0.8, 10.0, False), (0.75, 7.0, False), (0.6, 7.0, True), (None, 10.0, False)],
)
def test_a_steep_fall_that_was_never_seen_is_said_so(factor, later, said):
    assert bool(plan.unseen(factor, _history(later), FLAT, last="2018-09")) is said


def test_a_fall_across_a_missing_month_was_not_seen():
    gappy = {m: v for m, v in _history(7.0).items() if not "2016-10" <= m <= "2017-03"}
    assert plan.unseen(0.75, gappy, FLAT, last="2018-09") == plan.NOT_SEEN
