"""Packs of councils whose place uploaded: its sheets, both builds, its files, and nothing that runs as a formula."""

import dataclasses
import json
import time

import pytest
from openpyxl.utils.escape import unescape

from exports import beside, library, manifest, money_sheets
from exports.csv_files import LOCAL, rows
from exports.pack import FORMATS
from exports.writing import contents
from exports.xlsx import workbook
from panels.board.board import board
from panels.schemes.scope import where
from tests.unit.exports import made
from tests.unit.exports.test_payloads import PAYLOADS, STARTS

TABLES = ("board", "schemes", "verdicts", "decisions", "spend", "targets")
SHEETS = ("Board", "Schemes", "Verdicts", "Decisions", "Spend", "Plan against actual")


@pytest.fixture(scope="module")
def local(partnership):
    return made.pack(partnership, "Quillshire", "2019-03")


@pytest.fixture(scope="module")
def files(local):
    return contents(local, FORMATS)


def test_a_council_of_a_place_has_the_sheets_and_others_have_none(partnership, local, files):
    assert all(local.table(name) and f"{name}.csv" in files for name in TABLES)
    book = made.book_of(files["pack.xlsx"])
    assert set(SHEETS) <= set(book.sheetnames)
    assert book.sheetnames.index("Board") == book.sheetnames.index("Headline") + 1
    other = made.pack(partnership, "Oldgate", "2019-03")
    assert not [name for name in TABLES if other.table(name)]
    assert other.build == partnership.id


def test_every_sheet_of_the_place_names_both_builds_the_files_and_whose_schemes(partnership, local, files):
    book = made.book_of(files["pack.xlsx"])
    for name in SHEETS:
        above = " ".join(str(row[0].value) for row in book[name].iter_rows(max_row=14) if row[0].value)
        assert f"local build {partnership.local.id}" in above
        assert "Upload of Three Meres Partnership, 2 files" in above
        assert "as seen at 2019-04" in above
        assert "No other filter" in above


def test_the_manifest_holds_both_builds_and_the_fingerprints_of_the_uploads(partnership, files):
    found = json.loads(files["manifest.json"])
    assert found["local_build"] == partnership.local.id
    assert found["national_build"] == partnership.id
    uploads = [one for one in found["sources"] if one["source"] == "upload"]
    assert [one["file_name"] for one in uploads] == ["three-meres-2019-04-1.xlsx", "three-meres-2019-04-2.xlsx"]
    assert all(len(one["sha256"]) == 64 for one in uploads)
    files_csv = made.rows_of(files["files.csv"])
    assert {one["sha256"] for one in uploads} <= {row["sha256"] for row in files_csv}


def test_schemes_and_verdicts_are_those_of_the_example(files):
    schemes = {row["scheme_id"]: row for row in made.rows_of(files["schemes.csv"])}
    assert len(schemes) == 19
    assert schemes["S12"]["verdict"] == "Substituted"
    assert float(schemes["S12"]["next_plan_gbp"]) == 500_000
    claims = {(row["scheme_id"], row["indicator_id"]): row for row in made.rows_of(files["verdicts.csv"])}
    placed = claims["S12", "I09"]
    assert (placed["verdict"], placed["design"], placed["unit"]) == ("Working", "interrupted time series", "%")
    assert float(placed["estimate"]) == pytest.approx(-42, abs=1.5)
    assert float(placed["lower"]) < float(placed["estimate"]) < float(placed["upper"]) < 0
    assert claims["S18", "I07"]["estimate"] == ""
    assert len([name for _, name in claims if name]) == 39


def test_money_decisions_and_targets_add_up(files):
    spend = made.rows_of(files["spend.csv"])
    plan = [float(one["amount_gbp"]) for one in spend if (one["version"], one["scope"]) == ("Plan", "Grant")]
    assert sum(plan) == 36e6
    decisions = made.rows_of(files["decisions.csv"])
    assert [one["scheme_id"] for one in decisions if one["state"] == "Proposed"] == ["S02", "S08", "S12", "S17"]
    assert len(made.rows_of(files["targets.csv"])) == 27


def test_local_figures_are_never_called_official(local):
    real = dataclasses.replace(local, mode="live")
    assert {row["data"] for row in made.rows_of(rows(real, real.table("spend")))} == {LOCAL}
    assert {row["data"] for row in made.rows_of(rows(real, real.table("by_body")))} == {"Official statistics"}


def test_the_same_builds_give_the_same_bytes(partnership, files):
    assert contents(made.pack(partnership, "Quillshire", "2019-03"), FORMATS) == files


def test_a_pack_with_schemes_takes_less_than_a_second(partnership, local):
    begun = time.process_time()
    contents(made.pack(partnership, "Ambermoor", "2019-03"), FORMATS)
    assert time.process_time() - begun < 1


def test_a_pack_of_an_earlier_upload_is_made_again(partnership, tmp_path):
    from exports.choice import choose

    areas = choose(partnership, ["Quillshire", "Oldgate"], "2019-03")
    assert {one.state for one in library.make(partnership, areas, "2019-03", tmp_path)} == {"made"}
    assert {one.state for one in library.make(partnership, areas, "2019-03", tmp_path)} == {"kept"}
    folder = tmp_path / "E10999001-2019-03"
    whole = {"mode": "demo", "formats": FORMATS}
    assert manifest.whole(folder, build=beside.build(partnership, "E10999001"), **whole)
    assert not manifest.whole(folder, build=f"{partnership.id}+a-later-upload", **whole)
    assert beside.build(partnership, areas[1].code) == partnership.id


@pytest.fixture(params=PAYLOADS, ids=repr)
def hostile(request, partnership, local):
    """The pack of a place that named its schemes, lines and indicators, and wrote its reasons, as a payload."""
    found, payload = board(partnership, where(partnership, {})), request.param
    held = dataclasses.replace(
        found.held,
        schemes=tuple(one._replace(name=payload) for one in found.held.schemes),
        lines=tuple(one._replace(name=payload, gains=payload) for one in found.held.lines),
        decisions=tuple(
            one._replace(reason=payload, alternative=payload, role=payload) for one in found.held.decisions
        ),
        indicators={name: one._replace(name=payload) for name, one in found.held.indicators.items()},
        verdicts=tuple(one._replace(why=payload, settle=payload) for one in found.held.verdicts),
        commentary=tuple(one._replace(text=payload) for one in found.held.commentary),
    )
    register = tuple(
        dataclasses.replace(line, scheme=line.scheme._replace(name=payload, gains=payload)) for line in found.register
    )
    due = tuple(one._replace(reason=payload, alternative=payload) for one in found.due)
    planned = tuple(one._replace(source=payload) for one in found.planned)
    late = tuple((kind, payload) for kind, _ in found.late)
    changed = dataclasses.replace(found, held=held, register=register, due=due, planned=planned, late=late)
    own = tuple(money_sheets.every(changed))
    kept = tuple(one for one in local.tables if one.name not in TABLES)
    return payload, dataclasses.replace(local, tables=(kept[0], *own, *kept[1:]))


def test_no_text_of_an_upload_becomes_a_formula_or_a_link_in_the_workbook(hostile):
    payload, pack = hostile
    book = made.book_of(workbook(pack))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    assert not [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target]
    written = [unescape(cell.value) for cell in cells if isinstance(cell.value, str)]
    assert len([value for value in written if payload.strip()[-3:] in value]) > 100


def test_no_text_of_an_upload_begins_a_cell_of_the_csv_as_a_formula(hostile):
    _, pack = hostile
    for name in TABLES:
        table = pack.table(name)
        numbers = {column.key for column in table.columns if column.kind == "number"}
        for row in made.rows_of(rows(pack, table)):
            assert not [
                key for key, value in row.items() if key not in numbers and value.lstrip(" \ufeff").startswith(STARTS)
            ]
            assert all(not value or float(value) is not None for key, value in row.items() if key in numbers)
