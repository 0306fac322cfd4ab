"""Checks of every table as it is declared: keys, the spine that facts share, and where each fact comes from."""

from collections.abc import Iterator

from domain import status
from domain.areas import COUNTRY, ENGLAND
from warehouse.checks.check import Check, among, each, none_missing
from warehouse.table import Table
from warehouse.tables import FACTS, TABLES

GRAIN = {
    "delays_current": ("area_code", "period", "body", "reason", "care_type"),
    "emergency_current": ("measure", "area_code", "period"),
    "outcomes_current": ("measure", "area_code", "period"),
    "denominators": ("area_code", "period", "convention"),
    "population_adults": ("area_code", "population_year"),
    "england_check": ("period", "body", "reason", "care_type"),
    "emergency_areas": ("measure", "area_code", "period", "source"),
    "emergency_check": ("measure", "period"),
    "discharge_current": ("source", "area_code", "period", "measure", "basis", "pathway", "detail"),
    "discharge_daily_current": ("source", "area_code", "period", "period_type", "measure", "pathway", "detail"),
}
STATUSES = ", ".join(f"'{one}'" for one in status.STATUSES)
DAYS = {  # kind of period to the day that stands for it
    "month": "DAY(period) = 1",
    "quarter": "DAY(period) = 1",
    "financial_year": "DAY(period) = 1 AND MONTH(period) = 4",
    "year": "DAY(period) = 30 AND MONTH(period) = 6",
}
WHO = "area_code, period, measure, value, shorthand, status, snapshot_id"
PLACES = {"areas": "area_code", "organisations": "code"}


def keys() -> Iterator[Check]:
    """One row for each key, and no key with a hole, in every table and in every mart whose grain is known."""
    for name, key in ({table.name: table.key for table in TABLES} | GRAIN).items():
        columns = ", ".join(key)
        counted = f"SELECT {columns}, COUNT(*) AS rows FROM national.{name} GROUP BY {columns}"
        yield among(name, f"one row for each {' × '.join(key)}", counted, "rows > 1")
        yield each(name, "no key has a hole", " OR ".join(f"{one} IS NULL" for one in key), named=columns)


def facts() -> Iterator[Check]:
    """What every table of facts shares."""
    for table in FACTS:
        yield from _values(table.name)
        yield from _periods(table.name)
        yield from _origins(table)
        yield from _places(table)


def _values(name: str) -> Iterator[Check]:
    given, absent = "value IS NOT NULL", f"shorthand IN ('{status.NOT_AVAILABLE}', '{status.SUPPRESSED_MARK}')"
    yield each(name, "no value is infinite or no number", "NOT isfinite(value)", named=WHO, where=given)
    yield each(name, "no value is below 0", "value < 0", named=WHO, where=given)
    yield each(
        name, "where there is no value the shorthand says why", "shorthand = ''", named=WHO, where="value IS NULL"
    )
    yield each(name, "what was suppressed or not submitted has no value", given, named=WHO, where=absent)
    yield each(name, "every status is one of the words", f"status NOT IN ({STATUSES})", named=WHO)
    yield each(name, "every value has a unit", "unit = ''", named=WHO)
    units = f"SELECT measure, COUNT(DISTINCT unit) AS units FROM national.{name} GROUP BY measure"
    yield among(name, "a measure has one unit", units, "units > 1")


def _periods(name: str) -> Iterator[Check]:
    named = "area_code, period, period_type, measure, vintage, snapshot_id"
    written = " OR ".join(f"(period_type = '{kind}' AND NOT ({day}))" for kind, day in DAYS.items())
    months = "CASE period_type WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END"
    over = f"vintage < CAST(period + to_months({months}) AS DATE) - 1"
    ends = "period_type IN ('month', 'quarter', 'financial_year')"
    yield each(name, "a period is written as the day of its kind", written, named=named)
    yield each(name, "nothing was issued before its period began", "vintage < period", named=named)
    yield each(name, "nothing was issued before its period was over", over, named=named, where=ends)


def _origins(table: Table) -> Iterator[Check]:
    name = table.name
    things = f"""
        SELECT f.source, f.snapshot_id, f.period, f.measure, f.vintage, f.series, s.snapshot_id AS file,
            s.vintage AS file_vintage, s.series AS file_series, s.period_start, s.period_end, s.retrieved_at
        FROM national.{name} AS f LEFT JOIN national.snapshots AS s USING (snapshot_id, source)"""
    of_one_series = {  # a file may hold several where the series is part of the key, and weeks of the month before
        "every value has the series of its file": "series <> file_series",
        "no value is of a month before its file begins": "period < period_start - 31",
    }
    for says, bad in {
        "every value names a file that is listed": "file IS NULL",
        "every value has the vintage of its file": "vintage <> file_vintage",
        **({} if "series" in table.key else of_one_series),
        "no value is of a month after its file ends": "period > period_end + 31",
        "nothing is of a time after it was fetched": "period > CAST(retrieved_at AS DATE)",
    }.items():
        yield among(name, says, things, bad, named="DISTINCT source, snapshot_id, period, measure")
    sources = f"SELECT DISTINCT source FROM national.{name}"
    listed = "SELECT source FROM national.publications"
    yield none_missing(name, "every value is of a publication that is listed", sources, listed)
    counted = f"""
        SELECT snapshot_id, s.facts, COUNT(*) AS rows
        FROM national.{name} JOIN national.snapshots AS s USING (snapshot_id, source) GROUP BY snapshot_id, s.facts"""
    yield among(name, "no file gave more values than it holds", counted, "rows > facts")


def _places(table: Table) -> Iterator[Check]:
    name, declared = table.name, {one.name for one in TABLES}
    known = " UNION ".join(
        f"SELECT {code} FROM national.{place}" for place, code in PLACES.items() if place in declared
    )
    found = f"SELECT DISTINCT area_code FROM national.{name} WHERE area_type <> 'council_type'"
    yield none_missing(name, "every area is listed", found, f"({known})")
    kinds = f"SELECT area_code, COUNT(DISTINCT area_type) AS kinds FROM national.{name} GROUP BY area_code"
    yield among(name, "an area is of one kind", kinds, "kinds > 1")
    bad = f"(area_type = '{COUNTRY}') <> (area_code = '{ENGLAND}')"
    yield each(name, "England and only England is a country", bad, named="area_code, area_type, period, measure")
