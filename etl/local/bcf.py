"""A Better Care Fund expenditure plan to a draft of schemes, spend lines and outputs, for a person to complete.

The sheet is found by its headings, wherever it stands and whatever titles stand above it. Pure; runs in a child.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from domain.local import bcf
from domain.local.field import MONEY, NUMBER, Field
from domain.local.sheets import SHEET_BY_NAME
from etl.local.cells import Unreadable, value
from etl.local.parts import ADVICE
from etl.local.problem import Problem, shown
from etl.local.upload import About, Row
from etl.problems import FileRefused
from etl.workbook import Workbook, a1

HEADINGS = {
    "schemeid": "scheme",
    "schemename": "name",
    "briefdescriptionofscheme": "description",
    "schemetype": "type",
    "subtypes": "sub_type",
    "subtype": "sub_type",
    "units": "unit",
    "sourceoffunding": "source",
}
NEEDED = ("name", "type")
_MONEY = re.compile(r"^(?:planned)?expenditure(?:in)?(?:20)?([0-9]{2})(?:20)?([0-9]{2})")
_OUTPUTS = re.compile(r"^expectedoutputs(?:in)?(?:20)?([0-9]{2})(?:20)?([0-9]{2})")
WITHIN = 60  # rows in which the headings must stand
AMOUNT = Field("amount", "Expenditure, £", MONEY, "", least=0, most=5e9)
UNITS = Field("planned", "Expected outputs", NUMBER, "", least=0, most=1e9)


@dataclass
class Found:
    """The draft, whose it is where the file says so, and what was left out."""

    about: About | None
    rows: dict[str, tuple[Row, ...]]
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Plan:
    """The table of the plan: its sheet, the row of its headings, its columns, and those of each year."""

    sheet: str
    cells: Sequence[Sequence[Any]]
    start: int
    columns: Mapping[str, int]
    money: Mapping[str, int]
    outputs: Mapping[str, int]


def read(data: bytes, _: str, areas: Mapping[str, str]) -> Found:
    """The draft of a plan; raises FileRefused where no sheet has its headings."""
    book = Workbook(data)
    sheets = {name: book.rows(name) for name in book.sheets}
    plans = (_plan(name, cells) for name, cells in sheets.items())
    plan = next((one for one in plans if one), None)
    if plan is None:
        expected = "a sheet with the headings Scheme Name, Scheme Type and Expenditure of a year"
        raise FileRefused(f"the sheets {', '.join(book.sheets)[:200]}", expected, advice=ADVICE)
    council = _council(sheets.values(), areas)
    found = _drafted(plan, council)
    found.about = About(council[0], (council[1],), "", "") if council else None
    return found


def _plan(name: str, cells: Sequence[Sequence[Any]]) -> Plan | None:
    for number, row in enumerate(cells[:WITHIN]):
        words = [(place, bcf.bare(str(cell))) for place, cell in enumerate(row) if str(cell or "").strip()]
        columns: dict[str, int] = {}
        for place, word in words:
            if word in HEADINGS:
                columns.setdefault(HEADINGS[word], place)
        money, outputs = _years(words, _MONEY), _years(words, _OUTPUTS)
        if money and all(one in columns for one in NEEDED):
            return Plan(name, cells, number, columns, money, outputs)
    return None


def _years(words: Sequence[tuple[int, str]], form: re.Pattern[str]) -> dict[str, int]:
    """Financial year to column, of headings such as ``Expenditure 23/24 (£)``."""
    found: dict[str, int] = {}
    for place, word in words:
        match = form.match(word)
        if match and (int(match[1]) + 1) % 100 == int(match[2]):
            found.setdefault(f"20{match[1]}-{match[2]}", place)
    return found


def _council(sheets: Any, areas: Mapping[str, str]) -> tuple[str, str] | None:
    """Name and code of the council that stands beside the words Health and Wellbeing Board."""
    for cells in sheets:
        for row in cells[:WITHIN]:
            texts = [str(cell).strip() for cell in row if str(cell or "").strip()]
            for label, answer in pairwise(texts):
                if bcf.bare(label).startswith("healthandwellbeingboard") and answer.casefold() in areas:
                    return answer, areas[answer.casefold()]
    return None


def _drafted(plan: Plan, council: tuple[str, str] | None) -> Found:
    schemes: dict[str, dict[str, Any]] = {}
    lines: list[Row] = []
    outputs: dict[tuple[str, str], dict[str, Any]] = {}
    found, seen = Found(None, {}), Counter[str]()
    for number, row in enumerate(plan.cells[plan.start + 1 :], plan.start + 1):
        said = {name: _text(row, place) for name, place in plan.columns.items()}
        if not said["name"] or not said["type"]:
            continue
        scheme_id = _scheme_id(said.get("scheme", ""), len(schemes) + 1)
        scheme = _scheme(scheme_id, said, council)
        held = schemes.setdefault(scheme_id, scheme)
        if held["payer"] != scheme["payer"]:
            held["payer"] = "joint" if held["payer"] and scheme["payer"] else None
        seen[scheme_id] += 1
        line = f"{scheme_id}-{seen[scheme_id]}"
        amounts = {year: _number(plan, AMOUNT, number, place, found) for year, place in plan.money.items()}
        lines += [_line(line, scheme, year, amount) for year, amount in amounts.items() if amount is not None]
        for year, place in plan.outputs.items():
            units = _number(plan, UNITS, number, place, found)
            if units is not None:
                one = outputs.setdefault((scheme_id, year), _blank("outputs") | {"planned": 0.0})
                one |= {"scheme_id": scheme_id, "period": year, "planned": one["planned"] + units}
    found.rows = {
        "schemes": tuple(schemes.values()),
        "spend_lines": tuple(lines),
        "outputs": tuple(outputs.values()),
    }
    return found


def _scheme_id(text: str, number: int) -> str:
    bare = re.sub(r"[^A-Za-z0-9]+", "-", text.removesuffix(".0")).strip("-")[:20]
    return f"BCF-{bare or f'row{number}'}"


def _scheme(scheme_id: str, said: Mapping[str, str], council: tuple[str, str] | None) -> dict[str, Any]:
    """A row of the schemes; what the plan does not say stays empty."""
    acts = bcf.acts(said["type"], said.get("sub_type", ""))
    return _blank("schemes") | {
        "scheme_id": scheme_id,
        "name": said["name"][:200],
        "area_code": council[1] if council else None,
        "description": said.get("description", "")[:2000] or None,
        "stage": acts.stage if acts else None,
        "scheme_type": said["type"][:200],
        "demand_flag": (acts.demand_flag if acts else "") or None,
        "payer": bcf.payer(said.get("source", "")) or None,
        "output_unit": said.get("unit", "")[:200] or None,
    }


def _line(line_id: str, scheme: Mapping[str, Any], year: str, amount: float) -> Row:
    taken = {name: scheme[name] for name in ("scheme_id", "name", "stage", "demand_flag", "payer")}
    return (
        _blank("spend_lines")
        | taken
        | {
            "line_id": line_id,
            "version": "plan",
            "year": year,
            "amount": amount,
            "scope": "pooled_fund",
        }
    )


def _blank(sheet: str) -> dict[str, Any]:
    return {one.name: one.default for one in SHEET_BY_NAME[sheet].fields}


def _text(row: Sequence[Any], place: int) -> str:
    cell = row[place] if place < len(row) else ""
    return " ".join(str(cell if cell is not None else "").split())


def _number(plan: Plan, kind: Field, number: int, place: int, found: Found) -> float | None:
    row = plan.cells[number]
    cell = row[place] if place < len(row) else None
    try:
        number_read: float | None = value(kind, cell, {})
        return number_read
    except Unreadable as problem:
        found.problems.append(Problem(plan.sheet, a1(number, place), shown(cell), f"{problem}; left out", "warning"))
        return None
