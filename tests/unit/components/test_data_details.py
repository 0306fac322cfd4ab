"""Sections of the data page: what failed, what was checked, what is not held, which files, which changes."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from components.data import details
from domain.area_changes import CHANGES
from tests.unit.components import walk
from warehouse.queries.checks import Difference
from warehouse.queries.coverage import AreaChangeRow
from warehouse.queries.freshness import File

NB = "\u00a0"


def test_a_refresh_without_failures_says_so():
    assert "Nothing failed in the last refresh" in walk.words(details.messages([]))


@pytest.mark.parametrize(
    ("about", "short"),
    [("https://www.example.org/a/LA-Type-B.xls?x=1", "LA-Type-B.xls"), ("dtoc_councils", "dtoc_councils")],
)
def test_a_failure_names_its_source_its_file_and_what_happened(about, short):
    (line,) = walk.of(details.messages([("dtoc_councils", about, "found x; expected y.")]), "Li")
    assert walk.words(line) == f"dtoc_councils: {short}found x; expected y."


def test_only_months_that_differ_stand_in_the_table_of_differences():
    drawn = details.checks([Difference("2019-01", 10.0, 10.0, 0.0), Difference("2019-02", 10.0, 7.0, -3.0)], 92)
    rows = walk.of(walk.of(drawn, "Tbody"), "Tr")
    assert [walk.words(row) for row in rows] == [f"February{NB}2019107\u22123"]
    assert "compared in 2 months and differs in 1" in walk.words(drawn)
    assert "each of the 92 council workbooks" in walk.words(drawn)


def test_without_a_difference_there_is_no_table():
    assert not walk.of(details.checks([Difference("2019-01", 10.0, 10.0, 0.0)], 1), "Table")


def test_months_and_returns_that_are_not_held_are_named_as_gaps():
    drawn = details.gaps(["2018-12", "2019-01"], [("2016-08", "Oldgate")])
    said = walk.words(drawn)
    assert f"No council workbook is held for 2 months: December{NB}2018 and January{NB}2019." in said
    assert f"August{NB}2016: Oldgate" in said
    assert "never as zero" in said


def test_one_gap_and_one_return_are_spoken_of_as_one():
    said = walk.words(details.gaps(["2018-12"], [("2016-08", "Oldgate")]))
    assert "1 months" not in said
    assert "1 returns" not in said


def test_a_complete_series_says_that_it_is():
    assert "held for every month" in walk.words(details.gaps([], []))


def test_every_file_says_whether_it_is_in_use_and_how_its_bytes_begin():
    loaded = datetime(2026, 11, 21, 12, 0)
    day = date(2019, 5, 9)

    def file(release, current):
        return File("s", "src", release, f"{release}.xls", "u", "abcdef0123456789", day, None, day, loaded, current)

    class Held:
        name, landing = "The series", "https://www.example.org/"

    drawn = details.files([("src", Held, [file("2019-03", True), file("series", False), file("2017", True)])])
    rows = [walk.words(row) for row in walk.of(walk.of(drawn, "Tbody"), "Tr")]
    assert rows[0].startswith(f"March{NB}20192019-03.xls9{NB}May{NB}2019no date21{NB}November{NB}2026in use")
    assert [row[-12:] for row in rows] == ["abcdef012345"] * 3
    assert "kept, an earlier version" in rows[1]
    assert "The series: 3 files" in walk.words(drawn)


def test_every_change_of_councils_says_what_may_be_carried_across():
    rows = [
        AreaChangeRow(date.fromisoformat(c.date), c.kind, before, c.before[before], after, c.after[after], c.order, "x")
        for c in CHANGES
        for before in c.before
        for after in c.after
    ]
    drawn = details.area_changes(rows)
    assert len(walk.of(walk.of(drawn, "Tbody"), "Tr")) == len(rows)
    assert f"{len(rows)} changes of codes since 2009" in walk.words(drawn)


@pytest.mark.parametrize(
    ("release", "said"),
    [("2018-01", f"January{NB}2018"), ("2018", "2018"), ("series", "series"), ("year 2020-21", "year 2020-21")],
)
def test_a_file_says_what_it_is_a_release_of(release, said):
    day = datetime(2026, 11, 21)
    file = File("1", "ascof", release, "a.ods", "https://www.gov.uk/a.ods", "f" * 64, None, None, day.date(), day, True)
    held = SimpleNamespace(name="ASCOF", landing="https://www.gov.uk")
    rows = walk.of(walk.of(details.files([("ascof", held, [file])]), "Tbody"), "Tr")
    assert walk.words(rows[0]).startswith(said)
