"""``python -m warehouse series`` for the discharge reports."""

import json
import shutil

import pytest

from tests.unit.warehouse.commands import run
from warehouse.queries.discharge import Ask, series

FIELDS = ["area_code", "period", "value", "unit", "status", "vintage", "source", "series", "days", "organisations"]
TRUST = "DMT05"


@pytest.fixture(scope="module")
def data_dir(demo_root, tmp_path_factory):
    """A copy of the demonstration data."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(demo_root, folder / "demo")
    return folder


def ask(data_dir, *more, indicator="nctr_remaining", area=("England",)):
    chosen = [part for name in area for part in ("--area", name)]
    return run(data_dir, "series", "--indicator", indicator, *chosen, *more)


def test_one_row_a_month_with_what_is_behind_it(data_dir):
    answer = ask(data_dir, "--from", "2022-04", "--to", "2022-06")
    assert answer.code == 0
    assert answer.out.splitlines()[0] == ",".join(FIELDS)
    assert [row["period"] for row in answer.rows] == ["2022-04", "2022-05", "2022-06"]
    first = answer.rows[0]
    assert (first["area_code"], first["unit"], first["series"]) == ("E92000001", "people per day", "time_series")
    assert (first["days"], first["organisations"]) == ("30", "18")
    assert "Demonstration data, not real figures." in answer.err
    assert "Not comparable with delayed transfers of care" in answer.err


def test_an_organisation_is_found_by_code_and_by_name(data_dir, demo):
    by_code = ask(data_dir, "--format", "json", area=[TRUST])
    name = demo.rows("SELECT name FROM national.organisations WHERE code = 'DMT05'")[0][0]
    assert json.loads(ask(data_dir, "--format", "json", area=[name]).out) == json.loads(by_code.out)
    found = json.loads(by_code.out)
    assert [row["days"] for row in found if row["period"] == "2022-08"] == [26]
    assert [row["value"] for row in found] == [f.value for f in series(demo, Ask("nctr_remaining"), [TRUST])]


def test_days_weeks_bases_pathways_and_settings_are_options(data_dir):
    day = ask(data_dir, "--grain", "day", "--from", "2022-08", "--to", "2022-08", area=[TRUST])
    assert len(day.rows) == 31
    assert [row["value"] for row in day.rows if row["status"] == "not_submitted"] == [""] * 5
    weeks = ask(data_dir, "--grain", "week", "--from", "2022-08", "--to", "2022-08", indicator="bed_days_21plus")
    assert [row["period"][-2:] for row in weeks.rows] == ["01", "08", "15", "22", "29"]
    assert ask(data_dir, "--basis", "balanced").rows != ask(data_dir).rows
    shares = [ask(data_dir, "--pathway", f"p{n}", indicator="discharge_pathway_share").rows for n in range(4)]
    assert all(sum(float(row["value"]) for row in month) == pytest.approx(100) for month in zip(*shares, strict=True))
    community = ask(data_dir, "--setting", "community").rows
    assert (len(community), community[0]["source"]) == (6, "discharge_community")


def test_all_is_england_and_every_organisation(data_dir):
    codes = {row["area_code"] for row in ask(data_dir, "--from", "2022-05", "--to", "2022-05", area=["all"]).rows}
    assert len(codes) == 1 + 3 + 9 + 18


REFUSED = {
    "an unknown organisation": ({"area": ["Nowhere"]}, "unknown organisation 'Nowhere'"),
    "a council": ({"area": ["Quillshire"]}, "not published for a council"),
    "a body": ({"more": ("--body", "nhs")}, "has no body, reason or care"),
    "no pathway": ({"indicator": "discharge_pathway_share"}, "needs a pathway, P0 to P3"),
    "days of bed days": ({"indicator": "bed_days_7plus", "more": ("--grain", "day")}, "has no days"),
    "a setting of delays": ({"indicator": "dtoc_beds", "more": ("--setting", "community")}, "has no setting, basis"),
    "a slip of the pen": ({"indicator": "nctr_remainig"}, "unknown indicator 'nctr_remainig'; nearest: nctr_remaining"),
}


@pytest.mark.parametrize(("asked", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_answered_ends_with_2_and_says_why(data_dir, asked, said):
    answer = ask(data_dir, *asked.pop("more", ()), **asked)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_months_that_are_not_held_are_named(data_dir):
    assert "nothing is held in this window" in ask(data_dir, "--from", "2030-01").err
