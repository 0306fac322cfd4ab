"""Extracts by trust and council as documented: every known header, and every surprise refused with line and column."""

import pytest

from etl.problems import FileRefused
from etl.sources import dtoc_extracts

REST = (
    "Provider Parent Org Code,Provider Parent Name,Provider Org Code,Provider Org Name,Local Authority Code,"
    "Local Authority Name,Acute Or Non Acute Description,Reason For Delay,NHS A SUM,NHS B SUM,Social Care A SUM,"
    "Social Care B SUM,Both A SUM,Both B SUM"
)
HEAD = f"Year,Period Name,{REST}"
LINES = (
    "2016-17,OCTOBER,Q82,SOUTH,DMT01,ALDER TRUST,DM01,ALDER,Acute,A_COMPLETION_ASSESSMENT,1,31,2,12,0,0",
    "2016-17,OCTOBER,Q82,SOUTH,DMT01,ALDER TRUST,DM01,ALDER,Non-Acute,I_HOUSING,0,6,0,0,0,0",
    "2016-17,OCTOBER,Q82,SOUTH,DMT02,BEECH TRUST,DM02,BEECH,Acute,E_CARE_PACKAGE_IN_HOME,0,0,0,,0,4",
    "2016-17,OCTOBER,Q82,SOUTH,DMT02,BEECH TRUST,9900,RESIDENT IN WALES,Acute,H_DISPUTES,0,2,0,0,0,0",
)


def text(head=HEAD, lines=LINES, above=("Title", "Source", "")):
    return "\r\n".join([*above, head, *lines, ""]).encode()


def read(data):
    parsed = dtoc_extracts.parse(data)
    dtoc_extracts.check(parsed)
    return parsed


def facts(parsed):
    table = parsed.tables["trust_delays"]
    return {tuple(row[:-1]): row[-1] for row in zip(*table.values(), strict=True)}


def refused(data):
    with pytest.raises(FileRefused) as problem:
        read(data)
    return problem.value


def test_columns_b_are_days_and_columns_a_are_not_read():
    parsed = read(text())
    assert parsed.key == "2016-10"
    assert facts(parsed) == {
        ("DMT01", "DM01", "nhs", "A", "acute"): 31,
        ("DMT01", "DM01", "social_care", "A", "acute"): 12,
        ("DMT01", "DM01", "nhs", "I", "non_acute"): 6,
        ("DMT02", "DM02", "social_care", "E", "acute"): None,
        ("DMT02", "DM02", "both", "E", "acute"): 4,
        ("DMT02", "9900", "nhs", "H", "acute"): 2,
    }
    assert parsed.tables["organisations"]["code"] == ["DMT01", "DMT02"]


@pytest.mark.parametrize("above", [(), ("one",), ("one", "two", "three"), ("one", "two", "three", "four")])
def test_the_header_is_found_under_any_documented_number_of_lines(above):
    assert facts(read(text(above=above))) == facts(read(text()))


def test_health_authorities_in_place_of_parents_and_other_cases_of_letters_are_the_same_columns():
    head = HEAD.replace("Provider Parent Org Code,Provider Parent Name", "Provider SHA Code,Provider SHA Name").upper()
    assert facts(read(text(head))) == facts(read(text()))


@pytest.mark.parametrize("said", ["MSitDT-OCTOBER-2016", "MSitDT_October_2016", "MSitDT October 2016"])
def test_one_column_of_periods_names_the_month(said):
    lines = [line.replace("2016-17,OCTOBER", said) for line in LINES]
    assert read(text(f"Period,{REST}", lines)).key == "2016-10"


def test_windows_text_and_a_byte_order_mark_are_read():
    data = text(lines=[line.replace("ALDER TRUST", "ST MARY\u2019S") for line in LINES])
    assert read(b"\xef\xbb\xbf" + data).key == "2016-10"
    windows = data.decode().encode("cp1252")
    assert read(windows).tables["organisations"]["name"][0] == "ST MARY\u2019S"


CASES = [
    ("a column that is not documented", text(HEAD + ",Both DTOC Beds"), "line 4, column 17"),
    ("a column twice", text(HEAD.replace("Both B SUM", "NHS B SUM")), "lines 1 to 10"),
    ("no column for the month", text(HEAD.replace("Period Name", "Provider Parent Name", 1)), "line 4, column 4"),
    ("no header at all", text("a,b,c", ["1,2,3"]), "lines 1 to 10"),
    ("too few cells", text(lines=[*LINES, "2016-17,OCTOBER,Q82"]), "line 9"),
    ("two months", text(lines=[*LINES, LINES[0].replace("OCTOBER", "MAY")]), "line 9"),
    ("no month", text(lines=[LINES[0].replace("OCTOBER", "AUTUMN")]), "line 5"),
    ("years that do not follow", text(lines=[LINES[0].replace("2016-17", "2016-18")]), "line 5"),
    (
        "a trust's code with a space",
        text(lines=[LINES[0].replace("DMT01", "DMT 1")]),
        "line 5, column 'Provider Org Code'",
    ),
    ("no council's code", text(lines=[LINES[0].replace("DM01", "")]), "line 5, column 'Local Authority Code'"),
    (
        "a type of care never seen",
        text(lines=[LINES[0].replace("Acute", "Mental Health")]),
        "line 5, column 'Acute Or Non Acute Description'",
    ),
    (
        "a reason never seen",
        text(lines=[LINES[0].replace("A_COMPLETION_ASSESSMENT", "P_WEATHER")]),
        "line 5, column 'Reason For Delay'",
    ),
    ("a number in words", text(lines=[LINES[0].replace(",31,", ",many,")]), "line 5, column 'NHS B SUM'"),
    ("a negative number", text(lines=[LINES[0].replace(",31,", ",-31,")]), "line 5, column 'NHS B SUM'"),
    ("part of a day", text(lines=[LINES[0].replace(",31,", ",31.5,")]), "line 5, column 'NHS B SUM'"),
    ("a hyphen for a number", text(lines=[LINES[0].replace(",31,", ",-,")]), "line 5, column 'NHS B SUM'"),
    (
        "a reason that social care cannot own",
        text(lines=[LINES[1].replace(",6,0,0,", ",6,0,7,"), *LINES[2:]]),
        "line 5, column 'Social Care B SUM'",
    ),
    ("the same line twice", text(lines=[*LINES, LINES[0]]), "line 9"),
    ("one trust only", text(lines=LINES[:2]), "the whole file"),
    ("no line", text(lines=()), ""),
    ("a web page", b"<!DOCTYPE html><html><body>Not found</body></html>", ""),
    ("a workbook", b"PK\x03\x04" + bytes(200), ""),
    ("nothing", b"", ""),
    ("an open quote", text(lines=[LINES[0].replace("ALDER TRUST", '"ALDER TRUST')]), ""),
    ("zero bytes", text().replace(b"Title", b"T\0tle"), ""),
]


@pytest.mark.parametrize(("data", "where"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_surprise_is_refused_with_its_line_and_column(data, where):
    problem = refused(data)
    assert problem.where == where
    assert problem.found
    assert problem.expected
