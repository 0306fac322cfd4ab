"""The workbook: accessible by its structure, the same numbers as the CSV, the same bytes every time."""

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import datetime

import pytest

from domain import periods
from exports.pack import Absent
from exports.sheets import NAMES
from exports.xlsx import workbook
from tests.shared import ROOT
from tests.unit.exports import made

FIGURES = ["Headline", "By body", "By reason", "By care type"]
DEMONSTRATION = "Demonstration data — not real figures."


@pytest.fixture(scope="module")
def book(council_files):
    return made.book_of(council_files["pack.xlsx"])


@pytest.fixture(scope="module")
def of_england(england_files):
    return made.book_of(england_files["pack.xlsx"])


def _parts(content, pattern):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if re.search(pattern, name)}


def test_sheets_stand_in_the_order_of_the_contents(book, of_england):
    assert book.sheetnames == ["Cover", "Contents", "Notes", *FIGURES, "England beside", "Charts", "Revised", "Files"]
    assert "Emergency care" in of_england.sheetnames
    assert "England beside" not in of_england.sheetnames
    for one in (book, of_england):
        listed = [row[0] for row in made.table_of(one, "Contents")[1]]
        assert listed == [name for name in one.sheetnames if name != "Contents"]
        links = [cell.hyperlink.location for cell in one["Contents"]["A"] if cell.hyperlink]
        assert links == [f"'{name}'!A1" for name in listed]


def test_each_sheet_but_the_cover_has_one_marked_table_that_starts_in_column_a(book, of_england):
    for one in (book, of_england):
        for sheet in one.worksheets[1:]:
            (table,) = sheet.tables.values()
            assert table.ref.startswith("A")
            assert not sheet.merged_cells.ranges
            head = int(re.match(r"A(\d+)", table.ref)[1])
            assert head == sheet.max_row - len(made.table_of(one, sheet.title)[1])


def test_nothing_is_frozen_filtered_or_hidden(book, of_england):
    for one in (book, of_england):
        for sheet in one.worksheets:
            assert (sheet.freeze_panes, sheet.sheet_state) == (None, "visible")
            assert not [table for table in sheet.tables.values() if table.autoFilter]
            assert not [row for row in sheet.row_dimensions.values() if row.hidden]


def test_every_sheet_prints_on_a4_across_and_repeats_the_titles_of_its_table(book, of_england):
    for one in (book, of_england):
        for sheet in one.worksheets:
            assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
            assert (sheet.sheet_properties.pageSetUpPr.fitToPage, int(sheet.page_setup.fitToWidth or 1)) == (True, 1)
        for sheet in one.worksheets[1:]:
            (table,) = sheet.tables.values()
            head = re.match(r"A(\d+)", table.ref)[1]
            assert sheet.print_title_rows == f"${head}:${head}"


def test_no_row_is_blank_and_no_title_stands_twice(book, of_england):
    for one in (book, of_england):
        for sheet in one.worksheets:
            rows = list(sheet.iter_rows(values_only=True))
            assert not [number for number, row in enumerate(rows, 1) if not any(v is not None for v in row)], sheet
        for sheet in one.worksheets[1:]:
            head, _ = made.table_of(one, sheet.title)
            assert len(set(head)) == len(head)


def test_every_sheet_has_a_heading_and_says_that_it_is_a_demonstration(book, of_england):
    for one in (book, of_england):
        for sheet in one.worksheets:
            assert sheet["A1"].value
            assert sheet["A2"].value == DEMONSTRATION
            assert DEMONSTRATION in sheet.oddHeader.center.text
        assert one.properties.title.startswith("Demonstration data — not real figures. Month pack: ")


def _above(sheet):
    """What stands in column A between the heading and the table."""
    (table,) = sheet.tables.values()
    head = int(re.match(r"A(\d+)", table.ref)[1])
    return [sheet.cell(row, 1).value for row in range(2, head)]


def test_filters_vintage_and_build_are_printed_above_every_table(book, of_england, council, england):
    for one, pack in ((book, council), (of_england, england)):
        for sheet in one.worksheets[1:]:
            said = [line for line in _above(sheet) if line != DEMONSTRATION]
            assert f"Area: {pack.area.name} ({pack.area.code}). Month" in said[0]
            assert said[0].endswith(". No other filter and no new phase (rebase) is set.")
            vintage = [line for line in said if line.startswith("Source and vintage: ")]
            assert vintage
            assert sheet.title == "Files" or all(
                re.search(r"\d+ \w+ 20\d\d\.$", line.replace("\xa0", " ")) for line in vintage
            )
            assert f"Build {pack.build}." in said
            assert sheet.title in ("Contents", "Notes") or said[-1] == "Back to the contents"


def test_the_only_date_inside_is_that_of_the_build(book, council):
    assert (book.properties.created, book.properties.modified) == (council.made_at, council.made_at)
    assert ("Language", "en-GB") in [(one.name, one.value) for one in book.custom_doc_props.props]


def test_the_workbook_holds_the_numbers_of_the_csv(book, council, council_files):
    for name, part, value in (("by_body", "body", "dtoc_beds"), ("by_reason", "reason", "dtoc_beds")):
        rows = made.rows_of(council_files[f"{name}.csv"])
        _, wide = made.table_of(book, NAMES[name])
        parts = list(dict.fromkeys(row[part] for row in rows))
        found = {(f"{r[0]:%Y-%m}", one): v for r in wide for one, v in zip(parts, r[1:], strict=False)}
        assert len(found) == len(rows)
        for row in rows:
            cell = found[row["period"], row[part]]
            if row[value]:
                assert cell == pytest.approx(float(row[value]), rel=1e-14)
            else:
                assert cell in ("[x] not submitted", "[z] not in use yet")


def test_the_headline_of_the_workbook_is_that_of_the_csv_with_a_row_for_each_comparison(of_england, england_files):
    _, rows = made.table_of(of_england, "Headline")
    at = iter(rows)
    for written in made.rows_of(england_files["headline.csv"]):
        kinds = [("value", "month_before", "month_before"), ("value", "year_before", "year_before")]
        if written["unit"] != "%":
            kinds.append(("twelve_months", "twelve_months_before", "twelve_months"))
        for later, earlier, change in kinds:
            row = next(at)
            assert row[0] == written["label"]
            for cell, key in zip(row[3:6], (later, earlier, f"{change}_change"), strict=True):
                given = written[key]
                assert cell == pytest.approx(float(given), rel=1e-14) if given else str(cell).startswith("[")
            assert row[6].lower() in written["in_words"].lower()
    assert next(at, None) is None


def test_months_are_dates_and_numbers_are_numbers(book):
    _, rows = made.table_of(book, "By body")
    assert [row[0] for row in rows] == [datetime(*periods.split(m), 1) for m in periods.span("2015-12", "2017-11")]
    assert all(isinstance(value, (int, float)) for row in rows for value in row[1:] if not str(value).startswith("["))


def test_charts_are_native_lines_with_words_for_those_who_cannot_see_them(council_files, england_files, council):
    for files, count in ((council_files, 2), (england_files, 2)):
        charts = _parts(files["pack.xlsx"], r"charts/chart\d+\.xml$")
        assert len(charts) == count
        assert all("<c:lineChart>" in one for one in charts.values())
        # blanks are gaps where nothing else is said by a program of this version
        assert not [one for one in charts.values() if "dispBlanksAs" in one]
        assert "<AppVersion>12.0000</AppVersion>" in "".join(_parts(files["pack.xlsx"], r"app\.xml$").values())
        (drawing,) = _parts(files["pack.xlsx"], r"drawings/drawing\d+\.xml$").values()
        words = re.findall(r'<xdr:cNvPr [^>]*descr="([^"]*)"', drawing)
        assert len(words) == count
        assert all(f"{DEMONSTRATION} Line chart: " in one and "table of this sheet" in one for one in words)


def test_a_month_without_a_number_is_a_gap_of_the_line_and_never_a_zero(demo):
    pack = made.pack(demo, "Oldgate", "2017-12")
    book = made.book_of(workbook(pack))
    _, rows = made.table_of(book, "Charts")
    last = next(row for row in rows if row[0] == datetime(2017, 12, 1))
    assert last[1:5] == [None, None, None, None]
    assert not [value for row in rows for value in row if isinstance(value, str)]
    held = {row[0] for row in pack.table("by_body").rows if not isinstance(row[3], Absent)}
    assert {f"{row[0]:%Y-%m}" for row in rows if row[1] is not None} == held


def test_every_text_is_set_in_twelve_points_of_one_face(council_files, book):
    fonts = re.findall(r"<font>.*?</font>", _parts(council_files["pack.xlsx"], "styles")["xl/styles.xml"])
    assert not [font for font in fonts if "scheme" in font]
    fonts = [cell.font for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert {font.name for font in fonts} == {"Arial"}
    assert min(font.sz for font in fonts) == 12


def test_the_second_workbook_of_a_process_is_as_the_first(council, council_files):
    assert [workbook(council), workbook(council)] == [council_files["pack.xlsx"]] * 2


def test_the_same_pack_gives_the_same_bytes_in_another_hour_and_time_zone(demo_root, council_files, tmp_path):
    code = (
        "import sys; from pathlib import Path; from warehouse.reader import Reader; "
        "from tests.unit.exports import made; from exports.writing import contents; "
        "files = contents(made.pack(Reader(Path(sys.argv[1])).view(), 'Oldgate', '2017-11'), ('xlsx', 'csv')); "
        "[(Path(sys.argv[2]) / name).write_bytes(data) for name, data in files.items()]"
    )
    zone = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code, str(demo_root), str(tmp_path)], cwd=ROOT, env=zone, check=True)
    assert made.tree(tmp_path) == council_files
