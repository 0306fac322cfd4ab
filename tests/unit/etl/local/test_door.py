"""The door: what is accepted counts, nothing is left naming nothing, an undo is safe, and a build follows."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from etl.local import build, door, left, minimum
from etl.local.journal import Damaged, Journal
from etl.local.parse import parse
from etl.locks import AnotherIsRunning, only_one
from etl.problems import FileRefused
from tests.unit.etl.local.sheets import ABOUT, AREAS, CODE, ROWS, book, edited
from warehouse.builds import Builds
from warehouse.reader import Reader

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def root(demo_root, tmp_path):
    """National demonstration figures, and no upload yet."""
    name = Builds(demo_root).current_id()
    shutil.copytree(demo_root / "builds" / name, tmp_path / "demo" / "builds" / name)
    shutil.copy(demo_root / "CURRENT", tmp_path / "demo" / "CURRENT")
    return tmp_path / "demo"


def accept(root, rows=None, about=ABOUT, *, at=0, **more):
    return door.accept(root, book(rows, about), "book.xlsx", now=NOW + timedelta(minutes=at), **more)


def counted(root, table):
    return Reader(root).view().rows(f"SELECT COUNT(*) FROM local.{table}")[0][0]


def test_what_was_accepted_is_in_the_build_that_is_served(root):
    kept = accept(root)
    assert counted(root, "schemes") == 2
    assert Journal(root).file(kept.id).read_bytes() == book()
    assert kept.counts == {"added": sum(map(len, ROWS.values())), "changed": 0, "removed": 0}
    assert not build.behind(root)


def test_a_check_changes_nothing(root):
    before = sorted(str(file) for file in root.rglob("*"))
    checked = door.check(root, book(), "book.xlsx")
    after = sorted(str(file) for file in root.rglob("*"))
    assert not checked.errors
    assert [name for name in after if name not in before and "reader.log" not in name] == [str(root / "local")]


def test_a_sheet_without_rows_leaves_what_is_held(root):
    accept(root)
    accept(root, {"events": ROWS["events"]}, at=1)
    assert counted(root, "schemes") == 2


def test_the_difference_tells_rows_added_changed_and_removed(root):
    accept(root)
    first, second, third = ROWS["observations"]
    added = {**first, "period": "2018-06", "value": 0.0}
    rows = {"observations": ({**first, "value": None, "not_submitted": "yes"}, third, added)}
    (found,) = door.check(root, book(rows), "book.xlsx").differences
    assert (found.added, found.removed, found.same) == ((f"I1, {CODE}, 2018-06",), (f"I2, {CODE}, 2018-19 Q1",), 1)
    assert found.changed[0].fields == (("Value", 29.0, None), ("Not submitted", "no", "yes"))


def test_zero_and_an_empty_cell_are_a_change(root):
    accept(root)
    first, *rest = ROWS["outputs"]
    (found,) = door.check(root, book({"outputs": ({**first, "planned": 0.0}, *rest)}), "book.xlsx").differences
    assert found.changed[0].fields == (("Planned", 120.0, 0.0),)


def test_an_upload_that_meets_another_than_was_checked_is_stale(root):
    base = door.check(root, book(), "book.xlsx").base
    accept(root)
    with pytest.raises(door.Stale):
        accept(root, at=1, base=base)
    assert len(Journal(root).all()) == 1


def test_a_scheme_that_held_rows_name_cannot_be_left_out(root):
    accept(root)
    errors = door.check(root, book({"schemes": ROWS["schemes"][1:]}), "book.xlsx").errors
    assert {one.found for one in errors} >= {"no 'S1', which 2 rows held of 'Outputs' name"}
    with pytest.raises(door.NotAccepted):
        accept(root, {"schemes": ROWS["schemes"][1:]}, at=1)


def test_an_indicator_cannot_be_redefined_under_values_that_are_held(root):
    accept(root)
    first, *rest = ROWS["indicators"]
    rows = {"indicators": ({**first, "frequency": "quarter"}, *rest)}
    (error,) = door.check(root, book(rows), "book.xlsx").errors
    assert "I1 defined so that values held do not fit" in error.found
    assert (error.sheet, error.cell) == ("indicators", "B8")


def test_a_council_of_held_rows_cannot_be_dropped(root):
    accept(root)
    other = replace(ABOUT, area_codes=("E10999001", "E06999001"), place_name="Quillshire and Saltmarrow")
    accept(root, about=other, at=1)
    less = replace(other, area_codes=("E06999001", "E06999003"))
    errors = door.check(root, book({"events": ROWS["events"]}, less), "book.xlsx").errors
    assert any("no council E10999001" in one.found for one in errors)


def test_rows_of_a_council_of_another_place_are_refused(root):
    other = replace(ABOUT, area_codes=("E06999001",))
    (error, *_) = door.check(root, book(None, other), "book.xlsx").errors
    assert (error.found, error.expected) == (f"the council {CODE}", "a council of the place")


def test_a_file_without_a_row_or_without_a_place_is_told(root):
    nothing = door.check(root, book({}), "book.xlsx").errors
    assert [one.found for one in nothing] == ["no row to read on any sheet"]
    nobody = door.check(root, b"Date,Event\r\n2018-04-30,x\r\n", "events.csv").errors
    assert [one.found for one in nobody] == ["no place"]


def test_an_undo_brings_back_what_counted_before(root):
    accept(root)
    first, *rest = ROWS["observations"]
    second = accept(root, {"observations": ({**first, "value": 31.0}, *rest)}, at=1)
    assert door.held(root)[CODE].rows["observations"][0]["value"] == 31.0
    door.undo(root, second.id, NOW)
    assert door.held(root)[CODE].rows["observations"][0]["value"] == 29.0
    assert Journal(root).file(second.id).is_file()


def test_the_undo_of_the_only_upload_leaves_a_build_without_places_that_lists_it(root):
    kept = accept(root)
    door.undo(root, kept.id, NOW)
    assert (counted(root, "places"), counted(root, "schemes"), counted(root, "uploads")) == (0, 0, 1)


def test_an_upload_that_a_later_one_needs_cannot_be_taken_back_first(root):
    rows = dict(ROWS)
    values = rows.pop("observations")
    first = accept(root, rows)
    second = accept(root, {"observations": values}, at=1)
    with pytest.raises(door.NotAccepted, match="a later upload needs this one"):
        door.undo(root, first.id, NOW)
    door.undo(root, second.id, NOW)
    door.undo(root, first.id, NOW)


def test_the_order_of_uploads_holds_when_the_clock_was_put_back(root):
    accept(root, at=60)
    first, *rest = ROWS["observations"]
    accept(root, {"observations": ({**first, "value": 31.0}, *rest)}, at=0)
    assert door.held(root)[CODE].rows["observations"][0]["value"] == 31.0


def test_an_upload_that_cannot_be_read_any_more_is_never_passed_over(root):
    kept = accept(root)
    (Journal(root).folder / kept.id / "rows.json").write_text("{", "utf-8")
    with pytest.raises(Damaged, match=kept.id):
        Journal(root).all()


def test_an_upload_kept_before_a_field_was_declared_holds_its_default(root):
    kept = accept(root)
    file = Journal(root).folder / kept.id / "rows.json"
    file.write_text(file.read_text("utf-8").replace('"decimals": 1', '"gone": 1'), "utf-8")
    assert {row["decimals"] for row in door.held(root)[CODE].rows["indicators"]} == {1}


def test_an_upload_waits_for_another_and_then_says_so(root, monkeypatch):
    monkeypatch.setattr(door, "PATIENCE", 0.3)
    with only_one(root / "local"), pytest.raises(AnotherIsRunning):
        accept(root)


def test_a_reader_that_hangs_is_ended(root, monkeypatch):
    with pytest.raises(FileRefused, match="takes too long"):
        from etl.local import child

        child.read(book(), "book.xlsx", AREAS, log=root / "log", seconds=0.01)


def test_local_data_never_change_the_national_build(root):
    before = {file: file.stat().st_mtime_ns for file in (root / "builds").rglob("*")} | {root / "CURRENT": 0}
    accept(root)
    assert before.keys() == {*(root / "builds").rglob("*"), root / "CURRENT"}
    assert all(file.stat().st_mtime_ns == at for file, at in before.items() if at)


# -- the minimum set by size


def lacks(money, *, levels=("operational",), outputs=("planned", "actual")):
    first, *_ = ROWS["spend_lines"]
    kinds = [{**ROWS["indicators"][0], "indicator_id": f"X{n}", "level": level} for n, level in enumerate(levels)]
    rows = {
        "schemes": ROWS["schemes"][:1],
        "spend_lines": ({**first, "amount": float(money)},),
        "indicators": tuple(kinds),
        "links": tuple({**ROWS["links"][1], "indicator_id": one["indicator_id"]} for one in kinds),
        "outputs": tuple({**ROWS["outputs"][0], "planned": None, "actual": None, name: 1.0} for name in outputs),
    }
    return [(one.expected, one.level) for one in minimum.missing(parse(book(rows), "book.xlsx", AREAS), rows)]


@pytest.mark.parametrize(
    ("money", "levels", "outputs", "expected"),
    [
        (99_999, ("personal",), (), []),
        (99_999, (), (), ["an indicator at any level"]),
        (100_000, ("personal",), (), ["indicators at two levels"]),
        (499_999, ("personal", "strategic"), (), []),
        (500_000, ("personal", "strategic"), ("planned", "actual"), ["indicators at all three levels"]),
        (500_000, ("personal", "strategic", "operational"), ("planned", "actual"), []),
        (
            500_000,
            ("personal", "strategic", "operational"),
            ("planned",),
            ["outputs planned and delivered in 'Outputs'"],
        ),
    ],
)
def test_a_scheme_of_its_size_should_bring(money, levels, outputs, expected):
    assert lacks(money, levels=levels, outputs=outputs) == [(one, "checklist") for one in expected]


def test_a_line_that_stands_in_two_scopes_counts_once():
    first, *_ = ROWS["spend_lines"]
    rows = {"spend_lines": (first, {**first, "scope": "pooled_fund"}, {**first, "line_id": "B9", "amount": 5.0})}
    assert minimum.sizes(rows) == {"S1": 90_005.0}


def test_rows_that_name_nothing_are_found_among_all_rows():
    assert left.unnamed(ROWS) == []
    assert len(left.unnamed({**ROWS, "indicators": ROWS["indicators"][1:]})) == 3


def test_changes_through_a_workbook_program_are_read():
    def change(opened):
        opened["Schemes"]["C8"] = "Weekend service"

    assert parse(edited(change), "book.xlsx", AREAS).rows["schemes"][0]["name"] == "Weekend service"


def test_without_national_figures_nothing_is_read(tmp_path):
    with pytest.raises(FileRefused, match="no national figures"):
        door.check(tmp_path / "demo", book(), "book.xlsx")
