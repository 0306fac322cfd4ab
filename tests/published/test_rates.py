"""ASCOF 2C against its published tables, for years of which every month is held."""

import csv

import pytest

from analysis import rates
from domain import areas, periods, population
from tests.shared import DATA, needs_shared
from warehouse.queries.series import ASCOF, Ask, series

TABLES = {"2018-19": "derived_ascof_2018-19.csv", "2019-20": "derived_ascof_2019-20.csv"}
MEASURE = "delayed transfers of care from hospital, per 100,000 population"


def _published(year: str) -> dict[str, float]:
    with open(DATA / "ascof" / TABLES[year], encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["Measure Group Description"].lower().strip() == MEASURE]
    return {row["ONS Code"]: float(row["Measure Value"]) for row in rows if row["Measure Value"]}


@needs_shared
@pytest.mark.parametrize("year", TABLES)
def test_published_rates_are_reproduced_where_the_year_is_whole(live, year):
    """Within 0.1 for the first-published population; a year with a missing month is never compared."""
    codes = [row[0] for row in live.rows("SELECT area_code FROM national.areas WHERE area_type = 'council'")]
    found: dict[str, dict[str, float]] = {}
    for one in series(live, Ask("dtoc_days", *_ends(year)), codes):
        if one.value is not None:
            found.setdefault(one.area_code, {})[one.period] = one.value
    held = {month for months in found.values() for month in months}
    missing = [periods.label(m) for m in periods.financial_year_months(year) if m not in held]
    if missing:
        pytest.skip(f"{year} is not whole: {', '.join(missing)} not held")
    variant = dict(live.rows("SELECT DISTINCT population_year, series FROM national.population_adults"))[int(year[:4])]
    if variant != population.FIRST_PUBLISHED:
        pytest.skip(f"mid-{year[:4]} population is {variant}: 2C was made with the first published one")
    adults = _adults(live, year)
    published = {code: value for code, value in _published(year).items() if code in found and code in adults}
    assert published
    for code, value in published.items():
        assert rates.ascof_2c(found[code], year=year, adults=adults[code]) == pytest.approx(value, abs=0.1)


def _ends(year: str) -> tuple[str, str]:
    months = periods.financial_year_months(year)
    return months[0], months[-1]


def _adults(live, year: str) -> dict[str, float]:
    rows = live.rows(
        "SELECT area_code, adults FROM national.population_adults WHERE population_year = $y", {"y": int(year[:4])}
    )
    return dict(rows)


def test_adults_of_england_are_those_published(live):
    found = dict(
        live.rows("SELECT population_year, adults FROM national.population_adults WHERE area_code = 'E92000001'")
    )
    assert found == {
        2015: 43_108_471,
        2016: 43_482_790,
        2017: 43_752_473,
        2018: 44_022_560,
        2019: 44_263_393,
        2020: 44_456_850,
    }


def test_a_whole_year_made_by_hand_gives_the_rate_of_the_handbook():
    """31 delayed days a day in a council of 200,000 adults are 15.5 per 100,000."""
    days = {month: 31 * periods.days_in(month) for month in periods.financial_year_months("2018-19")}
    assert rates.ascof_2c(days, year="2018-19", adults=200_000) == pytest.approx(15.5)


def test_the_ascof_convention_uses_the_year_in_which_the_financial_year_starts(live):
    """January 2018 belongs to 2017-18, so its rate uses the mid-2017 population."""
    (days,) = series(live, Ask("dtoc_days", "2018-01", "2018-01"), [areas.ENGLAND])
    (rate,) = series(live, Ask("dtoc_beds_per_100k_18plus", "2018-01", "2018-01", convention=ASCOF), [areas.ENGLAND])
    assert rate.value == pytest.approx(days.value / 31 / 43_752_473 * 100_000)
