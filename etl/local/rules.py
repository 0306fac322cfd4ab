"""Rules over the rows of an upload and what is held: keys, references, periods, and values that can be."""

from collections.abc import Callable, Iterator, Mapping

from domain import periods
from domain.local import spans
from domain.local.sheets import SHEET_BY_NAME
from etl.local import observed
from etl.local.parse import Draft
from etl.local.problem import Problem, shown
from etl.local.state import key
from etl.local.upload import Row, Rows

Found = Iterator[Problem]


def check(draft: Draft, held: Rows) -> list[Problem]:
    """Every fault that a single cell does not show; ``held`` are the rows of the place before this upload."""
    merged = {**held, **draft.rows}
    indicators = {row["indicator_id"]: row for row in merged.get("indicators", ())}
    problems: list[Problem] = []
    faulty = {problem.sheet for problem in draft.problems if problem.level == "error"}
    for sheet, rows in draft.rows.items():
        problems += [*_keys(draft, sheet), *_references(draft, sheet, merged, faulty)]
        for place, row in enumerate(rows):
            if sheet in RULES:
                problems += RULES[sheet](draft, place, row)
            if sheet == "observations" and row["indicator_id"] in indicators:
                problems += [
                    Problem(sheet, draft.cell(sheet, place, name), found, expected)
                    for name, found, expected in observed.faults(row, indicators[row["indicator_id"]])
                ]
    return [*problems, *_overlaps(draft), *_primaries(draft, indicators)]


def _at(draft: Draft, sheet: str, place: int, name: str, *, found: str, expected: str, level: str = "error") -> Problem:
    return Problem(sheet, draft.cell(sheet, place, name), found, expected, level)


def _keys(draft: Draft, sheet: str) -> Found:
    seen: dict[tuple[object, ...], int] = {}
    fields, names = SHEET_BY_NAME[sheet].by_name, SHEET_BY_NAME[sheet].key
    labels = " and ".join(fields[name].label.lower() for name in names)
    for place, row in enumerate(draft.rows[sheet]):
        name = key(sheet, row)
        if name in seen:
            found = f"the same {labels} as in row {draft.numbers[sheet][seen[name]]}"
            yield _at(draft, sheet, place, names[0], found=found, expected="every row once")
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


def _scheme(draft: Draft, place: int, row: Row) -> Found:
    if row["ended"] and not row["actual_start"]:
        yield _at(draft, "schemes", place, "ended", found=shown(row["ended"]), expected="an actual start before an end")
    elif row["ended"] and row["ended"] < row["actual_start"]:
        expected = f"a month not before the start, {row['actual_start']}"
        yield _at(draft, "schemes", place, "ended", found=shown(row["ended"]), expected=expected)


def _spend(draft: Draft, place: int, row: Row) -> Found:
    try:
        spans.parse(row["year"], spans.YEAR)
    except periods.PeriodError as problem:
        expected = str(problem).split(" is not ")[1]
        yield _at(draft, "spend_lines", place, "year", found=shown(row["year"]), expected=expected)


def _output(draft: Draft, place: int, row: Row) -> Found:
    if row["planned"] is None and row["actual"] is None:
        expected = "units planned, delivered or both"
        yield _at(draft, "outputs", place, "planned", found="an empty cell", expected=expected)


def _target(draft: Draft, place: int, row: Row) -> Found:
    if (row["value"] is None) == (row["change_pct"] is None):
        found = "both a value and a change" if row["value"] is not None else "neither a value nor a change"
        yield _at(draft, "targets", place, "value", found=found, expected="one of them")


def _overlaps(draft: Draft) -> Found:
    """Outputs of one scheme that count a month twice: a quarter and one of its months."""
    seen: dict[tuple[str, str], int] = {}
    for place, row in enumerate(draft.rows.get("outputs", ())):
        months = spans.parse(row["period"]).months
        twice = next((seen[row["scheme_id"], month] for month in months if (row["scheme_id"], month) in seen), None)
        if twice is not None and draft.rows["outputs"][twice]["period"] != row["period"]:
            expected = f"every month once (row {draft.numbers['outputs'][twice]} holds it already)"
            yield _at(draft, "outputs", place, "period", found=shown(row["period"]), expected=expected)
        seen |= {(row["scheme_id"], month): place for month in months}


def _primaries(draft: Draft, indicators: Mapping[str, Row]) -> Found:
    """More than one primary indicator of a scheme at a level: its verdict can rest on one only."""
    seen: dict[tuple[str, str], int] = {}
    for place, row in enumerate(draft.rows.get("links", ())):
        indicator = indicators.get(row["indicator_id"])
        if row["is_primary"] != "yes" or indicator is None:
            continue
        name = (row["scheme_id"], indicator["level"])
        if name in seen:
            found = f"a second primary indicator of {name[0]} at {name[1]} level"
            expected = f"one (row {draft.numbers['links'][seen[name]]} has it already)"
            yield _at(draft, "links", place, "is_primary", found=found, expected=expected)
        seen.setdefault(name, place)


RULES: Mapping[str, Callable[[Draft, int, Row], Found]] = {
    "schemes": _scheme,
    "spend_lines": _spend,
    "outputs": _output,
    "targets": _target,
}
