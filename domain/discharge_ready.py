"""The discharge ready date publication: bands of delay, and what is measured, with units.

The ready date is the day from which a patient no longer meets the criteria to reside; a delay runs from it to the
day of discharge. Counted are people who were discharged, so this is no stock and no successor that DTOC joins.
"""

from dataclasses import dataclass

NONE, ONE, TWO, FOUR, SEVEN, FOURTEEN, LONGEST = "0", "1", "2_3", "4_6", "7_13", "14_20", "21_plus"
BANDS = (NONE, ONE, TWO, FOUR, SEVEN, FOURTEEN, LONGEST)
DELAYED = BANDS[1:]
BAND_LABELS = {
    NONE: "no delay",
    ONE: "1 day",
    TWO: "2 to 3 days",
    FOUR: "4 to 6 days",
    SEVEN: "7 to 13 days",
    FOURTEEN: "14 to 20 days",
    LONGEST: "21 days or more",
}

PEOPLE, SHARE, DAYS, AVERAGE, PROVIDERS = "people", "%", "bed days", "days", "providers"


@dataclass(frozen=True)
class Measure:
    """A measure of the publication; shares are stored as per cent, as published they are fractions of 1."""

    id: str
    unit: str

    @property
    def counted(self) -> bool:
        """Whether it is a whole number."""
        return self.unit in (PEOPLE, DAYS, PROVIDERS)


DISCHARGES, ALL_DISCHARGES = Measure("drd_discharges", PEOPLE), Measure("drd_discharges_all_providers", PEOPLE)
SAME_DAY, LATER = Measure("drd_same_day_pct", SHARE), Measure("drd_one_day_or_more_pct", SHARE)
BED_DAYS = Measure("drd_bed_days", DAYS)
WITH_NONE, WITHOUT_NONE = Measure("drd_average_days_inc_0", AVERAGE), Measure("drd_average_days_exc_0", AVERAGE)
ACCEPTABLE = Measure("drd_acceptable_providers", PROVIDERS)
ACCEPTABLE_PCT = Measure("drd_acceptable_providers_pct", SHARE)
COVERAGE = Measure("drd_coverage_pct", SHARE)
SINGLES = (
    *(DISCHARGES, ALL_DISCHARGES, SAME_DAY, LATER, BED_DAYS),
    *(WITH_NONE, WITHOUT_NONE, ACCEPTABLE, ACCEPTABLE_PCT, COVERAGE),
)


def discharges(band: str) -> Measure:
    """People discharged after a delay of a band."""
    return Measure(f"drd_discharges_{band}_days", PEOPLE)


def share(band: str) -> Measure:
    """Their share of all people discharged."""
    return Measure(f"drd_share_{band}_days_pct", SHARE)


def share_of_delayed(band: str) -> Measure:
    """Their share of people discharged after the ready date."""
    return Measure(f"drd_share_of_delayed_{band}_days_pct", SHARE)


def bed_days(band: str) -> Measure:
    """Bed days between ready date and discharge of people with a delay of a band."""
    return Measure(f"drd_bed_days_{band}_days", DAYS)


MEASURES = (
    *SINGLES,
    *map(discharges, BANDS),
    *map(share, BANDS),
    *map(share_of_delayed, DELAYED),
    *map(bed_days, DELAYED),
)
MEASURE_BY_ID = {measure.id: measure for measure in MEASURES}
