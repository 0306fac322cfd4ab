"""Checks of what is published by hospital: A&E by provider, discharge reports, beds, trusts' delays, organisations."""

from collections.abc import Iterator

from domain.areas import COUNTRY
from domain.organisations import ICB, KINDS, NHS_REGION, PROVIDER
from warehouse.checks.check import Check, among, each, none_missing
from warehouse.checks.emergency import SUMS

EMERGENCY = "national.emergency_current"
MOST_DIFFERENCE = 0.02  # of England: months whose providers were revised after the national series, or before it
NO_BOARD = "Q99"  # of the directory, for trusts of Wales
BUSY = 1000  # of what: smaller sums say nothing in per cent


def checks() -> Iterator[Check]:
    """Every check of hospitals and of the bodies that they belong to."""
    yield from _organisations()
    yield from _providers()
    yield from _discharges()
    yield from _others()


def _organisations() -> Iterator[Check]:
    named, kinds = "code, name, kind, region_code, icb_code", ", ".join(f"'{kind}'" for kind in KINDS)
    about = "organisations"
    yield each(about, "every organisation has a name", "COALESCE(name, '') = ''", named=named)
    yield each(about, "every organisation is a provider, a board or a region", f"kind NOT IN ({kinds})", named=named)
    for column, kind in (("region_code", NHS_REGION), ("icb_code", ICB)):
        inside = f"SELECT DISTINCT {column} FROM national.organisations WHERE {column} <> '{NO_BOARD}'"
        listed = f"SELECT code FROM national.organisations WHERE kind = '{kind}'"
        yield none_missing(about, f"every {column} is listed as what it is", inside, listed)
    yield each(
        about, "a region lies in no other", "region_code IS NOT NULL", named=named, where=f"kind = '{NHS_REGION}'"
    )
    yield each(about, "a board lies in no board", "icb_code IS NOT NULL", named=named, where=f"kind = '{ICB}'")
    yield each(about, "nobody succeeds itself", "successor_code = code", named=named)
    yield each(about, "nobody ended before it began", "valid_to < valid_from", named=named)
    yield each(about, "a first month is not after the last", "first_period > last_period", named=named)


def _providers() -> Iterator[Check]:
    """A&E by provider: parts make totals, sums by area hold every provider once, England is not far away."""
    rows = f"SELECT area_code, period, measure, value FROM {EMERGENCY} WHERE area_type = '{PROVIDER}'"
    yield among(
        "emergency_current", "a provider's counts are whole", rows, "value <> FLOOR(value) AND measure NOT LIKE '%_pct'"
    )
    share = "measure LIKE '%_pct' AND (value < 0 OR value > 100)"
    yield among("emergency_current", "a provider's shares are from 0 to 100", rows, share)
    for total, parts in SUMS.items():
        names = ", ".join(f"'{one}'" for one in parts)
        sums = f"""
            SELECT area_code, period, SUM(CASE WHEN measure = '{total}' THEN value END) AS total,
                SUM(CASE WHEN measure IN ({names}) THEN value END) AS parts
            FROM ({rows}) GROUP BY area_code, period"""
        says = f"a provider's {total} is the sum of its parts"
        yield among("emergency_current", says, sums, "COALESCE(total, 0) <> COALESCE(parts, 0)")
    for part, whole in (("ae_over_4h", "ae_attendances"), ("dta_waits_12h", "dta_waits_4h")):
        pairs = f"""
            SELECT area_code, period, SUM(CASE WHEN measure = '{part}' THEN value END) AS part,
                SUM(CASE WHEN measure = '{whole}' THEN value END) AS whole
            FROM ({rows}) GROUP BY area_code, period"""
        yield among(
            "emergency_current", f"a provider's {part} is within its {whole}", pairs, "part > COALESCE(whole, 0)"
        )
    yield from _sums()


def _sums() -> Iterator[Check]:
    for kind in (NHS_REGION, ICB):
        both = f"""
            SELECT a.period, a.measure, SUM(a.value) AS areas, c.providers_value AS providers
            FROM national.emergency_areas AS a JOIN national.emergency_check AS c USING (period, measure)
            WHERE a.area_type = '{kind}' GROUP BY a.period, a.measure, c.providers_value"""
        says = f"no {kind} counts a provider twice"
        yield among("emergency_areas", says, both, "areas > providers")
    far = f"national_value > {BUSY} AND ABS(difference) > {MOST_DIFFERENCE} * national_value"
    says = "providers make England, to 2 %, in every month that both publish"
    named = "period, measure, national_value, providers_value"
    yield each("emergency_check", says, far, named=named, where="measure NOT LIKE '%type_3%' AND missing = 0")


def _discharges() -> Iterator[Check]:
    about, monthly = "discharge_current", "national.discharge_current"
    named = "source, area_code, period, measure, basis, value, days, organisations"
    yield each(
        about,
        "a mean stands for 1 to 31 days",
        "days NOT BETWEEN 1 AND 31",
        named=named,
        where="basis IN ('plain', 'balanced') AND days > 0",
    )
    means = f"""
        SELECT source, area_code, period, basis,
            MAX(CASE WHEN measure = 'nctr_patients' THEN value END) AS patients,
            MAX(CASE WHEN measure = 'nctr_remaining' THEN value END) AS remaining,
            MAX(CASE WHEN measure = 'nctr_discharged' THEN value END) AS gone
        FROM {monthly} WHERE area_type = '{COUNTRY}' AND pathway = 'all' AND detail = '' AND basis <> 'total'
        GROUP BY source, area_code, period, basis"""
    yield among(about, "fewer people of England remain than no longer need to stay", means, "remaining > patients")
    says = "England's people, those discharged and those remaining are there together"
    yield among(
        about, says, means, "COALESCE(patients, remaining, gone) IS NOT NULL AND patients + remaining + gone IS NULL"
    )
    for source in ("discharge_acute", "discharge_community"):
        months = f"SELECT DISTINCT period FROM {monthly} WHERE source = '{source}' AND measure = 'nctr_patients'"
        england = f"{months} AND area_type = '{COUNTRY}'"
        yield none_missing(about, f"every month of {source} has a row for England", months, england)
    longer = f"""
        SELECT source, area_code, period, basis,
            MAX(CASE WHEN measure = 'bed_days_7plus' THEN value END) AS week,
            MAX(CASE WHEN measure = 'bed_days_14plus' THEN value END) AS two,
            MAX(CASE WHEN measure = 'bed_days_21plus' THEN value END) AS three
        FROM {monthly} WHERE area_type = '{COUNTRY}' AND source = 'discharge_acute' GROUP BY ALL"""
    yield among(about, "longer stays are fewer", longer, "two > week OR three > two")
    yield each(
        "discharge_daily",
        "days are days and weeks are weeks",
        "period_type NOT IN ('day', 'week')",
        named="period_type, period",
    )


def _others() -> Iterator[Check]:
    sectors = """
        SELECT area_code, period, measure, snapshot_id, SUM(CASE WHEN sector = 'all' THEN value END) AS total,
            SUM(CASE WHEN sector <> 'all' THEN value END) AS parts
        FROM national.beds GROUP BY area_code, period, measure, snapshot_id"""
    yield among("beds", "beds by sector make all beds, to a bed", sectors, "ABS(total - parts) > 1")
    beds = """
        SELECT area_code, period, sector, snapshot_id,
            MAX(CASE WHEN measure = 'beds_available' THEN value END) AS available,
            MAX(CASE WHEN measure = 'beds_occupied' THEN value END) AS occupied
        FROM national.beds WHERE area_type = 'country' GROUP BY area_code, period, sector, snapshot_id"""
    yield among("beds", "England's beds that are occupied are available", beds, "occupied > available")
    named = "area_code, council_code, period, body, reason, value"
    yield each("trust_delays", "days are whole", "value <> FLOOR(value)", named=named, where="value IS NOT NULL")
    yield each(
        "discharge_ready",
        "shares are at most 100",
        "value > 100",
        named="area_code, period, measure, value",
        where="unit = '%'",
    )
    outside = "longitude NOT BETWEEN -9 AND 2.5 OR latitude NOT BETWEEN 49.5 AND 61.5"
    yield each(
        "boundaries",
        "every centre lies in the United Kingdom",
        outside,
        named="edition, area_code, longitude, latitude",
    )
    states = "state = '' OR reason = '' OR evidence = ''"
    yield each(
        "corrections", "every correction says why and by what evidence", states, named="correction, source, release"
    )
