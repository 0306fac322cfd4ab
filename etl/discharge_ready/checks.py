"""What must add up in every area of a file: bands make totals, shares make the whole, averages follow from both."""

from collections.abc import Sequence

from domain import areas
from domain import discharge_ready as drd
from domain.discharge_ready import BANDS, DELAYED, Measure
from etl.discharge_ready.rows import Area
from etl.problems import FileRefused

SHARES, ROUNDED = 0.02, 0.051  # per cent points of a sum of shares; days of an average that is printed rounded


def check(found: Sequence[Area]) -> None:
    """Raises FileRefused with the cell and what was expected there."""
    keys: set[tuple[str, str]] = set()
    for area in found:
        if (area.kind, area.code) in keys:
            where = next(iter(area.values.values()), (None, "", ""))[2]
            raise FileRefused(f"{area.code} twice", "each area once", where)
        keys.add((area.kind, area.code))
        _bands(area)
        _shares(area)
        _averages(area)
    if (areas.COUNTRY, areas.ENGLAND) not in keys:
        raise FileRefused("no row of England", "England, as National or ENGLAND", "the whole file")


def _number(area: Area, measure: Measure) -> float | None:
    return area.values.get(measure.id, (None, "", ""))[0]


def _sum(area: Area, measures: Sequence[Measure]) -> float | None:
    """Sum of the measures; None unless every one has a number."""
    parts = [_number(area, measure) for measure in measures]
    return None if None in parts else sum(part for part in parts if part is not None)


def _refuse(area: Area, measure: Measure, found: float, expected: str) -> None:
    raise FileRefused(f"{found:,.6g} for {area.code}", expected, area.values[measure.id][2])


def _bands(area: Area) -> None:
    pairs = ((drd.DISCHARGES, [*map(drd.discharges, BANDS)]), (drd.BED_DAYS, [*map(drd.bed_days, DELAYED)]))
    for total, parts in pairs:
        found, expected = _number(area, total), _sum(area, parts)
        if found is not None and expected is not None and found != expected:
            _refuse(area, total, found, f"{expected:,.0f}, the sum of its bands")


def _shares(area: Area) -> None:
    same, later = _number(area, drd.SAME_DAY), _number(area, drd.LATER)
    if same is not None and later is not None and abs(same + later - 100) > SHARES:
        _refuse(area, drd.LATER, later, f"{100 - same:,.6g}, what the same day leaves")
    delayed = _sum(area, [*map(drd.share, DELAYED)])
    if delayed is not None and later is not None and abs(delayed - later) > SHARES:
        where = area.values[drd.share(DELAYED[0]).id][2]
        raise FileRefused(f"bands of {delayed:,.6g} % for {area.code}", f"{later:,.6g} %, the share of 1+ days", where)
    total = _number(area, drd.DISCHARGES)
    for band in BANDS:
        people, share = _number(area, drd.discharges(band)), _number(area, drd.share(band))
        if people is not None and share is not None and total and abs(people / total * 100 - share) > SHARES:
            _refuse(area, drd.share(band), share, f"{people / total * 100:,.6g} %, its people of all discharged")
    of_delayed = _sum(area, [*map(drd.share_of_delayed, DELAYED)])
    if of_delayed is not None and of_delayed and abs(of_delayed - 100) > SHARES:
        _refuse(area, drd.share_of_delayed(DELAYED[0]), of_delayed, "shares of the delayed that make 100 %")


def _averages(area: Area) -> None:
    days, people = _number(area, drd.BED_DAYS), _number(area, drd.DISCHARGES)
    delayed = _sum(area, [*map(drd.discharges, DELAYED)])
    for measure, over in ((drd.WITH_NONE, people), (drd.WITHOUT_NONE, delayed)):
        found = _number(area, measure)
        if days is not None and over and found is not None and abs(found - days / over) > ROUNDED:
            _refuse(area, measure, found, f"{days / over:,.3f}, bed days over people")
