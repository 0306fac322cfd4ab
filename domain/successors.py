"""Indicators of the discharge situation reports, which came after delayed transfers of care ended.

They are never joined to those, and never shown as their continuation: another population (adults in acute trusts
with a major A&E, or in community rehabilitation beds), another test, people at the end of a day and not days. Source:
NHS England, *Acute* and *Community discharge situation report*, workbooks and their notes.
"""

from domain.indicators import Indicator

DISCHARGE = "discharge"
_NOT_DTOC = "Not comparable with delayed transfers of care, which ended in February 2020."
_MANAGEMENT = "Management information with little validation; organisations that sent nothing are in no total."
_HOSPICE = (
    "Boards and providers leave out people discharged to a hospice; so do community providers in their count of "
    "everybody, and acute trusts count them as remaining. They do not add up to England."
)
_WEEKLY = "One snapshot a week, on a day that each provider chooses; a week belongs to the month that has most of it."
_SUBSETS = "Stays of 21 days or over are among those of 14, and these among those of 7."

SUCCESSORS = (
    Indicator(
        "nctr_patients",
        "People who no longer meet the criteria to reside",
        "Adults in hospital on a day who no longer meet the criteria to reside there, whether discharged that day or "
        "not; the mean of the days of the month.",
        DISCHARGE,
        "nctr_patients",
        "people per day",
        good="down",
        caveats=(_NOT_DTOC, _MANAGEMENT, _HOSPICE),
    ),
    Indicator(
        "nctr_discharged",
        "People discharged who no longer met the criteria to reside",
        "Adults who no longer met the criteria to reside and were discharged that day; the mean of the days of the "
        "month.",
        DISCHARGE,
        "nctr_discharged",
        "people per day",
        caveats=(_NOT_DTOC, _MANAGEMENT, _HOSPICE, "Half as many are discharged on a Sunday as on a Friday."),
    ),
    Indicator(
        "nctr_remaining",
        "People remaining who no longer meet the criteria to reside",
        "Adults still in hospital at the end of the day who no longer meet the criteria to reside there; the mean of "
        "the days of the month.",
        DISCHARGE,
        "nctr_remaining",
        "people per day",
        good="down",
        caveats=(_NOT_DTOC, _MANAGEMENT, _HOSPICE),
    ),
    Indicator(
        "discharge_pathway_share",
        "Share of discharges by pathway",
        "Discharges of the month on one pathway, of all those with a pathway: P0 home or elsewhere without new "
        "support, P1 home with support, P2 a short-term bed, P3 a care home, likely for good.",
        DISCHARGE,
        "nctr_discharged",
        "%",
        decimals=1,
        caveats=(
            _NOT_DTOC,
            _MANAGEMENT,
            "Discharges to a hospice are part of P1 or P2 for England and regions only.",
            "What the pathways mean changed in October 2023 (community) and at the end of May 2024 (acute).",
        ),
    ),
    Indicator(
        "bed_days_7plus",
        "Extra bed days, stays of 7 days or over",
        "Days since they no longer met the criteria to reside, added up over people remaining with a stay of 7 days "
        "or over; the mean of the month's weekly snapshots.",
        DISCHARGE,
        "bed_days_7plus",
        "days at a weekly snapshot",
        good="down",
        caveats=(_NOT_DTOC, _MANAGEMENT, _WEEKLY, _SUBSETS, "Acute since February 2022; community reports have none."),
        needs=("discharge_acute",),
    ),
    Indicator(
        "bed_days_14plus",
        "Extra bed days, stays of 14 days or over",
        "Days since they no longer met the criteria to reside, added up over people remaining with a stay of 14 days "
        "or over; the mean of the month's weekly snapshots.",
        DISCHARGE,
        "bed_days_14plus",
        "days at a weekly snapshot",
        good="down",
        caveats=(_NOT_DTOC, _MANAGEMENT, _WEEKLY, _SUBSETS),
    ),
    Indicator(
        "bed_days_21plus",
        "Extra bed days, stays of 21 days or over",
        "Days since they no longer met the criteria to reside, added up over people remaining with a stay of 21 days "
        "or over; the mean of the month's weekly snapshots.",
        DISCHARGE,
        "bed_days_21plus",
        "days at a weekly snapshot",
        good="down",
        caveats=(_NOT_DTOC, _MANAGEMENT, _WEEKLY, _SUBSETS),
    ),
)
SUCCESSOR_BY_ID = {indicator.id: indicator for indicator in SUCCESSORS}
