"""Indicators of A&E that the files by provider add, and what to know of all A&E indicators below England.

They stand beside ``INDICATORS``, which every page of England offers. Definitions: NHS England, *A&E attendances and
emergency admissions: monthly return definitions*; *A&E time series*, Notes sheet.
"""

from domain import breaks
from domain.breaks import DEFINITION, Mark
from domain.indicators import EMERGENCY, INDICATORS, Indicator

_NOTES = "NHS England, A&E time series workbook, Notes sheet"
BELOW_ENGLAND = (
    "Counts the work of a provider, wherever its patients live: it is no figure of a council's residents.",
    "A board or NHS region is the sum of its providers of that month; the number of providers behind it is given.",
    "Trusts merge: a trust's line may end, and its successor's rise, without any change in the work done.",
)
FOUR_HOURS = (
    "From May 2019 to May 2023 fourteen trusts sent no four-hour figures: they have no share, and sums leave them out.",
)
BOOKED = "Booked appointments are included from August 2020."
MARKS = (
    Mark(
        breaks.CRS_EXCLUDED[0],
        DEFINITION,
        breaks.ADMISSIONS,
        "Four-hour figures of fourteen trusts end",
        "Fourteen trusts tested other standards and sent no four-hour figures until May 2023.",
        f"{_NOTES}, note 3",
    ),
    Mark(
        "2022-08",
        DEFINITION,
        breaks.ADMISSIONS,
        "Type 3 attendances fall short",
        "A cyber-attack left gaps in the returns of type 3 providers from August 2022 to February 2023.",
        f"{_NOTES}, note 5",
    ),
)


def _added(
    id_: str, label: str, definition: str, unit: str, *, good: str = "none", caveats: tuple[str, ...] = ()
) -> Indicator:
    return Indicator(id_, label, definition, EMERGENCY, id_, unit, good=good, caveats=(*caveats, *BELOW_ENGLAND))


PROVIDER_INDICATORS = (
    _added(
        "ae_attendances_type_1",
        "Type 1 A&E attendances",
        f"Attendances at major A&E departments, led by a consultant and open day and night. {BOOKED}",
        "attendances",
    ),
    _added(
        "ae_attendances_type_2",
        "Type 2 A&E attendances",
        f"Attendances at A&E departments of a single specialty, such as eyes or teeth. {BOOKED}",
        "attendances",
    ),
    _added(
        "ae_attendances_type_3",
        "Type 3 A&E attendances",
        f"Attendances at other departments, minor injury units and walk-in centres. {BOOKED}",
        "attendances",
        caveats=("Type 3 attendances fall short from August 2022 to February 2023, after a cyber-attack.",),
    ),
    _added(
        "ae_over_4h",
        "A&E attendances of over four hours",
        "Attendances of people who were admitted, transferred or discharged more than four hours after arrival.",
        "attendances",
        good="down",
        caveats=FOUR_HOURS,
    ),
    _added(
        "ae_attendances_booked",
        "Booked A&E attendances",
        "A&E attendances by appointment, which are part of all attendances; collected from August 2020.",
        "attendances",
    ),
    _added(
        "ae_over_4h_booked",
        "Booked A&E attendances of over four hours",
        "Attendances by appointment that lasted more than four hours; collected from August 2020.",
        "attendances",
        good="down",
        caveats=FOUR_HOURS,
    ),
)
PROVIDER_INDICATOR_BY_ID = {indicator.id: indicator for indicator in PROVIDER_INDICATORS}
ALL = tuple(one for one in INDICATORS if one.family == EMERGENCY) + PROVIDER_INDICATORS


def caveats(indicator: Indicator) -> tuple[str, ...]:
    """What to know before comparing an A&E indicator below England."""
    if indicator.caveats:
        return indicator.caveats
    return (*(FOUR_HOURS if indicator.measure == "ae_within_4h_pct" else ()), *BELOW_ENGLAND)


def marks(indicator: Indicator) -> tuple[Mark, ...]:
    """Breaks that a line of an A&E indicator cannot be read across."""
    which = {
        "ae_within_4h_pct": ("2019-05",),
        "ae_over_4h": ("2019-05", "2020-08"),
        "ae_attendances": ("2020-08", "2022-08"),
        "ae_attendances_type_3": ("2020-08", "2022-08"),
    }
    admissions = indicator.measure.startswith("emergency_admissions")
    booked = indicator.measure in ("ae_attendances_type_1", "ae_attendances_type_2")
    months = which.get(indicator.measure, ("2025-07",) if admissions else ("2020-08",) if booked else ())
    return tuple(mark for mark in (*breaks.MARKS, *MARKS) if mark.month in months and mark.kind == DEFINITION)
