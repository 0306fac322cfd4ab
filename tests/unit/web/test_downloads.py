"""CSV of tables and of any area: the same numbers as the page, marked as what they are, nothing that runs."""

import csv
import io
from urllib.parse import parse_qs, urlsplit

import pytest

from components.tables import Column, Table
from domain import periods
from panels.exports import LOCAL, TABLES
from tests.local_tables import asked
from tests.unit.panels.asked import values
from warehouse import serving
from warehouse.queries import areas, freshness
from web.downloads import safe


def _rows(answer) -> list[dict[str, str]]:
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    text = answer.get_data().decode("utf-8-sig")
    assert text.count("\r\n") == text.count("\n")
    return list(csv.DictReader(io.StringIO(text, newline="")))


NOT_HELD = {(name, "?from=2016-10&to=2018-01") for name in ("home-after", "area-trusts", "area-owned")}


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("query", ["", "?from=2016-10&to=2018-01", "?from=junk"])
def test_a_csv_holds_the_table_of_the_page_at_full_precision(client, name, query):
    href = asked(name, query)
    table = TABLES[name](serving.view(), parse_qs(urlsplit(href).query))
    if table is None:  # nothing of it is held in these months
        assert (name, query) in NOT_HELD
        assert client.get(href).status_code == 404
        return
    rows = _rows(client.get(href))
    assert list(rows[0]) == [*(column.key for column in table.columns), "data", "build"]
    assert len(rows) == len(table.rows)
    for row, expected in zip(rows, table.rows, strict=True):
        for column, value in zip(table.columns, expected, strict=True):
            found = row[column.key]
            assert (float(found) if isinstance(value, float | int) else found) == ("" if value is None else safe(value))


@pytest.mark.parametrize("path", [*map(asked, TABLES), "/export/series.csv?area=Quillshire"])
def test_demonstration_data_say_so_in_the_file_name_and_in_every_row(client, path):
    answer = client.get(path)
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="demonstration-')
    rows = _rows(answer)
    assert {row["data"] for row in rows} == {"Demonstration data — not real figures"}
    local = path.removeprefix("/export/").split(".")[0] in LOCAL
    assert {row["build"] for row in rows} == {serving.view().key if local else serving.view().id}


def test_a_council_can_be_taken_by_name_or_code_with_its_files(client):
    by_name = _rows(client.get("/export/series.csv?area=quillshire&indicator=dtoc_days"))
    by_code = _rows(client.get("/export/series.csv?area=E10999001&indicator=dtoc_days"))
    assert by_name == by_code
    assert [row["period"] for row in by_name] == list(periods.span("2015-04", "2019-03"))
    files = {file.file_name: file.sha256 for file in freshness.files(serving.view(), "dtoc_councils")}
    for row in by_name:
        assert files[row["file_name"]] == row["file_sha256"]
        assert (row["area_name"], row["indicator"], row["unit"]) == ("Quillshire", "dtoc_days", "days")


def test_england_and_a_window_are_taken_as_the_queries_give_them(client):
    rows = _rows(client.get("/export/series.csv?area=England&indicator=dtoc_beds&from=2017-02&to=2018-01"))
    expected = values(serving.view(), "dtoc_beds", start="2017-02", end="2018-01")
    assert {row["period"]: float(row["value"]) for row in rows} == expected


def test_a_return_that_was_not_sent_has_no_value_and_says_so(client):
    rows = _rows(client.get("/export/series.csv?area=Oldgate&indicator=dtoc_days&from=2016-08&to=2016-08"))
    assert [(row["value"], row["status"], row["shorthand"]) for row in rows] == [("", "not_submitted", "[x]")]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("area=Quilshire", "unknown area 'Quilshire'; nearest: Quillshire (E10999001)"),
        ("area=E1099900", "nearest: "),
        ("area=", "unknown area ''"),
        ("", "unknown area ''"),
        ("area=Quillshire&indicator=dtoc_bed", "unknown indicator 'dtoc_bed'; nearest: dtoc_beds"),
        (
            "area=Quillshire&indicator=ae_attendances",
            "not published for Quillshire: no national file has it by council",
        ),
        ("area=%00", "unknown area"),
        ("area=England&indicator=%ff", "unknown indicator"),
    ],
)
def test_what_cannot_be_given_is_a_404_with_the_nearest_names_or_the_reason(client, query, said):
    answer = client.get(f"/export/series.csv?{query}")
    assert answer.status_code == 404
    assert answer.mimetype == "text/plain"
    assert said in answer.get_data(as_text=True)


@pytest.mark.parametrize("month", ["%EF%BC%92018-01", "%D9%A2%D9%A0%D9%A1%D9%A8-01"])
def test_a_month_in_digits_of_another_script_is_passed_over(client, month):
    assert client.get(f"/export/series.csv?area=England&from={month}").status_code == 200


@pytest.mark.parametrize("month", ["0000-01", "9999-12", "x", "2018-13", "", "'; DROP TABLE areas; --"])
def test_any_other_month_is_no_error(client, month):
    assert client.get("/export/series.csv", query_string={"area": "England", "from": month}).status_code == 200


PAYLOADS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "\t=1",
    "\r=1",
    "\n=1",
    "\x00=1",
    "|calc",
    " =1+1",
    "   +1",
    "\ufeff=1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
    '=HYPERLINK("http://x","y")',
    '"=1+1',
    "a,=1+1",
]


@pytest.mark.parametrize("payload", PAYLOADS, ids=repr)
def test_text_that_a_spreadsheet_would_run_is_defused(payload):
    found = safe(payload)
    assert not found.lstrip(" \ufeff").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0", "|", "\uff1d"))
    assert found.endswith(payload)


@pytest.mark.parametrize("value", ["Quillshire", "", None, "Bath and North East Somerset", "1-7", "a=b", "[x]"])
def test_harmless_text_is_left_alone(value):
    assert safe(value) == value


@pytest.mark.parametrize(("value", "written"), [(-1.5, -1.5), (3.0, 3), (-2.0, -2), (0.1, 0.1), (7, 7)])
def test_numbers_stay_numbers_and_whole_ones_have_no_point(value, written):
    assert (safe(value), type(safe(value))) == (written, type(written))


def test_a_hostile_name_arrives_defused_and_in_its_own_cell(client, monkeypatch):
    table = Table("x", "X", (Column("name", "Name", kind="text"),), tuple((payload,) for payload in PAYLOADS))
    monkeypatch.setitem(TABLES, "hostile", lambda view, window: table)
    text = client.get("/export/hostile.csv").get_data().decode("utf-8-sig")
    cells = [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert len(cells) == len(PAYLOADS)
    assert [cell.removeprefix("'") for cell in cells] == PAYLOADS
    assert not [cell for cell in cells if cell[:1] in "=+-@|"]


def test_every_area_can_be_taken(client):
    view = serving.view()
    for area in areas.every(view):
        answer = client.get("/export/series.csv", query_string={"area": area.code, "from": "2018-01", "to": "2018-01"})
        (row,) = _rows(answer)
        assert (row["area_code"], row["period"]) == (area.code, "2018-01")
