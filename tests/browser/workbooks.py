"""A commissioner's workbook: the downloaded template filled in with one scheme and four years of its indicator."""

import io
import random
from collections.abc import Mapping
from typing import Any

import openpyxl

from domain import periods
from domain.local.sheets import SHEET_BY_NAME

FIRST = 8  # row of the sheets on which people begin to write
MONTHS = periods.span("2015-04", "2019-03")
START = "2017-11"


def rows(council: str) -> dict[str, list[dict[str, Any]]]:
    """A scheme in a council, its money, what it should move, and values that fell after its start."""
    chance = random.Random(council)
    values = [round(40 * (0.6 if month > "2018-01" else 1) + chance.uniform(-4, 4)) for month in MONTHS]
    return {
        "schemes": [
            {"scheme_id": "W1", "name": "Weekend team", "area_code": council, "stage": "discharge",
             "demand_flag": "meets_demand", "payer": "council", "gains": "nhs", "planned_start": "2017-09",
             "actual_start": START},
        ],
        "spend_lines": [
            {"line_id": "B1", "scheme_id": "W1", "name": "Staff", "version": "plan", "year": "2017-18",
             "amount": 90_000},
        ],
        "indicators": [
            {"indicator_id": "J1", "name": "Home-care packages handed back", "level": "operational", "kind": "count",
             "unit": "packages", "good": "down", "frequency": "month"},
        ],
        "links": [
            {"scheme_id": "W1", "indicator_id": "J1", "role": "outcome", "is_primary": "yes", "expected": -30,
             "expected_unit": "percent", "lag": 0},
        ],
        "observations": [
            {"indicator_id": "J1", "area_code": council, "period": month, "value": value}
            for month, value in zip(MONTHS, values, strict=True)
        ],
    }  # fmt: skip


def filled(template: bytes, about: tuple[str, ...], sheets: Mapping[str, list[dict[str, Any]]]) -> bytes:
    """The template with answers on its first sheet and rows on the others."""
    book = openpyxl.load_workbook(io.BytesIO(template))
    for row, answer in enumerate(about, 3):
        book["About"].cell(row, 2).value = answer
    for name, some in sheets.items():
        sheet = book[SHEET_BY_NAME[name].title]
        labels = [cell.value for cell in sheet[4]]
        columns = {field.name: 1 + labels.index(field.label) for field in SHEET_BY_NAME[name].fields}
        for number, row in enumerate(some, FIRST):
            for field, value in row.items():
                sheet.cell(number, columns[field]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_fault(sheets: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """The same with a value that is no number, in the fourth month."""
    wrong = [{**row, "value": "n/a"} if place == 3 else row for place, row in enumerate(sheets["observations"])]
    return {**sheets, "observations": wrong}
