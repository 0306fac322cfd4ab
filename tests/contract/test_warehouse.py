"""Every table and mart is declared, built and keyed as declared; every indicator has an answer."""

import pytest

from domain import areas
from domain.indicators import DELAYS, INDICATORS
from warehouse import tables
from warehouse.engines.duckdb import MARTS_FOLDER
from warehouse.queries import areas as area_queries
from warehouse.queries.series import Ask, NotPublished, check, series
from warehouse.tables import MARTS, TABLES

each_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)
each_table = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def test_each_mart_file_is_listed_and_each_listed_mart_has_its_file():
    assert sorted(file.stem for file in MARTS_FOLDER.glob("*.sql")) == sorted(MARTS)


@pytest.mark.parametrize("mart", MARTS)
def test_a_mart_says_what_it_is_and_makes_one_table_of_its_name(mart):
    sql = (MARTS_FOLDER / f"{mart}.sql").read_text("utf-8")
    assert sql.startswith("-- ")
    assert sql.count("CREATE TABLE ") == 1
    assert f"CREATE TABLE {mart} AS" in sql


@pytest.mark.parametrize("mart", MARTS)
@pytest.mark.parametrize("word", ["QUALIFY", "::", "GROUP BY ALL"])
def test_marts_keep_to_portable_sql(mart, word):
    assert word not in (MARTS_FOLDER / f"{mart}.sql").read_text("utf-8").upper()


def test_every_declared_table_is_in_the_list():
    declared = {value.name for value in vars(tables).values() if isinstance(value, tables.Table)}
    assert declared == {table.name for table in TABLES}


def _columns(view) -> dict[str, list[str]]:
    rows = view.rows(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE database_name = 'national' ORDER BY 1, column_index"
    )
    found: dict[str, list[str]] = {}
    for table, column in rows:
        found.setdefault(table, []).append(column)
    return found


def test_a_build_holds_the_tables_and_marts_and_nothing_else(demo):
    assert set(_columns(demo)) == {table.name for table in TABLES} | set(MARTS)


@each_table
def test_a_table_is_built_with_its_columns_and_holds_rows(demo, table):
    assert _columns(demo)[table.name] == [column.name for column in table.columns]
    held = demo.rows(f"SELECT COUNT(*) FROM national.{table.name}")[0][0]
    assert held or table.name == "corrections"  # no published cell is known to be wrong


@each_table
def test_the_key_of_a_table_is_unique_and_never_empty(demo, table):
    key = ", ".join(table.key)
    twice = f"SELECT {key} FROM national.{table.name} GROUP BY {key} HAVING COUNT(*) > 1"
    empty = " OR ".join(f"{column} IS NULL" for column in table.key)
    assert demo.rows(twice) == []
    assert demo.rows(f"SELECT COUNT(*) FROM national.{table.name} WHERE {empty}") == [(0,)]


@each_table
def test_every_column_says_what_it_holds(table):
    assert all(column.doc for column in table.columns)
    assert set(table.key) <= {column.name for column in table.columns}


@each_indicator
def test_an_indicator_answers_for_england_in_every_month(demo, indicator):
    found = series(demo, Ask(indicator.id), [areas.ENGLAND])
    months = [one.period for one in found]
    assert (months[0], months[-1], len(months)) == ("2015-04", "2019-03", 48)
    for one in found:
        # a rate needs a population at most two years away; demonstration years are 2014 to 2018
        assert one.value is not None
        assert one.value >= 0
        assert one.unit == indicator.unit
        assert one.status
        assert one.vintage
        assert one.source
        assert one.snapshot_id


@each_indicator
@pytest.mark.parametrize("kind", [areas.REGION, areas.COUNCIL])
def test_an_indicator_answers_below_england_or_says_where_it_is(demo, indicator, kind):
    area = area_queries.every(demo, kind)[0]
    if indicator.family == DELAYS:
        check(Ask(indicator.id), area)
        assert series(demo, Ask(indicator.id), [area.code])
        return
    with pytest.raises(NotPublished, match=f"ask for England \\({areas.ENGLAND}\\)"):
        check(Ask(indicator.id), area)
