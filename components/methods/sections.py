"""The sections of the methods page: a sentence for leaders, then the method. Worked examples come from the build."""

from components.methods.evidence import SECTIONS as EVIDENCE
from components.methods.section import Section

__all__ = ["SECTIONS", "SECTION_BY_ID", "Section"]

SECTIONS = (
    Section(
        "per-day",
        "Per day, then compare",
        "Months differ in length, so every count is divided by the days of its month before two months are compared.",
        (
            "Delayed days and emergency admissions are divided by calendar days: people delayed on an average day "
            "(DTOC beds), and admissions per day. The count itself stands in the table of each chart. From February "
            "to March a count can rise by a tenth with nothing changed but the calendar.",
        ),
    ),
    Section(
        "change",
        "What counts as a change",
        "A month is read against the month before and the same month last year, and twelve months against twelve; "
        "within 1\u00a0% either way it is called similar.",
        (
            "All on values per day; for twelve months, the total divided by the days in them. Both stretches are "
            "named. A stretch with a month missing is never compared, and an incomplete year never with a whole one.",
        ),
    ),
    Section(
        "denominators",
        "Per head of population",
        "Rates are for every 100,000 residents aged 18 and over, so that areas of different size can be read together.",
        (
            "Two conventions, never mixed. Calendar: the mid-year estimate of the month’s own calendar year; all "
            "charts. ASCOF: the estimate of the year in which the financial year starts, as first published; only to "
            "reproduce the official indicator 2C.",
            "Estimates for mid-2012 to mid-2020 were rebased after Census 2021, so the vintage is read from England’s "
            "total and named where it is the rebased one. A year not held is replaced by the nearest within two years "
            "and marked; further away no rate is given.",
        ),
    ),
    Section(
        "control-charts",
        "Control charts",
        "A control chart tells a signal from ordinary ups and downs; it says that something changed, not why.",
        (
            "XmR charts: mean, and limits made from the mean moving range. Two sets of rules are offered. interface "
            "is the one shown first; it is this site’s choice and no official specification. nhsr repeats the rules "
            "of the R package NHSRplotthedots. Where both are offered, the points that change class are listed.",
        ),
    ),
    Section(
        "fitness",
        "When a control chart is fit to be read",
        "Delays of one month resemble those of the month before, and then ordinary charts raise false alarms; so each "
        "series is tested before an icon is shown.",
        (
            "r1 is the correlation of neighbouring months within the phase. Under 0.3, or with fewer than 20 points: "
            "the rules as they are. From 0.3: limits stay, the chart says that months are not independent, and the "
            "icon becomes direction only, the latest twelve months against the twelve before. Widened limits, without "
            "run rules, can be switched on: their distance from the mean is divided by √(1\u00a0−\u00a0r1). With more "
            "than half of the points flagged there is no icon: the series has no stable level.",
            "The window is the latest 36 months or the latest phase, whichever is shorter; older months are drawn "
            "without limits. A series whose window or phase rises or falls by over 2\u00a0% a year gets a direction "
            "only, because level limits do not show a trend.",
            "The season can be removed with a switch, and the values as published stay in view. From 36 months on, the "
            "factor of a month is the mean over the years of its value divided by the twelve-month average centred on "
            "it; the twelve average 1. They are frozen with the baseline of the limits, before any new phase, and "
            "listed. Where months are too few or missing the switch is refused with the reason: read the latest months "
            "against the same months of the year before.",
        ),
    ),
    Section(
        "icons",
        "What an icon may say",
        "An icon speaks of the latest point of the latest phase, and every table of icons says how many of them "
        "chance would give.",
        (
            "Icons stand from 13 points. From 6 to 12 the limits are trial limits, marked, without an icon; with "
            "fewer than 6 there are none, so two years of quarters never carry one. Whether a target is met is judged "
            "strictly, and ‘on the limit’ is said in words. All rules that fire on a point are kept and shown.",
        ),
    ),
    Section(
        "comparing",
        "Comparing areas",
        "Councils are ranked by twelve-month means with an interval for their own ups and downs, not by a single "
        "month.",
        (
            "Delayed days are not independent events: one person makes many. A funnel or a test for counts would put "
            "nearly every council outside, so none is drawn. Shown are twelve-month mean DTOC beds per 100,000 adults "
            "as ranked dots, with mean ± 1.96 · s · √((1 + r1) ÷ ((1 − r1) · 12)); s and r1 come from the council’s "
            "own 36 months without their linear trend. The interval is month-to-month variation, not sampling error. "
            "A council averaging under 2 beds gets no rank.",
        ),
    ),
    Section(
        "intervals",
        "Intervals",
        "Where people are counted out of people, an interval says how sure the number can be.",
        (
            "Proportions of people: Wilson. Counts and rates of people: Byar. The difference of two proportions: "
            "Newcombe. Surveys: the publisher’s own margin of error. Counts of days get none of these. No proportion "
            "of people is among the measures held yet.",
        ),
    ),
    Section(
        "watches",
        "Watches",
        "A watch says that two things are true at once, and never that one made the other.",
        (
            "Pressure: delays down while emergency admissions are up. Substitution: delays down while long-term "
            "admissions, readmissions or packages are up; its measures are not held yet. Both sides must be beyond "
            "similar on twelve months against the twelve before. The two monthly series are not correlated: they "
            "share a trend and a season.",
        ),
    ),
    *EVIDENCE,
    Section(
        "refused",
        "What is refused, and why",
        "Where a number would mislead, the reason stands in its place.",
        (),
    ),
    Section(
        "revisions",
        "Revisions and vintages",
        "Published figures change later, so every figure names its issue, and two issues are never mixed unnamed.",
        (
            "For one month the file with the latest revision date is used; older files are kept. England’s delays "
            "come from the national series, which holds last revisions only: figures as first published are not in "
            "this build. The council workbooks are a check, and the data page lists the months in which they differ.",
        ),
    ),
    Section(
        "statuses",
        "What stands where a number cannot",
        "Missing, not submitted, suppressed and zero are different things and are never turned into one another.",
        (),
    ),
    Section(
        "breaks",
        "Breaks in the series",
        "Some months begin a different count; lines are not read across them.",
        (
            "A wall ends a collection: nothing is joined or compared across it. A definition change alters what is "
            "counted. An event is context, and no explanation.",
        ),
    ),
)
SECTION_BY_ID = {section.id: section for section in SECTIONS}
