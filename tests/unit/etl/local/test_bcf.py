"""A Better Care Fund plan becomes a draft: found by its headings, mapped where that is sure, left empty elsewhere."""

import io

import openpyxl
import pytest

from domain.local import bcf as words
from etl.local import bcf, template
from etl.local.parse import parse
from etl.problems import FileRefused
from tests.unit.etl.local.sheets import AREAS, CODE

HEADINGS = (
    "Scheme ID", "Scheme Name", "Brief Description of Scheme", "Scheme Type", "Sub Types",
    "Please specify if 'Scheme Type' is 'Other'", "Expected outputs 2023-24", "Expected outputs 2024-25", "Units",
    "Area of Spend", "Commissioner", "Provider", "Source of Funding", "New/ Existing Scheme", "Expenditure 23/24 (£)",
    "Expenditure 24/25 (£)", "% of Overall Spend (Average)",
)  # fmt: skip
LINES = (
    (1, "Reablement team", "Six weeks at home", "Reablement in a persons own home", "Reablement to support discharge",
     "", 1200, 1250, "Packages", "Social Care", "LA", "Local Authority", "Minimum NHS Contribution", "Existing",
     1_500_000, 1_584_900, 0.1),
    (1, "Reablement team", "Six weeks at home", "Reablement in a persons own home", "Reablement to support discharge",
     "", None, None, "Packages", "Social Care", "LA", "Local Authority", "iBCF", "Existing", 200_000, None, 0.01),
    (2, "Carers", "Respite", "Carers Services", "Respite services", "", 300, 300, "Beneficiaries", "Social Care", "LA",
     "Charity", "iBCF", "Existing", "£90,000", 91_000, 0.01),
    ("", "Programme office", "Team", "Enablers for Integration", "Programme management", "", None, None, "",
     "Other", "Joint", "LA", "Something new", "New", "tbc", 40_000, 0.01),
    (None, "Total", None, None, None, None, None, None, None, None, None, None, None, None, 1_790_000, 1_715_900, 1),
)  # fmt: skip


def plan(sheet="6a. Expenditure", headings=HEADINGS, lines=LINES, council="Quillshire") -> bytes:
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "2. Cover"
    cover["B4"], cover["C4"] = "Health and Wellbeing Board:", council
    found = book.create_sheet(sheet)
    found["B2"] = "Better Care Fund 2023-25 Template"
    for column, word in enumerate(headings, 2):
        found.cell(11, column).value = word
    for row, line in enumerate(lines, 13):
        for column, value in enumerate(line, 2):
            found.cell(row, column).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def draft():
    return bcf.read(plan(), "plan.xlsx", AREAS)


def test_each_scheme_is_one_row_and_each_line_of_money_another(draft):
    assert [row["scheme_id"] for row in draft.rows["schemes"]] == ["BCF-1", "BCF-2", "BCF-row3"]
    money = [(row["line_id"], row["year"], row["amount"]) for row in draft.rows["spend_lines"]]
    assert money == [
        ("BCF-1-1", "2023-24", 1_500_000),
        ("BCF-1-1", "2024-25", 1_584_900),
        ("BCF-1-2", "2023-24", 200_000),
        ("BCF-2-1", "2023-24", 90_000),
        ("BCF-2-1", "2024-25", 91_000),
        ("BCF-row3-1", "2024-25", 40_000),
    ]
    assert {row["scope"] for row in draft.rows["spend_lines"]} == {"pooled_fund"}


def test_stages_are_mapped_where_the_type_is_sure_and_empty_elsewhere(draft):
    assert [row["stage"] for row in draft.rows["schemes"]] == ["tier_2", None, "programme"]
    assert [row["demand_flag"] for row in draft.rows["schemes"]] == [None, None, "enabler"]


def test_who_pays_follows_the_sources_of_funding(draft):
    assert [row["payer"] for row in draft.rows["schemes"]] == ["joint", "council", None]


def test_nothing_is_guessed_of_purposes_and_starts(draft):
    assert {row["purpose"] for row in draft.rows["spend_lines"]} == {None}
    assert {(row["planned_start"], row["actual_start"]) for row in draft.rows["schemes"]} == {(None, None)}


def test_expected_outputs_become_plans_of_the_year(draft):
    outputs = [(row["scheme_id"], row["period"], row["planned"]) for row in draft.rows["outputs"]]
    assert outputs == [
        ("BCF-1", "2023-24", 1200),
        ("BCF-1", "2024-25", 1250),
        ("BCF-2", "2023-24", 300),
        ("BCF-2", "2024-25", 300),
    ]


def test_an_amount_that_cannot_be_read_is_told_with_its_cell(draft):
    (problem,) = draft.problems
    assert (problem.sheet, problem.cell, problem.found) == ("6a. Expenditure", "P16", "'tbc'")


def test_the_council_is_that_of_the_health_and_wellbeing_board(draft):
    assert draft.about.area_codes == (CODE,)
    assert {row["area_code"] for row in draft.rows["schemes"]} == {CODE}


def test_the_draft_says_what_a_person_must_add(draft):
    read = parse(template.workbook(draft.about, draft.rows), "draft.xlsx", AREAS)
    missing = {(one.sheet, one.cell) for one in read.problems if one.level == "error"}
    assert ("about", "B5") in missing  # seen as at
    assert ("schemes", "L8") in missing  # planned start
    assert len(read.rows["spend_lines"]) == 6, "lines of money need nothing more"


def test_a_plan_is_found_by_headings_of_other_years_and_another_sheet():
    words_of = [word.replace("23/24", "2024-25").replace("24/25", "2025/26") for word in HEADINGS]
    found = bcf.read(plan("Plan", words_of, council="Nowhere"), "plan.xlsx", AREAS)
    assert {row["year"] for row in found.rows["spend_lines"]} == {"2024-25", "2025-26"}
    assert found.about is None


def test_a_workbook_without_its_headings_is_refused():
    with pytest.raises(FileRefused, match="Scheme Name, Scheme Type and Expenditure"):
        bcf.read(plan(headings=[word for word in HEADINGS if "Expenditure" not in word]), "plan.xlsx", AREAS)


@pytest.mark.parametrize(
    ("kind", "sub", "stage"),
    [
        ("Residential Placements", "Care home", "tier_3"),
        ("Residential Placements", "Short term residential care", "tier_2"),
        ("Residential Placements", "Other", ""),
        ("High Impact Change Model for Managing Transfer of Care", "Home First/Discharge to Assess", "discharge"),
        ("High Impact Change Model for Managing Transfer of Care", "Housing and related services", ""),
        ("Bed based intermediate Care Services (Reablement, rehabilitation)", "Bed-based rehabilitation", "tier_2"),
        ("Workforce recruitment and retention", "", ""),
        ("Other", "", ""),
    ],
)
def test_the_reference_table_maps_what_is_sure(kind, sub, stage):
    found = words.acts(kind, sub)
    assert (found.stage if found else "") == stage
