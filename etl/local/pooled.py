"""Quarters of months and years of quarters, of a series whose own periods are too small to be shown (METHODS M25)."""

from collections.abc import Sequence

from domain import periods
from domain.local import spans
from etl.local.exact import given
from etl.local.people import COUNT, PROPORTION, RATE
from etl.local.upload import Row

WIDER = {spans.MONTH: spans.QUARTER, spans.QUARTER: spans.YEAR}
ADDED = (COUNT, PROPORTION, RATE, "money")  # an average or a score of three months is no sum of them


def pooled(indicator: Row, rows: Sequence[Row]) -> list[tuple[spans.Span, Row]]:
    """Every wider period all of whose periods are held, with their sums; none where values do not add up."""
    wider = WIDER.get(indicator["frequency"])
    if wider is None or indicator["kind"] not in ADDED:
        return []
    length, own = spans.LENGTH[wider], spans.LENGTH[indicator["frequency"]]
    groups: dict[str, list[Row]] = {}
    for row in rows:
        start = spans.parse(row["period"], indicator["frequency"]).start
        if given(row):
            groups.setdefault(_begin(start, length), []).append(row)
    return [
        (span, _sum(indicator, some, span))
        for start, some in sorted(groups.items())
        if len(some) * own == length and (span := spans.Span(start, wider))
    ]


def _begin(month: str, length: int) -> str:
    """First month of the quarter or year of a financial year that holds a month."""
    first = f"{periods.financial_year(month)[:4]}-04"
    return periods.plus(first, periods.gap(first, month) // length * length)


def _sum(indicator: Row, rows: Sequence[Row], span: spans.Span) -> Row:
    names = ["numerator", "denominator"]
    names += ["value"] if indicator["kind"] in (COUNT, "money") else []
    whole = {name: sum(row[name] for row in rows) for name in names if all(row[name] is not None for row in rows)}
    bare = {"value": None, "numerator": None, "denominator": None, "margin": None}
    return {**rows[0], **bare, "period": span.text, **whole}
