"""The long file of 2026, in the layout that is documented."""

import csv
import io

import pytest

from etl.demo.books import workbook
from etl.problems import FileRefused, NotThisPublication
from etl.sources import discharge_acute
from tests.unit.etl.sitrep import DISCHARGED, PEOPLE, REMAINING, figures

HEAD = ("Period", "Level", "Region", "ICB", "Org Code", "Org Name", "Metric", "Metric Type", "Metric Group", "Value")
BOARD = "NHS MOOR, TARN AND HILL INTEGRATED CARE BOARD"
WHO = {
    "ENG": ("National", "[z]", "[z]", "ENGLAND (Type 1 Trusts)"),
    "DMR01": ("Region", "MOOR AND TARN", "[z]", "MOOR AND TARN"),
    "D7T5G": ("ICB", "MOOR AND TARN", BOARD, BOARD),
    "DMT01": ("PROVIDER", "MOOR AND TARN", BOARD, "A HOSPITAL, AND MORE, NHS TRUST"),
}
HOME = "Pathway 1: Discharge to a domestic home, hotel, or other temporary accommodation"
WEEK = "Number of additional bed days, patients with length of stay of 14 days or over"


def rows(code="ENG", metric=PEOPLE, value="21082.00", day="01/08/2026", kind="Daily metric", group="NCTR"):
    level, region, board, name = WHO[code]
    return [day, level, region, board, code, name, metric, kind, group, value]


def plain():
    found = [rows(code) for code in WHO]
    found += [
        rows(code, metric, value) for code in WHO for metric, value in ((DISCHARGED, "82.00"), (REMAINING, "21000.00"))
    ]
    found += [rows(metric="Something\u00a0new", kind="Monthly metric", group="Cost", value="1.5")]
    found += [rows(metric=WEEK, value="5000.00", day="03/08/2026", kind="Weekly metric", group="Additional bed days")]
    found += [rows("DMT01", HOME, "12.00", kind="Monthly metric", group="Discharge pathway")]
    found += [
        rows(
            "DMT01",
            "Pathway 1: awaiting availability of resource for assessment and start of care at home",
            "3.00",
            kind="Weekly metric",
            group="Delay reason LOS 14+",
        )
    ]  # noqa: E501
    return found


def text(found, head=HEAD, encoding="utf-8"):
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([head, *found])
    return out.getvalue().encode(encoding)


def parse(found, **how):
    return discharge_acute.parse(text(found, **how))


def test_the_documented_file_is_read():
    parsed = parse(plain())
    discharge_acute.SOURCE.check(parsed)
    assert (parsed.key, parsed.start, parsed.end, parsed.published) == ("2026-08", "2026-08", "2026-08", None)
    found = figures(parsed)
    assert found["E92000001", "nctr_patients", "2026-08-01", "all", "", "monthly"] == 21082
    assert found["D7T5G", "nctr_remaining", "2026-08-01", "all", "", "monthly"] == 21000
    assert found["E92000001", "bed_days_14plus", "2026-08-03", "all", "", "monthly"] == 5000
    assert found["DMT01", "nctr_discharged", "2026-08-01", "P1", HOME, "monthly"] == 12


def test_codes_of_five_characters_names_with_commas_and_boards_are_learnt():
    who = parse(plain()).tables["organisations"]
    assert who["code"] == ["DMR01", "D7T5G", "DMT01"]
    assert who["kind"] == ["nhs_region", "icb", "provider"]
    assert who["name"][2] == "A HOSPITAL, AND MORE, NHS TRUST"
    assert who["icb_code"] == ["", "", "D7T5G"]
    assert who["region"] == ["MOOR AND TARN"] * 3


def test_metrics_without_a_name_are_counted_and_left_alone():
    (note,) = parse(plain()).notes
    assert note.startswith("2 metrics are not read, such as 'Cost: Something new'; 'Delay reason LOS 14+: Pathway 1")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_other_encodings_are_read(encoding):
    found = [*plain(), rows("DMT01", "Capacity – something", "1.00", kind="Monthly metric")]
    assert figures(parse(found, encoding=encoding)) == figures(parse(plain()))


def test_the_file_may_have_been_put_into_a_workbook():
    book = workbook({"October2024-csv": [HEAD, *plain()]})
    assert figures(discharge_acute.parse(book)) == figures(parse(plain()))


def test_a_mark_is_no_number():
    found = plain()
    found[3][-1] = "-"
    assert figures(parse(found))["DMT01", "nctr_patients", "2026-08-01", "all", "", "monthly"] == "not submitted"


def test_columns_are_known_by_their_names():
    order = [9, 0, 8, 1, 7, 2, 6, 3, 5, 4]
    turned = [[row[n] for n in order] for row in plain()]
    assert figures(parse(turned, head=[HEAD[n] for n in order])) == figures(parse(plain()))


BAD = {
    "value": (2, 9, "many", "line 4: found 'many'; expected a whole number"),
    "fraction of a person": (2, 9, "1.50", "line 4: found '1.50'"),
    "below zero": (1, 9, "-4.00", "line 3: found '-4.00'"),
    "period": (0, 0, "31/02/2026", "line 2: found the period '31/02/2026'; expected a day"),
    "level": (0, 1, "Planet", "line 2: found the level 'Planet'"),
    "code": (3, 4, "", "line 5: found the code ''"),
    "twice": (1, 1, "National", "line 3: found 'Number of patients who no longer meet the criteria to reside"),
    "another month": (0, 0, "01/07/2026", "found days of 2026-07, 2026-08; expected the days of one month"),
}


@pytest.mark.parametrize(("row", "column", "cell", "said"), BAD.values(), ids=BAD)
def test_a_malformed_row_is_named_by_its_line(row, column, cell, said):
    found = plain()
    found[row][column] = cell
    with pytest.raises(FileRefused) as problem:
        parse(found)
    assert said in str(problem.value)


def test_a_line_that_is_cut_is_named():
    with pytest.raises(FileRefused, match="line 3: found 4 columns; expected 10"):
        discharge_acute.parse(text([plain()[0], plain()[1][:4]]))


def test_regions_that_do_not_make_england_are_told():
    found = plain()
    found[0][-1] = "21100.00"
    assert any("regions do not add up to England 1 times" in note for note in parse(found).notes)


def test_other_columns_are_another_publication_and_a_web_page_is_refused():
    with pytest.raises(FileRefused, match="web page"):
        discharge_acute.SOURCE.sniff(b"<!doctype html><html>Sorry")
    with pytest.raises(FileRefused):
        discharge_acute.SOURCE.sniff(b"Period,Org Code,Parent Org\nx,y,z")
    assert discharge_acute.SOURCE.sniff(text(plain())) == "csv"
    with pytest.raises(NotThisPublication):
        discharge_acute.parse(workbook({"Sheet1": [("a", "b")]}))
