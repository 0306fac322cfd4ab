"""Facts taken over from the build before: exactly those that would come out as they stand there."""

import dataclasses

import duckdb
import pytest

from etl import build, carrying, made_by, names, readings, selection
from tests.spec.discharges import HEAD, every_day, report
from tests.spec.tiny import NOW, councils, emergency, england, made, population
from warehouse import tables
from warehouse.builds import Builds

MARCH = """
period  | nhs | ons       | name    | value
2018-03 |     |           | England | 50
2018-03 | 801 | E10999001 | Alder   | 31
2018-03 | 802 | E10999002 | Beech   | 19
"""
APRIL = MARCH.replace("2018-03", "2018-04")
WITHOUT_CODES = MARCH.replace("E10999001", "         ").replace("E10999002", "         ").replace("2018-03", "2014-03")
SERIES = "period | value\n2018-03 | 50\n2018-04 | 50"


def _rows(name, table):
    """All rows; not the moment in which each file was fetched."""
    return f"SELECT {'* EXCLUDE (retrieved_at)' if table == 'snapshots' else '*'} FROM {name}.{table}"


@pytest.fixture
def staged(monkeypatch):
    """Snapshots whose facts were written anew, each once a build."""
    seen = []
    anew = carrying.Before.lacks

    def lacks(self, every):
        found = anew(self, every)
        seen.append({release.snapshot.file.name for _, release in found})
        return found

    monkeypatch.setattr(carrying.Before, "lacks", lacks)
    return lambda: seen[-1]


def same(one, other):
    """Whether two builds hold the same rows in every table and mart."""
    with duckdb.connect() as connection:
        for name, made_build in (("a", one), ("b", other)):
            connection.execute(f"ATTACH '{made_build.file}' AS {name} (READ_ONLY)")
        return [
            table
            for table in (*tables.TABLE_BY_NAME, *tables.MARTS)
            for x, y in (("a", "b"), ("b", "a"))
            if connection.execute(f"SELECT 1 FROM ({_rows(x, table)} EXCEPT ALL {_rows(y, table)}) LIMIT 1").fetchall()
        ] == []


def test_only_what_is_new_is_written_anew(tmp_path, staged):
    first = [*councils(MARCH), *england(SERIES), *population("year | ons | age | value\n2017 | E10999001 | 40 | 9")]
    made(tmp_path / "on", *first)
    on = made(tmp_path / "on", *first, *councils(APRIL))
    assert staged() == {councils(APRIL)[0].snapshot.file.name}
    made(tmp_path / "on", *first, *councils(APRIL))
    assert staged() == set()
    assert same(on, made(tmp_path / "anew", *first, *councils(APRIL)))


def test_a_version_more_and_another_that_speaks_change_no_rows_of_their_own(tmp_path, staged):
    first = [*councils(MARCH)]
    second = [*councils(MARCH, current=False), *councils(MARCH.replace("31", "33"), revised="2018-12-13")]
    on = made(tmp_path / "on", *first) and made(tmp_path / "on", *second)
    assert staged() == {"LA-Type-B-2018-032018-12-13.xls"}
    assert same(on, made(tmp_path / "anew", *second))


def test_a_file_whose_codes_another_one_explains_is_written_anew_when_that_one_comes(tmp_path, staged):
    first = [*councils(WITHOUT_CODES), *england("period | value\n2014-03 | 50")]
    on = made(tmp_path / "on", *first) and made(tmp_path / "on", *first, *councils(MARCH))
    assert staged() == {"LA-Type-B-2014-03.xls", "LA-Type-B-2018-03.xls"}
    assert same(on, made(tmp_path / "anew", *first, *councils(MARCH)))


def test_another_day_of_issue_for_the_same_bytes_is_written_anew(tmp_path, staged):
    (one,) = emergency("period | measure | value\n2018-03 | ae_attendances | 7")
    later = selection.Release(one.snapshot, one.parsed, one.current, NOW.date())
    undated = [selection.Release(r.snapshot, _undated(r.parsed), r.current, r.uploaded) for r in (one, later)]
    on = made(tmp_path / "on", undated[0]) and made(tmp_path / "on", undated[1])
    assert staged() == {one.snapshot.file.name}
    assert same(on, made(tmp_path / "anew", undated[1]))


def _undated(parsed):
    return dataclasses.replace(parsed, published=None)


@pytest.mark.parametrize("what", ["code", "layouts"])
def test_with_other_code_or_layouts_everything_is_written_anew(tmp_path, staged, monkeypatch, what):
    first = [*councils(MARCH), *england(SERIES)]
    made(tmp_path / "on", *first)
    monkeypatch.setattr(made_by, "_code" if what == "code" else "reading", lambda: "other")
    made(tmp_path / "on", *first, *councils(APRIL))
    assert len(staged()) == 3


def test_a_build_before_that_was_damaged_gives_nothing(tmp_path, staged):
    first = [*councils(MARCH), *england(SERIES)]
    before = made(tmp_path / "on", *first)
    body = bytearray(before.file.read_bytes())
    body[len(body) // 2] ^= 1
    before.file.write_bytes(body)
    on = made(tmp_path / "on", *first, *councils(APRIL))
    assert len(staged()) == 3
    assert same(on, made(tmp_path / "anew", *first, *councils(APRIL)))


def test_a_build_before_that_cannot_give_what_it_should_is_done_without(tmp_path, staged, monkeypatch):
    first = [*councils(MARCH), *england(SERIES)]
    before = made(tmp_path / "on", *first)
    monkeypatch.setattr(Builds, "whole", lambda *_: True)
    before.file.write_bytes(b"no warehouse" * 1000)
    on = made(tmp_path / "on", *first, *councils(APRIL))
    assert len(staged()) == 3
    assert same(on, made(tmp_path / "anew", *first, *councils(APRIL)))


def test_facts_that_were_left_out_are_asked_for_only_where_they_are_needed(tmp_path):
    march, april, series = councils(MARCH)[0], councils(APRIL)[0], england(SERIES)[0]
    made(tmp_path / "on", march, series)
    asked = []

    def again(releases):
        asked.extend(one.snapshot.file.name for one in releases)
        return [{march.snapshot.id: march, april.snapshot.id: april}[one.snapshot.id].parsed for one in releases]

    light = [selection.Release(r.snapshot, readings.without_facts(r.parsed), r.current) for r in (march, april)]
    by_source = {"dtoc_councils": light, "dtoc_england": [series]}
    on = build.write(Builds(tmp_path / "on"), build.Plan("live", "r2", NOW, by_source, again))
    assert asked == [april.snapshot.file.name]
    assert same(on, made(tmp_path / "anew", march, april, series))


def test_a_build_is_never_made_without_the_facts_of_a_file(tmp_path):
    (march,) = councils(MARCH)
    light = selection.Release(march.snapshot, readings.without_facts(march.parsed), march.current)
    with pytest.raises(build.BuildRefused, match="has no facts to build from"):
        made(tmp_path, light)
    assert Builds(tmp_path).all() == []


def test_marks_do_not_depend_on_whether_facts_are_at_hand():
    every = [(r.snapshot.source, r) for r in (*councils(MARCH), *england(SERIES), _report("2024-01"))]
    light = [(s, selection.Release(r.snapshot, readings.without_facts(r.parsed), r.current)) for s, r in every]
    assert any(r.parsed.left_out for _, r in light)
    assert carrying.marks(every, names.learnt(every)) == carrying.marks(light, names.learnt(light))


def test_months_of_discharge_reports_are_made_of_the_new_file_only(tmp_path, staged):
    first = [_report("2024-01"), _report("2024-02")]
    on = made(tmp_path / "on", *first) and made(tmp_path / "on", *first, _report("2024-03"))
    assert staged() == {_report("2024-03").snapshot.file.name}
    assert same(on, made(tmp_path / "anew", *first, _report("2024-03")))


def test_a_provider_that_moved_to_another_board_is_counted_anew(tmp_path, staged):
    first = [_report("2024-01", icb="")]
    on = made(tmp_path / "on", *first) and made(tmp_path / "on", *first, _report("2024-02"))
    assert len(staged()) == 2, "the board of the first file's provider comes from the second file"
    assert same(on, made(tmp_path / "anew", *first, _report("2024-02")))


def _report(month, icb="DMI01"):
    lines = [every_day("DMT01", month, [3, 5], "nctr_patients"), every_day("England", month, [3, 5], "nctr_patients")]
    found = report(HEAD + "\n".join(lines), published=f"{month}-28")
    listed = {**found.parsed.tables["organisations"], "icb_code": [icb]}
    tables_of = {**found.parsed.tables, "organisations": listed}
    return dataclasses.replace(found, parsed=dataclasses.replace(found.parsed, tables=tables_of))


def test_every_table_of_facts_is_one_that_can_be_taken_over():
    named = {table.name for table in tables.TABLES if {"value", "snapshot_id"} <= {c.name for c in table.columns}}
    assert {table.name for table in tables.FACTS} == named
