"""Trust workbooks as documented: read from whichever row they begin in, and refused at any surprise, with its place."""

import pytest

from etl.demo import council_workbooks, publish, trust_cells, trust_workbooks
from etl.demo.councils import councils
from etl.problems import FileRefused, NotThisPublication
from etl.sources import dtoc_trusts
from tests.unit.etl import sheets
from tests.unit.etl.sheets import get, put

BODY, REASON, CARE = "Trust - by responsible org", "Trust - by reason", "Trust - by type of care"
MONTH = "2019-03"


@pytest.fixture(scope="module")
def figures():
    return {council: found for council, found in publish.figures_by_month(councils()[:9], 1)[MONTH].items() if found}


@pytest.fixture(scope="module")
def original(figures):
    return sheets.read(trust_workbooks.workbook(MONTH, trust_cells.share(MONTH, figures)))


@pytest.fixture
def book(original):
    return {name: [list(row) for row in rows] for name, rows in original.items()}


def read(book):
    parsed = dtoc_trusts.parse(sheets.write(book))
    dtoc_trusts.check(parsed)
    return parsed


def refused(book):
    with pytest.raises(FileRefused) as problem:
        read(book)
    return problem.value


def total(parsed):
    facts = parsed.tables["trust_delays"]
    return sum(
        value or 0
        for body, reason, care, value in zip(
            *(facts[name] for name in ("body", "reason", "care_type", "value")), strict=True
        )
        if (body, reason, care) == ("all", "all", "all")
    )


def test_a_workbook_gives_every_cut_of_every_trust_and_no_row_of_england(book):
    parsed = read(book)
    assert (parsed.key, parsed.start, parsed.end) == (MONTH, MONTH, MONTH)
    assert parsed.published is not None
    trusts = set(parsed.tables["trust_delays"]["org_code"])
    assert trusts == set(parsed.tables["organisations"]["code"])
    assert "" not in trusts
    assert total(parsed) == get(book, BODY, "H15")


def test_trusts_add_up_to_the_england_row_of_the_council_workbook(book, figures):
    council_book = sheets.read(council_workbooks.workbook(MONTH, figures))
    assert total(read(book)) == get(council_book, "LA - by responsible org", "I15")


def test_an_empty_row_above_and_other_lead_columns_are_harmless(book):
    for name in book:
        book[name].insert(12, [])
        put(book, name, "B15", "SHA")
    assert total(read(book)) == get(book, BODY, "H16")


def test_the_sheet_by_type_of_care_may_be_missing_and_the_known_other_sheets_may_be_there(book):
    del book[CARE]
    book["Data Quality"], book["England"] = [["The following providers revised data"]], [["Type of Care"]]
    assert {*read(book).tables["trust_delays"]["care_type"]} == {"all"}


def test_a_trust_without_a_return_has_no_number_and_is_no_zero(book):
    row = next(number for number, cells in enumerate(book[BODY][16:], 17) if cells[7])
    for sheet in (BODY, REASON, CARE):
        cells = book[sheet][row - 1]
        for column in range(4, len(cells) - 1):
            book[sheet][14][column] -= cells[column]
            cells[column] = "-"
        book[sheet][14][len(cells) - 1] -= cells[-1]
        cells[-1] = 0
    facts = read(book).tables["trust_delays"]
    code = book[BODY][row - 1][2]
    assert {v for c, v in zip(facts["org_code"], facts["value"], strict=True) if c == code} == {None}


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "found", "where"),
    [
        (BODY, "I14", "Independent sector", "the column 'Independent sector'", f"sheet '{BODY}', cell I14"),
        (REASON, "E14", "Z) New wording", "the column 'Z) New wording'", f"sheet '{REASON}', cell E14"),
        (BODY, "E17", -4, "'-4.0'", f"sheet '{BODY}', cell E17"),
        (BODY, "E17", 3.5, "'3.5'", f"sheet '{BODY}', cell E17"),
        (BODY, "E17", "*", "'*'", f"sheet '{BODY}', cell E17"),
        (BODY, "E17", "12 days", "'12 days'", f"sheet '{BODY}', cell E17"),
        (BODY, "C17", "trust one", "the code 'trust one'", f"sheet '{BODY}', row 17"),
        (BODY, "C18", "DMT01", "the code DMT01 2 times", f"sheet '{BODY}', row 17"),
        (BODY, "D15", "Great Britain", "'Great Britain'", f"sheet '{BODY}', cell D15"),
    ],
)
def test_a_surprise_is_refused_with_its_place(book, sheet, cell, value, found, where):
    put(book, sheet, cell, value)
    problem = refused(book)
    assert problem.found == found
    assert problem.where == where
    assert problem.expected


def test_two_months_in_a_period_are_refused(book):
    put(book, BODY, "C5", "March and April 2019")
    assert refused(book).where == f"sheet '{BODY}', Period"


def test_a_total_that_is_not_its_parts_is_refused_with_its_cell(book):
    put(book, BODY, "H17", get(book, BODY, "H17") + 1)
    assert refused(book).where == f"sheet '{BODY}', cell H17"


def test_an_england_row_that_is_not_its_trusts_is_refused_with_its_cell(book):
    for sheet, last in ((BODY, "H"), (REASON, "P"), (CARE, "G")):
        put(book, sheet, "E15", get(book, sheet, "E15") + 5)
        put(book, sheet, f"{last}15", get(book, sheet, f"{last}15") + 5)
    assert refused(book).where == f"sheet '{BODY}', cell E15 (nhs)"


def test_sheets_that_disagree_on_a_trust_are_refused_with_the_cell(book):
    for number in (15, 17):
        put(book, CARE, f"E{number}", get(book, CARE, f"E{number}") + 5)
        put(book, CARE, f"G{number}", get(book, CARE, f"G{number}") + 5)
    assert refused(book).where == f"sheet '{CARE}', cell G15"


def test_a_sheet_that_is_not_documented_is_refused_by_name(book):
    book["Trust - by ward"] = [["Ward"]]
    assert refused(book).found == "the sheet 'Trust - by ward'"


def test_a_missing_sheet_is_refused_by_name(book):
    del book[REASON]
    assert refused(book).expected == "a trust sheet by reason"


def test_a_workbook_by_provider_with_renamed_sheets_is_refused_and_not_passed_over(book):
    renamed = {name.replace("Trust", "Site"): rows for name, rows in book.items()}
    problem = refused(renamed)
    assert problem.where == "the list of sheets"
    assert "Site - by reason" in problem.found


def test_a_council_workbook_is_another_publication(figures):
    with pytest.raises(NotThisPublication):
        dtoc_trusts.parse(council_workbooks.workbook(MONTH, figures))


def test_the_patient_snapshot_is_another_publication(book):
    for name in book:
        put(book, name, "C3", "Number of patients delayed on the last Thursday")
    with pytest.raises(NotThisPublication):
        dtoc_trusts.parse(sheets.write(book))


def test_an_issue_before_the_end_of_the_month_is_refused(book):
    for name in book:
        put(book, name, "C8", "8th March 2019")
    assert "after March 2019" in refused(book).expected
