"""One row of the record to be written: which scheme it is about, what is held of it, and the row as a sheet."""

import csv
import io
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from components.upload.record import RECORDER, SHEETS, Asked
from domain.local.words import DECISION_STATES
from warehouse.queries.local import measures, plan, record
from warehouse.queries.local.plan import Scheme
from warehouse.reader import View

DECISION = ("decision", "state", "date", "reason", "alternative", "review", "role")
COMMENT = ("indicator_id", "period", "text", "side", "role", "council_view", "nhs_view")
VIEWS = ("council_view", "nhs_view")
NO_INDICATOR = "About the scheme as a whole"
LONGEST = 2_500  # characters of a field that are looked at: more than a sheet takes, so that a check says so


def asked(view: View | None, kind: str, query: Mapping[str, Any]) -> Asked | None:
    """The form for a scheme of a place; of a row that is held where the query names one. None where there is none."""
    place = next((one for one in plan.places(view) if one.place_id == query.get("place")), None) if view else None
    if view is None or place is None:
        return None
    scheme = next((one for one in plan.schemes(view, place.place_id) if one.scheme_id == query.get("scheme")), None)
    if scheme is None:
        return None
    made = _decision(view, place.place_id, scheme) if kind == "decision" else _comment(view, place.place_id, scheme)
    found = replace(made, place=place.name)
    return _of_row(view, found, str(query["row"])) if query.get("row") else found


def _decision(view: View, place_id: str, scheme: Scheme) -> Asked:
    number = _next("D", (one.decision_id for one in record.decisions(view, place_id)))
    row = {"decision_id": number, "scheme_id": scheme.scheme_id, "state": "decided", RECORDER: ""}
    return Asked("decision", place_id, "", scheme.scheme_id, scheme.name, row, DECISION)


def _comment(view: View, place_id: str, scheme: Scheme) -> Asked:
    number = _next("N", (one.commentary_id for one in record.commentary(view, place_id)))
    row = {"commentary_id": number, "scheme_id": scheme.scheme_id, "council_view": "none", "nhs_view": "none"}
    names = {one.indicator_id: one.name for one in measures.indicators(view, place_id)}
    linked = dict.fromkeys(
        one.indicator_id for one in measures.links(view, place_id) if one.scheme_id == scheme.scheme_id
    )
    choices = {"": NO_INDICATOR, **{one: f"{one} {names[one]}" for one in linked if one in names}}
    return Asked(
        "comment",
        place_id,
        "",
        scheme.scheme_id,
        scheme.name,
        {**row, RECORDER: ""},
        COMMENT,
        choices={"indicator_id": choices},
    )


def _of_row(view: View, found: Asked, name: str) -> Asked | None:
    """The form of a row that is held: a proposal to be decided, or a comment that the other side has a view on."""
    every: Collection[Any] = (
        record.decisions(view, found.place_id) if found.kind == "decision" else record.commentary(view, found.place_id)
    )
    held = next((one for one in every if one[0] == name), None)
    if held is None or held.scheme_id not in ("", found.scheme_id):
        return None
    row = {one.name: str(getattr(held, one.name) or "") for one in found.sheet.fields} | {RECORDER: ""}
    if found.kind == "decision":
        row |= {"state": list(DECISION_STATES)[-1], "role": ""}  # who proposed is not who decides
    return replace(found, row=row, known=True, shown=found.shown if found.kind == "decision" else VIEWS)


def _next(letter: str, names: Iterable[str]) -> str:
    """The id after the highest one: ``D05``."""
    numbers = [int(found[1]) for name in names if (found := re.fullmatch(rf"{letter}([0-9]{{1,9}})", name))]
    return f"{letter}{max(numbers, default=0) + 1:02d}"


def filled(found: Asked, form: Mapping[str, str]) -> Asked:
    """The form with what was entered."""
    given = {name: form.get(name, "").strip()[:LONGEST] for name in (*found.shown, RECORDER)}
    return replace(found, row={**found.row, **given})


def sheet(found: Asked) -> bytes:
    """The row as a sheet of its own, as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([one.label for one in found.sheet.fields])
    writer.writerow([found.row.get(one.name, "") for one in found.sheet.fields])
    return out.getvalue().encode("utf-8", "replace")


def field_of(found: Asked, cell: str) -> str:
    """The field that a cell of that sheet holds."""
    letters = re.fullmatch(r"([A-Z])[0-9]+", cell)
    place = ord(letters[1]) - ord("A") if letters else 0
    names = [one.name for one in found.sheet.fields]
    return names[place] if place < len(names) else names[0]


__all__ = ["SHEETS", "asked", "field_of", "filled", "sheet"]
