"""CSV files of a pack: tidy, described column by column, and marked as what they are."""

import json
import re

import pytest

from exports.pack import Absent
from tests.unit.exports import made


@pytest.fixture(params=["council", "england"])
def case(request):
    """A pack with its files."""
    return request.getfixturevalue(request.param), request.getfixturevalue(f"{request.param}_files")


def _names(files):
    return sorted(name.removesuffix(".csv") for name in files if name.endswith(".csv"))


def test_every_table_is_a_csv_with_its_metadata(case):
    pack, files = case
    assert _names(files) == sorted(table.name for table in pack.tables)
    assert {f"{name}.csv-metadata.json" for name in _names(files)} == {name for name in files if "metadata" in name}


def test_metadata_describe_exactly_the_columns_of_the_file(case):
    _, files = case
    for name in _names(files):
        rows = made.rows_of(files[f"{name}.csv"])
        described = json.loads(files[f"{name}.csv-metadata.json"])["tableSchema"]["columns"]
        assert list(rows[0]) == [column["name"] for column in described]
        assert all(column["titles"] and column["dc:description"] for column in described)
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", column["name"]) for column in described)
        assert all(column.get("unit") for column in described if column["datatype"] == "number")


def test_metadata_name_area_month_build_vintage_source_and_licence(case):
    pack, files = case
    for name in _names(files):
        found = json.loads(files[f"{name}.csv-metadata.json"])
        assert next(iter(found.items())) == ("demonstration_data", "Demonstration data — not real figures.")
        assert found["area"]["code"] == pack.area.code
        assert (found["month"], found["build"], found["dc:license"]) == (pack.month, pack.build, pack.licence)
        assert "invented" in found["dc:license"]
        assert found["source"]
        assert found["vintage"] or name == "files"


def test_every_row_says_which_area_which_build_and_that_it_is_invented(case):
    pack, files = case
    for name in _names(files):
        for row in made.rows_of(files[f"{name}.csv"]):
            assert (row["area_code"], row["area_name"], row["build"]) == (pack.area.code, pack.area.name, pack.build)
            assert row["data"] == "Demonstration data — not real figures"


def test_numbers_are_at_full_precision_and_a_gap_is_empty(case):
    pack, files = case
    for table in pack.tables:
        for row, written in zip(table.rows, made.rows_of(files[f"{table.name}.csv"]), strict=True):
            for column, value in zip(table.columns, row, strict=True):
                if isinstance(value, Absent):
                    assert written[column.key] == ""
                elif column.kind == "number":
                    assert float(written[column.key]) == value
                else:
                    assert written[column.key] == value


def test_only_the_formats_that_are_asked_for_are_made(council):
    from exports.writing import contents

    assert sorted(contents(council, ["xlsx"])) == ["manifest.json", "pack.xlsx"]
    assert not [name for name in contents(council, ["csv"]) if name.endswith(".xlsx")]
