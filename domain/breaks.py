"""Breaks of series, changes of definition and national events: what a line cannot be read across.

Reviewed reference data: each entry names its source. A ``wall`` ends a collection (nothing is joined or
compared across it), a ``definition`` change alters what is counted, an ``event`` is context and no explanation.
"""

from dataclasses import dataclass

WALL, DEFINITION, EVENT = "wall", "definition", "event"
DELAYS, ADMISSIONS, BOTH = "delays", "admissions", "both"
ACUTE_DISCHARGE, COMMUNITY_DISCHARGE = "discharge_acute", "discharge_community"

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

# Of the discharge reports, which followed delayed transfers and count something else: never on one axis with them.
DISCHARGE_MARKS = (
    Mark(
        "2020-03",
        WALL,
        ACUTE_DISCHARGE,
        "Another count than delayed transfers",
        "Delayed transfers of care ended in February 2020. These reports count people who no longer meet the criteria "
        "to reside, in other hospitals, by another test and without saying who is responsible.",
        "NHS England, Discharge delays, statistics page",
    ),
    Mark(
        "2021-05",
        DEFINITION,
        ACUTE_DISCHARGE,
        "Place of discharge recorded",
        "Where people were discharged to has been collected since May 2021.",
        "NHS England, Acute discharge situation report, time series workbook, Daily Series, note 1",
    ),
    Mark(
        "2022-02",
        DEFINITION,
        ACUTE_DISCHARGE,
        "Stays of 7 days or over counted",
        "Bed days of stays of 7 days or over have been collected since February 2022; before, only of 14 and 21 days.",
        "NHS England, Acute discharge situation report, time series workbook, Weekly Series (first value other than 0)",
    ),
    Mark(
        "2022-06",
        DEFINITION,
        ACUTE_DISCHARGE,
        "New specification",
        "A new specification took over, and returns became weekly. Nothing was collected on 19 June 2022.",
        "NHS England, Acute discharge situation report, time series workbook, Daily Series, note 2",
    ),
    Mark(
        "2024-06",
        DEFINITION,
        ACUTE_DISCHARGE,
        "Pathways and reasons redefined",
        "A new specification, from the end of May 2024, changed the pathways and the reasons for staying.",
        "NHS England, Discharge delays (acute data), statistics page",
    ),
    Mark(
        "2022-10",
        DEFINITION,
        COMMUNITY_DISCHARGE,
        "Collection changed",
        "Changes to the collection broke the series: daily figures are published from 17 October 2022.",
        "NHS England, Community discharge situation report, June 2023 workbook, Daily Series, note",
    ),
    Mark(
        "2023-10",
        DEFINITION,
        COMMUNITY_DISCHARGE,
        "Pathways and reasons redefined",
        "The questions on pathways and on reasons for staying changed on 23 October 2023.",
        "NHS England, Community discharge situation report, October 2023 workbook, Table 4, note 3",
    ),
)


def of_discharges(source: str, start: str = "", end: str = "9999-12") -> tuple[Mark, ...]:
    """Marks of one of the discharge reports in a window of months, in time order."""
    found = (mark for mark in DISCHARGE_MARKS if mark.series == source and start <= mark.month <= end)
    return tuple(sorted(found, key=lambda mark: mark.month))


def between(start: str, end: str) -> tuple[Mark, ...]:
    """Marks in a window of months, in time order."""
    return tuple(sorted((mark for mark in MARKS if start <= mark.month <= end), key=lambda mark: mark.month))
