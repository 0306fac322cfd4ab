"""Local values as they may be shown (METHODS M25): small counts of people suppressed, the rest to the nearest 5.

Where more than a fifth of the values of a series would be suppressed, it is shown by quarter (a quarterly one by
year) and its own values are not: so no difference gives a suppressed number away.
"""

from collections.abc import Callable, Sequence

from analysis.disclosure.rounding import percentage, release
from analysis.rates import Refused
from domain import periods
from domain.local import spans
from etl.local.case import Record
from etl.local.exact import Library, rated
from etl.local.state import Place, key
from etl.local.upload import Row

EXACT, ROUNDED, SUPPRESSED, POOLED = "exact", "rounded", "suppressed", "pooled"
WIDER = {spans.MONTH: spans.QUARTER, spans.QUARTER: spans.YEAR}
WITHHELD = {
    spans.MONTH: "small numbers: shown by quarter only",
    spans.QUARTER: "small numbers: shown by year only",
    spans.YEAR: "small numbers: not shown",
}


def too_small(indicator: Row, rows: Sequence[Row]) -> bool:
    """Whether more than a fifth of a series of people would be suppressed: statistics are withheld too."""
    if indicator["counts_people"] != "yes":
        return False
    given = [row for row in rows if _given(row)]
    small = sum(_record(indicator, row)["shown_as"] == SUPPRESSED for row in given)
    return bool(5 * small > len(given))


def values(library: Library, place: Place) -> list[Record]:
    """Rows of the table of values, every series in the order of time."""
    found: list[Record] = []
    for name, area in library.uploaded:
        indicator, rows = library.indicator(name), library.rows(name, area)
        small = too_small(indicator, rows)
        for row in rows:
            record = _withheld(indicator, row) if small and _given(row) else _record(indicator, row)
            before = place.revised.get(key("observations", row))
            found.append({**_spine(indicator, row), **record, **_revised(indicator, row, record, before)})
        if small:
            found += _pooled(indicator, rows)
    return found


def _given(row: Row) -> bool:
    return row["value"] is not None or row["numerator"] is not None


def _spine(indicator: Row, row: Row) -> Record:
    return {
        "indicator_id": indicator["indicator_id"],
        "area_code": row["area_code"],
        "period": spans.parse(row["period"], indicator["frequency"]).start,
        "frequency": indicator["frequency"],
        "margin": row["margin"],
        "status": "not_submitted" if not _given(row) else row["status"] or "final",
        "note": row["note"],
    }


def _record(indicator: Row, row: Row) -> Record:
    """One observation by itself."""
    found = rated(indicator, row)
    if found is None:
        return {"shown_as": EXACT}
    if indicator["counts_people"] == "yes" and indicator["kind"] == "proportion":
        return _share(row)
    if indicator["counts_people"] == "yes" and indicator["kind"] == "count":
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
    cell = release(round(row["value"] or 0))
    if not cell.shown:
        return {"status": SUPPRESSED, "shown_as": SUPPRESSED, "note": "1 to 7 people"}
    rate, days = rated(indicator, {**row, "value": float(cell.value or 0)}) or (None, None)
    return {"value": cell.value, "rate": rate, "exposure": days, "shown_as": ROUNDED}


def _share(row: Row) -> Record:
    """A whole percentage; its base to the nearest 5, its numerator not at all."""
    top, out_of = row["numerator"], row["denominator"]
    if top is None or out_of is None:
        return {"value": row["value"], "rate": row["value"], "shown_as": EXACT}
    try:
        share = percentage(round(top), round(out_of))
    except Refused as problem:
        return {"status": SUPPRESSED, "shown_as": SUPPRESSED, "note": str(problem)}
    return {"value": share, "rate": share, "denominator": release(round(out_of)).value, "shown_as": ROUNDED}


def _withheld(indicator: Row, row: Row) -> Record:
    return {"status": SUPPRESSED, "shown_as": POOLED, "note": WITHHELD[indicator["frequency"]], "margin": None}


def _revised(indicator: Row, row: Row, record: Record, before: float | None) -> Record:
    """What stood there in an earlier upload, as it may be shown."""
    if before is None or record["shown_as"] in (SUPPRESSED, POOLED):
        return {}
    earlier = _record(indicator, {**row, "value": before})
    return {"status": "revised", "value_before": earlier.get("value")} if earlier.get("value") is not None else {}


def _pooled(indicator: Row, rows: Sequence[Row]) -> list[Record]:
    """Whole quarters (of quarters: whole years) of a series that is too small by itself."""
    wider = WIDER.get(indicator["frequency"])
    if wider is None:
        return []
    length, own = spans.LENGTH[wider], spans.LENGTH[indicator["frequency"]]
    groups: dict[str, list[Row]] = {}
    for row in rows:
        start = spans.parse(row["period"], indicator["frequency"]).start
        if _given(row):
            groups.setdefault(_begin(start, length), []).append(row)
    return [
        {
            **_spine(indicator, some[0]),
            "period": start,
            "frequency": wider,
            "note": "",
            **_record({**indicator, "frequency": wider}, _sum(some, spans.Span(start, wider).text)),
        }
        for start, some in sorted(groups.items())
        if len(some) * own == length
    ]


def _begin(month: str, length: int) -> str:
    """First month of the quarter or year of a financial year that holds a month."""
    first = f"{periods.financial_year(month)[:4]}-04"
    return periods.plus(first, periods.gap(first, month) // length * length)


def _sum(rows: Sequence[Row], period: str) -> Row:
    total: Callable[[str], float | None] = lambda name: (  # noqa: E731
        sum(row[name] for row in rows) if all(row[name] is not None for row in rows) else None
    )
    return {**rows[0], "period": period, **{name: total(name) for name in ("value", "numerator", "denominator")}}
