"""An opened build is locked down: nothing else can be read, nothing written, no setting changed."""

import pytest

from warehouse.engines.duckdb import EngineError


@pytest.fixture(scope="module")
def outside(tmp_path_factory):
    """A folder with a file that the database must not reach."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.csv").write_text("a,b\n1,2\n")
    (folder / "secret.json").write_text('[{"a": 1}]')
    return folder


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH '{folder}/other.duckdb' AS other",
        "SELECT * FROM read_csv('{folder}/secret.csv')",
        "SELECT * FROM read_json('{folder}/secret.json')",
        "SELECT * FROM read_text('{folder}/secret.csv')",
        "SELECT * FROM read_blob('{folder}/secret.csv')",
        "SELECT * FROM '{folder}/secret.csv'",
        "SELECT * FROM glob('{folder}/*')",
        "COPY (SELECT 1) TO '{folder}/out.csv'",
        "COPY national.areas TO '{folder}/out.parquet'",
        "EXPORT DATABASE '{folder}/out'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM 'https://127.0.0.1:9/a.csv'",
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET enable_external_access",
        "SET memory_limit = '64GB'",
        "SET threads = 64",
        "PRAGMA threads = 64",
        "SET python_enable_replacements = true",
    ],
)
def test_a_statement_that_reaches_outside_or_changes_a_setting_is_refused(demo, outside, sql):
    with pytest.raises(EngineError):
        demo.rows(sql.format(folder=outside))
    assert sorted(file.name for file in outside.iterdir()) == ["secret.csv", "secret.json"]


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO national.areas SELECT * FROM national.areas",
        "UPDATE national.delays SET value = 0",
        "DELETE FROM national.delays",
        "DROP TABLE national.areas",
        "CREATE TABLE national.extra (a INTEGER)",
        "ALTER TABLE national.areas ADD COLUMN extra INTEGER",
    ],
)
def test_the_build_cannot_be_changed(demo, sql):
    before = demo.rows("SELECT COUNT(*), SUM(value) FROM national.delays")
    with pytest.raises(EngineError):
        demo.rows(sql)
    assert demo.rows("SELECT COUNT(*), SUM(value) FROM national.delays") == before


def test_variables_of_the_program_are_no_tables(demo):
    secret = [{"a": 1}]
    assert secret
    with pytest.raises(EngineError):
        demo.rows("SELECT * FROM secret")


def test_the_settings_are_those_that_were_locked(demo):
    names = ("enable_external_access", "lock_configuration", "threads", "autoload_known_extensions")
    rows = demo.rows(
        "SELECT name, value FROM duckdb_settings() WHERE name = ANY($names) ORDER BY name", {"names": list(names)}
    )
    assert dict(rows) == {
        "autoload_known_extensions": "false",
        "enable_external_access": "false",
        "lock_configuration": "true",
        "threads": "1",
    }
