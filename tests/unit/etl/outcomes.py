"""Small files of the outcomes framework: three councils of the demonstration, and open data of two councils.

Rows of a table: header 6, England 7, shire counties 8, unitary authorities 9, the region 10, Quillshire 11,
Ambermoor 12, Saltmarrow 13. Columns: code A, name B, ONS code C, then margin, respondents and outcome of 2015-16
in D, E, F, of 2016-17 in G, H, I, of 2017-18 in J, K, L and of 2018-19 in M, N, O.
"""

import csv
import io

from domain.demonstration import SEED
from etl.demo import ods, outcome_workbooks
from etl.demo.books import workbook
from etl.demo.councils import councils
from etl.sources import ascof
from tests.unit.etl import sheets

CONTROL, CARERS = "Table_1b", "Table_1d"
HEAD = (
    "Geographical Code,Geographical Description,Geographical Level,ONS Code,ASCOF Measure Code,Disaggregation Level,"
    "Measure Type,Measure Value,Measure Group,Measure Group Description"
).split(",")
WORDS = {
    "1B": "Proportion of people who use services who have control over their daily life",
    "2A2": (
        "Long-term support needs of older adults aged 65 and over met by admission to residential and nursing care "
        "homes, per 100,000 population"
    ),
    "1E": "Proportion of adults with learning disabilities in paid employment",
}
AREAS = (
    ("England", "England", "England", "E92000001"),
    ("E", "East of England", "Region", "E12000006"),
    ("U", "Unitary Authority", "Council Type", ""),
    (102.0, "Cumbria", "Council", "E10000006"),
    (623.0, "Hartlepool", "Council", "E06000001"),
)


def series():
    """Sheets of a small time series; give them to ``read``."""
    return sheets.read(outcome_workbooks.workbook(councils()[:3], SEED))


def read(book):
    """Parse and check a file given as sheets (an OpenDocument workbook) or as bytes."""
    parsed = ascof.parse(book if isinstance(book, bytes) else ods.workbook(book))
    ascof.check(parsed)
    return parsed


def one(parsed, measure, year, code):
    """The one figure of a measure, year and area, as a dictionary of columns."""
    table = parsed.tables["outcomes"]
    rows = [dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)]
    (found,) = [
        row for row in rows if (row["measure"], row["financial_year"], row["area_code"]) == (measure, year, code)
    ]
    return found


def open_rows(residents=10_464_019, *, head=HEAD):
    """Rows of open data of 2020-21: control over daily life as marks, admissions to care homes as numbers."""
    rows = [list(head)]
    for area in AREAS:
        for part in ("Outcome", "Numerator", "Denominator", "Base", "Margin Of Error"):
            rows.append([*area, "1B", "Total", part, "[x]", "1B", WORDS["1B"]])
        people = residents if area[0] in ("England", "E") else 20_000
        rows.append([*area, "2A2", "Total", "Denominator", people, "2A", WORDS["2A2"]])
        rows.append([*area, "2A2", "Total", "Numerator", people / 200, "2A", WORDS["2A2"]])
        rows.append([*area, "2A2", "Total", "Outcome", 500.0, "2A", WORDS["2A2"]])
        rows.append([*area, "2A2F", "Female", "Outcome", 77.0, "2A", WORDS["2A2"]])
        rows.append([*area, "1E", "Total", "Outcome", 5.1, "1E", WORDS["1E"]])
    return rows


def as_workbook(rows):
    return workbook({"in": rows})


def as_csv(rows, encoding="cp1252"):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode(encoding)
