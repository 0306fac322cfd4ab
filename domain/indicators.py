"""Every indicator, declared once. Ids are permanent: they are in links, packs and exports.

An indicator is a ``measure`` of the warehouse, optionally divided by an exposure (calendar days, METHODS M1)
and by a population (METHODS M2). Definitions: NHS England, *Monthly Delayed Transfers of Care SitReps:
definitions and guidance*; *A&E attendances and emergency admissions: monthly return definitions*.
"""

from dataclasses import dataclass

DELAYS, EMERGENCY = "delays", "emergency_care"


@dataclass(frozen=True)
class Indicator:
    """What a number is.

    family:      the table that holds the measure (``delays`` or ``emergency_care``).
    measure:     the stored measure the value is computed from.
    unit:        what one unit of the value is, in words.
    per_day:     divided by the calendar days of the month.
    per_adults:  0, or the number of residents aged 18 and over the value is given for.
    good:        the direction of improvement: ``down``, ``up`` or ``none``.
    decimals:    digits shown on a page (exports carry full precision).
    caveats:     what a reader must know before comparing or adding up.
    needs:       publications without which it is not offered (see ``offered``).
    """

    id: str
    label: str
    definition: str
    family: str
    measure: str
    unit: str
    per_day: bool = False
    per_adults: int = 0
    good: str = "none"
    decimals: int = 0
    caveats: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


INDICATORS = (
    Indicator(
        "dtoc_days",
        "Delayed days",
        "Days of delay in the calendar month of all patients who were ready to leave and still in a bed.",
        DELAYS,
        "delayed_days",
        "days",
        good="down",
    ),
    Indicator(
        "dtoc_beds",
        "DTOC beds (people delayed on an average day)",
        "Delayed days divided by the calendar days of the month, so that months can be compared.",
        DELAYS,
        "delayed_days",
        "people per day",
        per_day=True,
        good="down",
        decimals=1,
    ),
    Indicator(
        "dtoc_beds_per_100k_18plus",
        "DTOC beds per 100,000 adults",
        "DTOC beds for every 100,000 residents aged 18 and over.",
        DELAYS,
        "delayed_days",
        "people per day per 100k aged 18 and over",
        per_day=True,
        per_adults=100_000,
        good="down",
        decimals=1,
    ),
    Indicator(
        "emergency_admissions",
        "Emergency admissions",
        "Emergency admissions to hospital of all ages, through A&E and by all other routes.",
        EMERGENCY,
        "emergency_admissions",
        "admissions",
        good="down",
    ),
    Indicator(
        "emergency_admissions_per_day",
        "Emergency admissions per day",
        "Emergency admissions divided by the calendar days of the month.",
        EMERGENCY,
        "emergency_admissions",
        "admissions per day",
        per_day=True,
        good="down",
    ),
    Indicator(
        "emergency_admissions_via_ae",
        "Emergency admissions via A&E",
        "Emergency admissions of people who came through an A&E department of any type.",
        EMERGENCY,
        "emergency_admissions_via_ae",
        "admissions",
        good="down",
    ),
    Indicator(
        "emergency_admissions_via_ae_per_day",
        "Emergency admissions via A&E per day",
        "Emergency admissions via A&E divided by the calendar days of the month.",
        EMERGENCY,
        "emergency_admissions_via_ae",
        "admissions per day",
        per_day=True,
        good="down",
    ),
    Indicator(
        "ae_attendances",
        "A&E attendances",
        "Attendances at A&E departments of all types; booked appointments are included from August 2020.",
        EMERGENCY,
        "ae_attendances",
        "attendances",
    ),
    Indicator(
        "ae_attendances_per_day",
        "A&E attendances per day",
        "A&E attendances divided by the calendar days of the month.",
        EMERGENCY,
        "ae_attendances",
        "attendances per day",
        per_day=True,
    ),
    Indicator(
        "ae_within_4h_pct",
        "A&E four-hour performance",
        "Share of A&E attendances admitted, transferred or discharged within four hours of arrival.",
        EMERGENCY,
        "ae_within_4h_pct",
        "%",
        good="up",
        decimals=1,
    ),
    Indicator(
        "dta_waits_4h",
        "Waits over 4 hours from decision to admit",
        "Patients who waited more than four hours from the decision to admit to admission.",
        EMERGENCY,
        "dta_waits_4h",
        "patients",
        good="down",
    ),
    Indicator(
        "dta_waits_4h_per_day",
        "Waits over 4 hours from decision to admit, per day",
        "Waits over four hours divided by the calendar days of the month.",
        EMERGENCY,
        "dta_waits_4h",
        "patients per day",
        per_day=True,
        good="down",
    ),
    Indicator(
        "dta_waits_12h",
        "Waits over 12 hours from decision to admit",
        "Patients who waited more than twelve hours from the decision to admit to admission.",
        EMERGENCY,
        "dta_waits_12h",
        "patients",
        good="down",
    ),
    Indicator(
        "dta_waits_12h_per_day",
        "Waits over 12 hours from decision to admit, per day",
        "Waits over twelve hours divided by the calendar days of the month.",
        EMERGENCY,
        "dta_waits_12h",
        "patients per day",
        per_day=True,
        good="down",
    ),
)
INDICATOR_BY_ID = {indicator.id: indicator for indicator in INDICATORS}
