"""The discharge situation reports: settings, measures, discharge pathways, and why there may be no number.

Source: NHS England, *Acute discharge situation report: technical specification* and the notes of the published
workbooks. These reports began in April 2020, after delayed transfers of care had ended, and count something else.
"""

ACUTE, COMMUNITY = "acute", "community"
SETTINGS = (ACUTE, COMMUNITY)
SETTING_LABELS = {
    ACUTE: "acute trusts with a major A&E department",
    COMMUNITY: "community rehabilitation beds",
}
SOURCE_OF_SETTING = {ACUTE: "discharge_acute", COMMUNITY: "discharge_community"}

PATIENTS, DISCHARGED, REMAINING = "nctr_patients", "nctr_discharged", "nctr_remaining"
DAILY = (PATIENTS, DISCHARGED, REMAINING)
BED_DAYS = ("bed_days_7plus", "bed_days_14plus", "bed_days_21plus")
DELAYED_14PLUS = "nctr_remaining_14plus"  # by reason, people with a stay of 14 days or over
MISSING, IN_SCOPE = "missing_organisations", "organisations_in_scope"
UNITS = {
    **dict.fromkeys((*DAILY, DELAYED_14PLUS), "people"),
    **dict.fromkeys(BED_DAYS, "days"),
    **dict.fromkeys((MISSING, IN_SCOPE), "organisations"),
}

ALL = "all"
PATHWAYS = {
    "P0": "home or elsewhere without new support",
    "P1": "home with support",
    "P2": "a short-term bed for rehabilitation or recovery",
    "P3": "a care home, likely for good",
}

DAY, WEEK, MONTH = "day", "week", "month"
TOTAL, PLAIN, BALANCED = "total", "plain", "balanced"
BASES = {
    PLAIN: "mean of all days, as published",
    BALANCED: "mean of the seven weekday means, so that a fifth Sunday makes no month worse by itself",
}
MONTHLY_FILES, TIME_SERIES = "monthly", "time_series"
