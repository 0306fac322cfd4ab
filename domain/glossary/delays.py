"""Terms of the count of delayed transfers of care."""

from domain.glossary.term import ASCOF, DISCHARGE, DTOC, PQ, Term

TERMS = (
    Term(
        "delayed-transfer-of-care",
        "Delayed transfer of care (DTOC)",
        "A person who is ready to leave a hospital bed and is still in it.",
        "A patient aged 18 or over who occupies a bed although a clinical decision and a multi-disciplinary team "
        "decision have found the patient ready for transfer, and the patient is safe to discharge or transfer: all "
        "three must hold. Acute and non-acute beds, mental health and community included; children’s and maternity "
        "beds are not counted, nor moves between hospitals while acute care is still needed.",
        DTOC,
        ("delayed-days", "dtoc-beds", "criteria-to-reside", "wall-of-march-2020"),
    ),
    Term(
        "delayed-days",
        "Delayed days",
        "All the days that people spent in a bed in a month after they were ready to leave it.",
        "Total days of delay in the calendar month of all patients delayed in it, weekends included. Days can be "
        "added over areas and months. They say nothing about how many people were delayed, and a longer month has "
        "more of them.",
        DTOC,
        ("dtoc-beds", "delayed-transfer-of-care"),
    ),
    Term(
        "dtoc-beds",
        "DTOC beds",
        "How many people were delayed on an average day: the number by which months can be compared.",
        "Delayed days of the month divided by its calendar days; published from April 2017, computed back to 2010. "
        "Later called the average number of people delayed per day. A year here is its delayed days divided by the "
        "days covered, which differs slightly from the mean of twelve monthly values.",
        PQ,
        ("delayed-days", "rate-per-100000-adults"),
    ),
    Term(
        "patient-snapshot",
        "Patient snapshot",
        "How many people were delayed at one moment of the month; an older count, no longer made.",
        "Patients delayed at midnight on the last Thursday of the month, August 2010 to March 2017, then dropped. It "
        "cannot be added up over time and is not the same as DTOC beds.",
        DTOC,
        ("dtoc-beds",),
    ),
    Term(
        "responsible-body",
        "Responsible body",
        "Who the delay is put down to in the count: the NHS, social care, or both.",
        "The attribution of each delay: NHS, Social Care (Social Services in older files) or Both. It is always "
        "shown in that order. It follows the rules of the count and is not a finding of fault.",
        DTOC,
        ("reason-for-delay",),
    ),
    Term(
        "reason-for-delay",
        "Reason for delay",
        "What a delayed person was waiting for, in eleven lettered groups.",
        "One of eleven codes, A to I with DI and DII, and O. Which body can be responsible is fixed for each reason; "
        "the table of reasons on this page lists them. A fall of one reason and a rise of another can be a change of "
        "practice, not of need.",
        DTOC,
        ("responsible-body",),
    ),
    Term(
        "acute",
        "Acute and non-acute",
        "Whether the bed was in an acute hospital or in a community or mental health one.",
        "The type of care of the bed in which a person was delayed. Acute and non-acute days add up to all delayed "
        "days. What replaced the count covers acute hospitals with a major A&E only.",
        DTOC,
        ("delayed-transfer-of-care", "sitrep"),
    ),
    Term(
        "resident-outside",
        "Resident outside England",
        "People delayed in England who live elsewhere; they are in England’s total and in no council’s.",
        "Three rows of the council workbooks: resident in Wales, in Scotland, outside Great Britain. Councils and "
        "these rows add up to England exactly; councils alone give about 0.4\u00a0% less.",
        DTOC,
        ("upper-tier-council",),
    ),
    Term(
        "rate-per-100000-adults",
        "Rate per 100,000 adults",
        "DTOC beds for every 100,000 residents aged 18 and over, so that areas of different size can be read together.",
        "Delayed days ÷ days of the month ÷ residents aged 18 and over × 100,000. A rate for the month as a whole, "
        "used elsewhere, is about thirty times larger.",
        DTOC,
        ("dtoc-beds", "mid-year-estimate", "ascof-2c"),
    ),
    Term(
        "ascof-2c",
        "ASCOF 2C",
        "The yearly official rate of delays for each council, in use until 2019-20.",
        "Adult Social Care Outcomes Framework, indicator 2C: the average number of people delayed per day in a "
        "financial year for every 100,000 residents aged 18 and over; parts for social care and for joint "
        "responsibility. It uses the mid-year estimate of the calendar year in which the financial year starts.",
        ASCOF,
        ("ascof-convention", "rate-per-100000-adults"),
    ),
    Term(
        "wall-of-march-2020",
        "The wall of March 2020",
        "The count of delays stopped with the pandemic; nothing after it may be read against anything before it.",
        "The collection was paused in March 2020 and never taken up again; February 2020 is its last month. Later "
        "collections differ in population, test, attribution and unit, so no line, percentage or control chart "
        "crosses this month.",
        DISCHARGE,
        ("criteria-to-reside", "sitrep", "series-break"),
    ),
    Term(
        "criteria-to-reside",
        "Criteria to reside",
        "The list by which hospitals have said since 2020 who no longer needs to be in an acute bed.",
        "A clinical list that replaced the three-part test of a delayed transfer; a person on none of its points no "
        "longer meets the criteria to reside. There is no team decision, no safety test and no responsible body, so "
        "it is not comparable with a delayed transfer of care.",
        DISCHARGE,
        ("wall-of-march-2020", "discharge-ready-date"),
    ),
    Term(
        "discharge-ready-date",
        "Discharge ready date",
        "The day on which a person was ready to leave; the delay is counted from it to the day of leaving.",
        "The date from which a patient no longer meets the criteria to reside; delay is discharge date less ready "
        "date, patient by patient, from September 2023, for organisations with acceptable data. It looks back at "
        "people who have left: neither people in beds nor DTOC days.",
        DISCHARGE,
        ("criteria-to-reside",),
    ),
    Term(
        "sitrep",
        "Situation report (SitRep)",
        "A regular return in which organisations report where they stand.",
        "The monthly SitRep carried delayed transfers until February 2020. The acute daily discharge SitRep counts, "
        "for trusts with a major A&E, patients who no longer meet the criteria to reside, those discharged and those "
        "remaining; it is published from April 2021.",
        DISCHARGE,
        ("criteria-to-reside", "wall-of-march-2020"),
    ),
)
