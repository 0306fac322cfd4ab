"""``python -m warehouse series``: figures from the command line."""

import json
import shutil

import pytest

from tests.spec.tiny import councils, made
from tests.unit.warehouse.commands import run
from warehouse.queries.series import Ask, series

FIELDS = ["area_code", "period", "value", "unit", "status", "vintage", "source"]
YEAR = ("--from", "2017-02", "--to", "2018-01")
ENGLAND, QUILLSHIRE, MERES = "E92000001", "E10999001", "E12999009"


@pytest.fixture(scope="module")
def data_dir(demo_root, tmp_path_factory):
    """A copy of the demonstration data."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(demo_root, folder / "demo")
    return folder


def ask(data_dir, *more, indicator="dtoc_beds", area=(ENGLAND,)):
    chosen = [part for name in area for part in ("--area", name)]
    return run(data_dir, "series", "--indicator", indicator, *chosen, *more)


def test_one_row_a_month_with_the_columns_of_the_contract(data_dir):
    answer = ask(data_dir, *YEAR)
    assert answer.code == 0
    assert answer.out.splitlines()[0] == ",".join(FIELDS)
    assert [row["period"] for row in answer.rows] == [f"2017-{m:02d}" for m in range(2, 13)] + ["2018-01"]
    first = answer.rows[0]
    assert (first["area_code"], first["unit"], first["source"]) == (ENGLAND, "people per day", "dtoc_england")
    assert (first["status"], first["vintage"]) == ("published", "2019-05-09")
    assert answer.err.splitlines() == ["Demonstration data, not real figures."]


def test_values_come_at_full_precision(data_dir, demo):
    printed = [row["value"] for row in ask(data_dir, *YEAR, "--body", "social_care").rows]
    found = [o.value for o in series(demo, Ask("dtoc_beds", "2017-02", "2018-01", body="social_care"), [ENGLAND])]
    assert [float(value) for value in printed] == found
    assert any(len(value.split(".")[-1]) > 10 for value in printed)


def test_whole_numbers_are_printed_whole(data_dir):
    values = [row["value"] for row in ask(data_dir, *YEAR, indicator="dtoc_days").rows]
    assert all(value.isdigit() for value in values)


def test_areas_may_repeat_by_code_or_by_name(data_dir):
    answer = ask(data_dir, *YEAR, "--reason", "dii", area=("quillshire", "The Meres", ENGLAND))
    assert answer.code == 0
    codes = [row["area_code"] for row in answer.rows]
    assert {code: codes.count(code) for code in codes} == {QUILLSHIRE: 12, MERES: 12, ENGLAND: 12}


def test_all_means_every_council_every_region_and_england(data_dir):
    answer = ask(data_dir, "--from", "2018-01", "--to", "2018-01", "--care", "acute", area=("all",))
    codes = [row["area_code"] for row in answer.rows]
    assert len(codes) == len(set(codes)) == 63 + 9 + 1
    assert {row["status"] for row in answer.rows} == {"published", "derived"}
    assert not [code for code in codes if code.startswith("99")]


def test_all_leaves_out_the_areas_for_which_a_figure_is_not_published(data_dir):
    answer = ask(data_dir, *YEAR, indicator="emergency_admissions", area=("ALL",))
    codes = {row["area_code"] for row in answer.rows}
    assert codes >= {ENGLAND, "DMR01", "DMI01", "DMT01"}
    assert not [code for code in codes - {ENGLAND} if code.startswith("E")]
    assert len([row for row in answer.rows if row["area_code"] == ENGLAND]) == 12


def test_a_trust_is_found_by_name_and_joined_with_the_one_it_took_over(data_dir):
    window = ("--from", "2017-09", "--to", "2017-10")
    name = "Wellandshire Hospitals NHS Foundation Trust"
    own, merged = (
        ask(data_dir, *window, *more, indicator="emergency_admissions", area=(name,)) for more in ((), ("--merged",))
    )
    assert [row["status"] for row in own.rows] == ["published", "published"]
    assert [row["status"] for row in merged.rows] == ["derived", "published"]
    assert int(merged.rows[0]["value"]) > int(own.rows[0]["value"])
    assert merged.rows[1] == own.rows[1]
    assert "with DMT41, before the merger" in merged.err


def test_json_holds_the_same_rows_as_csv(data_dir):
    chosen = ("--from", "2017-11", "--to", "2017-12", "--body", "nhs")
    as_csv = ask(data_dir, *chosen, area=("Oldgate",))
    as_json = json.loads(ask(data_dir, *chosen, "--format", "json", area=("Oldgate",)).out)
    assert [list(row) for row in as_json] == [FIELDS, FIELDS]
    assert [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in as_json
    ] == as_csv.rows
    assert (as_json[1]["value"], as_json[1]["status"]) == (None, "not_submitted")
    assert as_csv.rows[1]["value"] == ""


def test_a_council_left_out_of_its_region_is_named_beside_the_output(data_dir):
    answer = ask(data_dir, "--from", "2017-12", "--to", "2017-12", area=("Great Harbour",))
    assert "note: 1 of 12 councils not submitted" in answer.err
    assert len(answer.rows) == 1


def test_both_conventions_of_population_can_be_asked_for(data_dir):
    chosen = ("--from", "2018-02", "--to", "2018-02")
    rates = {
        convention: float(
            ask(data_dir, *chosen, "--convention", convention, indicator="dtoc_beds_per_100k_18plus").rows[0]["value"]
        )
        for convention in ("calendar", "ascof")
    }
    assert rates["ascof"] / rates["calendar"] == pytest.approx(1.006, abs=0.002)


def test_months_that_no_file_holds_have_no_row_and_are_named(tmp_path):
    table = "period | nhs | ons | name | value\n" + "\n".join(
        f"{month} | DM01 | {QUILLSHIRE} | Quillshire | 31" for month in ("2018-01", "2018-03", "2018-06")
    )
    made(tmp_path / "live", *councils(table))
    answer = run(tmp_path, "series", "--indicator", "dtoc_days", "--area", "Quillshire", sources="auto")
    assert [row["period"] for row in answer.rows] == ["2018-01", "2018-03", "2018-06"]
    assert answer.err.splitlines() == ["not held: 2018-02, 2018-04, 2018-05"]
