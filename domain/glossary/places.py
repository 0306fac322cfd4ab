"""Terms of populations and areas."""

from domain.glossary.term import ASCOF, CODES, NOMIS, ORDERS, OURS, Term

TERMS = (
    Term(
        "mid-year-estimate",
        "Mid-year estimate",
        "How many people live in an area, as estimated for 30 June of each year.",
        "Residents by single year of age; adults are 18 and over. Mid-2012 to mid-2020 were rebased after Census "
        "2021, so one year can have two figures, and the vintage is read from England’s total. A year not held is "
        "replaced by the nearest within two years, and marked.",
        NOMIS,
        ("calendar-convention", "ascof-convention"),
    ),
    Term(
        "calendar-convention",
        "Calendar convention",
        "Rates in charts use the population of the month’s own calendar year.",
        "Mid-year estimate of the calendar year in which the month lies; used for every monthly rate on this site.",
        OURS,
        ("ascof-convention", "mid-year-estimate"),
    ),
    Term(
        "ascof-convention",
        "ASCOF convention",
        "Rates of whole financial years, made to agree with the official yearly ones.",
        "Mid-year estimate of the calendar year in which the financial year starts, as first published; used only to "
        "reproduce ASCOF 2C, and never mixed with the calendar convention.",
        ASCOF,
        ("calendar-convention", "ascof-2c"),
    ),
    Term(
        "upper-tier-council",
        "Upper-tier council",
        "The council that is responsible for adult social care where a person lives.",
        "County councils, unitary authorities, metropolitan districts and London boroughs. Delays are counted for the "
        "council responsible; a hospital’s own figures are another split, and only England agrees.",
        ORDERS,
        ("ons-code", "region"),
    ),
    Term(
        "region",
        "Region",
        "One of the nine parts of England that councils are grouped in.",
        "The nine English regions. Their delays are sums of their councils, derived here, and leave out people "
        "resident outside England.",
        CODES,
        ("upper-tier-council", "derived-here"),
    ),
    Term(
        "ons-code",
        "ONS code",
        "The nine characters that name an area beyond doubt.",
        "Code of the Office for National Statistics: E92 for England, E12 for regions, E06 to E10 for councils. A "
        "council whose boundary changes gets a new code, and the legal order that made it is listed on the data page.",
        CODES,
        ("upper-tier-council",),
    ),
)
