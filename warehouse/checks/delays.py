"""Checks of the delayed days: parts and totals to the day, councils and regions and England, months and councils."""

from collections.abc import Iterator

from domain import delays
from domain.areas import COUNCIL, COUNTRY, OUTSIDE, REGION
from warehouse.checks.check import Check, among, each, none_missing

ALL = delays.ALL
CURRENT = "national.delays_current"
CUTS = {  # a total and its parts by one dimension: words to body, reason and type of care
    "all delays": (ALL, ALL, ALL),
    **{delays.BODY_LABELS[body]: (body, ALL, ALL) for body in delays.BODIES},
    **{f"reason {reason}": (ALL, reason, ALL) for reason in delays.REASON_CODES},
    **{delays.CARE_LABELS[care]: (ALL, ALL, care) for care in delays.CARE_TYPES},
}
DIMENSIONS = {"body": "responsible bodies", "reason": "reasons", "care_type": "types of care"}
WHO = "area_code, period, body, reason, care_type, value"
NEIGHBOURS, SERIES = 0.25, 0.03  # shares by which a month may differ from the one before, and from the workbooks


def checks() -> Iterator[Check]:
    """Every check of delays."""
    yield from _rows()
    yield from _parts()
    yield from _england()
    yield _regions()
    yield from _completeness()
    yield from _continuity()


def cut(name: str) -> str:
    """SQL condition of a cut."""
    body, reason, care = CUTS[name]
    return f"body = '{body}' AND reason = '{reason}' AND care_type = '{care}'"


def _rows() -> Iterator[Check]:
    words = {"body": delays.BODIES, "reason": delays.REASON_CODES, "care_type": delays.CARE_TYPES}
    for column, known in words.items():
        names = ", ".join(f"'{one}'" for one in (*known, ALL))
        yield each("delays", f"every {column} is one of the words", f"{column} NOT IN ({names})", named=WHO)
    yield each("delays", "days are whole", "value <> FLOOR(value)", named=WHO, where="value IS NOT NULL")
    before = f"reason = 'O' AND period < DATE '{delays.O_FIRST_USED}-01'"
    yield each("delays", "no day of reason O before it was used", "value > 0", named=WHO, where=before)
    pairs = [(reason, body) for reason in delays.REASONS for body in delays.BODIES if body not in reason.bodies]
    for reason, body in pairs:
        says = f"no days of reason {reason.code} for {delays.BODY_LABELS[body]}, which cannot own it"
        where = f"body = '{body}' AND reason = '{reason.code}'"
        yield each("delays_current", says, "value > 0", named=WHO, where=where)


def _parts() -> Iterator[Check]:
    """In every area and month the parts of each dimension add up to the total, to the day."""
    for kind in (COUNTRY, REGION, COUNCIL, OUTSIDE):
        for dimension, words in DIMENSIONS.items():
            others = " AND ".join(f"{one} = '{ALL}'" for one in DIMENSIONS if one != dimension)
            sums = f"""
                SELECT area_code, period,
                    SUM(CASE WHEN {dimension} = '{ALL}' THEN value ELSE 0 END) AS total,
                    SUM(CASE WHEN {dimension} <> '{ALL}' THEN value ELSE 0 END) AS parts, COUNT(*) AS cells
                FROM {CURRENT} WHERE area_type = '{kind}' AND {others} GROUP BY area_code, period"""
            says = f"{words} make the total, {kind.replace('_', ' ')}"
            yield among("delays_current", says, sums, "cells > 1 AND COALESCE(total, 0) <> COALESCE(parts, 0)")


def _england() -> Iterator[Check]:
    """For every cut: councils and people from outside make the England of their workbook."""
    for name in CUTS:
        sums = f"""
            SELECT period, SUM(CASE WHEN area_type = '{COUNTRY}' THEN value ELSE 0 END) AS england,
                SUM(CASE WHEN area_type <> '{COUNTRY}' THEN value ELSE 0 END) AS councils
            FROM national.delays JOIN national.snapshots AS s USING (snapshot_id, source)
            WHERE s.is_current AND source = 'dtoc_councils' AND {cut(name)} GROUP BY period"""
        says = f"councils make England in every month's workbook: {name}"
        yield among("delays", says, sums, "COALESCE(england, 0) <> COALESCE(councils, 0)")


def _regions() -> Check:
    sums = f"""
        SELECT r.area_code, r.period, r.body, r.value AS region, SUM(c.value) AS councils
        FROM {CURRENT} AS r
        JOIN national.areas AS a ON a.region_code = r.area_code AND a.area_type = '{COUNCIL}'
        JOIN {CURRENT} AS c ON c.area_code = a.area_code AND c.period = r.period AND c.body = r.body
            AND c.reason = r.reason AND c.care_type = r.care_type
        WHERE r.area_type = '{REGION}' AND r.reason = '{ALL}' AND r.care_type = '{ALL}'
        GROUP BY r.area_code, r.period, r.body, r.value"""
    bad = "COALESCE(region, -1) <> COALESCE(councils, -1)"
    return among("delays_current", "a region is the sum of its councils", sums, bad)


def _completeness() -> Iterator[Check]:
    """Months and councils: who is there is there with all cuts and in every month of its time that is held."""
    about = "delays_current"
    shown = f"SELECT area_code, period FROM {CURRENT} WHERE area_type = '{COUNCIL}' AND {cut('all delays')}"
    for name in CUTS:
        if name not in ("all delays", "reason O"):
            found = f"SELECT area_code, period FROM {CURRENT} WHERE {cut(name)}"
            yield none_missing(about, f"every council with a total in a month has {name} in it", shown, found)
    wanted = f"""
        SELECT s.area_code, h.period
        FROM (SELECT area_code, MIN(period) AS first, MAX(period) AS last FROM ({shown}) GROUP BY area_code) AS s
        JOIN (SELECT DISTINCT period FROM ({shown})) AS h ON h.period BETWEEN s.first AND s.last"""
    yield none_missing(about, "no council is missing in a month between its first and its last", wanted, shown)
    counts = f"SELECT period, COUNT(*) AS councils, MAX(COUNT(*)) OVER () AS most FROM ({shown}) GROUP BY period"
    says = "months have the same number of councils, give or take two"
    yield among(about, says, counts, "councils < most - 2")
    cells = f"""
        SELECT area_code, period, COUNT(value) AS cells,
            MAX(CASE WHEN {cut("all delays")} THEN value END) AS total
        FROM {CURRENT} WHERE area_type = '{COUNCIL}' AND reason <> 'O' GROUP BY area_code, period"""
    yield among(
        about, "a month's total and its parts are there together or not at all", cells, "(total IS NULL) <> (cells = 0)"
    )


def _continuity() -> Iterator[Check]:
    """England's series: every month of every cut, and no month far from its neighbours or from the workbooks."""
    england = f"FROM {CURRENT} WHERE area_type = '{COUNTRY}'"
    for name in CUTS:
        where = f"{england} AND source = 'dtoc_england' AND {cut(name)}"
        span = f"SELECT MIN(period) AS first, MAX(period) AS last, COUNT(*) AS months {where} HAVING COUNT(*) > 0"
        says = f"England's series has every month from its first to its last: {name}"
        yield among("delays_current", says, span, "months <> DATEDIFF('month', first, last) + 1")
    a_day = f"SELECT period, value / DAY(LAST_DAY(period)) AS a_day {england} AND {cut('all delays')}"
    steps = f"SELECT period, a_day, LAG(a_day) OVER (ORDER BY period) AS before FROM ({a_day})"
    says = "England's delays a day move by less than a quarter in a month"
    yield among("delays_current", says, steps, f"ABS(a_day - before) > {NEIGHBOURS} * before")
    where, says = cut("all delays"), "series and workbooks differ by less than 3 % in every month"
    bad = f"ABS(difference) > {SERIES} * national_days"
    yield each("england_check", says, bad, named="period, national_days, councils_days", where=where)
