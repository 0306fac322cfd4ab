"""Example rows of the upload workbook: the first of each sheet from its fields, and admissions made ready.

Emergency admissions of a council's residents are in no national file, so their indicator stands there to be copied.
"""

from collections.abc import Mapping
from typing import Any

from domain.local.sheets import SHEETS

ADMISSIONS: Mapping[str, Mapping[str, Any]] = {
    "indicators": {
        "indicator_id": "NEA",
        "name": "Non-elective admissions of residents",
        "definition": "Non-elective admissions, general and acute, of people who live in the area of the Health and "
        "Wellbeing Board, all ages",
        "level": "strategic",
        "kind": "count",
        "unit": "admissions",
        "good": "down",
        "frequency": "month",
        "exposure": "calendar_day",
        "counts_people": "yes",
        "owner": "commissioning analyst",
        "source": "Secondary Uses Service, as in the Better Care Fund return",
        "caveat": "Same-day emergency care may be counted as an admission or not; note a change as a new definition",
        "decimals": 1,
    },
    "observations": {
        "indicator_id": "NEA",
        "area_code": "Saltmarrow",
        "period": "2018-04",
        "value": 1_684,
        "status": "final",
        "not_submitted": "no",
        "note": "Residents of the Health and Wellbeing Board",
    },
}
EXAMPLES: Mapping[str, tuple[Mapping[str, Any], ...]] = {
    sheet.name: (
        {field.name: field.example for field in sheet.fields},
        *([ADMISSIONS[sheet.name]] if sheet.name in ADMISSIONS else []),
    )
    for sheet in SHEETS
}
