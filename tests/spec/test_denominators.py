"""Populations behind rates: which year is used, when another year stands in, when a rate is refused (METHODS M2)."""

import pytest

from tests.spec.tiny import councils, england, population, warehouse
from warehouse.queries.series import ASCOF, CALENDAR, Ask, series

ALDER, ENGLAND = "E10999001", "E92000001"
MONTHS = ("2012-01", "2013-01", "2014-01", "2016-03", "2016-04", "2017-01", "2018-01", "2018-04", "2020-12", "2021-01")
DAYS = {month: {"01": 31, "03": 31, "04": 30, "12": 31}[month[5:]] for month in MONTHS}  # one person a day
COUNCILS = "period | nhs | ons | name | value\n" + "\n".join(
    f"{month} | DM01 | {ALDER} | Alder | {days}" for month, days in DAYS.items()
)
OUTSIDE = """
    period  | nhs  | ons | name              | region | value
    2018-02 | 9900 |     | Resident In Wales | -      | 28
"""
# 2015, 2017 and 2018 are held; adults are the year times a hundred, so that a rate shows its year.
PEOPLE = """
    year | ons       | age | value
    2015 | E10999001 | 17  | 50000
    2015 | E10999001 | 18  | 1500
    2015 | E10999001 | 90  | 200000
    2017 | E10999001 | 0   | 70000
    2017 | E10999001 | 40  | 201700
    2018 | E10999001 | 64  | 100000
    2018 | E10999001 | 65  | 101800
    2018 | E92000001 | 50  | 20180000
"""


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    national = england("period | value\n2018-01 | 3100\n2021-01 | 3100")
    files = [*councils(COUNCILS), *councils(OUTSIDE), *national, *population(PEOPLE)]
    return warehouse(tmp_path_factory.mktemp("rates"), *files)


def rate(view, month, convention=CALENDAR, code=ALDER):
    ask = Ask("dtoc_beds_per_100k_18plus", month, month, convention=convention)
    (found,) = series(view, ask, [code])
    return found


def year_of(observation):
    """The year whose adults were used, from the rate of one person a day."""
    return round(100_000 / observation.value / 100)


@pytest.mark.parametrize(
    ("month", "convention", "year", "note"),
    [
        ("2018-01", CALENDAR, 2018, ""),
        ("2018-01", ASCOF, 2017, ""),
        ("2018-04", CALENDAR, 2018, ""),
        ("2018-04", ASCOF, 2018, ""),
        ("2017-01", CALENDAR, 2017, ""),
        ("2016-03", ASCOF, 2015, ""),
        pytest.param("2016-03", CALENDAR, 2015, "2015 population used", id="the earlier of two equally near"),
        pytest.param("2016-04", ASCOF, 2015, "2015 population used", id="the earlier of two equally near, ascof"),
        pytest.param("2017-01", ASCOF, 2015, "2015 population used", id="ascof wants the year before"),
        pytest.param("2014-01", CALENDAR, 2015, "2015 population used", id="a year before the first held"),
        pytest.param("2014-01", ASCOF, 2015, "2015 population used", id="two years before the first held"),
        pytest.param("2013-01", CALENDAR, 2015, "2015 population used", id="two years away"),
        pytest.param("2020-12", CALENDAR, 2018, "2018 population used", id="two years after the last held"),
        pytest.param("2021-01", ASCOF, 2018, "2018 population used", id="two years after the last held, ascof"),
    ],
)
def test_the_year_that_is_used_and_what_is_said_about_it(view, month, convention, year, note):
    found = rate(view, month, convention)
    assert year_of(found) == year
    assert found.note == note
    assert found.status == "published"


@pytest.mark.parametrize(
    ("month", "convention", "wanted"),
    [("2021-01", CALENDAR, 2021), ("2012-01", CALENDAR, 2012), ("2013-01", ASCOF, 2012), ("2012-01", ASCOF, 2011)],
)
def test_a_rate_is_refused_with_the_reason_when_no_year_is_near_enough(view, month, convention, wanted):
    found = rate(view, month, convention)
    assert (found.value, found.status, found.shorthand) == (None, "refused", "[x]")
    assert found.note == f"no population for this code within 2 years of {wanted}"


def test_england_has_rates_from_its_own_residents(view):
    assert rate(view, "2018-01", code=ENGLAND).value == pytest.approx(100 / 20_180_000 * 100_000)
    assert rate(view, "2021-01", code=ENGLAND).status == "refused"


def test_people_resident_outside_england_have_no_rate(view):
    found = rate(view, "2018-02", code="9900")
    assert (found.value, found.status) == (None, "refused")
    assert "outside England" in found.note


def test_days_and_beds_need_no_population(view):
    (found,) = series(view, Ask("dtoc_beds", "2021-01", "2021-01"), [ALDER])
    assert (found.value, found.status, found.note) == (1, "published", "")


def test_a_rebased_population_is_named(tmp_path):
    view = warehouse(tmp_path, *councils(COUNCILS), *population(PEOPLE, variant="rebased_2021"))
    assert rate(view, "2018-01").note == "population rebased after Census 2021"
