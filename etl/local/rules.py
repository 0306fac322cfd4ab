"""Rules over the rows of an upload and what is held: keys, references, periods, and values that can be."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from domain import periods
from domain.local import spans
from domain.local.sheets import SHEET_BY_NAME
from etl.local.parse import Draft
from etl.local.problem import Problem, shown
from etl.local.state import key
from etl.local.upload import Row, Rows

Found = Iterator[Problem]


def check(draft: Draft, held: Rows) -> list[Problem]:
    """Every fault that a single cell does not show; ``held`` are the rows of the place before this upload."""
    merged = {**held, **draft.rows}
    problems: list[Problem] = []
    faulty = {problem.sheet for problem in draft.problems if problem.level == "error"}
    for sheet in draft.rows:
        problems += [*_keys(draft, sheet), *_references(draft, sheet, merged, faulty)]
        if sheet in RULES:
            for place, row in enumerate(draft.rows[sheet]):
                problems += RULES[sheet](draft, place, row, merged)
    return problems


def _at(draft: Draft, sheet: str, place: int, name: str, *, found: str, expected: str, level: str = "error") -> Problem:
    return Problem(sheet, draft.cell(sheet, place, name), found, expected, level)


def _keys(draft: Draft, sheet: str) -> Found:
    seen: dict[tuple[object, ...], int] = {}
    first = SHEET_BY_NAME[sheet].key[0]
    for place, row in enumerate(draft.rows[sheet]):
        name = key(sheet, row)
        if name in seen:
            same = draft.numbers[sheet][seen[name]]
            found = f"the same {' and '.join(SHEET_BY_NAME[sheet].key)} as in row {same}"
            yield _at(draft, sheet, place, first, found=found, expected="every row once")
        seen.setdefault(name, place)


def _references(draft: Draft, sheet: str, merged: Rows, faulty: set[str]) -> Found:
    """References that lead nowhere; a sheet with faulty rows is not held against those that name its rows."""
    for field in SHEET_BY_NAME[sheet].fields:
        other, _, name = field.refers.partition(".")
        if not other or other in faulty:
            continue
        known = {row[name] for row in merged.get(other, ())}
        for place, row in enumerate(draft.rows[sheet]):
            if row[field.name] and row[field.name] not in known:
                expected = f"a {field.label.lower()} that stands in the sheet '{SHEET_BY_NAME[other].title}'"
                yield _at(draft, sheet, place, field.name, found=shown(row[field.name]), expected=expected)


def _scheme(draft: Draft, place: int, row: Row, _: Rows) -> Found:
    if row["ended"] and not row["actual_start"]:
        yield _at(draft, "schemes", place, "ended", found=shown(row["ended"]), expected="an actual start before an end")
    elif row["ended"] and row["ended"] < row["actual_start"]:
        expected = f"a month not before the start, {row['actual_start']}"
        yield _at(draft, "schemes", place, "ended", found=shown(row["ended"]), expected=expected)


def _spend(draft: Draft, place: int, row: Row, _: Rows) -> Found:
    try:
        spans.parse(row["year"], spans.YEAR)
    except periods.PeriodError as problem:
        expected = str(problem).split(" is not ")[1]
        yield _at(draft, "spend_lines", place, "year", found=shown(row["year"]), expected=expected)


def _observation(draft: Draft, place: int, row: Row, merged: Rows) -> Found:
    sheet, indicator = "observations", _indicator(row, merged)
    if indicator is None:
        return
    if indicator["national"]:
        found = f"a value of {row['indicator_id']}, which comes from national figures"
        yield _at(draft, sheet, place, "indicator_id", found=found, expected="values of local indicators only")
    yield from _period(draft, sheet, place, row, indicator)
    value, top, out_of = row["value"], row["numerator"], row["denominator"]
    given = value is not None or (top is not None and out_of is not None)
    if row["not_submitted"] == "yes" and (value is not None or top is not None):
        yield _at(draft, sheet, place, "not_submitted", found="'yes' and a value", expected="either a value or 'yes'")
    elif row["not_submitted"] != "yes" and not given:
        expected = "a value, or a numerator and a denominator, or 'yes' as not submitted"
        yield _at(draft, sheet, place, "value", found="an empty cell", expected=expected)
    if indicator["kind"] == "proportion":
        yield from _share(draft, place, row)
    if indicator["counts_people"] == "yes" and indicator["kind"] == "count" and value is not None and value % 1:
        yield _at(draft, sheet, place, "value", found=shown(value), expected="a whole number of people")
    if indicator["kind"] in ("count", "rate", "money") and value is not None and value < 0:
        yield _at(draft, sheet, place, "value", found=shown(value), expected="a number of at least 0")


def _share(draft: Draft, place: int, row: Row) -> Found:
    """A share of people: at most 100 %, a numerator within its denominator."""
    sheet, value, top, out_of = "observations", row["value"], row["numerator"], row["denominator"]
    if value is not None and not 0 <= value <= 100:
        yield _at(draft, sheet, place, "value", found=f"'{value:g}' per cent", expected="a share from 0 to 100")
    if top is not None and out_of is not None and top > out_of:
        found = f"{top:g} of {out_of:g}, which is {100 * top / out_of:.0f} %" if out_of else f"{top:g} of 0"
        yield _at(draft, sheet, place, "numerator", found=found, expected="a numerator within its denominator")


def _target(draft: Draft, place: int, row: Row, merged: Rows) -> Found:
    if (row["value"] is None) == (row["change_pct"] is None):
        found = "both a value and a change" if row["value"] is not None else "neither a value nor a change"
        yield _at(draft, "targets", place, "value", found=found, expected="one of them")
    if _indicator(row, merged) is None:
        return


def _period(draft: Draft, sheet: str, place: int, row: Row, indicator: Row) -> Found:
    try:
        spans.parse(row["period"], indicator["frequency"])
    except periods.PeriodError as problem:
        expected = f"{str(problem).split(' is not ')[1]}, as {row['indicator_id']} is {indicator['frequency']}ly"
        yield _at(draft, sheet, place, "period", found=shown(row["period"]), expected=expected)


def _indicator(row: Row, merged: Rows) -> Row | None:
    return next((one for one in merged.get("indicators", ()) if one["indicator_id"] == row["indicator_id"]), None)


RULES: Mapping[str, Callable[[Draft, int, Row, Any], Found]] = {
    "schemes": _scheme,
    "spend_lines": _spend,
    "observations": _observation,
    "targets": _target,
}
