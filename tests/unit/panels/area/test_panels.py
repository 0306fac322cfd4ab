"""Panels of an area hold what the queries give, for demonstration and real figures."""

import json

import plotly.graph_objects as go
import pytest

from components.figures import TRACE_TYPES
from components.url_state import Scope, Window
from domain import areas, delays, periods
from panels.area import bodies, care, england, history, lead, months, page, rank, reasons
from panels.area.figures import area_figures, known
from tests.shared import needs_shared
from tests.unit.components import walk
from warehouse.queries.series import Ask, series

WINDOW = Window("2017-02", "2018-01")
MODULES = (bodies, reasons, history, care, rank, england, months)


@pytest.fixture(params=[areas.COUNTRY, areas.REGION, areas.COUNCIL])
def scope(request, view):
    """England, a region and a council in the twelve months to January 2018."""
    area = next(area for area in reversed(known(view)) if area.type == request.param)
    return Scope(area.code, WINDOW)


def per_day(view, code, **cut) -> float:
    """People a day over the months of the window that are held, straight from the queries."""
    found = series(view, Ask("dtoc_days", WINDOW.start, WINDOW.end, **cut), [code])
    held = [one for one in found if one.value is not None]
    return sum(one.value for one in held) / sum(periods.days_in(one.period) for one in held)


def test_the_split_is_that_of_the_queries_and_adds_up(view, scope):
    table = bodies.panel(view, scope).table
    expected = [per_day(view, scope.area, body=body) for body in (*delays.BODIES, delays.ALL)]
    assert table.column("dtoc_beds") == pytest.approx(expected)
    assert sum(table.column("share")[:3]) == pytest.approx(1)


def test_reasons_are_those_of_the_queries_largest_first(view, scope):
    table = reasons.panel(view, scope).table
    sizes = {row[0].upper(): row[-3] for row in table.rows}
    assert list(sizes.values()) == sorted(sizes.values(), reverse=True)
    assert sizes == pytest.approx({code: per_day(view, scope.area, reason=code) for code in delays.REASON_CODES})


def test_a_reason_is_split_by_body_for_england_only(view, scope):
    keys = {column.key for column in reasons.panel(view, scope).table.columns}
    crossed = {f"dtoc_beds_{body}" for body in delays.BODIES}
    assert crossed <= keys if scope.area == areas.ENGLAND else not crossed & keys


def test_what_a_body_cannot_own_is_said_and_never_a_number(view):
    for table in (
        reasons.panel(view, Scope(areas.ENGLAND, WINDOW)).table,
        england.panel(view, Scope("", WINDOW)).table,
    ):
        for body in delays.BODIES:
            cells = dict(zip(table.column("reason"), table.column(f"dtoc_beds_{body}"), strict=True))
            said = {letter.upper() for letter, value in cells.items() if value == delays.CANNOT_OWN}
            assert said == {code for code in delays.REASON_CODES if not delays.can_own(body, code)}


def test_the_cross_of_england_adds_up_in_rows_and_to_the_total(view):
    *rows, total = england.panel(view, Scope("", WINDOW)).table.rows
    for row in rows:
        assert sum(value for value in row[2:-1] if isinstance(value, float)) == pytest.approx(row[-1])
    assert sum(row[-1] for row in rows) == pytest.approx(total[-1])


def test_the_small_charts_draw_the_columns_of_their_table_on_one_scale(view, scope):
    found, table = area_figures(view, scope), history.panel(view, scope).table
    charts = history.charts(found, history.lines(view, scope))
    assert {code for code, _, _ in charts} == set(delays.REASON_CODES)
    assert len({tuple(figure["layout"]["yaxis"]["range"]) for _, _, figure in charts}) == 1
    for code, _, figure in charts:
        go.Figure(figure)
        monthly, yearly, *_ = figure["data"]
        assert {trace["type"] for trace in figure["data"]} <= set(TRACE_TYPES)
        for trace, key in ((monthly, f"dtoc_beds_{code.lower()}"), (yearly, f"dtoc_beds_{code.lower()}_12_months")):
            column = [None if value is None else round(value, 2) for value in table.column(key)]
            assert trace["y"] == column
            assert trace["connectgaps"] is False


def test_reason_o_is_drawn_from_april_2017_only(view, scope):
    table = history.panel(view, scope).table
    months_drawn = [
        m for m, v in zip(table.column("period"), table.column("dtoc_beds_o"), strict=True) if v is not None
    ]
    assert min(months_drawn) >= "2017-04"
    assert "Other" not in history.panel(view, scope).finding


def test_the_care_chart_draws_the_columns_of_its_table(view, scope):
    panel = care.panel(view, scope)
    for trace, key in zip(panel.figure["data"], ("dtoc_beds_acute", "dtoc_beds_non_acute"), strict=True):
        assert trace["y"] == [None if v is None else round(v, 2) for v in panel.table.column(key)]


def test_every_panel_names_its_file_and_build_and_plain_values_only(view, scope):
    for module in MODULES:
        panel = module.panel(view, scope)
        assert panel.source.startswith("Source: ")
        assert panel.source.endswith(f"Build {view.id}.")
        assert "no file held" not in panel.source
        assert panel.csv.startswith(f"/export/{module.ID}.csv")
        json.dumps(panel.figure, allow_nan=False)


def test_the_page_draws_every_panel_and_its_ids_once(view, scope):
    drawn = page.panels(view, scope)
    names = walk.ids(drawn)
    assert len(names) == len(set(names))
    assert {f"{module.ID}-finding" for module in MODULES} <= set(names)
    assert len(walk.of(drawn, "Graph")) >= 13


def test_the_title_names_page_area_window_and_product(view, scope):
    found = area_figures(view, scope)
    assert lead.title(found) == (
        f"Why people are delayed: {found.area.name} – February 2017 to January 2018 – Interface Monitor"
    )
    assert lead.heading(found) == f"{found.area.name}: why are people delayed, and who owns each reason?"


@needs_shared
def test_england_in_january_2018_is_that_of_the_published_series(live):
    found = area_figures(live, Scope(areas.ENGLAND, Window("2018-01", "2018-01")))
    assert round(found.total, 2) == 4883.32  # 151,383 days
    assert round(found.people(found.bodies["social_care"]), 2) == 1570.48  # 48,685 days
