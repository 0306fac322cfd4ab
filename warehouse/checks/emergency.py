"""Checks of A&E and emergency admissions: every month of every measure, parts and totals, whole people."""

from collections.abc import Iterator

from domain import breaks
from domain.areas import ENGLAND
from warehouse.checks.check import Check, among, each

MEASURES = (
    *("ae_attendances", "ae_attendances_type_1", "ae_attendances_type_2", "ae_attendances_type_3"),
    *("emergency_admissions_via_type_1", "emergency_admissions_via_type_2", "emergency_admissions_via_type_3_4"),
    *("emergency_admissions_via_ae", "emergency_admissions_other", "emergency_admissions"),
    *("dta_waits_4h", "dta_waits_12h", "ae_within_4h_pct"),
)
SUMS = {
    "ae_attendances": MEASURES[1:4],
    "emergency_admissions_via_ae": MEASURES[4:7],
    "emergency_admissions": ("emergency_admissions_via_ae", "emergency_admissions_other"),
}
CURRENT = "national.emergency_current"
START, END = breaks.APPORTIONED
SHARED = f"period BETWEEN DATE '{START}-01' AND DATE '{END}-01'"  # shared out from weekly returns by the publisher
ODD = "DATE '2016-01-01'"  # published with a seventh of a person
TOLERANCE, DIGITS = 1.5, 1e-6  # of a person, in the months shared out and in the others


def checks() -> Iterator[Check]:
    """Every check of emergency care in England."""
    about = "emergency_current"
    for measure in MEASURES:
        rows = f"SELECT period, value FROM {CURRENT} WHERE area_code = '{ENGLAND}' AND measure = '{measure}'"
        span = f"SELECT MIN(period) AS first, MAX(period) AS last, COUNT(*) AS months FROM ({rows}) HAVING COUNT(*) > 0"
        gap = "months <> DATEDIFF('month', first, last) + 1"
        yield among(about, f"{measure} has every month from its first to its last", span, gap)
        yield among(about, f"{measure} has a number in every month", rows, "value IS NULL")
        if measure.endswith("_pct"):
            yield among(about, f"{measure} is from 0 to 100", rows, "value < 0 OR value > 100")
        else:
            people = f"{rows} AND NOT ({SHARED}) AND period <> {ODD}"
            says = f"{measure} counts whole people in the months that were not shared out from weeks"
            yield among(about, says, people, f"ABS(value - ROUND(value)) > {DIGITS}")
    for total, parts in SUMS.items():
        yield _adds_up(total, parts)
    bad = f"source <> 'ae_england' AND area_code = '{ENGLAND}'"
    named = "area_code, period, measure, value"
    yield each("emergency_current", "England's figures are those of its own series", bad, named=named)


def _adds_up(total: str, parts: tuple[str, ...]) -> Check:
    names = ", ".join(f"'{one}'" for one in parts)
    sums = f"""
        SELECT period, SUM(CASE WHEN measure = '{total}' THEN value END) AS total,
            SUM(CASE WHEN measure IN ({names}) THEN value END) AS parts
        FROM {CURRENT} WHERE area_code = '{ENGLAND}' GROUP BY period"""
    bad = f"ABS(total - parts) > CASE WHEN {SHARED} THEN {TOLERANCE} ELSE {DIGITS} END"
    return among("emergency_current", f"{total} is the sum of its parts in every month", sums, bad)
