"""Vintages of the population estimates, read from England's total."""

import pytest

from domain import population


@pytest.mark.parametrize("year", population.ENGLAND_FIRST_PUBLISHED)
def test_the_total_as_first_published_tells_its_vintage(year):
    assert population.vintage(year, population.ENGLAND_FIRST_PUBLISHED[year]) == population.FIRST_PUBLISHED


@pytest.mark.parametrize("year", population.ENGLAND_FIRST_PUBLISHED)
@pytest.mark.parametrize("share", [0.995, 1.005])
def test_another_total_nearby_is_the_rebased_vintage(year, share):
    total = round(population.ENGLAND_FIRST_PUBLISHED[year] * share)
    assert population.vintage(year, total) == population.REBASED


@pytest.mark.parametrize(
    ("year", "total"),
    [(2017, 16_000_000), (2017, 0), (2017, 60_000_000), (2013, 53_865_817), (2022, 16_000_000)],
)
def test_a_total_that_nothing_vouches_for_is_unknown(year, total):
    assert population.vintage(year, total) == population.UNKNOWN


@pytest.mark.parametrize("year", [2011, 2021, 2024])
def test_a_year_that_was_never_rebased_is_first_published(year):
    assert population.vintage(year, 56_000_000) == population.FIRST_PUBLISHED


def test_the_nearest_year_is_at_most_two_away():
    assert population.NEAREST_YEARS == 2
    assert population.ADULT == 18
