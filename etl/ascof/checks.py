"""Control totals of the outcomes: bounds, keys, shares from their counts, and England from its regions."""

from collections.abc import Iterable, Sequence

from domain import areas
from domain.outcomes import MEASURE_BY_ID
from domain.outcomes.measure import PER_100K, RECORDS, TOPS
from etl.ascof.rows import Row
from etl.problems import FileRefused

STEP = 5  # counts are rounded to the nearest five
BASES = 0.05  # share by which the respondents of regions may differ from England's (published tables differ by 4 %)


def check(every: Iterable[Row]) -> None:
    """Raises FileRefused with the cell for the first figure that cannot be right."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in every:
        _bounds(row)
        _share(row)
        groups.setdefault((row.measure, row.year), []).append(row)
    if not groups:
        raise FileRefused("no figure of a known measure", "measures of the outcomes framework")
    for (measure, year), found in groups.items():
        _whole(measure, year, found)


def _bounds(row: Row) -> None:
    top = TOPS.get(MEASURE_BY_ID[row.measure].unit)
    for name, number in (("outcome", row.value), ("margin of error", row.margin)):
        if top is not None and number is not None and number > top:
            raise FileRefused(f"{number:,g} as {name}", f"at most {top:g} ({row.measure})", str(row.place))


def _share(row: Row) -> None:
    """What the councils' records give is numerator over denominator; survey results are weighted and are not."""
    measure = MEASURE_BY_ID[row.measure]
    if measure.origin != RECORDS or row.value is None or row.numerator is None or row.denominator is None:
        return
    whole = 100_000 if measure.unit == PER_100K else 100
    found = row.numerator / row.denominator * whole if row.denominator else float("inf")
    slack = 0.5 * 10**-measure.decimals + whole * STEP / max(row.denominator, STEP) + 1e-6
    if abs(found - row.value) > slack:
        counts = f"{row.numerator:,.0f} of {row.denominator:,.0f}"
        raise FileRefused(f"an outcome of {row.value:,g}", f"{found:,.1f} from {counts}", str(row.place))


def _whole(measure: str, year: str, found: Sequence[Row]) -> None:
    """Each area once, England among them, and England made of its regions."""
    seen: set[str] = set()
    for row in found:
        if row.area_code in seen:
            raise FileRefused(f"{row.name} ({row.area_code}) twice in {year}", "each area once", str(row.place))
        seen.add(row.area_code)
    england = next((row for row in found if row.area_code == areas.ENGLAND), None)
    councils = sum(row.area_type == areas.COUNCIL for row in found)
    if england is None or councils < 2:
        what = f"{councils} councils and {'no ' if england is None else ''}row for England"
        raise FileRefused(what, f"England and its councils ({measure}, {year})", str(found[0].place))
    regions = [row for row in found if row.area_type == areas.REGION]
    _between(england, [row.value for row in regions if row.value is not None])
    for part in ("numerator", "denominator", "base"):
        _adds_up(england, [getattr(row, part) for row in regions], part)


def _between(england: Row, values: Sequence[float]) -> None:
    """England lies between its lowest and its highest region."""
    slack = 10 ** -MEASURE_BY_ID[england.measure].decimals
    if england.value is None or not values:
        return
    if not min(values) - slack <= england.value <= max(values) + slack:
        expected = f"between {min(values):,g} and {max(values):,g}, as its regions"
        raise FileRefused(f"{england.value:,g} for England", expected, str(england.place))


def _adds_up(england: Row, parts: Sequence[float | None], name: str) -> None:
    """Counts of the regions add up to England's, to rounding; respondents roughly."""
    whole, counts = getattr(england, name), [part for part in parts if part is not None]
    if whole is None or not counts or len(counts) < len(parts):
        return
    slack = max(BASES * whole, STEP * len(counts)) if name == "base" else STEP / 2 * (len(counts) + 1)
    if abs(sum(counts) - whole) > slack:
        found = f"a {name} of {whole:,.0f} for England"
        raise FileRefused(found, f"{sum(counts):,.0f}, the sum of its regions", f"beside {england.place}")
