"""Sheets of measurement: indicators, links from schemes to them, observations and targets."""

from domain import delays, outcomes
from domain.indicators import INDICATORS
from domain.local import words
from domain.local.field import AREA, CHOICE, CODE, LONG, MONTH, NUMBER, PERIOD, TEXT, WHOLE, Field, Sheet

BODIES = {body: delays.BODY_LABELS[body] for body in delays.BODIES}
REASONS = {reason.code: reason.label for reason in delays.REASONS}
NATIONAL = {one.id: one.label for one in INDICATORS} | {one.id: one.label for one in outcomes.MEASURES}

INDICATORS_SHEET = Sheet(
    "indicators",
    "Indicators",
    "One line an indicator: what it counts, at which level, and which way is good.",
    (
        Field("indicator_id", "Indicator", CODE, "Short id that does not change", "I10", required=True),
        Field(
            "name", "Name", TEXT, "Name in plain words", "Weekend discharges supported by social work", required=True
        ),
        Field("definition", "Definition", LONG, "What is counted, of whom", "Discharges on Saturday and Sunday"),
        Field(
            "level",
            "Level",
            CHOICE,
            "Strategic, operational or personal",
            "operational",
            required=True,
            choices=words.LEVELS,
        ),
        Field("kind", "Kind", CHOICE, "What kind of number", "count", required=True, choices=words.KINDS),
        Field("unit", "Unit", TEXT, "What one unit is", "discharges", required=True),
        Field("good", "Which way is good", CHOICE, "Lower, higher or neither", "up", required=True, choices=words.GOOD),
        Field(
            "frequency",
            "Frequency",
            CHOICE,
            "Monthly, quarterly, yearly",
            "month",
            required=True,
            choices=words.FREQUENCIES,
        ),
        Field(
            "exposure",
            "Counted over",
            CHOICE,
            "What a count is divided by",
            "weekend_day",
            choices=words.EXPOSURES,
            default="none",
        ),
        Field(
            "counts_people",
            "Counts people",
            CHOICE,
            "Yes: small numbers are protected",
            "yes",
            choices=words.YES_NO,
            default="no",
        ),
        Field("owner", "Owner", TEXT, "A role, never a name", "discharge lead"),
        Field("source", "Source", TEXT, "System or return it comes from", "Hospital discharge log"),
        Field("caveat", "Caveat", LONG, "What limits the reading", ""),
        Field("changed", "Definition changed", MONTH, "First month of a new definition", ""),
        Field(
            "national",
            "National series",
            CHOICE,
            "If it is published, which; then nothing is uploaded",
            "",
            choices=NATIONAL,
        ),
        Field("national_body", "Responsible body", CHOICE, "Of a national series of delays", "", choices=BODIES),
        Field("national_reason", "Reason for delay", CHOICE, "Of a national series of delays", "", choices=REASONS),
        Field("decimals", "Decimals", WHOLE, "Decimals to show", 1, least=0, most=3, default=1),
    ),
    ("indicator_id",),
)
LINKS = Sheet(
    "links",
    "Links",
    "Which scheme is meant to move which indicator, by how much, and after how long.",
    (
        Field("scheme_id", "Scheme", CODE, "Scheme", "S07", required=True, refers="schemes.scheme_id"),
        Field("indicator_id", "Indicator", CODE, "Indicator", "I10", required=True, refers="indicators.indicator_id"),
        Field(
            "body", "Responsible body", CHOICE, "One body's part of delays, if only that is claimed", "", choices=BODIES
        ),
        Field(
            "role",
            "Role",
            CHOICE,
            "Outcome, process, balancing or context",
            "outcome",
            required=True,
            choices=words.ROLES,
        ),
        Field(
            "is_primary",
            "Primary",
            CHOICE,
            "The one that the verdict of its level rests on",
            "yes",
            choices=words.YES_NO,
            default="no",
        ),
        Field("hypothesis", "Hypothesis", LONG, "Why it should move", "People leave at weekends too"),
        Field("expected", "Expected change", NUMBER, "With its sign; empty for none", 40, least=-1000, most=1000),
        Field(
            "expected_unit",
            "Unit of change",
            CHOICE,
            "Per cent, points",
            "percent",
            choices=words.UNITS_OF_CHANGE,
            default="percent",
        ),
        Field("lag", "Lag, months", WHOLE, "Months until it can show", 0, least=0, most=36, default=0),
        Field(
            "reached_pct", "Share reached, %", NUMBER, "Share of this indicator's people reached", "", least=0, most=100
        ),
        Field("registered_on", "Registered", MONTH, "Month in which this was written down", "2017-08"),
    ),
    ("scheme_id", "indicator_id", "body"),
)
OBSERVATIONS = Sheet(
    "observations",
    "Observations",
    "Values of local indicators: a value, or a numerator and a denominator.",
    (
        Field("indicator_id", "Indicator", CODE, "Indicator", "I10", required=True, refers="indicators.indicator_id"),
        Field("area_code", "Area", AREA, "Council (code or name)", "Saltmarrow", required=True),
        Field("period", "Period", PERIOD, "2018-04, 2018-19 Q1 or 2018-19", "2018-04", required=True),
        Field(
            "value",
            "Value",
            NUMBER,
            "The number; empty if numerator and denominator are given",
            29,
            least=-1e12,
            most=1e12,
        ),
        Field("numerator", "Numerator", NUMBER, "People or events counted", "", least=0, most=1e12),
        Field("denominator", "Denominator", NUMBER, "Out of how many", "", least=0, most=1e12),
        Field("margin", "Margin, ±", NUMBER, "95 % margin of a survey, if stated", "", least=0, most=1e6),
        Field("status", "Status", CHOICE, "Final or provisional", "final", choices=words.STATUSES, default="final"),
        Field(
            "not_submitted",
            "Not submitted",
            CHOICE,
            "Yes where nothing was returned",
            "no",
            choices=words.YES_NO,
            default="no",
        ),
        Field("note", "Note", TEXT, "What to know about this value", ""),
    ),
    ("indicator_id", "area_code", "period"),
)
TARGETS = Sheet(
    "targets",
    "Targets",
    "Values planned or hoped for.",
    (
        Field("indicator_id", "Indicator", CODE, "Indicator", "I03", required=True, refers="indicators.indicator_id"),
        Field("area_code", "Area", AREA, "Council (code or name)", "Quillshire", required=True),
        Field("period", "Period", PERIOD, "2018-04, 2018-19 Q1 or 2018-19", "2018-19", required=True),
        Field("kind", "Kind", CHOICE, "Plan, ambition or benchmark", "plan", required=True, choices=words.TARGETS),
        Field("value", "Value", NUMBER, "In the indicator's unit", "", least=-1e12, most=1e12),
        Field(
            "change_pct",
            "Change, %",
            NUMBER,
            "On the year before, where the target is a change",
            -0.8,
            least=-100,
            most=1000,
        ),
        Field("source", "Source", TEXT, "Where the target is written", "Better Care Fund plan 2018/19"),
    ),
    ("indicator_id", "area_code", "period", "kind"),
)
