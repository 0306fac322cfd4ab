"""Sheets of the plan: schemes, spend lines and outputs."""

from domain.local import words
from domain.local.field import AREA, CHOICE, CHOICES, CODE, LONG, MONEY, MONTH, NUMBER, PERIOD, TEXT, Field, Sheet

SCHEMES = Sheet(
    "schemes",
    "Schemes",
    "One line a scheme: what is done, where, from when, and who pays and gains.",
    (
        Field("scheme_id", "Scheme", CODE, "Short id that does not change", "S07", required=True),
        Field("name", "Name", TEXT, "Name as people call it", "Seven-day hospital social work", required=True),
        Field("area_code", "Area", AREA, "Council (code or name)", "Saltmarrow", required=True),
        Field("description", "What is done", LONG, "One or two plain sentences", "Social workers on wards all week"),
        Field(
            "stage", "Stage of care", CHOICE, "Where it acts", "in_hospital_flow", required=True, choices=words.STAGES
        ),
        Field("scheme_type", "Type", TEXT, "Type of the Better Care Fund plan, if any", "High Impact Change Model"),
        Field(
            "demand_flag",
            "Demand",
            CHOICE,
            "Does it manage demand, meet it, or enable others?",
            "meets_demand",
            required=True,
            choices=words.DEMAND,
        ),
        Field("payer", "Who pays", CHOICE, "Council, NHS or both", "council", required=True, choices=words.SIDES),
        Field("gains", "Who gains", CHOICES, "One or more, by commas", "nhs, person", choices=words.SIDES),
        Field("must_act", "Who must act", TEXT, "The role that can change it", "hospital social-work manager"),
        Field("planned_start", "Planned start", MONTH, "First month planned", "2017-09", required=True),
        Field("actual_start", "Actual start", MONTH, "First month of service; empty until it starts", "2017-11"),
        Field("ended", "Ended", MONTH, "Last month of service; empty while it runs", ""),
        Field("registered_on", "Registered", MONTH, "Month in which this plan was written down", "2017-08"),
        Field("output_unit", "Unit of output", TEXT, "What the service delivers", "weekend shifts"),
        Field(
            "reached_pct", "Share of people reached, %", NUMBER, "Of all people of its indicators", 8, least=0, most=100
        ),
    ),
    ("scheme_id",),
)
SPEND_LINES = Sheet(
    "spend_lines",
    "Spend lines",
    "One row for each line of money, version and year; a line need not belong to a scheme.",
    (
        Field("line_id", "Line", CODE, "Short id that does not change", "B01", required=True),
        Field("scheme_id", "Scheme", CODE, "Scheme, if the line pays for one", "", refers="schemes.scheme_id"),
        Field("name", "Name", TEXT, "What is paid for", "Care packages, existing and new demand", required=True),
        Field("version", "Version", CHOICE, "Which plan or result", "plan", required=True, choices=words.VERSIONS),
        Field("year", "Financial year", PERIOD, "Such as 2017-18", "2017-18", required=True),
        Field("amount", "Amount, £", MONEY, "Pounds, not thousands", 7_200_000, required=True, least=0, most=5e9),
        Field("stage", "Stage of care", CHOICE, "Where it acts; empty if unknown", "tier_3", choices=words.STAGES),
        Field("purpose", "Purpose", CHOICE, "Sustain, improve or enable", "sustain", choices=words.PURPOSES),
        Field("demand_flag", "Demand", CHOICE, "Does it manage or meet demand?", "meets_demand", choices=words.DEMAND),
        Field("market", "Market", CHOICE, "Support of the care market", "none", choices=words.MARKET, default="none"),
        Field("sustains_nhs", "Sustains an NHS service", CHOICE, "Yes or no", "no", choices=words.YES_NO, default="no"),
        Field("payer", "Who pays", CHOICE, "Council, NHS or both", "council", choices=words.SIDES),
        Field("gains", "Who gains", CHOICES, "One or more, by commas", "person", choices=words.SIDES),
        Field("scope", "Scope", CHOICE, "Part of which fund", "grant", choices=words.SCOPES, default="grant"),
        Field(
            "carried",
            "Carried forward, £",
            MONEY,
            "Part of a forecast that goes into the next year",
            "",
            least=0,
            most=5e9,
        ),
    ),
    ("line_id", "version", "year", "scope"),
)
OUTPUTS = Sheet(
    "outputs",
    "Outputs",
    "What a scheme delivered, beside its plan.",
    (
        Field("scheme_id", "Scheme", CODE, "Scheme", "S07", required=True, refers="schemes.scheme_id"),
        Field("period", "Period", PERIOD, "2018-04, 2018-19 Q1 or 2018-19", "2018-04", required=True),
        Field("planned", "Planned", NUMBER, "Units planned", 120, least=0, most=1e9),
        Field("actual", "Actual", NUMBER, "Units delivered", 113, least=0, most=1e9),
    ),
    ("scheme_id", "period"),
)
