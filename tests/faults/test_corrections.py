"""Reviewed corrections in a whole refresh: the guard holds, the change is told, and a mended cell is never changed."""

import io

import openpyxl
import pytest

from etl import correcting, corrections
from etl.corrections import Correction
from etl.problems import FileRefused
from etl.sources import ae_england
from etl.workbook import Workbook, a1
from tests.faults.figures import errors, view
from tests.faults.refreshing import copy_of, from_folder
from warehouse.builds import Builds
from warehouse.queries.revised import since
from warehouse.queries.series import Ask, series

SHEET, INDICATOR, ENGLAND = "Activity", "dta_waits_12h", "E92000001"
TEXT = """source: ae_england
release: series
sheet: {sheet}
cell: {cell}
expect: {expect}
value: {value}
reason: A figure of the month before was typed again.
evidence: the publisher's notes of the month
reviewed: 2026-11-20
"""


def publication(demo_site):
    """The A&E series of the demonstration."""
    return next(file for file in demo_site.rglob("*.xls*") if "Time-Series" in file.name and "AE" in file.name)


@pytest.fixture(scope="module")
def cell(demo_site):
    """Name and number of a cell that no total hangs on: waits of over 12 hours in the last month."""
    file = publication(demo_site)
    rows = Workbook(file.read_bytes()).rows(SHEET)
    head = next(n for n, row in enumerate(rows) if "Period" in row)
    column = next(n for n, name in enumerate(rows[head]) if ">12 hours" in str(name).replace(" ", " "))
    last = max(n for n, row in enumerate(rows) if isinstance(row[column], float | int))
    return a1(last, column), int(rows[last][column])


@pytest.fixture
def room(tmp_path, monkeypatch):
    folder = tmp_path / "corrections"
    folder.mkdir()
    monkeypatch.setattr(corrections, "FOLDER", folder)
    return folder


@pytest.fixture
def root(demo_root, tmp_path):
    return copy_of(demo_root, tmp_path / "demo")


def put(room, cell, *, expect=None, value=None, name="waits.yml", sheet=SHEET):
    was = cell[1] if expect is None else expect
    (room / name).write_text(TEXT.format(sheet=sheet, cell=cell[0], expect=was, value=value or cell[1] + 500))


def last(root):
    return series(view(root), Ask(INDICATOR), [ENGLAND])[-1]


def states(root):
    return view(root).rows("SELECT correction, state, found, affected FROM national.corrections")


def test_a_correction_is_applied_marked_and_told(root, room, cell, demo_site):
    before = last(root)
    put(room, cell)
    code, report, told = from_folder(root, demo_site)
    after = last(root)
    assert (code, errors(told)) == (0, [])
    assert (after.value - before.value, before.status, after.status) == (500, "published", "corrected")
    assert after.note.endswith("corrected: A figure of the month before was typed again. (corrections/waits.yml)")
    assert states(root) == [("corrections/waits.yml", "applied", str(cell[1]), 1)]
    said = [message.text for _, message in told if message.about == "corrections/waits.yml"]
    assert len(said) == 1
    assert f"is taken as '{cell[1] + 500}' instead of '{cell[1]}' (1 values)" in said[0]
    assert report.changes["total"] == 1


def test_no_other_value_is_another_one(root, room, cell, demo_site):
    put(room, cell)
    from_folder(root, demo_site)
    found = since(view(root))
    assert [(one.measure, one.period) for one in found.largest] == [(INDICATOR, last(root).period)]


def test_a_cell_that_the_publisher_mended_is_left_alone_and_shouted_about(root, room, cell, demo_site):
    before = last(root)
    put(room, cell, expect=cell[1] - 7)
    code, _, told = from_folder(root, demo_site)
    assert code == 3
    ((about, text),) = errors(told)
    assert about == "corrections/waits.yml"
    assert f"found '{cell[1]}'; expected '{cell[1] - 7}'. The correction is not applied" in text
    assert "delete the correction" in text
    assert (last(root).value, last(root).status) == (before.value, before.status)
    assert states(root) == [("corrections/waits.yml", "mended", str(cell[1]), 0)]
    code, _, told = from_folder(root, demo_site)
    assert (code, [about for about, _ in errors(told)]) == (3, ["corrections/waits.yml"])


@pytest.mark.parametrize(("where", "sheet"), [("ZZ9999", SHEET), (None, "Nowhere")])
def test_a_cell_that_is_not_there_is_shouted_about(root, room, cell, demo_site, where, sheet):
    put(room, (where or cell[0], cell[1]), sheet=sheet)
    code, _, told = from_folder(root, demo_site)
    assert code == 3
    assert "found 'no such cell'" in errors(told)[0][1]


def test_a_correction_with_which_the_file_fails_its_checks_is_not_applied(root, room, demo_site, cell):
    first = "C" + cell[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    file = publication(demo_site)
    expect = Workbook(file.read_bytes()).rows(SHEET)[int(first[1:]) - 1][2]
    put(room, (first, 0), expect=expect, value=expect + 9_999)
    code, _, told = from_folder(root, demo_site)
    assert code == 3
    assert "does not pass its checks with it, so it is not applied" in errors(told)[0][1]
    assert states(root)[0][1] == "unfit"


def test_a_correction_of_a_release_that_is_not_held_is_listed_as_such(root, room, cell, demo_site):
    put(room, cell)
    file = room / "waits.yml"
    file.write_text(file.read_text().replace("release: series", "release: 1999-01"))
    assert from_folder(root, demo_site)[0] == 0
    assert states(root) == [("corrections/waits.yml", "not_held", "", 0)]


def test_taking_a_correction_away_brings_the_published_value_back(root, room, cell, demo_site):
    before = last(root)
    put(room, cell)
    from_folder(root, demo_site)
    (room / "waits.yml").unlink()
    code, report, _ = from_folder(root, demo_site)
    assert (code, len(report.builds), last(root).value, last(root).status) == (0, 1, before.value, before.status)
    assert from_folder(root, demo_site)[1].builds == []


@pytest.mark.parametrize("text", ["source: nowhere\n", TEXT.format(sheet="x", cell="A1", expect=1, value=2), "\x00"])
def test_a_file_that_is_no_correction_stops_nothing(root, room, demo_site, text):
    (room / "odd.yml").write_text(text.replace("ae_england", "nowhere"))
    code, _, told = from_folder(root, demo_site)
    assert code == 3
    assert [about for about, _ in errors(told)] == ["corrections/odd.yml"]
    assert Builds(root).current() is not None


def test_a_file_that_fails_its_control_totals_passes_them_corrected(demo_site, cell):
    row = int(cell[0].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    data, source = publication(demo_site).read_bytes(), ae_england.SOURCE
    book = openpyxl.load_workbook(io.BytesIO(data))
    right, book[SHEET].cell(row, 3).value = book[SHEET].cell(row, 3).value, 7
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(FileRefused):
        correcting.read(source, out.getvalue(), ())
    made = Correction("x.yml", "ae_england", "series", SHEET, f"C{row}", "7", str(right), "why", "where", "when")
    found = correcting.read(source, out.getvalue(), (made,))
    assert found.tables == correcting.read(source, data, ()).tables
    (one,) = found.corrected
    ((table, rows),) = one.rows
    assert (one.state, table, len(rows)) == ("applied", "emergency_care", 1)
    assert found.tables["emergency_care"]["value"][rows[0]] == right
