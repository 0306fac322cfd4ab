"""Terms of emergency care and of the funds meant to change it."""

from domain.glossary.term import AE, BCF, Term

TERMS = (
    Term(
        "emergency-admission",
        "Emergency admission",
        "A stay in hospital that was not planned.",
        "Admissions through A&E departments of every type and by other routes, of all ages, as counted by hospitals. "
        "The file has no place of residence, so no rate for a council can be made from it. Other series of emergency "
        "admissions count differently.",
        AE,
        ("non-elective-admission", "ae-attendance", "same-day-emergency-care"),
    ),
    Term(
        "non-elective-admission",
        "Non-elective admission",
        "The Better Care Fund’s own count of unplanned admissions; not the A&E series.",
        "General and acute non-elective admissions by health and wellbeing board, the admission measure of the fund’s "
        "plans from 2015-16 to 2019-20. It is another data set than the monthly A&E return and gives other numbers.",
        BCF,
        ("emergency-admission", "better-care-fund"),
    ),
    Term(
        "ae-attendance",
        "A&E attendance",
        "One visit to an A&E department, by any door.",
        "Attendances at departments of type 1 (major, consultant-led, around the clock, with resuscitation), type 2 "
        "(single specialty), type 3 (other departments, minor injury units, urgent treatment centres) and type 4 "
        "(walk-in centres, merged with type 3). Booked appointments are included from August 2020.",
        AE,
        ("four-hour-standard", "emergency-admission"),
    ),
    Term(
        "four-hour-standard",
        "Four-hour standard",
        "How many people leave A&E within four hours of coming in.",
        "Share of attendances admitted, transferred or discharged within four hours of arrival. Fourteen trusts that "
        "tested other standards are left out of this share, not of the activity, from May 2019 to May 2023.",
        AE,
        ("ae-attendance", "decision-to-admit"),
    ),
    Term(
        "decision-to-admit",
        "Decision to admit",
        "The moment a hospital decides that a person in A&E must stay; waiting for a bed is counted from here.",
        "Start of the waits of over four and over twelve hours to admission. It is later than arrival, so these waits "
        "are shorter than the time a person spends in A&E.",
        AE,
        ("four-hour-standard",),
    ),
    Term(
        "same-day-emergency-care",
        "Same-day emergency care",
        "Urgent treatment without a night in hospital; its recording has moved to another data set.",
        "Trusts had to record it in the Emergency Care Data Set by 1 July 2025, trust by trust from 2024, so a fall "
        "of emergency admissions from 2024 may be recording. Its effect on this series is likely and not confirmed.",
        AE,
        ("emergency-admission", "series-break"),
    ),
    Term(
        "better-care-fund",
        "Better Care Fund",
        "Money that the NHS and councils plan and spend together on care outside hospital.",
        "A pooled budget of local NHS bodies and councils, planned by each health and wellbeing board, with national "
        "measures that have changed over the years. Extra grant for councils from 2017, the improved Better Care "
        "Fund, was for adult social care needs, pressure on the NHS and the local provider market.",
        BCF,
        ("non-elective-admission",),
    ),
)
