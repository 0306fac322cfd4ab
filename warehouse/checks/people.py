"""Checks of the population and of the outcomes: ages, councils and England, bounds, years and areas of each measure."""

from collections.abc import Iterator

from domain import outcomes
from domain.areas import COUNCIL, COUNTRY, REGION
from warehouse.checks.check import Check, among, each, none_missing

AGES = 91  # 0 to 89 and 90 and over
LIVE = """
    SELECT p.area_code, p.area_type, p.period, p.age, p.value FROM national.population AS p
    JOIN national.snapshots AS s USING (snapshot_id, source) WHERE s.is_current"""
SMALL, GROWTH = 50_000, 0.05  # places with fewer people may change faster than by this share in a year


def population() -> Iterator[Check]:
    """Every age of every area in every year, councils make England at every age, and the denominators follow."""
    ages = f"SELECT area_code, period, COUNT(DISTINCT age) AS ages, COUNT(*) AS rows FROM ({LIVE}) GROUP BY ALL"
    yield among("population", "every area has every age once in a year", ages, f"ages <> {AGES} OR rows <> {AGES}")
    sums = f"""
        SELECT period, age, SUM(CASE WHEN area_type = '{COUNTRY}' THEN value END) AS england,
            SUM(CASE WHEN area_type = '{COUNCIL}' THEN value END) AS councils
        FROM ({LIVE}) GROUP BY period, age"""
    bad = "england IS NULL OR councils IS NULL OR england <> councils"
    yield among("population", "councils make England at every age in every year", sums, bad)
    yield each("population", "people are whole", "value <> FLOOR(value)", named="area_code, period, age, value")
    years = (
        f"SELECT MIN(YEAR(period)) AS first, MAX(YEAR(period)) AS last, COUNT(DISTINCT period) AS years FROM ({LIVE})"
    )
    yield among("population", "no year is missing", f"{years} HAVING COUNT(*) > 0", "years <> last - first + 1")
    totals = f"SELECT area_code, YEAR(period) AS y, SUM(value) AS people FROM ({LIVE}) GROUP BY ALL"
    steps = f"SELECT *, LAG(people) OVER (PARTITION BY area_code ORDER BY y) AS before FROM ({totals})"
    bad = f"before > {SMALL} AND ABS(people - before) > {GROWTH} * before"
    yield among("population", "no place of 50,000 people grows or shrinks by a twentieth in a year", steps, bad)
    for column, first in (("adults", 18), ("older_people", 65)):
        pairs = f"""
            SELECT area_code, population_year, {column}, SUM(l.value) AS people
            FROM ({LIVE}) AS l JOIN national.population_adults AS p USING (area_code)
            WHERE l.age >= {first} AND YEAR(l.period) = population_year GROUP BY area_code, population_year, {column}"""
        says = f"{column.replace('_', ' ')} are the residents aged {first} and over"
        yield among("population_adults", says, pairs, f"{column} <> people")
    yield from _denominators()


def _denominators() -> Iterator[Check]:
    named, there = "area_code, period, convention, population_year, adults", "adults IS NOT NULL"
    far = "ABS(population_year - year_wanted) > 2"
    yield each("denominators", "a year stands in for one at most two years away", far, named=named, where=there)
    for kind in (COUNTRY, REGION, COUNCIL):
        where = f"{there} AND area_type = '{kind}'"
        yield each("denominators", f"a rate is of somebody, {kind}", "adults <= 0", named=named, where=where)


def results() -> Iterator[Check]:
    """Each outcome measure: England in every year, within what its unit allows, councils around it."""
    about = "outcomes_current"
    for measure in outcomes.MEASURES:
        rows = f"SELECT * FROM national.outcomes_current WHERE measure = '{measure.id}'"
        asked = f"{rows} AND period <> DATE '{outcomes.measure.VOLUNTARY_YEAR[:4]}-04-01'"
        england = f"SELECT DISTINCT period FROM ({rows}) WHERE area_type = '{COUNTRY}'"
        years = f"SELECT DISTINCT period FROM ({asked})"
        yield none_missing(about, f"{measure.id} has a row for England in every year", years, england)
        if top := outcomes.TOPS.get(measure.unit):
            named = "area_code, period, value"
            yield among(about, f"{measure.id} is at most {top:g}", rows, f"value > {top}", named=named)
        counts = f"""
            SELECT period, COUNT(value) AS councils, MAX(COUNT(value)) OVER () AS most
            FROM ({asked}) WHERE area_type = '{COUNCIL}' GROUP BY period HAVING COUNT(value) > 0"""
        yield among(
            about,
            f"{measure.id} has half the councils or more in every year it was asked",
            counts,
            "councils < most / 2",
        )
    yield from _beside()


def _beside() -> Iterator[Check]:
    """What is published beside the outcomes."""
    named = "measure, area_code, period, value, margin"
    records = ", ".join(f"'{one.id}'" for one in outcomes.MEASURES if not one.margins)
    counts = f"{named}, numerator, denominator"
    shares = "numerator IS NOT NULL AND denominator IS NOT NULL AND unit = '%'"
    year = "CAST(YEAR(period) AS VARCHAR) <> LEFT(financial_year, 4)"
    yield each("outcomes", "no margin of error is below 0", "margin < 0", named=named, where="margin IS NOT NULL")
    yield each(
        "outcomes", "a numerator is within its denominator", "numerator > denominator", named=counts, where=shares
    )
    only = "only surveys have a margin of error"
    yield each("outcomes", only, "margin IS NOT NULL", named=named, where=f"measure IN ({records})")
    yield each("outcomes", "the financial year is that of the period", year, named=f"{named}, financial_year")
