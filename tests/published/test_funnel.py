"""Why no funnel is drawn for delayed days: on the published councils it would put most of them outside (METHODS M8)."""

import math

import pytest

MONTH, YEAR = "2018-01", 2017
CITY = "E09000001"  # of London: three days of delay; the other 150 councils are in the statement
TAIL = 3.0902  # of a 99.8 % limit
_QUERY = """
SELECT d.area_code, d.value, p.adults
FROM national.delays_current AS d
JOIN national.population_adults AS p ON p.area_code = d.area_code AND p.population_year = $year
WHERE d.area_type = 'council' AND STRFTIME(d.period, '%Y-%m') = $month
    AND d.body = 'all' AND d.reason = 'all' AND d.care_type = 'all' AND d.value IS NOT NULL
"""


@pytest.fixture(scope="module")
def scores(live):
    """Each council's distance from England's rate in standard deviations of a Poisson count, and on the root scale."""
    rows = [(days, adults) for code, days, adults in live.rows(_QUERY, {"month": MONTH, "year": YEAR}) if code != CITY]
    rate = sum(days for days, _ in rows) / sum(adults for _, adults in rows)
    pairs = [(days, rate * adults) for days, adults in rows]
    plain = [(days - expected) / math.sqrt(expected) for days, expected in pairs]
    return plain, [2 * (math.sqrt(days) - math.sqrt(expected)) for days, expected in pairs]


def _winsorised(values: list[float], tail: float) -> list[float]:
    """Values beyond the 10th and 90th percentiles (linear interpolation) drawn in to them, as in METHODS M9."""
    ordered, last = sorted(values), len(values) - 1

    def at(share: float) -> float:
        low = int(share * last)
        return ordered[low] + (share * last - low) * (ordered[min(low + 1, last)] - ordered[low])

    return [min(max(value, at(tail)), at(1 - tail)) for value in values]


def test_a_poisson_funnel_would_put_four_councils_of_five_outside_its_outer_limit(scores):
    for one in scores:
        assert len(one) == 150
        assert round(100 * sum(abs(score) > TAIL for score in one) / len(one)) == 82


def test_the_dispersion_is_177_where_a_funnel_expects_1(scores):
    _, root = scores
    assert round(sum(score**2 for score in _winsorised(root, 0.1)) / len(root)) == 177


def test_the_dispersion_is_larger_still_when_no_council_is_drawn_in(scores):
    for one in scores:
        assert sum(score**2 for score in one) / len(one) > 250
