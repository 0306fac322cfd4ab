"""Checks of areas and of the files behind the figures: mergers conserve England, every file is accounted for."""

from collections.abc import Iterator

from domain.area_changes import CHANGES, AreaChange
from domain.areas import ENGLAND, REGION
from warehouse.checks.check import Check, among, each, none_missing

SHOWN = {
    "delays_current": """
        SELECT area_code, period FROM national.delays_current
        WHERE body = 'all' AND reason = 'all' AND care_type = 'all'""",
    "population": """
        SELECT p.area_code, p.period FROM national.population AS p
        JOIN national.snapshots AS s USING (snapshot_id, source) WHERE s.is_current AND p.age = 0""",
}
CODES_PRINTED = "2015-07-01"  # before this month workbooks carry no ONS codes: councils have the codes they had then


def mergers() -> Iterator[Check]:
    """At each change of councils: no period holds those before and those after, so nobody is counted twice."""
    for change in CHANGES:
        for table, shown in SHOWN.items():
            yield _one_side(change, table, shown)
        if change.date >= CODES_PRINTED:
            yield _in_time(change)


def _name(change: AreaChange) -> str:
    return f"{', '.join(dict.fromkeys(change.before.values()))} ({change.date[:4]})"


def _codes(found: dict[str, str]) -> str:
    return ", ".join(f"'{code}'" for code in found)


def _one_side(change: AreaChange, table: str, shown: str) -> Check:
    sides = f"""
        SELECT period, COUNT(*) FILTER (area_code IN ({_codes(change.before)})) AS before,
            COUNT(*) FILTER (area_code IN ({_codes(change.after)})) AS after
        FROM ({shown}) WHERE area_code IN ({_codes({**change.before, **change.after})}) GROUP BY period"""
    says = f"every period holds all councils of before or all of after the change of {_name(change)}"
    whole = f"(before = {len(change.before)} AND after = 0) OR (before = 0 AND after = {len(change.after)})"
    return among(table, says, sides, f"NOT ({whole})")


def _in_time(change: AreaChange) -> Check:
    shown = f"{SHOWN['delays_current']} AND area_code IN ({_codes({**change.before, **change.after})})"
    early = f"area_code IN ({_codes(change.after)}) AND period < DATE '{change.date}' - INTERVAL 1 YEAR"
    says = f"no council of after the change of {_name(change)} is there a year before it"
    return among("delays_current", says, shown, early)


def areas() -> Iterator[Check]:
    """The list of areas, the calendar and the changes of councils."""
    named = "area_code, area_name, area_type, first_period, last_period"
    region = f"area_type = '{REGION}'"
    yield each("areas", "every area has a name", "COALESCE(area_name, '') = ''", named=named)
    england = f"SELECT '{ENGLAND}' AS area_code"
    yield none_missing("areas", "England is there", england, "SELECT area_code FROM national.areas")
    yield each("areas", "a region lies in no other region", "region_code IS NOT NULL", named=named, where=region)
    inside = "SELECT DISTINCT region_code FROM national.areas WHERE region_code IS NOT NULL"
    listed = f"SELECT area_code FROM national.areas WHERE {region}"
    yield none_missing("areas", "every region of a council is listed", inside, listed)
    yield each("areas", "a first month is not after the last", "first_period > last_period", named=named)
    names = """
        SELECT area_name, area_type, COUNT(*) AS areas FROM national.areas
        WHERE valid_to IS NULL GROUP BY area_name, area_type"""
    yield among("areas", "no two areas of a kind that are in use have one name", names, "areas > 1")
    yield each("months", "every month has its days", "days <> DAY(LAST_DAY(period))", named="period, days")
    span = "SELECT MIN(period) AS first, MAX(period) AS last, COUNT(*) AS months FROM national.months"
    yield among("months", "no month is missing", span, "months <> DATEDIFF('month', first, last) + 1")
    law = "legal_source NOT LIKE 'https://%' OR legal_order = ''"
    codes = "before_code, after_code"
    yield each("area_changes", "a change leads from one code to another", "before_code = after_code", named=codes)
    yield each("area_changes", "a change names the law that made it", law, named=codes)


def files() -> Iterator[Check]:
    """Every file: whose, from where, which bytes, and which one speaks for its release."""
    issued = "GREATEST(published, revised)"
    for says, bad in {
        "a fingerprint is 64 digits": "NOT regexp_full_match(sha256, '[0-9a-f]{64}')",
        "an id is the beginning of its fingerprint": "snapshot_id <> LEFT(sha256, 16)",
        "every address is one of the web": "NOT regexp_matches(url, '^https?://')",
        "every file has bytes": "COALESCE(bytes, 0) <= 0",
        "every file gave figures": "COALESCE(facts, 0) <= 0",
        "every file has a release, a publisher and a licence": "'' IN (release, publisher, licence)",
        "a first month is not after the last": "period_start > period_end",
        "no file was issued after it was fetched": f"{issued} > CAST(retrieved_at AS DATE) + 1",
        "a vintage is the day of issue, else of retrieval": (
            f"vintage <> COALESCE({issued}, published, revised, CAST(retrieved_at AS DATE))"
        ),
    }.items():
        yield each("snapshots", says, bad, named="source, release, file_name, snapshot_id")
    speak = """
        SELECT source, release, COUNT(*) FILTER (is_current) AS speaking
        FROM national.snapshots GROUP BY source, release"""
    yield among("snapshots", "one file at most speaks for a release", speak, "speaking > 1")
    yield among("snapshots", "a file speaks for every release that is held", speak, "speaking = 0")
    newer = """
        SELECT a.source, a.release, a.vintage, b.vintage AS behind
        FROM national.snapshots AS a JOIN national.snapshots AS b USING (source, release)
        WHERE a.is_current AND NOT b.is_current"""
    yield among("snapshots", "no newer version lies behind the one that speaks", newer, "behind > vintage")
    bad = "name = '' OR landing NOT LIKE 'https://%' OR licence = ''"
    yield each("publications", "every publication has a name, a page and a licence", bad, named="source")
    loaded, listed = "SELECT DISTINCT source FROM national.snapshots", "SELECT source FROM national.publications"
    yield none_missing("publications", "every file is of a publication that is listed", loaded, listed)
