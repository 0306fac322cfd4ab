"""Outcome measures of adult social care (ASCOF), declared once, and the areas and marks of their tables.

They are yearly and most are surveys with a margin of error, so they stand apart from the monthly indicators.
"""

from domain import status
from domain.outcomes import care, surveys
from domain.outcomes.measure import TOPS, Break, Code, Measure

__all__ = [
    "COUNCIL_TYPE",
    "COUNCIL_TYPES",
    "MARKS",
    "MEASURES",
    "MEASURE_BY_ID",
    "STATUS_OF_MARK",
    "TOPS",
    "Break",
    "Code",
    "Measure",
    "measure_of",
]

MEASURES: tuple[Measure, ...] = (*surveys.PEOPLE_MEASURES, *surveys.CARERS_MEASURES, *care.MEASURES)
MEASURE_BY_ID = {measure.id: measure for measure in MEASURES}

# Published beside England, the regions and the councils; they have no ONS code.
COUNCIL_TYPE = "council_type"
COUNCIL_TYPES = {
    "S": "Shire counties",
    "U": "Unitary authorities",
    "M": "Metropolitan districts",
    "I": "Inner London",
    "O": "Outer London",
    "D": "Districts",
}

# Marks of the tables: three different things, and a zero is a fourth.
MARKS = {
    status.SUPPRESSED_MARK: "suppressed by the publisher: too few people",
    status.NOT_AVAILABLE: "not available: no figure for this area and year",
    status.NOT_APPLICABLE: "not applicable: not asked in this year, or the area did not exist",
}
STATUS_OF_MARK = {
    status.SUPPRESSED_MARK: status.SUPPRESSED,
    status.NOT_AVAILABLE: status.UNAVAILABLE,
    status.NOT_APPLICABLE: status.INAPPLICABLE,
}


def measure_of(number: str, year: str) -> Measure | None:
    """The measure that a number of the framework stands for in a financial year; None for one not held."""
    wanted = number.replace("(", "").replace(")", "").casefold()
    for measure in MEASURES:
        if measure.code(year).replace("(", "").replace(")", "").casefold() == wanted:
            return measure
    return None
