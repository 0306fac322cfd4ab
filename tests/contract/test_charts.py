"""Every chart shows the numbers of its table, every table reads as its rows, and every CSV holds them exactly.

Walks every page of the registry in views of several areas, one with months that were not submitted among them, so
a page or panel that is added is held to it without a word here.
"""

import csv
import functools
import io
import re

import dash
import pytest

from components.styleguide import specimens
from domain.demonstration import REGIONS
from exports.csv_files import safe
from panels.exports import TABLES
from tests.contract import drawn
from tests.unit.components import walk
from warehouse import serving

GAPS = "E09999012"  # two months were not submitted
VIEWS = (
    {},
    {"from": "2016-10", "to": "2018-01"},
    {"from": "2018-01", "to": "2018-01"},
    {"area": "England", "from": "2017-02", "to": "2018-01"},
    {"area": next(iter(REGIONS)), "compare": "england"},
    {"area": "Saltmarrow", "measure": "delayed_days", "as": "day", "limits": "all", "profile": "nhsr"},
    {"area": "E10999001", "compare": "region", "widened": "yes", "body": "nhs"},
    {"area": GAPS, "from": "2015-04", "to": "2019-03"},
    {"area": GAPS, "measure": "delayed_days", "as": "count", "limits": "all"},
    {"area": "E10999001", "rebase": "2018-01", "because": "a new ward", "author": "the analysts"},
    {"measure": "emergency_admissions", "limits": "all"},
    {"scheme_id": "S12", "scheme": "S07", "indicator": "I02"},
    {"scheme_id": "S17", "scheme": "S04"},
    {"measure": "nctr_remaining", "area": "DMT01", "limits": "all"},
    {"measure": "discharge_pathway_share", "pathway": "P1", "area": "DMI01", "compare": "england"},
    {"measure": "bed_days_14plus", "setting": "community"},
    {"measure": "ae_over_4h", "area": "DMR01"},
    {"measure": "dtoc_share_of_beds_pct", "area": "DMT01"},
    {"measure": "drd_bed_days", "as": "day"},
    {"measure": "nothing held", "area": "Nowhere", "from": "x"},
)
each_view = pytest.mark.parametrize("query", VIEWS, ids=lambda query: "-".join(query.values()) or "first")
CHARTED = {
    "home-delays",
    "home-admissions",
    "home-after",
    "home-pressure",
    "trends-control",
    "area-history",
    "area-rank",
    "area-care",
}


@functools.cache
def _walked(query):
    """Panels and offers of every page in a view, drawn once for all tests of it."""
    layouts = [page["layout"](**dict(query)) for page in dash.page_registry.values()]
    panels = [panel for layout in layouts for panel in drawn.panels(layout)]
    return panels, {href for layout in layouts for href in drawn.offers(layout)}


@pytest.fixture
def shown(client, query):
    """Every panel of every page in a view."""
    return _walked(tuple(query.items()))[0]


def _specimen(panel) -> bool:
    """The panel of the style guide is invented and offers another panel's CSV."""
    return drawn.words(specimens.panel().table) in panel.read


def _behind(panel):
    return specimens.panel().table if _specimen(panel) else panel.table(serving.view())


@each_view
def test_every_line_and_dot_of_a_chart_is_a_column_of_its_table(shown):
    for panel in shown:
        columns = drawn.amounts(_behind(panel))
        for figure in panel.figures:
            for trace in figure["data"]:
                if trace.get("yaxis", "y") != "y":
                    continue
                points = drawn.points(trace)
                fitting = [key for key, column in columns.items() if drawn.equals(points, column)]
                assert fitting or _names_its_level(trace), (panel.href, trace.get("name"), points)


def _names_its_level(trace) -> bool:
    """A target is one number on all its months, and its name says it."""
    levels = set(trace["y"])
    return len(levels) == 1 and f"{levels.pop():g}" in re.findall(r"[\d.]+", trace["name"])


@each_view
def test_a_column_that_is_drawn_is_drawn_in_every_month_that_the_table_holds(shown):
    for panel in shown:
        columns = drawn.amounts(_behind(panel))
        for figure in panel.figures:
            series = [
                drawn.points(trace) for trace in figure["data"] if trace.get("mode") != "markers" or "text" in trace
            ]
            for key, column in columns.items():
                parts = [points for points in series if drawn.equals(points, column)]
                months = {month for points in parts for month in points}
                if any(len(points) > len(column) / 2 for points in parts):
                    missing = {month for month, value in column.items() if value is not None} - months
                    assert not (missing - _unranked(panel)), (panel.href, key, missing)


def _unranked(panel) -> set[str]:
    """Councils without a rank stand in the table with the reason, and are no dot."""
    table = _behind(panel)
    keys = [column.key for column in table.columns]
    return {row[0] for row in table.rows if row[keys.index("rank")] == "no rank"} if "rank" in keys else set()


@each_view
def test_every_square_of_a_lane_is_a_rule_that_the_table_names(shown):
    for panel in shown:
        table = _behind(panel)
        if "rules" not in [column.key for column in table.columns]:
            continue
        named = dict(zip(table.column("period"), table.column("rules"), strict=True))
        for figure in panel.figures:
            for trace in figure["data"]:
                for month in {x[:7] for x in trace["x"]} if trace.get("yaxis") == "y2" else ():
                    count = sum(x.startswith(month) for x in trace["x"])
                    assert len(named[month].split(", ")) == count, (panel.href, month)


@each_view
def test_every_panel_has_a_table_that_reads_as_its_rows(shown):
    for panel in shown:
        if panel.name == "trends-several":
            continue  # charts of several series, with one table of what each may say beneath all of them
        expected = drawn.words(_behind(panel))
        assert any(_reads(read, expected) for read in panel.read), panel.href


def _reads(read, expected) -> bool:
    """Word for word, or, where rows are drawn in a way of their own, with every number of the row in it."""
    if read == expected:
        return True
    numbers = [[word for word in row if re.fullmatch(r"[\d,.\u2212+%\u00a0]+", word)] for row in expected]
    return len(read) == len(expected) and all(
        set(wanted) <= set(row) for row, wanted in zip(read, numbers, strict=True)
    )


@each_view
def test_every_csv_holds_the_rows_of_its_table_exactly(client, query):
    seen = set()
    for href in _walked(tuple(query.items()))[1]:
        name = href.split("?")[0].removeprefix("/export/").removesuffix(".csv")
        if name not in TABLES:
            continue
        table = drawn.Shown(name, href, (), ()).file(serving.view())
        head, *rows = csv.reader(io.StringIO(client.get(href).get_data().decode("utf-8-sig"), newline=""))
        assert head == [*(column.key for column in table.columns), "data", "build"]
        assert [row[:-2] for row in rows] == [[_written(value) for value in row] for row in table.rows], href
        seen.add(name)
    assert seen


def test_every_csv_is_offered_by_some_page(client):
    offered = {href for query in VIEWS for href in _walked(tuple(query.items()))[1]}
    assert {href.split("?")[0].removeprefix("/export/").removesuffix(".csv") for href in offered} >= set(TABLES)


def _written(value) -> str:
    return "" if value is None else str(safe(value))


def test_the_walk_meets_every_chart_that_is_known(client):
    found = {}
    for layout in [page["layout"]() for page in dash.page_registry.values()]:
        for panel in drawn.panels(layout):
            found[panel.name] = found.get(panel.name, 0) + len(panel.figures)
        graphs = len(walk.of(layout, "Graph"))
        assert sum(len(panel.figures) for panel in drawn.panels(layout)) == graphs, "a chart without a CSV"
    assert {name for name, count in found.items() if count} >= CHARTED


@pytest.mark.parametrize(("area", "gaps"), [(GAPS, 2), ("Saltmarrow", 0)])
def test_a_month_that_was_not_submitted_is_a_gap_in_the_chart_and_words_in_the_table(client, area, gaps):
    layout = dash.page_registry["pages.strategic.trends"]["layout"](area=area, limits="all")
    panel = next(panel for panel in drawn.panels(layout) if panel.name == "trends-control")
    (figure,) = panel.figures
    (line,) = [trace for trace in figure["data"] if "lines" in trace.get("mode", "") and len(trace["x"]) > 40]
    assert sum(value is None for value in line["y"]) == gaps
    assert sum("not submitted" in row for row in panel.read[0]) == gaps
