"""The trends page: what it draws, what its table says and what its file holds are the same numbers."""

import csv
import io
from urllib.parse import urlencode

import dash
import pytest

from components.trends import choice as choices
from domain.indicators import INDICATOR_BY_ID
from tests.unit.components import walk

QUILLSHIRE = "E10999001"
PHASE = {"rebase": "2018-06", "because": "=HYPERLINK(1)", "author": "@SUM(A1)"}
QUERIES = [
    {},
    {"area": QUILLSHIRE, "as": "day", "reason": "E"},
    {"area": QUILLSHIRE, "as": "rate", "compare": "region", "season": "removed"},
    {"area": QUILLSHIRE, "as": "day", "widened": "yes", **PHASE},
    {"measure": "ae_within_4h_pct", "profile": "nhsr", "season": "removed", "limits": "all"},
]
each_query = pytest.mark.parametrize("query", QUERIES, ids=urlencode)


def _page(query):
    return dash.page_registry["pages.strategic.trends"]["layout"](**query)


def _rows(client, query) -> list[dict[str, str]]:
    answer = client.get(f"/export/trends-control.csv?{urlencode(query)}")
    return list(csv.DictReader(io.StringIO(answer.get_data().decode("utf-8-sig"), newline="")))


def _figure(layout, part: str):
    return next(graph.figure for graph in walk.of(layout, "Graph") if graph.id == part)


def _indicator(query) -> str:
    return choices.Choice.parse(query).indicator


@each_query
def test_the_file_holds_what_the_chart_draws(client, query):
    rows, figure = _rows(client, query), _figure(_page(query), "trends-control-figure")
    column = "season_removed" if query.get("season") else _indicator(query)
    held = {row["period"]: round(float(row[column]), 2) for row in rows if row[column]}
    drawn = {}
    for trace in figure["data"]:
        if trace["mode"] == "lines" and trace["name"] in (rows[0]["area_name"], "History, no limits"):
            drawn |= {x[:7]: y for x, y in zip(trace["x"], trace["y"], strict=True) if y is not None}
    assert drawn == held
    published = [trace for trace in figure["data"] if trace["name"] == "As published"]
    assert bool(published) == bool(query.get("season"))
    for trace in published:
        values = [round(float(row[_indicator(query)]), 2) for row in rows]
        assert trace["y"] == values
    marked = next(trace for trace in figure["data"] if trace["name"] == "month that meets a rule")
    met = {row["period"] for row in rows if row["rules"] not in ("none", "no limits")}
    assert {x[:7] for x in marked["x"]} in (met, set())


@each_query
def test_the_file_holds_the_rows_of_the_table(client, query):
    rows, layout = _rows(client, query), _page(query)
    region = next(part for part in walk.every(layout) if getattr(part, "id", "") == "trends-control-table")
    lines = [walk.of(row, "Td") for row in walk.of(walk.of(region, "Tbody"), "Tr")]
    places = INDICATOR_BY_ID[_indicator(query)].decimals
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        said = walk.words(line[0]).replace(",", "")
        value = row[_indicator(query)]
        assert float(said) == pytest.approx(float(value), abs=0.51 * 10**-places) if value else said == "not held"
        assert walk.words(line[-1]) == row["rules"]


@each_query
def test_limits_of_every_phase_are_those_of_the_band(client, query):
    rows, figure = _rows(client, query), _figure(_page(query), "trends-control-figure")
    bands = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]
    phases = dict.fromkeys(row["phase"] for row in rows if row["phase"])
    assert len(bands) == len(phases)
    for band, phase in zip(bands, phases, strict=True):
        row = next(row for row in rows if row["phase"] == phase)
        wide = row.get("widened_upper_limit")
        assert band["y1"] == pytest.approx(float(wide or row["upper_limit"]))
        assert band["y0"] == pytest.approx(max(0.0, float(row.get("widened_lower_limit") or row["lower_limit"])))


def test_a_new_phase_is_printed_in_every_row_and_never_as_a_formula(client):
    rows = _rows(client, {"area": QUILLSHIRE, **PHASE})
    assert {row["rebase_month"] for row in rows} == {"2018-06"}
    assert {row["rebase_reason"] for row in rows} == {"'=HYPERLINK(1)"}
    assert {row["rebase_author"] for row in rows} == {"'@SUM(A1)"}
    assert [row["period"] for row in rows if row["phase"] == "2"][0] == "2018-06"


def test_without_a_new_phase_there_is_one_and_nobody_set_it(client):
    rows = _rows(client, {"area": QUILLSHIRE})
    assert {(row["rebase_month"], row["rebase_reason"], row["rebase_author"]) for row in rows} == {("", "", "")}
    assert {row["phase"] for row in rows} <= {"", "1"}


@pytest.mark.parametrize(("profile", "name"), [("interface", "Interface"), ("nhsr", "NHS-R")])
def test_the_rules_are_named_in_every_row(client, profile, name):
    rows = _rows(client, {"area": QUILLSHIRE, "profile": profile})
    assert {(row["profile"], row["multiplier"]) for row in rows} == {(name, "2.66")}


def test_a_removed_season_is_named_with_its_factors_and_months(client):
    rows = _rows(client, {"area": QUILLSHIRE, "season": "removed"})
    assert {(row["season"], row["season_from"], row["season_to"]) for row in rows} == {
        ("removed", "2015-04", "2019-03")
    }
    assert len({(row["period"][5:], row["season_factor"]) for row in rows}) == 12
    assert {row["season"] for row in _rows(client, {"area": QUILLSHIRE})} == {"as published"}


def test_tools_lead_to_the_same_rows_and_to_the_pack_of_the_month(client):
    layout = _page({"area": QUILLSHIRE, "to": "2018-01"})
    links = {part.id: part.href for part in walk.of(layout, "A") if getattr(part, "id", None)}
    assert links["trends-csv"] == links["trends-control-csv"]
    assert links["trends-pack"] == f"/snapshots?area={QUILLSHIRE}&month=2018-01"
    assert client.get(links["trends-pack"]).status_code == 200
