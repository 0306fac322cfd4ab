"""Panels of an area hold what the queries give, for demonstration and real figures."""

import json

import plotly.graph_objects as go
import pytest

from components.area.choice import CHARTS, DRAWINGS, FORMS, Choice
from components.figures import TRACE_TYPES
from components.url_state import Scope, Window
from domain import areas, delays, periods
from panels.area import bodies, care, chances, england, history, lead, months, page, rank, reasons, small_charts
from panels.area.figures import area_figures, known
from panels.area.shown import UNITS
from tests.shared import needs_shared
from tests.unit.components import walk
from warehouse.queries.series import Ask, series

WINDOW = Window("2017-02", "2018-01")
MODULES = (bodies, reasons, history, chances, care, rank, england, months)
YEARLY = "12 months to each month"


@pytest.fixture(params=[areas.COUNTRY, areas.REGION, areas.COUNCIL])
def choice(request, view):
    """England, a region and a council in the twelve months to January 2018."""
    area = next(area for area in reversed(known(view)) if area.type == request.param)
    return Choice(Scope(area.code, WINDOW))


def per_day(view, code, **cut) -> float:
    """People a day over the months of the window that the area is held in, straight from the queries."""
    whole, part = (
        [one for one in series(view, Ask("dtoc_days", WINDOW.start, WINDOW.end, **by), [code]) if one.value is not None]
        for by in ({}, cut)
    )
    return sum(one.value for one in part) / sum(periods.days_in(one.period) for one in whole)


def test_the_split_is_that_of_the_queries_and_adds_up(view, choice):
    table = bodies.panel(view, choice).table
    expected = [per_day(view, choice.scope.area, body=body) for body in (*delays.BODIES, delays.ALL)]
    assert table.column("dtoc_beds") == pytest.approx(expected)
    assert sum(table.column("share")[:3]) == pytest.approx(1)


def test_reasons_are_those_of_the_queries_largest_first(view, choice):
    table = reasons.panel(view, choice).table
    sizes = {row[0].upper(): row[-3] for row in table.rows}
    assert list(sizes.values()) == sorted(sizes.values(), reverse=True)
    assert sum(table.column("share")) == pytest.approx(1)
    assert sizes == pytest.approx({code: per_day(view, choice.scope.area, reason=code) for code in delays.REASON_CODES})


def test_a_reason_is_split_by_body_for_england_only(view, choice):
    keys = {column.key for column in reasons.panel(view, choice).table.columns}
    crossed = {f"dtoc_beds_{body}" for body in delays.BODIES}
    assert crossed <= keys if choice.scope.area == areas.ENGLAND else not crossed & keys


def test_what_a_body_cannot_own_is_said_and_never_a_number(view):
    for table in (
        reasons.panel(view, Choice(Scope(areas.ENGLAND, WINDOW))).table,
        england.panel(view, Choice(Scope("", WINDOW))).table,
    ):
        for body in delays.BODIES:
            cells = dict(zip(table.column("reason"), table.column(f"dtoc_beds_{body}"), strict=True))
            said = {letter.upper() for letter, value in cells.items() if value == delays.CANNOT_OWN}
            assert said == {code for code in delays.REASON_CODES if not delays.can_own(body, code)}


def test_the_cross_of_england_adds_up_in_rows_and_to_the_total(view):
    *rows, total = england.panel(view, Choice(Scope("", WINDOW))).table.rows
    for row in rows:
        assert sum(value for value in row[2:-1] if isinstance(value, float)) == pytest.approx(row[-1])
    assert sum(row[-1] for row in rows) == pytest.approx(total[-1])


@pytest.mark.parametrize("draw", DRAWINGS)
@pytest.mark.parametrize("form", FORMS)
def test_the_small_charts_draw_the_columns_of_their_table_on_one_scale(view, choice, form, draw):
    choice = Choice(choice.scope, form, draw)
    table, key = history.panel(view, choice).table, UNITS[form].key
    charts = small_charts.charts(view, choice)
    assert {one.key.upper() for one in charts} == set(delays.REASON_CODES)
    assert len({tuple(one.figure["layout"]["yaxis"]["range"]) for one in charts}) == 1
    for one in charts:
        go.Figure(one.figure)
        assert {trace["type"] for trace in one.figure["data"]} <= set(TRACE_TYPES)
        months = table.column("period")
        for name, column in ((None, f"{key}_{one.key}"), (YEARLY, f"{key}_{one.key}_12_months")):
            if name == YEARLY and draw == CHARTS:
                continue
            lines = [
                t for t in one.figure["data"] if "lines" in t["mode"] and (t["name"] == YEARLY) == (name == YEARLY)
            ]
            drawn = {x[:7]: y for line in lines for x, y in zip(line["x"], line["y"], strict=True) if y is not None}
            held = zip(months, table.column(column), strict=True)
            assert drawn == {month: round(value, 2) for month, value in held if value is not None}
            assert not [line for line in lines if line["connectgaps"]]


def test_reason_o_is_drawn_from_april_2017_only(view, choice):
    table = history.panel(view, choice).table
    months_drawn = [
        m for m, v in zip(table.column("period"), table.column("dtoc_beds_o"), strict=True) if v is not None
    ]
    assert min(months_drawn) >= "2017-04"
    assert "Other" not in history.panel(view, choice).finding


def test_the_care_chart_draws_the_columns_of_its_table(view, choice):
    panel = care.panel(view, choice)
    for trace, key in zip(panel.figure["data"], ("dtoc_beds_acute", "dtoc_beds_non_acute"), strict=True):
        assert trace["y"] == [None if v is None else round(v, 2) for v in panel.table.column(key)]


@pytest.mark.parametrize("form", FORMS)
def test_every_panel_names_its_file_and_build_and_plain_values_only(view, choice, form):
    for module in MODULES:
        panel = module.panel(view, Choice(choice.scope, form))
        assert panel.source.startswith("Source: ")
        assert panel.source.endswith(f"Build {view.id}.")
        assert "no file held" not in panel.source
        assert panel.csv.startswith(f"/export/{module.ID}.csv")
        json.dumps(panel.figure, allow_nan=False)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("draw", DRAWINGS)
def test_the_page_draws_every_panel_and_its_ids_once(view, choice, form, draw):
    drawn = list(page.panels(view, Choice(choice.scope, form, draw)))
    names = walk.ids(drawn)
    assert len(names) == len(set(names))
    expected = [module.ID for module in MODULES if draw == CHARTS or module is not chances]
    assert {f"{name}-finding" for name in expected} == {name for name in names if name.endswith("-finding")}
    assert len(walk.of(drawn, "Graph")) >= 13


def test_the_title_names_page_area_window_and_product(view, choice):
    found = area_figures(view, choice.scope)
    assert lead.title(found) == (
        f"Why people are delayed: {found.area.name} – February 2017 to January 2018 – Interface Monitor"
    )
    assert lead.heading(found) == f"{found.area.name}: why are people delayed, and who owns each reason?"


@needs_shared
def test_england_in_january_2018_is_that_of_the_published_series(live):
    found = area_figures(live, Scope(areas.ENGLAND, Window("2018-01", "2018-01")))
    assert round(found.total, 2) == 4883.32  # 151,383 days
    assert round(found.people(found.bodies["social_care"]), 2) == 1570.48  # 48,685 days
