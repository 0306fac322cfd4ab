"""What an observation may hold, by the indicator that it is of: periods, values, shares, people."""

from collections.abc import Iterator

from domain import periods
from domain.local import spans
from etl.local.problem import shown
from etl.local.upload import Row

Fault = tuple[str, str, str]  # field, found, expected


def faults(row: Row, indicator: Row) -> Iterator[Fault]:
    """What is wrong with a row that its cells alone do not show."""
    if indicator["national"]:
        found = f"a value of {row['indicator_id']}, which comes from national figures"
        yield "indicator_id", found, "values of local indicators only"
    try:
        spans.parse(row["period"], indicator["frequency"])
    except periods.PeriodError as problem:
        expected = f"{str(problem).split(' is not ')[1]}, as {row['indicator_id']} is {indicator['frequency']}ly"
        yield "period", shown(row["period"]), expected
    yield from _given(row)
    if indicator["kind"] == "proportion":
        yield from _share(row)
    if indicator["counts_people"] == "yes":
        yield from _people(row, indicator["kind"])
    value = row["value"]
    if indicator["kind"] in ("count", "rate", "money") and value is not None and value < 0:
        yield "value", shown(value), "a number of at least 0"


def _given(row: Row) -> Iterator[Fault]:
    """A value, or both of its parts, or that it was not submitted."""
    value, top, out_of = row["value"], row["numerator"], row["denominator"]
    given = value is not None or (top is not None and out_of is not None)
    if row["not_submitted"] == "yes" and (value is not None or top is not None):
        yield "not_submitted", "'yes' and a value", "either a value or 'yes'"
    elif row["not_submitted"] != "yes" and not given:
        if top is not None or out_of is not None:
            missing = "denominator" if top is not None else "numerator"
            yield missing, "an empty cell", "a numerator and a denominator, or neither and a value"
        else:
            expected = "a value, or a numerator and a denominator, or 'yes' as not submitted"
            yield "value", "an empty cell", expected


def _share(row: Row) -> Iterator[Fault]:
    """A share of people: at most 100 %, a numerator within its denominator, both saying the same."""
    value, top, out_of = row["value"], row["numerator"], row["denominator"]
    if value is not None and not 0 <= value <= 100:
        yield "value", f"'{value:g}' per cent", "a share from 0 to 100"
    if top is None or out_of is None:
        return
    if top > out_of:
        found = f"{top:g} of {out_of:g}, which is {100 * top / out_of:.0f} %" if out_of else f"{top:g} of 0"
        yield "numerator", found, "a numerator within its denominator"
    elif value is not None and out_of and abs(value - 100 * top / out_of) > 1:
        yield "value", f"'{value:g}' beside {top:g} of {out_of:g}", f"{100 * top / out_of:.1f}, or an empty cell"


def _people(row: Row, kind: str) -> Iterator[Fault]:
    counted = {"numerator": row["numerator"]} | ({"value": row["value"]} if kind == "count" else {})
    if kind == "proportion":
        counted["denominator"] = row["denominator"]
    for name, number in counted.items():
        if number is not None and number % 1:
            yield name, shown(number), "a whole number of people"
