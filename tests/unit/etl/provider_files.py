"""A&E files by provider made by hand: three trusts and England, as CSV of each era and as a workbook."""

import csv
import io

from etl.sources import ae_providers

LEAD = ["Period", "Org Code", "Parent Org", "Org name"]
KINDS = ("Type 1", "Type 2", "Other A&E Department")
BEFORE_BOOKED = [
    *(f"Number of A&E attendances {kind}" for kind in KINDS),
    *(f"Number of attendances over 4hrs {kind}" for kind in KINDS),
    "Patients who have waited 4-12 hs from DTA to admission",
    "Patients who have waited 12+ hrs from DTA to admission",
    "Emergency admissions via A&E - Type 1",
    "Emergency admissions via A&E - Type 2",
    "Emergency admissions via A&E - Other A&E department",
    "Other emergency admissions",
]
BOOKED = [
    *(f"A&E attendances {kind}" for kind in KINDS),
    *(f"A&E attendances Booked Appointments {kind}" for kind in ("Type 1", "Type 2", "Other Department")),
    *(f"Attendances over 4hrs {kind}" for kind in ("Type 1", "Type 2", "Other Department")),
    *(f"Attendances over 4hrs Booked Appointments {kind}" for kind in ("Type 1", "Type 2", "Other Department")),
    *BEFORE_BOOKED[6:],
]
OLD = {
    "DMT01": [1000, 50, 400, 200, 1, 4, 30, 10, 300, 2, 5, 100],
    "DMT02": [2000, 0, 0, 900, 0, 0, 60, 0, 700, 0, 0, 50],
    "DMT07": [0, 0, 250, 0, 0, 0, 0, 0, 0, 0, 0, 0],
}
NEW = {
    "DMT01": [1000, 50, 400, 10, 0, 20, 200, 1, 4, 5, 0, 0, 30, 10, 300, 2, 5, 100],
    "DMT02": [2000, 0, 0, 0, 0, 0, 900, 0, 0, 0, 0, 0, 60, 0, 700, 0, 0, 50],
    "DMT07": [0, 0, 250, 0, 0, 30, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0],
}
NAMES = {"DMT01": "FENNABY HOSPITALS, NHS TRUST", "DMT02": "HARTSMERE NHS TRUST", "DMT07": "TARN COMMUNITY NHS TRUST"}


def lines(numbers=None, header=None, *, period="MSitAE-JUNE-2024", total="TOTAL"):
    """Rows of cells of a CSV file: header, trusts, England's total at the end."""
    numbers = numbers or NEW
    header = header or (BOOKED if len(next(iter(numbers.values()))) == len(BOOKED) else BEFORE_BOOKED)
    found = [[*LEAD, *header]]
    for code, values in numbers.items():
        found.append([period, code, "NHS ENGLAND MOOR AND TARN ", NAMES[code], *map(str, values)])
    england = [sum(column) for column in zip(*numbers.values(), strict=True)]
    return [*found, [*[total] * 4, *map(str, england)]]


def written(rows, *, encoding="utf-8", ends="\r\n"):
    """Rows as the bytes of a CSV file."""
    out = io.StringIO()
    csv.writer(out, lineterminator=ends).writerows(rows)
    return out.getvalue().encode(encoding)


def read(data):
    """Parse and check a file given as rows or bytes."""
    parsed = ae_providers.parse(data if isinstance(data, bytes) else written(data))
    ae_providers.check(parsed)
    return parsed


def facts(parsed):
    """(code, measure) to value."""
    table = parsed.tables["emergency_care"]
    return dict(zip(zip(table["area_code"], table["measure"], strict=True), table["value"], strict=True))
