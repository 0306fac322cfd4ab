"""Indicators of the discharge ready date and of beds: offered once files of every publication they need have loaded.

Definitions: NHS England, *Discharge Ready Date* monthly publication and *Delayed Transfers of Care* guidance; the
share of beds follows the expectation of 2017-18 that delays take up at most 3.5 % of hospital beds.
"""

from domain import areas, organisations
from domain.discharge_ready import BAND_LABELS, DELAYED, FOUR, ONE, TWO, share
from domain.indicators import Indicator

READY, BED_SHARE = "discharge_ready", "beds"
PUBLISHED_BELOW = {READY: (areas.COUNCIL, *organisations.KINDS), BED_SHARE: (organisations.PROVIDER,)}

_NEEDS = ("discharge_ready_date",)
_CAVEATS = (
    "Counts people who were discharged in the month, not people who were waiting: it is no successor of DTOC days.",
    "Only providers whose data are acceptable are included, and which they are changes from month to month.",
    "The ready date is recorded by each trust for itself; practice differs.",
)


def _ready(id_: str, label: str, definition: str, unit: str, *, good: str = "down", decimals: int = 1) -> Indicator:
    return Indicator(
        id_, label, definition, READY, id_, unit, good=good, decimals=decimals, caveats=_CAVEATS, needs=_NEEDS
    )


def _band(band: str) -> Indicator:
    """Share of a band; a rise of a short one can come from longer delays that got shorter, so it has no good side."""
    label = BAND_LABELS[band]
    definition = f"Share of people discharged who left {label} after their discharge ready date."
    name = share(band).id
    return _ready(name, f"Discharged {label} after the ready date", definition, "%", good=_GOOD.get(band, "down"))


_GOOD = {ONE: "none", TWO: "none", FOUR: "none"}
DOCUMENTED = (
    _ready(
        "drd_same_day_pct",
        "Discharged on the ready date",
        "Share of people discharged who left on the day on which they were ready.",
        "%",
        good="up",
    ),
    _ready(
        "drd_one_day_or_more_pct",
        "Discharged one day or more after the ready date",
        "Share of people discharged who left at least one day after they were ready.",
        "%",
    ),
    *map(_band, DELAYED),
    _ready(
        "drd_bed_days",
        "Bed days after the ready date",
        "Bed days between the ready date and discharge, of all people discharged in the month.",
        "bed days",
        decimals=0,
    ),
    Indicator(
        "drd_bed_days_per_day",
        "Bed days after the ready date, per day",
        "Bed days after the ready date divided by the calendar days of the month.",
        READY,
        "drd_bed_days",
        "bed days per day",
        per_day=True,
        good="down",
        caveats=_CAVEATS,
        needs=_NEEDS,
    ),
    _ready(
        "drd_average_days_exc_0",
        "Average days after the ready date, delayed people only",
        "Days from the ready date to discharge, averaged over people who left at least one day after it.",
        "days",
    ),
    _ready(
        "drd_average_days_inc_0",
        "Average days after the ready date, everybody",
        "Days from the ready date to discharge, averaged over all people discharged, no delay counting as 0.",
        "days",
    ),
    _ready(
        "drd_acceptable_providers_pct",
        "Providers with acceptable data",
        "Share of providers whose discharge ready dates were good enough to be published.",
        "%",
        good="none",
    ),
    Indicator(
        "dtoc_share_of_beds_pct",
        "Delays as a share of occupied beds",
        "Delayed days of the month divided by the days of all beds that were occupied overnight, all sectors (KH03).",
        BED_SHARE,
        "delayed_days",
        "%",
        good="down",
        decimals=1,
        caveats=(
            "The base is beds occupied overnight in all sectors, as an average of the quarter that holds the month.",
            "The expectation of 3.5 % was worded over available and over occupied beds; the base is named.",
            "Some organisations send no return of beds, which makes the share too high.",
        ),
        needs=("dtoc_england", "beds"),
    ),
)
DOCUMENTED_BY_ID = {indicator.id: indicator for indicator in DOCUMENTED}
