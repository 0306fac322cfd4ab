"""Local values as they may be shown (METHODS M25): small counts of people suppressed, the rest to the nearest 5.

Where more than a fifth of the values of a series would be suppressed, it is shown by quarter (a quarterly one by
year) and its own values are not: so no difference gives a suppressed number away.
"""

from collections.abc import Sequence

from analysis.disclosure.rounding import percentage, release, three_figures
from domain.local import spans
from etl.local import people
from etl.local.case import Record
from etl.local.exact import Library, given, rated
from etl.local.pooled import pooled
from etl.local.state import Place, key
from etl.local.upload import Row

EXACT, ROUNDED, SUPPRESSED, POOLED = "exact", "rounded", "suppressed", "pooled"
WITHHELD = {
    spans.MONTH: "small numbers: shown by quarter only",
    spans.QUARTER: "small numbers: shown by year only",
    spans.YEAR: "small numbers: not shown",
}


def values(library: Library, place: Place) -> list[Record]:
    """Rows of the table of values, every series in the order of time."""
    found: list[Record] = []
    for name, area in library.uploaded:
        indicator, rows = library.indicator(name), library.rows(name, area)
        small = library.too_small(name, area)
        for row in rows:
            record = _withheld(indicator) if small and given(row) else released(indicator, row)
            before = place.revised.get(key("observations", row))
            found.append({**_spine(indicator, row), **record, **_revised(indicator, row, record, before)})
        if small:
            found += _wider(library, name, area)
    return found


def _spine(indicator: Row, row: Row) -> Record:
    return {
        "indicator_id": indicator["indicator_id"],
        "area_code": row["area_code"],
        "period": spans.parse(row["period"], indicator["frequency"]).start,
        "frequency": indicator["frequency"],
        "margin": row["margin"],
        "status": "not_submitted" if not given(row) else row["status"] or "final",
        "note": row["note"],
    }


def released(indicator: Row, row: Row) -> Record:
    """One observation by itself, as it may be shown."""
    found = rated(indicator, row)
    if found is None:
        return {"shown_as": EXACT}
    if why := people.withheld(indicator, row):
        return {"status": SUPPRESSED, "shown_as": SUPPRESSED, "note": why, "margin": None}
    if people.protected(indicator):
        if indicator["kind"] == people.PROPORTION:
            return _share(row)
        if people.counts(indicator, row):
            return _people(indicator, row)
    return {
        "value": row["value"] if row["value"] is not None else found[0],
        "numerator": row["numerator"],
        "denominator": row["denominator"],
        "rate": found[0],
        "exposure": found[1],
        "shown_as": EXACT,
    }


def _people(indicator: Row, row: Row) -> Record:
    """Counts of people to the nearest 5; what is charted follows from what is shown, an average by three figures."""
    count, rate = indicator["kind"] == people.COUNT, indicator["kind"] == people.RATE
    of_people = indicator["counts_people"] == "yes"
    shown = {
        "value": _nearest(row["value"]) if count and of_people else row["value"],
        "numerator": _nearest(row["numerator"]) if (count or rate) and of_people else None,
        "denominator": row["denominator"] if count or rate else None,
    }
    if indicator["exposure"] == "person" or not (count or rate):
        shown["denominator"] = _nearest(row["denominator"])
    if rate and shown["numerator"] is not None:
        shown["value"] = None
    charted, days = rated(indicator, {**row, **shown}) or (None, None)
    if shown["numerator"] is None and shown["value"] is None:
        exact = rated(indicator, row)
        charted = three_figures(exact[0]) if exact else None
    value = charted if shown["value"] is None else shown["value"]
    return {**shown, "value": value, "rate": charted, "exposure": days, "shown_as": ROUNDED}


def _nearest(people_: float | None) -> float | None:
    return None if people_ is None else release(round(people_)).value


def _share(row: Row) -> Record:
    """A whole percentage; its base to the nearest 5, its numerator not at all."""
    top, out_of = row["numerator"], row["denominator"]
    if top is None or out_of is None:
        share = round(row["value"])
        return {"value": share, "rate": share, "shown_as": ROUNDED}
    share = percentage(round(top), round(out_of))
    return {"value": share, "rate": share, "denominator": _nearest(out_of), "shown_as": ROUNDED}


def _withheld(indicator: Row) -> Record:
    return {"status": SUPPRESSED, "shown_as": POOLED, "note": WITHHELD[indicator["frequency"]], "margin": None}


def _revised(indicator: Row, row: Row, record: Record, before: float | None) -> Record:
    """What stood there in an earlier upload, as it may be shown."""
    if before is None or record["shown_as"] in (SUPPRESSED, POOLED):
        return {}
    earlier = released(indicator, {**row, "value": before})
    return {"status": "revised", "value_before": earlier.get("value")} if earlier.get("value") is not None else {}


def _wider(library: Library, name: str, area: str) -> Sequence[Record]:
    """Whole quarters (of quarters: whole years) of a series that is too small by itself."""
    indicator, found = library.indicator(name), []
    for span, row in pooled(indicator, library.rows(name, area)):
        wider = {**indicator, "frequency": span.frequency}
        found.append({**_spine(wider, row), "note": "", **released(wider, row)})
        if guard := library.guard(name, area):
            guard.wider(span.months)
    return found
