"""Breaks of series, changes of definition and national events: what a line cannot be read across.

Reviewed reference data: each entry names its source. A ``wall`` ends a collection (nothing is joined or
compared across it), a ``definition`` change alters what is counted, an ``event`` is context and no explanation.
"""

from dataclasses import dataclass

WALL, DEFINITION, EVENT = "wall", "definition", "event"
DELAYS, ADMISSIONS, BOTH = "delays", "admissions", "both"

APPORTIONED = ("2010-11", "2015-05")  # A&E months shared out from weekly returns (workbook, note 1)
CRS_EXCLUDED = ("2019-05", "2023-05")  # four-hour performance without fourteen trusts (workbook, Notes sheet)
DTOC_LAST = "2020-02"
THE_WALL = "2020-03"


@dataclass(frozen=True)
class Mark:
    """Something drawn on a time axis at a month: its kind, the series it belongs to, and its source."""

    month: str
    kind: str
    series: str
    short: str
    text: str
    source: str


MARKS = (
    Mark(
        "2015-10",
        DEFINITION,
        DELAYS,
        "Counting rules made clearer",
        "Guidance version 1.09 with clearer definitions took effect.",
        "NHS England, Monthly Delayed Transfers of Care SitReps: definitions and guidance, version 1.09",
    ),
    Mark(
        "2017-03",
        EVENT,
        BOTH,
        "Extra social care grant announced",
        "The Spring Budget announced extra grant for adult social care, the improved Better Care Fund.",
        "HM Treasury, Spring Budget 2017, 8 March 2017",
    ),
    Mark(
        "2017-04",
        DEFINITION,
        DELAYS,
        "Reason 'Other' added",
        "Reason O, Other, came into use for non-acute delays; the patient snapshot was dropped.",
        "NHS England, Delayed Transfers of Care, England time series (first value other than 0)",
    ),
    Mark(
        "2018-11",
        DEFINITION,
        DELAYS,
        "DTOC guidance rewritten",
        "New principles, definitions and guidance replaced the version of 2015.",
        "NHS England, Monthly Delayed Transfers of Care data: principles, definitions and guidance, November 2018",
    ),
    Mark(
        "2020-03",
        WALL,
        BOTH,
        "DTOC count paused, pandemic",
        "The COVID-19 pandemic reached England. The collection of delays was paused in March 2020 and never taken up "
        "again; February 2020 is its last month. Emergency admissions went on being counted.",
        "NHS England, Discharge delays, statistics page",
    ),
    Mark(
        "2020-08",
        DEFINITION,
        ADMISSIONS,
        "Booked A&E visits counted",
        "A&E attendances include booked appointments from this month; admissions are not touched.",
        "NHS England, A&E time series workbook, Notes sheet, note 4",
    ),
    Mark(
        "2025-07",
        DEFINITION,
        ADMISSIONS,
        "Same-day care recorded apart",
        "Same-day emergency care had to be recorded in another data set by this month, trust by trust from 2024: "
        "a fall in admissions may be recording.",
        "NHS England, Emergency Care Data Set: recording of same-day emergency care (mandated by 1 July 2025)",
    ),
)


def between(start: str, end: str) -> tuple[Mark, ...]:
    """Marks in a window of months, in time order."""
    return tuple(sorted((mark for mark in MARKS if start <= mark.month <= end), key=lambda mark: mark.month))
